/* Lists what a report is made of. */
#include "symbols.h"

#include <string.h>

#include "glyph.h"
#include "memory.h"
#include "table.h"
#include "timeline.h"

/* Names and details are cut after this many bytes, at a character's start. */
#define WORDS_MOST 80

/* Report, section, factor, field, sub-field. */
#define DEPTH_MOST 5

/* An outline being made. */
struct outliner {
    const struct reports *reports;
    struct symbols *symbols;
    size_t depth;
    size_t last[DEPTH_MOST]; /* the last symbol of each depth */
};

/* Where what follows the words of a link at AT, "](address)", ends; AT if that
 * isn't there. */
static size_t past_link(struct slice bytes, size_t at)
{
    size_t end;

    if (!slice_has(bytes, at, "]("))
        return at;
    end = slice_find(bytes, at, ")");
    return end < bytes.length ? end + 1 : end;
}

/* The words of LINE, which is freed, as they may be shown. */
static char *safe(struct buffer *line)
{
    struct buffer words = {NULL, 0, 0};

    glyph_add_safe(&words, buffer_slice(line));
    buffer_free(line);
    return buffer_take(&words);
}

/* The first line of BYTES without Markdown's marks, cut where it is long. */
static char *one_line(struct slice bytes)
{
    struct buffer line = {0};

    /* What parts a time from what happened, and marks before words. */
    size_t at = slice_skip(bytes, 0, ":-*_`\\[ \t");

    while (at < bytes.length && !byte_is_line_end(bytes.bytes[at])) {
        char byte = bytes.bytes[at];
        size_t after = past_link(bytes, at);

        if (line.length >= WORDS_MOST && !byte_continues(byte)) {
            buffer_add_string(&line, "…");
            break;
        }
        if (after == at && (unsigned char)byte >= ' ' &&
            !byte_is_in(byte, "*`["))
            buffer_add_char(&line, byte);
        at = after > at ? after : at + 1;
    }
    buffer_cut(&line, slice_trim_end(buffer_slice(&line), " \t_\\:").length);
    return safe(&line);
}

static char *words_of(const struct outliner *outliner, struct span span)
{
    struct span some = span;

    if (some.end > some.start + 4 * WORDS_MOST)
        some.end = some.start + 4 * WORDS_MOST;
    return one_line(text_slice(outliner->reports->text, some));
}

/* The line of HEADING from its beginning, up to END. */
static struct span span_from(const struct outliner *outliner,
                             struct span heading, size_t end)
{
    const struct text *text = outliner->reports->text;
    size_t start = text_line_start(text, heading.start);

    if (end < heading.end)
        end = heading.end;
    return (struct span){start, end};
}

/* What is part of SYMBOL ends within it. */
static void reach(struct symbol *symbol, size_t end)
{
    if (symbol->span.end < end)
        symbol->span.end = end;
}

/* Adds SYMBOL, whose strings are given up; if its name says nothing, OTHER
 * does. */
static void add(struct outliner *outliner, enum symbol_kind kind,
                struct symbol symbol, const char *other)
{
    struct symbols *symbols = outliner->symbols;

    if (symbols->count == SYMBOLS_MOST) {
        memory_free(symbol.name);
        memory_free(symbol.detail);
        return;
    }
    if (!*symbol.name) {
        memory_free(symbol.name);
        symbol.name = memory_copy(other, strlen(other));
    }
    symbol.kind = kind;
    symbol.depth = outliner->depth;
    outliner->last[outliner->depth] = symbols->count;
    for (size_t depth = 0; depth < outliner->depth; depth++)
        reach(&symbols->items[outliner->last[depth]], symbol.span.end);
    *memory_add(symbols) = symbol;
}

/* A symbol named HEADING that goes on to END. */
static struct symbol symbol_of(const struct outliner *outliner,
                               struct span heading, struct span detail,
                               size_t end)
{
    return (struct symbol){.name = words_of(outliner, heading),
                           .detail = words_of(outliner, detail),
                           .span = span_from(outliner, heading, end),
                           .heading = heading};
}

static struct span nothing_at(size_t offset)
{
    return (struct span){offset, offset};
}

static void add_field(struct outliner *outliner,
                      const struct report_field *field)
{
    bool below = field->rule && field->rule->parent;
    struct symbol symbol =
        symbol_of(outliner, field->label, field->answer, field->value.end);

    if (symbol.span.end < field->whole.end)
        symbol.span.end = field->whole.end;
    outliner->depth += below;
    add(outliner, SYMBOL_FIELD, symbol, "Field");
    outliner->depth -= below;
}

static void add_fields(struct outliner *outliner,
                       const struct report_section *section, size_t first,
                       size_t count)
{
    for (size_t index = first; index < first + count; index++)
        add_field(outliner, &section->fields[index]);
}

