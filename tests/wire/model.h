/*
 * model.h - the Language Server Protocol's own meta model, as a yardstick.
 *
 * The model is a JSON file that the protocol's authors publish. Values are
 * held against it strictly: a member that the model does not know is a fault.
 */
#ifndef TESTS_MODEL_H
#define TESTS_MODEL_H

#include <jansson.h>
#include <stdbool.h>

#include "memory.h"

/* The model at PATH, or NULL; json_decref() it. */
json_t *model_read(const char *path);

/*
 * True if MESSAGE, sent by a server, is what MODEL says: a request or a
 * notification by its method, a response by METHOD, the method of the request
 * that it answers (NULL if that is none of the model's: only the response's
 * own form is then looked at). If not, FAULT says where and what.
 */
bool model_allows(const json_t *model, const json_t *message,
                  const char *method, struct buffer *fault);

#endif
