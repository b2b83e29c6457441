/*
 * work_done.h - shows work that takes a while to the user, who can stop it.
 *
 * Only clients that can show it get any of this.
 */
#ifndef SESSION_WORK_DONE_H
#define SESSION_WORK_DONE_H

#include "client.h"

struct work_done;

/* {NULL, 0} is empty. */
struct works_done {
    struct work_done *first;
    json_int_t tokens;              /* made so far; the last one's number */
};

/* JOB is still running: shows it under TITLE, with its progress. */
void work_done_wait(struct works_done *works, struct client *client,
                    struct job *job, const char *title);
/* JOB is about to be dropped; it need not have been shown. */
void work_done_end(struct works_done *works, struct client *client,
                   const struct job *job);

/*
 * The client has answered the request ID; AGREED unless with an error. False
 * if that was not one of our requests.
 */
bool work_done_answer(struct works_done *works, struct client *client,
                      json_int_t id, bool agreed);
/* The user stops the work of that token. */
void work_done_cancel(struct works_done *works, json_int_t token);

void works_done_free(struct works_done *works);     /* leaves it empty */

#endif
