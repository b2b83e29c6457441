/*
 * match.c - closed lists and phrases: which of them an answer holds.
 */
#include <string.h>

#include "array.h"
#include "byte.h"
#include "phrase_tree.h"
#include "rules.h"

/* The length of PHRASE if TEXT begins with it, or else 0. Its blanks stand for
 * hyphens too. */
static size_t begins(const char *text, const char *phrase)
{
    size_t length = 0;

    for (; phrase[length]; length++) {
        if (text[length] != phrase[length] &&
            !(phrase[length] == ' ' && text[length] == '-'))
            return 0;
    }
    return length;
}

/* True if no word goes on between the bytes before and after a place. */
static bool is_edge(char before, char after)
{
    return !byte_is_word(before) || !byte_is_word(after);
}

bool rule_phrase_at(const char *phrase, const char *folded)
{
    size_t length = begins(folded, phrase);

    return length > 0 && is_edge(phrase[length - 1], folded[length]);
}

bool rule_phrase_find(const char *phrase, const char *folded, size_t start,
                      size_t *offset)
{
    const char *at = folded + start;

    for (; *phrase && (at = strchr(at, *phrase)); at++) {
        if ((at == folded || is_edge(at[-1], *at)) &&
            rule_phrase_at(phrase, at)) {
            *offset = (size_t)(at - folded);
            return true;
        }
    }
    return false;
}

const struct rule_phrase *rule_phrase_begins(enum phrases_id list,
                                             const char *folded)
{
    const struct rule_phrase *phrase = rule_phrase_first(list, folded[0]);
    const struct rule_phrase *found = NULL;

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if ((!found || phrase->length > found->length) &&
            rule_phrase_at(phrase->folded, folded))
            found = phrase;
    }
    return found;
}

/* False if TEXT, once that is folded, does not begin with PHRASE, as far as the
 * letters and blanks at its front tell. */
static bool may_begin(struct slice text, const char *phrase)
{
    for (size_t at = 0; phrase[at]; at++) {
        char form = at < text.length ? fold_form_at(text, at) : ' ';

        if (!byte_is_small(form) && form != ' ')
            return true;
        if (form != phrase[at])
            return false;
    }
    return true;
}

bool rule_phrase_may_begin(enum phrases_id list, struct slice text)
{
    char first = byte_lower(slice_at(text, 0));
    char second = byte_lower(slice_at(text, 1));

    if (!byte_is_alphanumeric(first))
        return true;
    for (const struct rule_phrase *phrase = rule_phrase_first(list, first);
         phrase; phrase = rule_phrase_next(phrase)) {
        if ((!byte_is_small(second) || phrase->folded[1] == second) &&
            may_begin(text, phrase->folded))
            return true;
    }
    return false;
}

uint64_t rule_event_words_at(const char *folded)
{
    const struct rule_tree *tree = &rule_event_tree;
    size_t state = RULE_TREE_ROOT;
    size_t set = 0;

    while ((state = rule_tree_step(tree, state, *folded))) {
        folded++;
        if (tree->states[state].set && is_edge(folded[-1], *folded))
            set = tree->states[state].set;
    }
    return tree->sets[set];
}

const struct rule_phrase *rule_phrase_in(enum phrases_id list,
                                         const char *folded)
{
    const struct rule_phrase *found = NULL;

    for (size_t i = 0; folded[i]; i++) {
        const struct rule_phrase *phrase;

        if (i > 0 && !is_edge(folded[i - 1], folded[i]))
            continue;
        phrase = rule_phrase_begins(list, folded + i);
        if (phrase && (!found || phrase->length > found->length))
            found = phrase;
    }
    return found;
}

const struct rule_phrase *rule_phrase_is(enum phrases_id list,
                                         const char *folded)
{
    const struct rule_phrase *phrase = rule_phrase_first(list, folded[0]);

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if (begins(folded, phrase->folded) && !folded[phrase->length])
            return phrase;
    }
    return NULL;
}

