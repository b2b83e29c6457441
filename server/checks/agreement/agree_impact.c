/* What the Impact owes once certificates are affected. */
#include "agreement.h"

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

static void check_reason(const struct check *check)
{
    const struct facts *facts = check->facts;
    struct finding_words words = {0};

    if (facts->heuristic_sure != FACT_SAID ||
        facts->heuristic != HEURISTIC_NO_REASON)
        return;
    words.value = check_slice(check, facts->heuristic_field->answer);
    check_add(check, CASE_INCIDENT_HEURISTIC_REASON,
              facts->heuristic_field->answer, &words);
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
}
