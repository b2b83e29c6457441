/* Makes a list into the table that the template has in its place. */
#include "list_table.h"

#include <string.h>

#include "date.h"
#include "memory.h"
#include "skeleton.h"

/* No table of the template has more columns. */
#define CELLS_MOST 8

/* The name of a column is no longer than this. */
#define LABEL_MOST 48

/* An item becoming a row. */
struct maker {
    const struct check *check;
    const struct rule_section *rule;
    struct buffer cells[CELLS_MOST];
};

/* No value of a list, and no date, is longer; a longer text keeps its stop. */
#define VALUE_MOST 24

/* WORDS without what parts them from others. */
static struct slice trim(struct slice words)
{
    while (words.length && strchr(" \t,;:-)", words.bytes[0]))
        words = slice_from(words, 1);
    while (words.length && strchr(" \t,;:-(", words.bytes[words.length - 1]))
        words.length--;
    if (words.length <= VALUE_MOST && slice_ends(words, "."))
        words.length--;
    return words;
}

static void add_words(struct buffer *cell, struct slice words)
{
    words = trim(words);
    if (!words.length)
        return;
    if (cell->length)
        buffer_add_string(cell, "; ");
    for (size_t at = 0; at < words.length; at++) {
        char byte = words.bytes[at];

        if (byte == '|' && (!at || words.bytes[at - 1] != '\\'))
            buffer_add_char(cell, '\\');
        buffer_add_char(cell, byte_is_line_end(byte) ? ' ' : byte);
    }
}

/* The column that WORDS begin with the name of and a colon, its index; what
 * stands after them goes to VALUE. The rule's column count if there is none. */
static size_t column_at(const struct maker *maker, struct slice words,
                        struct slice *value)
{
    const char *colon = memchr(words.bytes, ':', words.length);
    char folded[LABEL_MOST];
    const struct rule_column *column;
    size_t length = colon ? (size_t)(colon - words.bytes) : 0;

    if (!length || length >= LABEL_MOST)
        return maker->rule->column_count;
    fold((struct slice){words.bytes, length}, folded, sizeof folded);
    column = rule_column_find(maker->rule, folded);
    if (!column)
        return maker->rule->column_count;
    *value = slice_from(words, length + 1);
    while (value->length && strchr("*_ ", value->bytes[0]))
        *value = slice_from(*value, 1);
    return (size_t)(column - maker->rule->columns);
}

/* Where the next name of a column begins in WORDS, after a mark that parts it
 * from what stands before; their length if none does. */
static size_t next_label(const struct maker *maker, struct slice words)
{
    for (size_t at = 1; at < words.length; at++) {
        struct slice rest = slice_from(words, at);
        struct slice value;

        if (words.bytes[at - 1] == ' ' && at > 1 &&
            strchr(".,;)(-", words.bytes[at - 2]) &&
            column_at(maker, rest, &value) < maker->rule->column_count)
            return at;
    }
    return words.length;
}

/* The link in WORDS, or "Bug 1234567"; empty if there is none. */
static struct span bug_in(struct slice words)
{
    const char *open = memchr(words.bytes, '[', words.length);
    struct span bug = {0, 0};

    if (open) {
        const char *close = memchr(open, ')', words.length -
                                   (size_t)(open - words.bytes));

        if (close)
            return (struct span){(size_t)(open - words.bytes),
                                 (size_t)(close + 1 - words.bytes)};
    }
    while (bug.start < words.length) {
        bug.end = bug.start;
        while (bug.end < words.length &&
               byte_is_digit(words.bytes[bug.end]))
            bug.end++;
        if (bug.end - bug.start >= 6)
            return bug;
        bug.start = bug.end + (bug.end == bug.start);
    }
    return (struct span){words.length, words.length};
}

/* An incident: its bug, its date, and what else is said of it. */
static void take_incident(struct maker *maker, struct slice words)
{
    struct span bug = bug_in(words);
    struct slice rest[2] = {slice_part(words, 0, bug.start),
                            slice_from(words, bug.end)};

    add_words(&maker->cells[0], slice_part(words, bug.start, bug.end));
    for (size_t i = 0; i < 2; i++) {
        struct date date;

        if (!maker->cells[1].length && date_find(rest[i], 0, &date)) {
            add_words(&maker->cells[1], slice_part(rest[i], date.span.start,
                                                   date.span.end));
            rest[i] = date.span.start < 4
                          ? slice_from(rest[i], date.span.end)
                          : slice_part(rest[i], 0, date.span.start);
        }
        if (!slice_is_word(trim(rest[i]), "Bug"))
            add_words(&maker->cells[2], rest[i]);
    }
}

static void take_line(struct maker *maker, struct slice words)
{
    while (words.length) {
        struct slice value = words;
        size_t column = column_at(maker, words, &value);
        size_t end = next_label(maker, value);
        struct slice piece = slice_part(value, 0, end);

        if (column < maker->rule->column_count)
            add_words(&maker->cells[column], piece);
        else if (maker->rule->id == SECTION_RELATED_INCIDENTS)
            take_incident(maker, piece);
        else
            add_words(&maker->cells[0], piece);
        words = slice_from(value, end);
    }
}

static void end_row(struct maker *maker, struct buffer *table)
{
    for (size_t i = 0; i < maker->rule->column_count; i++) {
        buffer_add_string(table, i ? " | " : "| ");
        buffer_add_slice(table, buffer_slice(&maker->cells[i]));
        buffer_free(&maker->cells[i]);
    }
    buffer_add_string(table, " |\n");
}

static const struct element *element_at(const struct check *check, size_t at)
{
    return &check->reports->elements.items[at];
}

/* The first item of SECTION; its end if anything but lines is there, or lines
 * of no item after the first. */
static size_t first_item(const struct check *check,
                         const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;
    size_t first = end;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = element_at(check, at);

        if (element->kind != ELEMENT_LINE ||
            (first < end && element->depth < element_at(check, first)->depth))
            return end;
        if (first == end && element->item)
            first = at;
    }
    return first;
}

static void write_rows(struct maker *maker, size_t first, size_t end,
                       struct buffer *table)
{
    unsigned depth = element_at(maker->check, first)->depth;

    for (size_t at = first; at < end; at++) {
        const struct element *element = element_at(maker->check, at);

        if (at > first && element->item && element->depth == depth)
            end_row(maker, table);
        take_line(maker, check_slice(maker->check, element->span));
    }
    end_row(maker, table);
}

void list_table_fix(const struct check *check,
                    const struct report_section *section,
                    struct finding *finding)
{
    struct maker maker = {.check = check, .rule = section->rule};
    size_t end = section->first_element + section->element_count;
    size_t first = first_item(check, section);
    struct slice body = skeleton_body(check->report->rule, section->rule);
    struct buffer table = {NULL, 0, 0};
    struct span list;

    if (!finding || first == end || section->rule->column_count > CELLS_MOST)
        return;
    list = (struct span){layout_element(check, first),
                         layout_after(check, end - 1)};
    if (!layout_is_parted(check, list.start))
        buffer_add_char(&table, '\n');
    body.length -= skeleton_rows(body).length;
    buffer_add_slice(&table, body);
    write_rows(&maker, first, end, &table);
    fix_edit(finding_fix(finding, FIX_MAKE_TABLE, NULL), list,
             buffer_slice(&table));
    buffer_free(&table);
}
