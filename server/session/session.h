/*
 * session.h - one client's session, from its first byte to its exit.
 *
 * Bytes go in, messages come out through the host; nothing here waits, reads
 * or writes. Every request is answered exactly once, in the order of arrival:
 *
 *     session_receive(session, bytes, length);
 *     while (session_step(session))
 *         ;
 *
 * and when no more input is at hand:
 *
 *     while (session_settle(session))
 *         ;
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include <stdbool.h>
#include <stddef.h>

#include "client.h"

struct session;

/* The caller frees it with session_free(). Never fails. */
struct session *session_new(struct host host);
void session_free(struct session *session);             /* NULL is allowed */

/*
 * Takes in the next LENGTH bytes, in pieces of any size. A request that a
 * later message in them cancels is marked as cancelled.
 */
void session_receive(struct session *session, const char *bytes,
                     size_t length);
/* Handles the next whole message; false if there is none, or after exit. */
bool session_step(struct session *session);
/*
 * Sends the next diagnostics that are due; false if there are none. To be
 * called between bursts of input, so that nothing is worked out that a later
 * change supersedes.
 */
bool session_settle(struct session *session);

/*
 * JOB, which the host was given, has been running for a while and still is. To
 * be called again from time to time.
 */
void session_wait(struct session *session, struct job *job);
/* Takes back a job that the host was given, now that it is done. */
void session_finish(struct session *session, struct job *job);

/* The process that the session must not outlive; 0 if none is known. */
long session_parent(const struct session *session);
/* True after exit. */
bool session_is_over(const struct session *session);
/* What the process is to return: 0 if the client sent shutdown, then exit. */
int session_status(const struct session *session);

#endif
