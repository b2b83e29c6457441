/*
 * settings_problems.h - how the files that read settings say what is wrong in
 * them. To show such sentences, settings.h is enough.
 */
#ifndef SETTINGS_SETTINGS_PROBLEMS_H
#define SETTINGS_SETTINGS_PROBLEMS_H

#include <jansson.h>

#include "settings.h"

/*
 * Adds the sentence that FORMAT gives, so that it can only be read: nothing in
 * it is a link, and nothing is hidden. After twenty problems comes one that
 * says there are more; further ones are dropped.
 */
void settings_problems_add(struct settings_problems *problems,
                           const char *format, ...) FORMAT(2, 3);

/* True if further problems would be dropped. */
bool settings_problems_are_enough(const struct settings_problems *problems);

/*
 * VALUE in a few words: a list, an object, or its JSON, which is cut if it is
 * long. The caller frees it with memory_free().
 */
char *settings_problem_value(const json_t *value);

/* The same for KEY, without quotes around it. */
char *settings_problem_key(const char *key);

#endif
