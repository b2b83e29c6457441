/*
 * factor_mentions.h - the action items and lessons that name a contributing
 * factor.
 */
#ifndef FEATURES_FACTOR_MENTIONS_H
#define FEATURES_FACTOR_MENTIONS_H

#include "facts.h"
#include "prose.h"
#include "reference.h"

/* What is said of the factors of a section. */
struct factor_mentions {
    const struct facts_view *view;
    const struct report_section *section;
    struct references lessons;      /* that the report's sentences make */
};

/* Fills MENTIONS, of the factors of SECTION in VIEW, which are both borrowed
 * until factor_mentions_free(). */
void factor_mentions_read(struct factor_mentions *mentions,
                          const struct facts_view *view,
                          const struct report_section *section);
void factor_mentions_free(struct factor_mentions *mentions);

/* Adds "2 action items · 1 lesson" to WORDS: those that name factor number
 * FACTOR (from 0) of the section. */
void factor_mentions_add_words(const struct factor_mentions *mentions,
                               size_t factor, struct buffer *words);

/* Adds a list of them. */
void factor_mentions_explain(const struct factor_mentions *mentions,
                             size_t factor, struct prose *prose);

#endif
