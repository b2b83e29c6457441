/* Do the totals and the rows of the lists of certificates agree? */
#include "agreement.h"

#include "answer.h"

/* The finding WHICH at PLACE: COUNT certificates against what TOTAL says. */
static void add_total(const struct check *check, enum case_id which,
                      struct span place, size_t count,
                      const struct fact_count *total)
{
    struct finding_words words = {.count = count};

    words.value = check_slice(check, total->field->answer);
    words.other = total->sure == FACT_SAID
                      ? check_slice(check, total->number.span)
                      : words.value;
    check_relate(check_add(check, which, place, &words), total->field->answer,
                 &words);
}

/* N/A or zero may be right if only precertificates are affected. */
static bool is_about_precertificates(const struct check *check)
{
    return answer_says(check, check->facts->total.field->value,
                       PHRASES_NOT_DISCLOSED);
}

/* Is a list, or a part of one, said to be in a file or somewhere else? */
static bool is_elsewhere(const struct facts *facts)
{
    return facts->appendix.unread || facts->appendix.attached ||
           facts->appendix.explained;
}

/* The lists' number of certificates, each counted once for sure. */
static bool check_number(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct fact_count *total = &facts->total;
    size_t listed = facts_listed(facts);
    size_t all = facts->appendix.rows + facts->appendix.links.rows;

    if (!listed || !total->field)
        return false;
    if (total->sure == FACT_NOT_APPLICABLE ||
        (total->sure == FACT_SAID && !total->number.most)) {
        if (!is_about_precertificates(check))
            add_total(check, CASE_CERTIFICATE_TOTAL_NONE,
                      facts->appendix.first, listed, total);
        return true;
    }
    if (total->sure != FACT_SAID)
        return false;
    if (listed > total->number.most) {
        add_total(check, CASE_CERTIFICATE_TOTAL_ABOVE, facts->appendix.first,
                  listed, total);
        return true;
    }
    if (facts->heuristic != HEURISTIC_FULL_CORPUS || !facts->appendix.lists ||
        is_elsewhere(facts) || all >= total->number.least)
        return false;
    add_total(check, CASE_CERTIFICATE_TOTAL_PART,
              facts->heuristic_field->answer, all, total);
    return true;
}

/* Does the Appendix have all affected certificates, for sure? */
static bool is_complete(const struct facts *facts)
{
    if (is_elsewhere(facts))
        return false;
    return facts->heuristic == HEURISTIC_FULL_CORPUS ||
           (facts->total.sure == FACT_SAID &&
            facts_listed(facts) >= facts->total.number.least);
}

/* The rows' validity against the number of remaining valid certificates. */
static void check_valid(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct fact_count *remaining = &facts->remaining;
    const struct tally *tally = &facts->appendix.tally;
    size_t most = tally->valid_most + facts->appendix.links.rows;

    if (remaining->sure != FACT_SAID || !facts_listed(facts))
        return;
    if (tally->valid_least > remaining->number.most)
        add_total(check, CASE_CERTIFICATE_TOTAL_VALID, tally->first_valid,
                  tally->valid_least, remaining);
    else if (!facts->appendix.attached &&
             facts->appendix.rows + facts->appendix.links.rows <
                 remaining->number.least)
        add_total(check, CASE_CERTIFICATE_TOTAL, facts->appendix.first,
                  facts->appendix.rows + facts->appendix.links.rows,
                  remaining);
    else if (tally->rows && is_complete(facts) &&
             most < remaining->number.least)
        add_total(check, CASE_CERTIFICATE_TOTAL_REVOKED,
                  remaining->field->answer,
                  most, remaining);
}

/* Rows say N/A of certificates that have not expired. Where no revocation is
 * required at all, no row says anything else, and the total has them. */
static void check_inapplicable(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct tally *tally = &facts->appendix.tally;
    struct finding_words words = {.count = tally->inapplicable};
    char iso[16];

    if (!tally->inapplicable ||
        (!tally->said && (facts->remaining.sure != FACT_SAID ||
                          facts->remaining.number.most >=
                              tally->inapplicable)))
        return;
    words.other = date_iso(tally->first_expiry, iso);
    check_add(check, CASE_CERTIFICATE_REVOKED_EXPIRED,
              tally->first_inapplicable, &words);
}

/* The first line of the report's Summary, Impact or Timeline that tells of a
 * revocation past its deadline; its span is empty if none does, or if the
 * delay is said to have a report of its own. */
static struct span late_place(const struct check *check)
{
    static const enum section_id sections[] = {SECTION_SUMMARY,
                                               SECTION_IMPACT};
    const struct facts *facts = check->facts;
    struct span place = {0, 0};

    for (size_t i = 0; i < 2 && !place.end; i++) {
        const struct report_section *section =
            report_section_find(check->report, sections[i]);
        size_t end = section ? section->first_element + section->element_count
                             : 0;

        for (size_t at = section ? section->first_element : 0;
             at < end && !place.end; at++) {
            const struct element *element =
                &check->reports->elements.items[at];
            struct span span = element->span;

            if (!(element->mentions & RULE_MENTION_EVENTS) ||
                !(events_told(check_slice(check, span)) &
                  EVENT(VALUE_EVENT_REVOCATION_LATE)))
                continue;
            if (answer_says(check, span, PHRASES_OTHER_REPORT))
                return place;
            place = span;
        }
    }
    if (!place.end &&
        facts_event(facts, VALUE_EVENT_REVOCATION_LATE)->first)
        place = facts_event(facts, VALUE_EVENT_REVOCATION_LATE)->first->span;
    return place;
}

/* What calls for an Analysis that says N/A. */
static void check_analysis_owed(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct tally *tally = &facts->appendix.tally;
    struct finding_words words = {.count = tally->delayed};
    struct span place;

    if (facts->delay || facts->analysis != FACT_NOT_APPLICABLE ||
        check->report->rule->id != REPORT_FULL)
        return;
    if (tally->delayed) {
        check_relate(check_add(check, CASE_ANALYSIS_REQUIRED_LISTED,
                               facts->analysis_field->value, &words),
                     tally->first_delayed, &words);
        return;
    }
    place = late_place(check);
    if (!place.end)
        return;
    words.value = check_slice(check, place);
    check_add(check, CASE_ANALYSIS_REQUIRED_SAID,
              facts->analysis_field->value, &words);
}

void agree_certificates(const struct check *check)
{
    const struct facts *facts = check->facts;
    bool contradict = facts->total.sure == FACT_SAID &&
                      facts->remaining.sure == FACT_SAID &&
                      facts->remaining.number.least >
                          facts->total.number.most;

    if (!contradict && !check_number(check))
        check_valid(check);
    check_inapplicable(check);
    check_analysis_owed(check);
}
