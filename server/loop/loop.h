/*
 * loop.h - a session over stdin and stdout.
 *
 * The only owner of the standard streams, of signals and of time. Nothing else
 * in the server writes to stdout.
 */
#ifndef LOOP_LOOP_H
#define LOOP_LOOP_H

/*
 * Serves one client until it sends exit, closes its end of stdin or stdout, or
 * its process ends, or until SIGTERM comes. Returns what the process is to
 * return: 0 only if the client shut the server down in order.
 */
int loop_run(void);

#endif
