/*
 * hover_parts.h - a hover being put together; for the hover*.c files alone.
 *
 * Each part that has something to say adds it to the prose and sets the span
 * it is about.
 */
#ifndef FEATURES_HOVER_PARTS_H
#define FEATURES_HOVER_PARTS_H

#include "date.h"
#include "explain.h"
#include "hover.h"
#include "spot.h"

/* The most that is looked at on each side of the pointer, in bytes. */
#define HOVER_NEAR_MOST 256

struct answer {
    const struct hover_question *question;
    const struct rule_guideline *guideline;     /* in force here */
    struct spot spot;
    struct prose prose;
    struct span span;
};

/* The bytes of SPAN. */
struct slice hover_bytes(const struct answer *answer, struct span span);
/* What is on the offset's line, HOVER_NEAR_MOST bytes to each side at most. */
struct span hover_near(const struct answer *answer);
/* The same within WITHIN. */
struct span hover_near_in(const struct answer *answer, struct span within);
/* True of what is no part of a word, a date or an OID. */
bool hover_ends_word(char byte);
/* The bytes around the offset, within WITHIN, up to one that ENDS. */
struct span hover_around(const struct answer *answer, struct span within,
                         bool (*ends)(char byte));

/* Explains the policy OID or whiteboard tag at the offset; false if there is
 * none. */
bool hover_word(struct answer *answer);
/* The certain date on the offset's line that the offset is in. */
bool hover_date_at(const struct answer *answer, struct date *date);
/* Says how far off DATE, a date in the text, is. */
void hover_distance(struct answer *answer, const struct date *date);

/* Explains what is written where a value may stand. */
void hover_value(struct answer *answer);
/* Explains the field or column that the spot belongs to, if the template has
 * it. */
void hover_row(struct answer *answer);
/* Explains the sentence that requests closure; false if it isn't that one. */
bool hover_closing(struct answer *answer);
/* Explains a directive, one of its entries, or the value of one. */
void hover_directive(struct answer *answer);

#endif
