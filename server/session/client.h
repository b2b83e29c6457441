/*
 * client.h - the other end: what it can do, and how to say something to it.
 *
 * The server reaches the outside through the functions of a host only, so
 * that tests can be one. Sending never fails here; a host whose client is gone
 * ends the session.
 */
#ifndef SESSION_CLIENT_H
#define SESSION_CLIENT_H

#include "job.h"
#include "lsp.h"
#include "report_moment.h"

struct host {
    void *context;                  /* handed to its functions */
    /* Takes BYTES over, the body of one message: memory_free(). */
    void (*send)(void *context, char *bytes, size_t length);
    /* The time in seconds since 1970-01-01, UTC. */
    long long (*now)(void *context);
    /*
     * Does JOB in the background, then gives it back to the session or drops
     * it. NULL if that is not possible.
     */
    void (*start_job)(void *context, struct job *job);
};

struct client {
    struct host host;
    struct lsp_client facts;        /* points into PARAMS */
    json_t *params;                 /* of initialize; NULL before */
    json_int_t requests;            /* sent so far; the last one's id */
    char **told;                    /* warnings it has been shown */
    size_t told_count, told_room;
};

/* Keeps PARAMS, from which FACTS were read. */
void client_begin(struct client *client, const json_t *params,
                  const struct lsp_client *facts);
/* Drops what CLIENT keeps; sends nothing. */
void client_free(struct client *client);

/* MESSAGE is given up, and so are PARAMS, which may be NULL. */
void client_send(struct client *client, json_t *message);
void client_notify(struct client *client, const char *method, json_t *params);
/* Returns the id under which the answer will come. */
json_int_t client_ask(struct client *client, const char *method,
                      json_t *params);

/* Logs SENTENCE and shows it to the user, once in a session. */
void client_warn(struct client *client, const char *sentence);

/* The minute it is, and its day alone, in days from 1970-01-01, UTC. */
struct report_moment client_now(const struct client *client);
int client_today(const struct client *client);

#endif
