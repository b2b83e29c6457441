/* Looks at whole reports: what compares their sections, and what is about all
 * of them. */
#include "round.h"

#include "attachments.h"
#include "memory.h"

#define IN(section) ROUND_SECTION(SECTION_##section)

/*
 * The parts that look at whole reports, and at which sections beyond the facts
 * and the division; a section that was looked at anew has them run again. The
 * first one is the only one for reports of superseded guidelines.
 */
static const struct part {
    void (*check)(const struct check *check);
    unsigned looks_at;
} parts[ROUND_PARTS] = {
    {check_structure, ROUND_ALL},
    {check_headings, ROUND_ALL},
    {check_fields, ROUND_FIELDS | IN(SUMMARY)},
    {check_analysis, IN(SUMMARY) | IN(IMPACT)},
    {check_coverage, IN(SUMMARY) | IN(TIMELINE)},
    {check_factors, ROUND_ALL},
    {check_kinds_of_all, IN(ACTION_ITEMS)},
    {check_mapping, IN(ROOT_CAUSE_ANALYSIS) | IN(ACTION_ITEMS)},
    {check_lessons, IN(LESSONS_LEARNED) | IN(ACTION_ITEMS) | IN(SUMMARY)},
    /* The one that says which files are attached. */
    {check_certificates, IN(APPENDIX) | IN(IMPACT) | ROUND_UNKNOWN |
                             ROUND_FILES},
    {check_closure, IN(CLOSURE) | IN(ACTION_ITEMS)},
    {check_life_cycle, ROUND_ALL},
    {check_length, ROUND_ALL},
    {check_wraps, ROUND_ALL},
};
/* Would the part WHICH find in all reports what it found? */
static bool is_kept(const struct round *round, size_t which)
{
    const struct checked *before = round->before;
    size_t taken = round->taken;

    if (!round->divided_same || (parts[which].looks_at & round->touched))
        return false;
    for (size_t index = 0; index < before->entry_count; index++) {
        const struct kept_findings *kept =
            &before->entries[index].findings[which];

        if (!kept_fits(kept, taken))
            return false;
        taken += kept_count(kept);
    }
    return true;
}

/* The facts of the stretches of REPORT, and where it ends. */
static void find_facts(const struct round *round, size_t report,
                       struct check *check)
{
    const struct entry *entry = &round->now->entries[report];
    size_t last = entry->first + entry->count - 1;

    check->facts = &round->now->facts[entry->first];
    check->facts_count = entry->count;
    check->end = round->stretches.items[last].span.end;
}

/* What the lists of certificates were, where they are not looked at again. */
static void keep_lists(const struct round *round)
{
    round->now->lists = round->before->lists;
    round->before->lists = (struct certificate_lists){NULL, 0, 0};
    certificate_lists_move(&round->now->lists, round->replaced);
}

static void do_report(struct round *round, size_t which, size_t report,
                     bool kept)
{
    const struct certificate_memory lists = {
        &round->before->lists, &round->now->lists, round->replaced};
    struct kept_findings *old = NULL;
    struct kept_findings *findings =
        &round->now->entries[report].findings[which];
    struct check check = round_check(round, report);
    struct findings found = kept_begin(round->taken);

    if (kept) {
        old = &round->before->entries[report].findings[which];
        *findings = *old;
        *old = (struct kept_findings){NULL};
        kept_follow(findings, round->replaced);
        kept_belong(findings, check.report->heading);
    } else if (!which || !check.report->rule->superseded) {
        find_facts(round, report, &check);
        check.findings = &found;
        check.lists = &lists;
        parts[which].check(&check);
        kept_end(findings, &found);
    }
    round->taken += kept_count(findings);
}

void round_reports(struct round *round)
{
    struct attachments *attachments = round->options->attachments;

    if (attachments_state(attachments) != round->before->attachments)
        round->touched |= ROUND_FILES;
    for (size_t which = 0; which < ROUND_PARTS; which++) {
        bool kept = is_kept(round, which);

        if (parts[which].check == check_certificates && !kept)
            attachments_begin(attachments);
        else if (parts[which].check == check_certificates)
            keep_lists(round);
        for (size_t index = 0; index < round->now->entry_count; index++)
            do_report(round, which, index, kept);
    }
    round->now->attachments = attachments_state(attachments);
}