static void add_factors(struct outliner *outliner,
                        const struct report_section *section)
{
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];
        size_t end = report_factor_end(section, factor);

        add(outliner, SYMBOL_FACTOR,
            symbol_of(outliner, factor->heading, nothing_at(end), end),
            "Contributing Factor");
        outliner->depth++;
        add_fields(outliner, section, factor->first_field, factor->field_count);
        outliner->depth--;
    }
}

/* An entry is called by its date and time, what happened is the detail. */
static void add_entry(struct outliner *outliner,
                      const struct timeline_entry *entry)
{
    struct span when = entry->span;
    struct span what = nothing_at(entry->span.end);

    if (entry->dated || entry->timed) {
        when.end = entry->timed ? entry->time.span.end : entry->date.span.end;
        what.start = when.end;
    }
    add(outliner, SYMBOL_ENTRY,
        symbol_of(outliner, when, what, entry->span.end), "Entry");
}

static void add_entries(struct outliner *outliner,
                        const struct report_section *section)
{
    struct timeline timeline;

    timeline_read(outliner->reports, section, &timeline);
    for (size_t index = 0; index < timeline.count; index++)
        add_entry(outliner, &timeline.entries[index]);
    timeline_free(&timeline);
}

/* The first cell of COLUMN in the row that is ELEMENT; empty if none. */
static struct span cell_of(struct outliner *outliner, const struct table *table,
                           size_t element, enum column_id column)
{
    for (size_t index = 0; index < table->column_count; index++) {
        if (table->columns[index] && table->columns[index]->id == column)
            return table_cell(outliner->reports, table, element, index);
    }
    return nothing_at(outliner->reports->elements.items[element].span.start);
}

/* The rows of SECTION's table, by the columns that name and describe them. */
static void add_rows(struct outliner *outliner,
                     const struct report_section *section,
                     enum symbol_kind kind)
{
    bool action = kind == SYMBOL_ACTION;
    struct table table;

    if (!table_find(outliner->reports, section, &table))
        return;
    for (size_t row = 1; row <= table.row_count; row++) {
        size_t element = table.header + row;
        struct span name = cell_of(outliner, &table, element,
                                   action ? COLUMN_ACTION : COLUMN_BUG);
        struct span detail = cell_of(outliner, &table, element,
                                     action ? COLUMN_STATUS : COLUMN_BUG_DATE);
        struct span span = outliner->reports->elements.items[element].span;

        add(outliner, kind, symbol_of(outliner, name, detail, span.end),
            action ? "Action item" : "Related incident");
    }
}

static void add_content(struct outliner *outliner,
                        const struct report_section *section)
{
    size_t before = section->factor_count ? section->factors[0].first_field
                                          : section->field_count;

    if (!section->rule)
        return;
    add_fields(outliner, section, 0, before);
    add_factors(outliner, section);
    if (section->rule->content == CONTENT_TIMELINE)
        add_entries(outliner, section);
    else if (section->rule->id == SECTION_RELATED_INCIDENTS)
        add_rows(outliner, section, SYMBOL_INCIDENT);
    else if (section->rule->id == SECTION_ACTION_ITEMS)
        add_rows(outliner, section, SYMBOL_ACTION);
}

static void add_section(struct outliner *outliner,
                        const struct report_section *section)
{
    size_t end = report_section_end(outliner->reports, section);

    add(outliner, SYMBOL_SECTION,
        symbol_of(outliner, section->heading, nothing_at(section->heading.end),
                  end),
        "Section");
    outliner->depth++;
    add_content(outliner, section);
    outliner->depth--;
}

/* A closure is one section under the report's own heading. */
static void add_report(struct outliner *outliner, const struct report *report)
{
    size_t end = report_end(outliner->reports, report);
    struct symbol symbol = symbol_of(outliner, report->heading,
                                     nothing_at(report->heading.end), end);

    if (report->form == HEADING_ABSENT)
        symbol.name[0] = '\0'; /* another's words: the section's */
    add(outliner, SYMBOL_REPORT, symbol, report->rule->name);
    outliner->depth++;
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->heading.start == report->heading.start &&
            (report->form != HEADING_ABSENT ||
             section->form == HEADING_ABSENT))
            add_content(outliner, section);
        else
            add_section(outliner, section);
    }
    outliner->depth--;
}

void symbols_read(const struct reports *reports, struct symbols *symbols)
{
    struct outliner outliner = {.reports = reports, .symbols = symbols};

    *symbols = (struct symbols){NULL, 0, 0};
    for (size_t index = 0; index < reports->count; index++) {
        if (symbols->count < SYMBOLS_MOST)
            add_report(&outliner, &reports->items[index]);
    }
}

void symbols_free(struct symbols *symbols)
{
    for (size_t index = 0; index < symbols->count; index++) {
        memory_free(symbols->items[index].name);
        memory_free(symbols->items[index].detail);
    }
    memory_free(symbols->items);
    *symbols = (struct symbols){NULL, 0, 0};
}
