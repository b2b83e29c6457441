/* What the Impact owes once certificates are affected. */
#include "agreement.h"

#include <string.h>

#include "answer.h"
#include "memory.h"

/* Where the number of affected certificates stands. */
static struct span total_place(const struct check *check)
{
    const struct facts *facts = check->facts;

    return facts->total.sure == FACT_SAID ? facts->total.field->answer
                                          : facts->appendix.first;
}

/* FIELD says N/A, which cannot be since certificates are affected. */
static void add_owed(const struct check *check, enum case_id which,
                     const struct report_field *field)
{
    struct buffer digits = {NULL, 0, 0};
    struct finding_words words = {.other = facts_total(check, &digits)};

    words.value = check_slice(check, field->answer);
    check_relate(check_add(check, which, field->answer, &words),
                 total_place(check), &words);
    buffer_free(&digits);
}

/* "None available." is no N/A, though it begins as one, while certificates are
 * affected. */
static bool is_none_with_words(const struct check *check)
{
    const struct report_field *field = check->facts->heuristic_field;

    return field && !report_field_empty(field) &&
           answer_applies(check, field) == NOT_APPLICABLE_WITH_REASON &&
           answer_certificates(check);
}

static void check_reason(const struct check *check)
{
    const struct facts *facts = check->facts;
    struct finding_words words = {0};

    if (facts->heuristic != HEURISTIC_NO_REASON ||
        (facts->heuristic_sure != FACT_SAID && !is_none_with_words(check)))
        return;
    words.value = check_slice(check, facts->heuristic_field->answer);
    check_add(check, CASE_INCIDENT_HEURISTIC_REASON,
              facts->heuristic_field->answer, &words);
}

/* The most words that may stand between a number and "certificates". */
#define BETWEEN_MOST 4

/* Does the NUMBER in TEXT count certificates: "1,204 S/MIME certificates"? */
static bool counts_certificates(struct slice text, const struct number *number)
{
    char folded[96];
    size_t words = 0;

    fold_front(slice_from(text, number->span.end), folded, sizeof folded);
    folded[strcspn(folded, ".,;:(")] = '\0';
    if (rule_phrase_begins(PHRASES_MEASURE, folded + (*folded == ' ')))
        return false;
    for (const char *at = folded; *at && words <= BETWEEN_MOST; at++) {
        if (at > folded && at[-1] != ' ')
            continue;
        if (rule_phrase_begins(PHRASES_CERTIFICATE_WORD, at))
            return true;
        words++;
    }
    return false;
}

/* A description that is longer says how many further up. */
#define DESCRIPTION_MOST 2048
#define NUMBERS_MOST 24

/* The only number of certificates in the description; false if there is none,
 * or more than one, or if it is the one certificate that led to more. */
static bool find_described(const struct check *check, struct span place,
                           struct number *found)
{
    struct slice text = check_slice(check, place);
    size_t count = 0;
    size_t all = 0;
    struct number number;

    if (text.length > DESCRIPTION_MOST)
        text.length = DESCRIPTION_MOST;
    for (size_t at = 0; all < NUMBERS_MOST && count < 2 &&
                        number_find(slice_from(text, at), &number);
         at = number.span.end, all++) {
        number.span = span_move(number.span, at);
        if (!counts_certificates(text, &number))
            continue;
        count++;
        *found = number;
    }
    return count == 1 && all < NUMBERS_MOST &&
           found->least == found->most && found->least > 1;
}

/* The description gives one number, and it is neither that of all affected
 * certificates nor one of those that the report also gives. */
static void check_described(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);
    const struct number *total = &facts->total.number;
    struct finding_words words = {0};
    struct number described = {.sure = false};

    if (facts->total.sure != FACT_SAID || total->least != total->most ||
        facts->delay || !field || report_field_empty(field) ||
        !find_described(check, field->value, &described) ||
        described.least == total->least ||
        described.least == facts->remaining.number.least)
        return;
    described.span = span_move(described.span, field->value.start);
    words.value = check_slice(check, described.span);
    words.other = check_slice(check, total->span);
    check_relate(check_add(check, CASE_CERTIFICATE_TOTAL_DESCRIBED,
                           described.span, &words),
                 total_place(check), &words);
}

void agree_impact(const struct check *check)
{
    const struct facts *facts = check->facts;

    if (!facts_certificates(facts) || check->report->rule->id != REPORT_FULL)
        return;
    if (facts->remaining.sure == FACT_NOT_APPLICABLE &&
        facts->total.sure == FACT_SAID)
        add_owed(check, CASE_CERTIFICATE_COUNT_REMAINING,
                 facts->remaining.field);
    if (facts->types == FACT_NOT_APPLICABLE)
        add_owed(check, CASE_CERTIFICATE_TYPES_NONE, facts->types_field);
    if (facts->stopped == FACT_NOT_APPLICABLE)
        add_owed(check, CASE_ISSUANCE_STOPPED_APPLIES, facts->stopped_field);
    check_reason(check);
    check_described(check);
}
