/* Looks at the stretches of a text that may have changed, one by one. */
#include "round.h"

#include "posting.h"
#include "quiet.h"
#include "timeline.h"

/* Findings in stretches leave room for so many of whole reports. */
#define RESERVED 2000

static void check_section(const struct check *check,
                          const struct report_section *section)
{
    check_placeholders(check, section);
    check_prose(check, section);
    if (!section->rule)
        return;
    check_labels(check, section);
    check_not_applicable(check, section);
    check_summary(check, section);
    check_dates(check, section);
    check_impact(check, section);
    check_timeline(check, section);
    check_tables(check, section);
    check_related(check, section);
    check_actions(check, section);
}

/* The first line of STRETCH that says a zone of all times. */
static void find_zone(const struct check *check, const struct stretch *stretch)
{
    size_t found = quiet_found(check);
    size_t at = stretch->first;

    if (at < check->report->first_element)
        at++;
    for (; at < stretch->end; at++) {
        if (quiet_is(check, at, QUIET_ZONE))
            continue;
        if (timeline_zone_above(check->reports, at, at + 1,
                                &check->own->times))
            return;
        quiet_note(check, at, QUIET_ZONE, found);
    }
}

static void check_stretch(const struct check *check,
                          const struct stretch *stretch)
{
    find_zone(check, stretch);
    if (stretch->section)
        check_section(check, stretch->section);
    check_posting(check, stretch);
}

static void note_touched(struct round *round, const struct stretch *stretch)
{
    const struct report_section *section = stretch->section;

    if (!section || !section->rule) {
        round->touched |= ROUND_UNKNOWN;
        return;
    }
    round->touched |= ROUND_SECTION(section->rule->id);
    if (section->rule->field_count)
        round->touched |= ROUND_FIELDS;
}

static bool is_divided(const struct round *round,
                       const struct stretch *stretch)
{
    return stretch->report != STRETCH_ABOVE &&
           !round->reports->items[stretch->report].rule->superseded;
}

/* Looks at the stretch INDEX; its inputs are known. */
static void look_at(struct round *round, size_t index, struct check *check)
{
    const struct stretch *stretch = &round->stretches.items[index];
    struct kept_stretch *kept = &round->now->stretches[index];
    struct check file = round_check(round, STRETCH_ABOVE);
    struct findings found = kept_begin(round->taken);
    struct findings directives;

    check->own = &round->now->facts[index];
    check->findings = &found;
    quiet_settle(round->reports, stretch);
    if (is_divided(round, stretch))
        check_stretch(check, stretch);
    kept_end(&kept->findings, &found);
    directives = kept_begin(round->taken + kept_count(&kept->findings));
    file.findings = &directives;
    check_directives(&file, stretch);
    kept_end(&kept->directives, &directives);
    check->findings = NULL;
    kept->fresh = true;
    note_touched(round, stretch);
}

static bool is_same_zone(const struct zone *one, const struct zone *other)
{
    return one->kind == other->kind && one->known == other->known &&
           one->offset == other->offset;
}

/* Is stretch INDEX, whose inputs are known, what WAS was? */
static bool is_same(const struct round *round, size_t index,
                    const struct kept_stretch *was, ptrdiff_t *by)
{
    const struct kept_stretch *is = &round->now->stretches[index];
    struct span moved;

    if (!replaced_spares(round->replaced, was->span, by))
        return false;
    moved = replaced_move(was->span, *by);
    return was->report == is->report && moved.start == is->span.start &&
           moved.end == is->span.end &&
           kept_inputs_same(&was->inputs, &is->inputs) &&
           is_same_zone(&was->above, &is->above);
}

/* Takes over what was found in the old stretch WAS, moved BY. */
static void take_over(struct round *round, size_t index, size_t was,
                      ptrdiff_t by)
{
    struct kept_stretch *old = &round->before->stretches[was];
    struct kept_stretch *kept = &round->now->stretches[index];
    const struct stretch *stretch = &round->stretches.items[index];
    const struct report *reports = round->reports->items;

    kept->findings = old->findings;
    kept->directives = old->directives;
    old->findings = old->directives = (struct kept_findings){NULL};
    round->now->facts[index] = round->before->facts[was];
    round->before->facts[was] = (struct facts){.section = NULL};
    facts_move(&round->now->facts[index], by);
    kept_move(&kept->findings, by);
    kept_move(&kept->directives, by);
    if (is_divided(round, stretch))
        kept_belong(&kept->findings, reports[stretch->report].heading);
    kept_belong(&kept->directives, reports->heading);
}

