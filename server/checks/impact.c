/* The part Values: how many certificates, which, and was issuance stopped? */
#include "answer.h"

#include <string.h>

#include "memory.h"
#include "placeholder.h"

/* VALUE and SIGN before an answer. */
static void add_begin(struct finding *finding, struct span answer,
                      const char *value, const char *sign)
{
    struct finding_words words = {.expected = check_word(value)};
    struct fix *fix = finding_fix(finding, FIX_BEGIN, &words);
    struct buffer text = {NULL, 0, 0};

    buffer_add_string(&text, value);
    buffer_add_string(&text, sign);
    fix_edit(fix, (struct span){answer.start, answer.start},
             buffer_slice(&text));
    buffer_free(&text);
}

static void unprefer(struct finding *finding)
{
    for (size_t index = 0; finding && index < finding->fix_count; index++)
        finding->fixes[index].preferred = false;
}

static void check_count(const struct check *check, enum field_id id)
{
    const struct report_field *field = answer_field(check, id);
    struct finding_words words = {0};
    struct number count;

    if (!field || !answer_given(check, field) ||
        answer_count(check, field, &count) ||
        check->report->rule->id == REPORT_PRELIMINARY ||
        placeholder_is(check, field->value))
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_CERTIFICATE_COUNT, field->answer, &words);
}

static void check_counts(const struct check *check)
{
    const struct report_field *total =
        answer_field(check, FIELD_TOTAL_CERTIFICATES);
    const struct report_field *remaining =
        answer_field(check, FIELD_REMAINING_CERTIFICATES);
    struct number all;
    struct number valid;
    struct finding_words words = {0};

    check_count(check, FIELD_TOTAL_CERTIFICATES);
    check_count(check, FIELD_REMAINING_CERTIFICATES);
    if (!answer_count(check, total, &all) ||
        !answer_count(check, remaining, &valid) || !all.sure ||
        !valid.sure || valid.least <= all.most)
        return;
    words.value = check_slice(check, valid.span);
    words.other = check_slice(check, all.span);
    check_relate(check_add(check, CASE_CERTIFICATE_COUNT_ORDER,
                           remaining->answer, &words),
                 total->answer, &words);
}

/* Does FOLDED have a dotted number of four parts or more, as an OID has? */
static bool has_oid(const char *folded)
{
    int dots = 0;

    for (const char *at = folded; *at; at++) {
        if (*at == '.' && at > folded && byte_is_digit(at[-1]) &&
            byte_is_digit(at[1]))
            dots++;
        else if (!byte_is_digit(*at))
            dots = 0;
        if (dots >= 3)
            return true;
    }
    return false;
}

static void offer_types(struct finding *finding,
                        const struct report_field *field)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        if (rule_values[index].list == LIST_CERTIFICATE_TYPE)
            add_begin(finding, field->answer, rule_values[index].value, ": ");
    }
    unprefer(finding);
}

static void check_types(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_CERTIFICATE_TYPES);
    struct finding_words words = {0};
    char *folded;

    if (!answer_given(check, field) || !answer_certificates(check) ||
        placeholder_is(check, field->value))
        return;
    folded = answer_fold(check, field->value);
    if (!rule_value_in(LIST_CERTIFICATE_TYPE, folded) && !has_oid(folded)) {
        words.label = check_word(field->rule->label);
        words.value = check_slice(check, field->answer);
        offer_types(check_add(check, CASE_CERTIFICATE_TYPES, field->answer,
                              &words),
                    field);
    }
    memory_free(folded);
}

static void check_heuristic(const struct check *check)
{
    const struct report_field *field = answer_field(check, FIELD_HEURISTIC);
    struct finding_words words = {0};
    enum not_applicable answer;

    if (!field || report_field_empty(field) || !answer_certificates(check))
        return;
    answer = answer_applies(check, field);
    if (answer != NOT_APPLICABLE && answer != NOT_APPLICABLE_SPELT)
        return;
    check_relate(check_add(check, CASE_INCIDENT_HEURISTIC, field->answer,
                           &words),
                 answer_field(check, FIELD_TOTAL_CERTIFICATES)->answer,
                 &words);
}

/* An answer of one word needs more than Yes or No in front. */
static bool is_sentence(const char *folded)
{
    return strchr(folded, ' ') != NULL;
}

static void offer_yes_no(struct finding *finding,
                         const struct report_field *field, const char *said)
{
    const char *yes = rule_values[VALUE_YES].value;
    const char *no = rule_values[VALUE_NO].value;

    add_begin(finding, field->answer, said == no ? no : yes, ". ");
    add_begin(finding, field->answer, said == no ? yes : no, ". ");
    if (!said)
        unprefer(finding);
}

/* An answer that is longer is more than Yes or No. */
#define RESTATING_MOST 80

/* Does FOLDED say no more than whether issuance was stopped? */
static bool restates(const char *folded)
{
    char word[RESTATING_MOST + 1];

    if (strlen(folded) > RESTATING_MOST)
        return false;
    for (const char *at = folded; *at; at += strspn(at, " .,;:-()")) {
        size_t length = strcspn(at, " .,;:-()");

        memcpy(word, at, length);
        word[length] = '\0';
        if (length && !rule_phrase_is(PHRASES_RESTATING, word))
            return false;
        at += length;
    }
    return true;
}

static bool has_reason(const char *folded)
{
    const char *space = strchr(folded, ' ');

    return space && strchr(space + 1, ' ') &&   /* three words at least */
           !restates(folded);
}

/* What an answer that says neither Yes nor No says in other words; NULL if
 * nothing of the kind. */
static const char *said_otherwise(char *folded)
{
    answer_cut_sentence(folded);
    if (rule_phrase_in(PHRASES_NOT_STOPPED, folded))
        return rule_values[VALUE_NO].value;
    if (rule_phrase_in(PHRASES_STOPPED, folded))
        return rule_values[VALUE_YES].value;
    return NULL;
}

static void check_issuance(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_ISSUANCE_STOPPED);
    struct finding_words words = {0};
    enum match match;
    struct finding *finding;
    const char *said;
    char *folded;
    bool sentence;

    if (!answer_given(check, field) || placeholder_is(check, field->value))
        return;
    folded = answer_fold(check, field->value);
    words.value = check_slice(check, field->answer);
    rule_value_match(LIST_YES_NO, folded, &match);
    if (match == MATCH_EXACT || match == MATCH_SPELLING) {
        if (!has_reason(folded))
            check_add(check, CASE_ISSUANCE_STOPPED_REASON, field->answer,
                      &words);
        memory_free(folded);
        return;
    }
    sentence = is_sentence(folded);
    said = said_otherwise(folded);
    if (said)
        words.expected = check_word(said);
    finding = check_add(check,
                        said ? CASE_ISSUANCE_STOPPED_SAID
                             : CASE_ISSUANCE_STOPPED,
                        field->answer, &words);
    if (sentence)
        offer_yes_no(finding, field, said);
    memory_free(folded);
}

void check_impact(const struct check *check,
                  const struct report_section *section)
{
    if (section->rule->id != SECTION_IMPACT || !check_is_first(check, section))
        return;
    check_counts(check);
    check_types(check);
    check_heuristic(check);
    check_issuance(check);
}
