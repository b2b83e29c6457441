/* What a field's value amounts to: N/A, a number, or prose. */
#include "answer.h"

#include <string.h>

#include "array.h"
#include "memory.h"

char *answer_fold(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);
    char *folded;
    size_t length;

    if (text.length > ANSWER_MOST)
        text.length = ANSWER_MOST;
    folded = memory_new(text.length + 1);
    length = fold(text, folded, text.length + 1);
    while (length && (folded[length - 1] == '.' || folded[length - 1] == ' '))
        folded[--length] = '\0';
    return folded;
}

typedef const struct rule_phrase *phrase_find(enum phrases_id list,
                                              const char *folded);

static bool has_phrase(const struct check *check, struct span span,
                       enum phrases_id list, phrase_find *find)
{
    char *folded = answer_fold(check, span);
    bool has = find(list, folded) != NULL;

    memory_free(folded);
    return has;
}

bool answer_is(const struct check *check, struct span span,
               enum phrases_id list)
{
    return has_phrase(check, span, list, rule_phrase_is);
}

bool answer_says(const struct check *check, struct span span,
                 enum phrases_id list)
{
    return has_phrase(check, span, list, rule_phrase_in);
}

/* Does FOLDED begin with a way to say N/A, with a reason after it? */
static bool begins_with_na(const char *folded)
{
    const struct rule_phrase *phrase = rule_phrase_first(PHRASES_NA, *folded);

    if (!strncmp(folded, "n/a", 3) && !byte_is_alphanumeric(folded[3]))
        return true;
    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if (phrase->length > 1 && byte_is_letter(*folded) &&
            !strncmp(folded, phrase->folded, phrase->length) &&
            !byte_is_alphanumeric(folded[phrase->length]))
            return true;
    }
    return false;
}

bool answer_may_begin(const struct check *check, struct span span,
                      enum phrases_id list)
{
    return rule_phrase_may_begin(list, check_slice(check, span));
}

/* Longer than any way to say N/A, once folded. */
#define NA_MOST 24

bool answer_is_long(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);
    char folded[ANSWER_FRONT + 1];

    if (text.length <= ANSWER_FRONT)
        return false;
    if (!answer_may_begin(check, span, PHRASES_NA))
        return true;
    text.length = ANSWER_FRONT;
    return fold(text, folded, sizeof folded) >= NA_MOST &&
           !begins_with_na(folded);
}

/* "None" is a number of certificates. */
static bool says_none(const struct check *check,
                      const struct report_field *field, struct number *count)
{
    return field->rule && field->rule->type == TYPE_COUNT &&
           number_none(check_slice(check, field->value), count);
}

enum not_applicable answer_applies(const struct check *check,
                                   const struct report_field *field)
{
    enum not_applicable answer = APPLIES;
    struct number none;
    char *folded;

    if (answer_is_long(check, field->value) ||
        !answer_may_begin(check, field->value, PHRASES_NA))
        return APPLIES;
    folded = answer_fold(check, field->value);
    if (!strcmp(folded, "n/a"))
        answer = NOT_APPLICABLE;
    else if (rule_phrase_is(PHRASES_NA, folded))
        answer = NOT_APPLICABLE_SPELT;
    else if (begins_with_na(folded))
        answer = NOT_APPLICABLE_WITH_REASON;
    memory_free(folded);
    return answer != APPLIES && says_none(check, field, &none) ? APPLIES
                                                               : answer;
}

bool answer_may_be_na(const struct check *check,
                      const struct rule_field *field)
{
    return field->na_allowed && !(field->must_apply_when_full &&
                                  check->report->rule->id == REPORT_FULL);
}

struct span answer_words(const struct check *check,
                         const struct report_field *field, struct span span)
{
    struct slice bytes = check_slice(check, span);

    while (field->form == LABEL_STRONG_VALUE && bytes.length &&
           strchr("*_", bytes.bytes[bytes.length - 1]))
        bytes.length--;
    span.end = span.start + bytes.length;
    return span;
}

bool answer_given(const struct check *check, const struct report_field *field)
{
    return field && !report_field_empty(field) &&
           answer_applies(check, field) == APPLIES;
}