/* The first old stretch from WAS on that may be the one that begins at
 * START. */
static size_t old_from(const struct round *round, size_t was, size_t start)
{
    const struct checked *before = round->before;

    while (was < before->count) {
        size_t old = before->stretches[was].span.start;

        if (replaced_keeps(round->replaced, old) &&
            replaced_offset(round->replaced, old) >= start)
            break;
        was++;
    }
    return was;
}

/* Looks at the stretch INDEX, or keeps what was found in the old one WAS. */
static void do_stretch(struct round *round, size_t index, size_t was,
                       struct check *check)
{
    const struct checked *before = round->before;
    struct kept_stretch *kept = &round->now->stretches[index];
    ptrdiff_t by;

    if (was < before->count &&
        round_same_report(round, round->stretches.items[index].report) &&
        is_same(round, index, &before->stretches[was], &by) &&
        kept_fits(&before->stretches[was].findings, round->taken) &&
        kept_fits(&before->stretches[was].directives,
                  round->taken +
                      kept_count(&before->stretches[was].findings)))
        take_over(round, index, was, by);
    else
        look_at(round, index, check);
    round->now->facts[index].section = round->stretches.items[index].section;
    round->taken +=
        kept_count(&kept->findings) + kept_count(&kept->directives);
}

/* What stands above the first report is posted with it. */
static struct entry *entry_of(const struct round *round,
                              const struct stretch *stretch)
{
    bool above = stretch->report == STRETCH_ABOVE;

    return &round->now->entries[above ? 0 : stretch->report];
}

/* The check for stretch INDEX, which goes by the facts of its report above. */
static struct check check_above(const struct round *round, size_t index)
{
    const struct stretch *stretch = &round->stretches.items[index];
    const struct entry *entry = entry_of(round, stretch);
    struct check check = round_check(round, stretch->report);

    check.facts_count = entry->count;
    check.facts = &round->now->facts[index - entry->count];
    return check;
}

/* The zone of times that is said above STRETCH, if that matters. */
static struct zone zone_above(const struct check *check,
                              const struct stretch *stretch)
{
    const struct report_section *section = stretch->section;
    struct zone zone = {.kind = ZONE_NONE};
    const struct zone *above;

    if (!section || !section->rule ||
        section->rule->content != CONTENT_TIMELINE)
        return zone;
    above = facts_zone(check, section);
    if (above)
        zone = *above;
    zone.span = (struct span){0, 0};
    return zone;
}

static size_t length_of(const struct round *round, size_t index)
{
    const struct span *span = &round->stretches.items[index].span;

    return span->end - span->start;
}

/* The longest of the stretches that were looked at; their count if none was. */
static size_t longest_fresh(const struct round *round)
{
    size_t longest = round->now->count;

    for (size_t index = 0; index < round->now->count; index++) {
        if (round->now->stretches[index].fresh &&
            (longest == round->now->count ||
             length_of(round, index) > length_of(round, longest)))
            longest = index;
    }
    return longest;
}

/* Counts the characters of the stretches that were looked at. Together all make
 * up the text, so that the longest one needn't be gone through. */
static void count_characters(const struct round *round)
{
    size_t rest = text_characters(round->reports->text);
    size_t longest = longest_fresh(round);

    for (size_t index = 0; index < round->now->count; index++) {
        struct facts *facts = &round->now->facts[index];

        if (index == longest)
            continue;
        if (round->now->stretches[index].fresh)
            facts->characters = posting_characters(text_slice(
                round->reports->text, round->stretches.items[index].span));
        rest -= facts->characters;
    }
    if (longest < round->now->count)
        round->now->facts[longest].characters = rest;
}

void round_stretches(struct round *round)
{
    size_t was = 0;

    round_divide(round);
    round->taken = RESERVED;
    for (size_t index = 0; index < round->stretches.count; index++) {
        const struct stretch *stretch = &round->stretches.items[index];
        struct check check = check_above(round, index);

        round->now->stretches[index].above = zone_above(&check, stretch);
        was = old_from(round, was, stretch->span.start);
        do_stretch(round, index, was, &check);
        if (!entry_of(round, stretch)->count++)
            entry_of(round, stretch)->first = index;
    }
    round->taken -= RESERVED;
    count_characters(round);
}
