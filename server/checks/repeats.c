/* Says once, with a count, what is wrong alike in many places. */
#include "repeats.h"

#include "search.h"

/* The most repeated findings that are named as related places. */
#define RELATED_MOST 3

/* Findings of one case in one place. */
struct run {
    size_t first;               /* the index of the first */
    size_t place;               /* where the place begins */
    size_t count;
};

static bool section_before(const void *sections, size_t index, size_t offset)
{
    const struct report_section *section =
        &((const struct report_section *)sections)[index];

    return section->heading.start < offset;
}

static bool field_before(const void *fields, size_t index, size_t offset)
{
    return ((const struct report_field *)fields)[index].whole.start < offset;
}

/* Where the first field of SECTION begins that is the same as the one at INDEX:
 * one that was pasted many times is one place. Factors have fields of their
 * own. */
static size_t place_of_field(const struct report_section *section, size_t index)
{
    const struct report_field *fields = section->fields;
    size_t first = section->factor_count || !fields[index].rule ? index : 0;

    while (first < index && fields[first].rule != fields[index].rule)
        first++;
    return fields[first].whole.start;
}

/* Where the field or section begins that OFFSET, in REPORT, is in. */
static size_t place_in(const struct report *report, size_t offset)
{
    size_t at = search_first(report->sections, report->section_count,
                             offset + 1, section_before);
    const struct report_section *section;

    if (!at)
        return report->heading.start;
    section = &report->sections[at - 1];
    at = search_first(section->fields, section->field_count, offset + 1,
                      field_before);
    return at ? place_of_field(section, at - 1) : section->heading.start;
}

static size_t place_of(const struct reports *reports,
                       const struct finding *finding)
{
    for (size_t i = 0; reports && i < reports->count; i++) {
        if (reports->items[i].heading.start == finding->report.start)
            return place_in(&reports->items[i], finding->span.start);
    }
    return 0;
}

/* " This is the first of 1354 like it here." */
static void add_count(struct finding *first, size_t count)
{
    const struct finding_words words = {.count = count};
    char *more = message_fill_in(rule_offers[OFFER_ALIKE].label, &words);
    struct buffer message = {NULL, 0, 0};

    buffer_add_string(&message, first->message);
    buffer_add_char(&message, ' ');
    buffer_add_string(&message, more);
    memory_free(more);
    memory_free(first->message);
    first->message = buffer_take(&message);
}

/* RUN ends before the index END. */
static void mark_run(struct findings *findings, const struct run *run,
                     size_t end)
{
    struct finding *first = &findings->items[run->first];
    size_t related = 0;

    if (run->count <= REPEATS_MOST)
        return;
    for (size_t i = run->first + 1; i < end; i++) {
        struct finding *other = &findings->items[i];

        if (other->which != first->which)
            continue;
        other->repeated = true;
        if (related++ < RELATED_MOST)
            finding_relate(first, other->span, other->message, NULL);
    }
    add_count(first, run->count);
}

static void mark_case(struct findings *findings,
                      const struct reports *reports, enum case_id which)
{
    struct run run = {.count = 0};

    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        size_t place;

        if (finding->which != which)
            continue;
        place = place_of(reports, finding);
        if (run.count && place != run.place) {
            mark_run(findings, &run, i);
            run.count = 0;
        }
        if (!run.count)
            run = (struct run){.first = i, .place = place};
        run.count += finding->alike;
    }
    mark_run(findings, &run, findings->count);
}

void repeats_mark(struct findings *findings, const struct reports *reports)
{
    size_t counts[CASE_COUNT] = {0};

    for (size_t i = 0; i < findings->count; i++)
        counts[findings->items[i].which] += findings->items[i].alike;
    for (size_t which = 0; which < CASE_COUNT; which++) {
        if (counts[which] > REPEATS_MOST)
            mark_case(findings, reports, (enum case_id)which);
    }
}

void repeats_drop(struct findings *findings)
{
    bool *dropped = memory_new_zeroed(findings->count + 1, sizeof *dropped);

    for (size_t i = 0; i < findings->count; i++)
        dropped[i] = findings->items[i].repeated;
    findings_drop(findings, dropped);
    memory_free(dropped);
}
