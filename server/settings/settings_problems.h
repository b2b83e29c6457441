/*
 * settings_problems.h - sentences about settings that can't be used.
 *
 * For the files that read settings; who only wants to show the sentences
 * finds all in settings.h.
 */
#ifndef SETTINGS_SETTINGS_PROBLEMS_H
#define SETTINGS_SETTINGS_PROBLEMS_H

#include <jansson.h>

#include "settings.h"

/*
 * Adds the sentence "SOURCE: " and what FORMAT gives, as words that can only be
 * read. After twenty problems one says that there are more, and further
 * ones are dropped.
 */
void settings_problems_add(struct settings_problems *problems,
                           const char *source, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whether further problems are dropped: no words need be found. */
bool settings_problems_are_enough(const struct settings_problems *problems);

/*
 * VALUE as its writer would name it in a few words: a list, an object, or its
 * JSON, cut where it is long. The caller frees it with memory_free().
 */
char *settings_problem_value(const json_t *value);

/* The same of a key, without quotes. */
char *settings_problem_key(const char *key);

#endif
