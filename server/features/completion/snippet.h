/*
 * snippet.h - text with places to fill in, for an editor to lead through.
 *
 * The same calls write a snippet or plain text, in which what belongs in a
 * place just stands there. Lines end with LF.
 */
#ifndef FEATURES_SNIPPET_H
#define FEATURES_SNIPPET_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "rules.h"

/* What the editor makes of snippets. */
enum snippet_skill {
    SNIPPET_NONE,           /* plain text only */
    SNIPPET_STOPS
};

/* {{NULL, 0, 0}, SKILL, 0} is empty. */
struct snippet {
    struct buffer text;
    enum snippet_skill skill;
    size_t stops;           /* how many there are; none in plain text */
    size_t places;          /* how many a snippet would have */
    size_t first;           /* where in the text the first is, if any */
};

/* Adds TEXT as it is. */
void snippet_add(struct snippet *snippet, struct slice text);
void snippet_add_string(struct snippet *snippet, const char *text);

/* Adds a place that holds PLACEHOLDER until it is filled in. */
void snippet_add_stop(struct snippet *snippet, struct slice placeholder);

/* Adds TEXT with a place for each part of it that stands in square brackets. */
void snippet_add_prompts(struct snippet *snippet, struct slice text);

/* Repeats what is filled in at the last place; adds nothing to plain text, in
 * which no editor would. */
void snippet_add_repeat(struct snippet *snippet);

void snippet_free(struct snippet *snippet);     /* leaves it without text */

#endif