bool answer_is_na(const struct check *check, struct span span)
{
    char *folded;
    bool na;

    if (!answer_may_begin(check, span, PHRASES_NA))
        return false;
    folded = answer_fold(check, span);
    na = !strcmp(folded, "n/a") || rule_phrase_is(PHRASES_NA, folded);
    memory_free(folded);
    return na;
}

/* Does what follows COUNT in its clause of TEXT say that these are revoked or
 * expired: "All 4 were revoked"? */
static bool are_gone(struct slice text, const struct number *count)
{
    struct slice clause = slice_from(text, count->span.end);
    char folded[128];
    size_t end = 0;

    while (end < clause.length && end < sizeof folded - 1 &&
           !strchr(".,;:()\n\xe2", clause.bytes[end]))
        end++;
    clause.length = end;
    fold(clause, folded, sizeof folded);
    return rule_phrase_in(PHRASES_GONE, folded) != NULL;
}

bool answer_count(const struct check *check, const struct report_field *field,
                  struct number *count)
{
    struct slice text;

    if (!answer_given(check, field))
        return false;
    text = check_slice(check, field->value);
    if (text.length > ANSWER_MOST)
        text.length = ANSWER_MOST;
    if (says_none(check, field, count))
        count->sure |= field->rule->id != FIELD_TOTAL_CERTIFICATES;
    else if (!number_find(text, count))
        return false;
    else if (field->rule->id == FIELD_REMAINING_CERTIFICATES && count->most)
        count->sure &= !are_gone(text, count);
    count->span.start += field->value.start;
    count->span.end += field->value.start;
    return true;
}

const struct report_field *answer_field(const struct check *check,
                                        enum field_id field)
{
    enum section_id section = rule_fields[field].section;

    return report_field_find(report_section_find(check->report, section),
                             field);
}

bool answer_certificates(const struct check *check)
{
    struct number count;

    return answer_count(check, answer_field(check, FIELD_TOTAL_CERTIFICATES),
                        &count) && count.least > 0;
}

/* Is what stands at OFFSET denied by the word before it? */
static bool is_denied(const char *folded, size_t offset)
{
    static const char *const words[] = {"no ", "without ", "not ", "any ",
                                        "not a "};
    const struct slice before = {folded, offset};

    for (size_t i = 0; i < LENGTH_OF(words); i++) {
        if (slice_ends(before, words[i]))
            return true;
    }
    return false;
}

/* Does the sentence of FOLDED that has OFFSET in it speak of another report? */
static bool is_elsewhere(const char *folded, size_t offset)
{
    size_t end = offset;
    bool elsewhere;
    char *sentence;

    while (offset && !strchr(".;", folded[offset - 1]))
        offset--;
    while (folded[end] && !strchr(".;", folded[end]))
        end++;
    sentence = memory_copy(folded + offset, end - offset);
    elsewhere = rule_phrase_in(PHRASES_OTHER_REPORT, sentence) != NULL;
    memory_free(sentence);
    return elsewhere;
}

static bool tells_of_delay(const char *folded)
{
    const struct rule_phrases *list =
        &rule_phrase_lists[PHRASES_REVOCATION_DELAY];

    if (!rule_phrase_in(PHRASES_REVOCATION_DELAY, folded))
        return false;
    for (size_t i = 0; i < list->count; i++) {
        for (size_t at = 0; rule_phrase_find(list->phrases[i].folded, folded,
                                             at, &at); at++) {
            if (!is_denied(folded, at) && !is_elsewhere(folded, at))
                return true;
        }
    }
    return false;
}

bool answer_revocation_delay(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);
    char *folded;
    bool delay;

    if (check->report->facts.revocation_delay)
        return true;
    if (!field || report_field_empty(field))
        return false;
    folded = answer_fold(check, field->value);
    delay = tells_of_delay(folded);
    memory_free(folded);
    return delay;
}

void answer_cut_sentence(char *folded)
{
    for (char *at = folded; *at; at++) {
        if (strchr(".;!", *at) && (at[1] == ' ' || !at[1])) {
            *at = '\0';
            return;
        }
    }
}
