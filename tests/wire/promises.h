/*
 * promises.h - what a client says of itself, as a yardstick for what it gets.
 *
 * A client lists what it can take when it initializes. What goes beyond that
 * is a fault, whether or not its editor would bear it. This reads the client's
 * own JSON and shares nothing with the server that is held against it.
 */
#ifndef TESTS_PROMISES_H
#define TESTS_PROMISES_H

#include <jansson.h>
#include <stdbool.h>

#include "memory.h"

/*
 * True if the client whose params of initialize are CLIENT can take MESSAGE: a
 * request or a notification, or the answer to a request called METHOD (else
 * NULL). If not, FAULT, which is overwritten, says what is too much.
 */
bool promises_allow(const json_t *client, const json_t *message,
                    const char *method, struct buffer *fault);

#endif