/* A slash joins: who writes "yes/no" has not chosen yet. */
static bool is_answer(const char *folded, const char *value)
{
    return rule_phrase_at(value, folded) && folded[strlen(value)] != '/';
}

/* The length of VALUE if FOLDED begins with it to the letter, or 0: here a
 * hyphen for a blank is another spelling. */
static size_t value_length(const char *folded, const char *value)
{
    size_t length = 0;

    while (value[length] && folded[length] == value[length])
        length++;
    return !value[length] && is_answer(folded, value) ? length : 0;
}

/* The longest of WORDS that FOLDED begins with; its length, or 0. */
static size_t answer_length(const char *folded, const char *const *words)
{
    size_t longest = 0;

    for (; *words; words++) {
        if (**words == *folded && is_answer(folded, *words) &&
            strlen(*words) > longest)
            longest = strlen(*words);
    }
    return longest;
}

/* A sentence ends where a blank follows its mark. */
static size_t sentence_length(const char *folded)
{
    size_t length = 0;

    while (folded[length]) {
        if (strchr(".!;", folded[length]) && folded[length + 1] == ' ')
            break;
        length++;
    }
    return length;
}

/* The longest of WORDS that stands in FOLDED before END; its length, or 0. */
static size_t words_length(const char *folded, const char *const *words,
                           size_t end)
{
    size_t longest = 0;
    size_t offset = 0;

    for (; *words; words++) {
        if (strlen(*words) > longest &&
            rule_phrase_find(*words, folded, 0, &offset) && offset < end)
            longest = strlen(*words);
    }
    return longest;
}

/* How long the piece of FOLDED is that speaks for VALUE at its beginning. */
static size_t beginning_length(const struct rule_value *value,
                               const char *folded)
{
    size_t exact = value_length(folded, value->folded);
    size_t spelt = answer_length(folded, value->spellings);

    return exact > spelt ? exact : spelt;
}

/* The same, of what stands in the first sentence. */
static size_t sentence_words_length(const struct rule_value *value,
                                    const char *folded)
{
    return words_length(folded, value->words, sentence_length(folded));
}

typedef size_t length_of(const struct rule_value *value, const char *folded);

/* The value of LIST for which the longest piece of FOLDED speaks, or NULL. */
static const struct rule_value *longest_value(enum list_id list,
                                              const char *folded,
                                              length_of *measure)
{
    const struct rule_value *found = NULL;
    size_t longest = 0;

    for (size_t i = 0; i < VALUE_COUNT && rule_values[i].list <= list; i++) {
        size_t length = 0;

        if (rule_values[i].list == list)
            length = measure(&rule_values[i], folded);
        if (length > longest) {
            found = &rule_values[i];
            longest = length;
        }
    }
    return found;
}

const struct rule_value *rule_value_match(enum list_id list,
                                          const char *folded,
                                          enum match *match)
{
    const struct rule_value *value =
        longest_value(list, folded, beginning_length);

    if (value) {
        *match = value_length(folded, value->folded) > 0 ? MATCH_EXACT
                                                         : MATCH_SPELLING;
        return value;
    }
    value = longest_value(list, folded, sentence_words_length);
    *match = value ? MATCH_WORDS : MATCH_NONE;
    return value;
}

static size_t longest_in(const struct rule_value *value, const char *folded)
{
    const char *const names[] = {value->folded, value->oid, NULL};
    const char *const *const lists[] = {names, value->spellings, value->words};
    size_t longest = 0;

    for (size_t i = 0; i < LENGTH_OF(lists); i++) {
        size_t length = words_length(folded, lists[i], strlen(folded));

        if (length > longest)
            longest = length;
    }
    return longest;
}

const struct rule_value *rule_value_in(enum list_id list, const char *folded)
{
    return longest_value(list, folded, longest_in);
}
