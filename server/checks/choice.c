/* Judges the values of closed lists, and offers the right ones. */
#include "choice.h"

#include <string.h>

#include "answer.h"
#include "memory.h"

/* No spelling is longer than this. */
#define SPELLING_MOST 64

/* Where the word in SPAN ends that is VALUE otherwise spelt: details that
 * follow it are to stay. */
static size_t spelling_end(const struct check *check, struct span span,
                           const struct rule_value *value)
{
    struct slice text = check_slice(check, span);
    size_t end = span.end;
    char folded[SPELLING_MOST + 1];

    for (size_t length = 1; length <= text.length && length < SPELLING_MOST;
         length++) {
        if (!byte_is_alphanumeric(text.bytes[length - 1]))
            continue;
        fold((struct slice){text.bytes, length}, folded, sizeof folded);
        for (size_t index = 0; value->spellings[index]; index++) {
            if (!strcmp(folded, value->spellings[index]))
                end = span.start + length;
        }
    }
    return end;
}

static struct fix *add_fix(struct finding *finding, enum fix_id which,
                           struct span span, const char *value)
{
    struct finding_words words = {.expected = check_word(value)};
    struct fix *fix = finding_fix(finding, which, &words);

    fix_edit(fix, span, words.expected);
    return fix;
}

static void offer(struct finding *finding, struct span span,
                  const struct rule_value *value, bool preferred)
{
    struct fix *fix = add_fix(finding, FIX_REPLACE, span, value->value);

    if (fix)
        fix->preferred = preferred;
}

/* All values of LIST, the one nearest to FOLDED first; if none is near, none
 * is preferred. */
static void offer_all(struct finding *finding, enum list_id list,
                      struct span span, const char *folded)
{
    const char *names[VALUE_COUNT + 1] = {NULL};
    size_t count = 0;
    const char *nearest;

    for (size_t index = 0; index < VALUE_COUNT; index++) {
        if (rule_values[index].list == list)
            names[count++] = rule_values[index].folded;
    }
    nearest = rule_nearest(folded, names);
    for (int pass = 0; pass < 2; pass++) {
        for (size_t index = 0; index < VALUE_COUNT; index++) {
            const struct rule_value *value = &rule_values[index];

            if (value->list == list &&
                (value->folded == nearest) == (pass == 0))
                offer(finding, span, value, value->folded == nearest);
        }
    }
}

/* Other words may hold details, which stay after the value. */
static void offer_meant(struct finding *finding, struct span span,
                        const struct rule_value *value, const char *folded)
{
    struct buffer text = {NULL, 0, 0};
    struct finding_words words = {.expected = check_word(value->value)};
    struct fix *fix = finding_fix(finding, FIX_REPLACE, &words);
    bool whole = false;

    for (size_t index = 0; value->words[index]; index++)
        whole = whole || !strcmp(folded, value->words[index]);
    if (whole) {
        fix_edit(fix, span, words.expected);
        return;
    }
    buffer_add_string(&text, value->value);
    buffer_add_string(&text, ": ");
    fix_edit(fix, (struct span){span.start, span.start}, buffer_slice(&text));
    buffer_free(&text);
}

static enum case_id case_of(const struct choice *choice, enum match match)
{
    if (match == MATCH_WORDS)
        return choice->words;
    return match == MATCH_SPELLING ? choice->spelling : choice->none;
}

const struct rule_value *choice_check(const struct check *check,
                                      const struct choice *choice,
                                      struct span span, enum match *match)
{
    char *folded = answer_fold(check, span);
    const struct rule_value *value =
        rule_value_match(choice->list, folded, match);
    struct span spelt = span;
    struct finding_words words = {0};
    struct finding *finding;

    if (*match == MATCH_EXACT) {
        memory_free(folded);
        return value;
    }
    if (*match == MATCH_SPELLING)
        spelt.end = spelling_end(check, span, value);
    words.value = check_slice(check, spelt);
    if (value)
        words.expected = check_word(value->value);
    finding = check_add(check, case_of(choice, *match), spelt, &words);
    if (!value)
        offer_all(finding, choice->list, span, folded);
    else if (*match == MATCH_SPELLING)
        add_fix(finding, FIX_RESPELL, spelt, value->value);
    else
        offer_meant(finding, span, value, folded);
    memory_free(folded);
    return value;
}
