/*
 * phrase.h - the lists of phrases, and where they stand in a folded text.
 */
#ifndef RULES_PHRASE_H
#define RULES_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "slice.h"
#include "tables.h"

/* One phrase of a word list, and what it stands for. */
struct rule_phrase {
    const char *folded;
    const char *means;          /* "" where the list needs none */
    unsigned short length;      /* of FOLDED, in bytes */
    unsigned short next;        /* to the next with its first byte; 0: none */
};

struct rule_phrases {
    const struct rule_phrase *phrases;
    size_t count;
    unsigned short firsts[256]; /* the first with a first byte, from 1 on */
};

extern const struct rule_phrases rule_phrase_lists[];   /* by phrases_id */

/*
 * Phrases of LIST in folded text: one that stands in FOLDED as whole words (the
 * longest, of those the first), one that it begins with (the longest), one that
 * is all of it; NULL if there is none. A blank in a phrase stands for a hyphen
 * too.
 */
const struct rule_phrase *rule_phrase_in(enum phrases_id list,
                                         const char *folded);
const struct rule_phrase *rule_phrase_begins(enum phrases_id list,
                                             const char *folded);
const struct rule_phrase *rule_phrase_is(enum phrases_id list,
                                         const char *folded);

/* False if the letters and blanks at the front of TEXT show that it begins with
 * no phrase of LIST, however it is folded. It need not be folded to tell. */
bool rule_phrase_may_begin(enum phrases_id list, struct slice text);

/*
 * The phrases of LIST that begin with the byte FIRST, one after the other, in
 * the order of the list; NULL after the last.
 */
static inline const struct rule_phrase *rule_phrase_first(
    enum phrases_id list, char first)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];
    size_t number = phrases->firsts[(unsigned char)first];

    return number ? &phrases->phrases[number - 1] : NULL;
}

static inline const struct rule_phrase *rule_phrase_next(
    const struct rule_phrase *phrase)
{
    return phrase->next ? phrase + phrase->next : NULL;
}

/* The words that tell of an event, EVENT of its list, as bits: all of WORDS and
 * none of DENIED. */
struct rule_event_pattern {
    unsigned event;             /* a VALUE_EVENT_ */
    uint64_t words, denied;
};
extern const struct rule_event_pattern rule_event_patterns[];
extern const size_t rule_event_pattern_count;

/* The patterns that the word of events at the front of FOLDED, the longest,
 * belongs to, as bits; 0 if there is none. */
uint64_t rule_event_words_at(const char *folded);

extern const unsigned char rule_mention_bits[];         /* by phrases_id */

/* The bit of a list of phrases; of names of reports and sections, too, and of
 * words without one of which no event is told that is looked for anywhere. */
#define RULE_MENTION(list) ((uint64_t)1 << rule_mention_bits[list])
#define RULE_MENTION_EVENTS ((uint64_t)1 << 61)
#define RULE_MENTION_NAMES ((uint64_t)1 << 63)

/*
 * The lists of which a phrase stands in TEXT, once that is folded, from where a
 * word begins, or with a mark: one look at all of TEXT. Of all other lists
 * rule_phrase_in() and its kin find nothing in it, or in a part of it.
 */
uint64_t rule_mentions(struct slice text);

/* True if FOLDED begins with PHRASE as whole words; false of an empty one. */
bool rule_phrase_at(const char *phrase, const char *folded);

/*
 * Where, from START, PHRASE stands in FOLDED as whole words: *OFFSET gets the
 * byte; false if it doesn't.
 */
bool rule_phrase_find(const char *phrase, const char *folded, size_t start,
                      size_t *offset);

#endif
