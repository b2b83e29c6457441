/*
 * mentions.h - which action items and lessons name a contributing factor.
 */
#ifndef FEATURES_MENTIONS_H
#define FEATURES_MENTIONS_H

#include "facts.h"
#include "prose.h"

/* Adds "2 action items · 1 lesson" to WORDS: those that name FACTOR, of the
 * section SECTION. */
void mentions_add_words(const struct facts_view *view,
                        const struct report_section *section, size_t factor,
                        struct buffer *words);

/* Adds a list of them. */
void mentions_explain(const struct facts_view *view,
                      const struct report_section *section, size_t factor,
                      struct prose *prose);

#endif
