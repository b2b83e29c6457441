/* Finds where one more row, entry or factor goes, and writes it. */
#include "addition.h"

#include <string.h>

#include "memory.h"
#include "timeline.h"
#include "untouched.h"

const struct addition_rule addition_rules[ADDITION_COUNT] = {
    [ADDITION_ACTION] = {"action-item", SECTION_ACTION_ITEMS, FIX_ADD_ACTION},
    [ADDITION_INCIDENT] = {"related-incident", SECTION_RELATED_INCIDENTS,
                           FIX_ADD_INCIDENT},
    [ADDITION_ENTRY] = {"timeline-entry", SECTION_TIMELINE, FIX_ADD_ENTRY},
    [ADDITION_FACTOR] = {"contributing-factor", SECTION_ROOT_CAUSE_ANALYSIS,
                         FIX_ADD_FACTOR},
};

/* What is added to; all borrowed. */
struct adder {
    struct addition *addition;
    const struct reports *reports;
    const struct report *report;
    const struct report_section *section;
    const struct template_facts *facts;
    size_t offset;              /* of the cursor */
};

bool addition_find(struct slice keyword, enum addition_kind *kind)
{
    for (size_t index = 0; index < ADDITION_COUNT; index++) {
        if (slice_is(keyword, addition_rules[index].keyword)) {
            *kind = (enum addition_kind)index;
            return true;
        }
    }
    return false;
}

/* The end of the last line of the section. */
static size_t section_end(const struct adder *adder)
{
    return text_line_end(adder->reports->text,
                         report_section_end(adder->reports, adder->section));
}

/* What is added goes to OFFSET; nothing is replaced. */
static void add_at(struct adder *adder, size_t offset)
{
    adder->addition->span = (struct span){offset, offset};
}

static void add_string(struct adder *adder, const char *string)
{
    snippet_add_string(&adder->addition->snippet, string);
}

/* What follows the addition must be parted from it by a blank line. */
static void part_below(struct adder *adder)
{
    const struct text *text = adder->reports->text;
    size_t line = text_line_at(text, adder->addition->span.end) + 1;

    if (line < text_line_count(text) &&
        !slice_is_blank(text_line_bytes(text, line)))
        add_string(adder, "\n");
}

/* All that the section's template has, after what is there. */
static void add_whole(struct adder *adder)
{
    add_at(adder, section_end(adder));
    add_string(adder, "\n\n");
    template_add_section(&adder->addition->snippet, adder->section->rule,
                         adder->report->rule, adder->facts);
    part_below(adder);
}

/* The row of TABLE that the cursor is in, or else the last. */
static size_t row_at(const struct adder *adder, const struct table *table)
{
    const struct element *elements = adder->reports->elements.items;
    size_t last = table->header + table->row_count;

    for (size_t row = table->header + 1; row < last; row++) {
        if (elements[row].span.start <= adder->offset &&
            text_line_end(adder->reports->text, elements[row].span.start) >=
                adder->offset)
            return row;
    }
    return last;
}

static void add_row(struct adder *adder)
{
    const struct text *text = adder->reports->text;
    struct table table;
    size_t row;
    size_t line;

    if (!table_find(adder->reports, adder->section, &table)) {
        add_whole(adder);
        return;
    }
    if (untouched_row(adder->reports, &table, &adder->addition->span)) {
        template_add_row(&adder->addition->snippet, &table);
        return;
    }
    row = row_at(adder, &table);
    line = text_line_at(text,
                        adder->reports->elements.items[row].span.start);
    line += row == table.header;        /* the line below the header */
    add_at(adder, text_line_content(text, line).end);
    add_string(adder, "\n");
    template_add_row(&adder->addition->snippet, &table);
}

static struct slice line_of(const struct adder *adder, size_t offset)
{
    const struct text *text = adder->reports->text;

    return text_line_bytes(text, text_line_at(text, offset));
}

/* Does LINE go on with what began with INDENT blanks? */
static bool goes_on(struct slice line, size_t indent)
{
    size_t at = slice_skip_blanks(line, 0);

    return !slice_is_blank(line) &&
           (at > indent || !byte_is_in(line.bytes[at], "-*+#|"));
}

