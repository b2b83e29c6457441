/* Checks a text anew where edits have touched it, and keeps the rest. */
#include "checked.h"

#include <string.h>

#include "memory.h"
#include "round.h"

static void empty(struct checked *checked)
{
    for (size_t index = 0; index < checked->count; index++) {
        kept_free(&checked->stretches[index].findings);
        kept_free(&checked->stretches[index].directives);
        facts_free(&checked->facts[index]);
    }
    for (size_t index = 0; index < checked->entry_count; index++) {
        for (size_t which = 0; which < ROUND_PARTS; which++)
            kept_free(&checked->entries[index].findings[which]);
    }
    certificate_lists_free(&checked->lists);
    kept_free(&checked->file);
    kept_free(&checked->unused);
    memory_free(checked->entries);
    memory_free(checked->stretches);
    memory_free(checked->facts);
    *checked = (struct checked){.any = false};
}

struct checked *checked_new(void)
{
    return memory_new_zeroed(1, sizeof(struct checked));
}

void checked_free(struct checked *checked)
{
    if (checked)
        empty(checked);
    memory_free(checked);
}

static void begin(struct round *round)
{
    struct checked *now = round->now;

    stretches_read(&round->stretches, round->reports);
    now->any = true;
    now->options = *round->options;
    now->options.attachments = NULL;
    now->entry_count = round->reports->count;
    now->entries = memory_new_zeroed(now->entry_count, sizeof *now->entries);
    now->count = round->stretches.count;
    now->stretches = memory_new_zeroed(now->count, sizeof *now->stretches);
    now->facts = memory_new_zeroed(now->count, sizeof *now->facts);
    for (size_t index = 0; index < now->entry_count; index++)
        now->entries[index].report =
            kept_report_of(&round->reports->items[index]);
}

struct check round_check(const struct round *round, size_t index)
{
    const struct check_options *options = round->options;
    bool file = index == STRETCH_ABOVE;
    const struct report *report = &round->reports->items[file ? 0 : index];
    struct check check = {.reports = round->reports, .report = report,
                          .options = options,
                          .guideline = options->guideline,
                          .draft = options->draft,
                          .timeline = round->timeline};

    if (!file && report->facts.guideline)
        check.guideline = report->facts.guideline;
    if (!file && report->facts.draft && !options->final)
        check.draft = true;
    return check;
}

bool round_same_report(const struct round *round, size_t report)
{
    const struct checked *before = round->before;

    if (report == STRETCH_ABOVE)
        return true;
    return report < before->entry_count &&
           kept_report_same(&before->entries[report].report,
                            &round->now->entries[report].report,
                            round->replaced);
}

/* Parts about the whole file, silencing but not yet done. */
static void do_file(struct round *round)
{
    struct check check = round_check(round, STRETCH_ABOVE);
    struct findings found = kept_begin(round->taken);

    check.findings = &found;
    check_markdown_off(&check);
    kept_end(&round->now->file, &found);
    round->taken += kept_count(&round->now->file);
}

/* Adds what KEPT holds to FINDINGS: shared with it, or all of it. */
static void gather(struct findings *findings, struct kept_findings *kept,
                   bool share)
{
    if (!kept->list)
        return;
    if (share)
        findings_share(findings, kept->list);
    else
        findings_take(findings, kept->list);
}

static void gather_all(struct checked *checked, struct findings *findings,
                       bool share)
{
    for (size_t index = 0; index < checked->count; index++) {
        gather(findings, &checked->stretches[index].findings, share);
        gather(findings, &checked->stretches[index].directives, share);
    }
    for (size_t index = 0; index < checked->entry_count; index++) {
        for (size_t which = 0; which < ROUND_PARTS; which++)
            gather(findings, &checked->entries[index].findings[which], share);
    }
    gather(findings, &checked->file, share);
}

static void silence(struct round *round, struct findings *findings)
{
    struct check check = round_check(round, STRETCH_ABOVE);
    struct findings unused = kept_begin(findings->count);

    check.findings = &unused;
    findings_sort(findings);
    check_silenced(&check, findings);
    kept_end(&round->now->unused, &unused);
}

/* Should padding differ, that costs no more than one check of everything. */
static bool same_options(const struct check_options *one,
                         const struct check_options *other)
{
    struct check_options alike = *one;

    alike.attachments = other->attachments;
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison) */
    return !memcmp(&alike, other, sizeof alike);
}

static void update(struct checked *checked, struct reports *reports,
                   const struct replaced *replaced,
                   const struct check_options *options,
                   struct findings *findings, bool share)
{
    struct checked now = {.any = true};
    struct timeline_read timeline = {.section = NULL};
    struct round round = {.before = checked, .now = &now, .reports = reports,
                          .replaced = replaced, .options = options,
                          .timeline = &timeline};

    if (!checked->any || !same_options(&checked->options, options))
        empty(checked);
    begin(&round);
    round_stretches(&round);
    round_reports(&round);
    if (reports->count)
        do_file(&round);
    gather_all(&now, findings, share);
    if (reports->count)
        silence(&round, findings);
    timeline_free(&timeline.timeline);
    stretches_free(&round.stretches);
    empty(checked);
    *checked = now;
}

void checked_update(struct checked *checked, struct reports *reports,
                    const struct replaced *replaced,
                    const struct check_options *options,
                    struct findings *findings)
{
    update(checked, reports, replaced, options, findings, true);
}

void checked_once(struct reports *reports, const struct check_options *options,
                  struct findings *findings)
{
    struct checked checked = {.any = false};
    struct replaced all = replaced_all(reports->text);

    update(&checked, reports, &all, options, findings, false);
    empty(&checked);
}