/* The end of ENTRY's last line, those nested in it included. */
static size_t entry_end(const struct adder *adder,
                        const struct timeline_entry *entry)
{
    const struct text *text = adder->reports->text;
    size_t indent = slice_skip_blanks(line_of(adder, entry->span.start), 0);
    size_t line = text_line_at(text, entry->span.start);

    while (line + 1 < text_line_count(text) &&
           goes_on(text_line_bytes(text, line + 1), indent))
        line++;
    return text_line_content(text, line).end;
}

/* The entry that the cursor is in, or else the last; NULL if there is none. */
static const struct timeline_entry *entry_at(const struct adder *adder,
                                             const struct timeline *timeline)
{
    const struct timeline_entry *found = NULL;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];

        found = entry;
        if (entry->span.start <= adder->offset &&
            entry_end(adder, entry) >= adder->offset)
            break;
    }
    return found;
}

/* The blanks and the bullet that ENTRY begins with, or the template's. */
static void add_bullet(struct adder *adder, const struct timeline_entry *entry)
{
    struct slice line = entry ? line_of(adder, entry->span.start)
                              : slice_of("-");
    size_t at = slice_skip_blanks(line, 0);

    if (byte_is_in(slice_at(line, at), "-*+"))
        snippet_add(&adder->addition->snippet, slice_part(line, 0, at + 1));
    else
        add_string(adder, "-");
    add_string(adder, " ");
}

/* When it was, and what happened: CELLS of a row, or, for 0, of a line. */
static void add_moment(struct adder *adder, size_t cells)
{
    struct snippet *snippet = &adder->addition->snippet;

    template_add_moment(snippet, adder->facts);
    add_string(adder, cells ? " | " : " ");
    snippet_add_stop(snippet,
                     slice_of(template_prompt(adder->section->rule)));
    for (size_t index = 2; index < cells; index++) {
        add_string(adder, " | ");
        snippet_add_stop(snippet, slice_of(""));
    }
}

/* After ENTRY, a row, another one. */
static void add_entry_row(struct adder *adder,
                          const struct timeline_entry *entry)
{
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(line_of(adder, entry->span.start), cells,
                               TABLE_COLUMNS);

    add_string(adder, "\n| ");
    add_moment(adder, count < 2 ? 2 : count);
    add_string(adder, " |");
}

static void add_entry_of(struct adder *adder, const struct timeline *timeline)
{
    const struct timeline_entry *entry = entry_at(adder, timeline);

    add_at(adder, entry ? entry_end(adder, entry) : section_end(adder));
    if (entry && entry->row) {
        add_entry_row(adder, entry);
    } else {
        add_string(adder, entry ? "\n" : "\n\n");
        add_bullet(adder, entry);
        add_moment(adder, 0);
        if (!entry)
            part_below(adder);
    }
}

static void add_entry(struct adder *adder)
{
    struct timeline timeline = {NULL, 0, 0};

    timeline_read(adder->reports, adder->section, &timeline);
    if (untouched_entry(adder->reports, adder->section, &timeline,
                        &adder->addition->span))
        add_moment(adder, 0);
    else
        add_entry_of(adder, &timeline);
    timeline_free(&timeline);
}

/* Its number follows on the others', so it goes after all of them. */
static void add_factor(struct adder *adder)
{
    size_t number = template_next_factor(adder->section);
    bool more = !untouched_factor(adder->reports, adder->section, &number,
                                  &adder->addition->span);

    if (more) {
        add_at(adder, section_end(adder));
        add_string(adder, "\n\n");
    }
    template_add_factor(&adder->addition->snippet, number, adder->facts);
    if (more)
        part_below(adder);
}

bool addition_read(struct addition *addition, const struct reports *reports,
                   size_t offset, enum addition_kind kind,
                   const struct template_facts *facts)
{
    struct adder adder = {.addition = addition, .reports = reports,
                          .report = report_at(reports, offset),
                          .facts = facts, .offset = offset};

    if (!adder.report)
        return false;
    adder.section =
        report_section_find(adder.report, addition_rules[kind].section);
    if (!adder.section)
        return false;
    if (kind == ADDITION_FACTOR)
        add_factor(&adder);
    else if (kind == ADDITION_ENTRY)
        add_entry(&adder);
    else
        add_row(&adder);
    return true;
}

bool addition_belongs(const struct reports *reports, size_t offset,
                      enum addition_kind kind)
{
    const struct report_section *in = report_section_at(reports, offset);

    return in && in->rule && in->rule->id == addition_rules[kind].section;
}
