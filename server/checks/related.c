/* The part Related incidents: does a row link its bug, and give its date? */
#include <string.h>
#include <strings.h>

#include "answer.h"
#include "bug.h"
#include "date.h"
#include "inline.h"
#include "memory.h"
#include "table_check.h"

/* One cell; spans of what is in it count from its start. */
struct cell {
    const struct check *check;
    struct span span;
};

static struct slice text_of(const struct cell *cell)
{
    return check_slice(cell->check, cell->span);
}

static struct slice part_of(const struct cell *cell, struct span part)
{
    return (struct slice){text_of(cell).bytes + part.start,
                          part.end - part.start};
}

static struct span in_text(const struct cell *cell, struct span part)
{
    return span_move(part, cell->span.start);
}

static bool same(struct slice left, struct slice right)
{
    return slice_same(left, right);
}

/* The words say one bug, the address goes to another: which is right? */
static void add_mismatch(const struct cell *cell, struct span said,
                         struct span linked)
{
    struct finding_words words = {.value = part_of(cell, said),
                                  .other = part_of(cell, linked)};
    struct finding *finding =
        check_add(cell->check, CASE_RELATED_BUG_LINK_NUMBER,
                  in_text(cell, said), &words);
    struct fix *fix = finding_fix(finding, FIX_LINK_BUG, &words);

    fix_edit(fix, in_text(cell, linked), words.value);
    if (fix)
        fix->preferred = false;
    words.expected = words.other;
    fix_edit(finding_fix(finding, FIX_REPLACE, &words), in_text(cell, said),
             words.other);
}

/* What the link replaces: NUMBER, with the link around it, the whole cell if it
 * says no more. */
static struct span to_replace(const struct cell *cell,
                              const struct inlines *inlines,
                              struct span number)
{
    struct slice text = text_of(cell);
    size_t start = number.start;

    for (size_t index = 0; index < inlines->count; index++) {
        struct span link = inlines->items[index].span;

        if (inlines->items[index].kind <= INLINE_BROKEN_LINK &&
            link.start <= number.start && link.end >= number.end)
            return link;
    }
    while (start && strchr("#[ ", text.bytes[start - 1]))
        start--;
    if (start >= 3 && !strncasecmp(text.bytes + start - 3, "bug", 3))
        start -= 3;
    if (start == 0 && slice_at(text, number.end) == ']')
        number.end++;
    return (struct span){start ? number.start : 0, number.end};
}

static struct slice link_to(struct slice number, struct buffer *link)
{
    bug_link_add(number, link);
    return buffer_slice(link);
}

static void add_unlinked(const struct cell *cell,
                         const struct inlines *inlines)
{
    struct slice text = text_of(cell);
    struct finding_words words = {.value = text};
    struct buffer link = {NULL, 0, 0};
    struct finding *finding;
    struct span number;
    bool numbered = bug_number_find(text, (struct span){0, text.length},
                                BUG_DIGITS_LEAST, &number);

    words.expected = numbered
                         ? link_to(part_of(cell, number), &link)
                         : check_word(rule_columns[COLUMN_BUG].placeholder);
    finding = check_add(cell->check, CASE_RELATED_BUG_LINK, cell->span,
                        &words);
    if (numbered) {
        words.value = part_of(cell, number);
        fix_edit(finding_fix(finding, FIX_LINK_BUG, &words),
                 in_text(cell, to_replace(cell, inlines, number)),
                 buffer_slice(&link));
    }
    buffer_free(&link);
}

/* True if a link of INLINES leads to a bug, or nowhere, which is a matter of
 * its own; what its words say is compared. */
static bool check_links(const struct cell *cell,
                        const struct inlines *inlines)
{
    struct slice text = text_of(cell);
    bool linked = false;

    for (size_t index = 0; index < inlines->count; index++) {
        const struct inline_item *item = &inlines->items[index];
        struct span said, number;

        if (item->kind != INLINE_LINK)
            continue;
        if (item->target.start == item->target.end) {
            linked = true;
        } else if (bug_address_find(text, item->target, &number)) {
            linked = true;
            if (bug_number_find(text, item->text, BUG_DIGITS_LEAST, &said) &&
                !same(part_of(cell, said), part_of(cell, number)))
                add_mismatch(cell, said, number);
            text = text_of(cell);
        }
    }
    return linked;
}

/* [words][name]: the address stands elsewhere. */
static bool has_named_link(struct slice text)
{
    for (size_t at = 1; at < text.length; at++) {
        if (text.bytes[at - 1] == ']' && text.bytes[at] == '[')
            return true;
    }
    return false;
}

/* An address alone is a link too. */
static bool is_linked(const struct cell *cell)
{
    struct slice text = text_of(cell);
    struct span whole = {0, text.length};
    struct span number;

    return bug_address_find(text, whole, &number) || has_named_link(text);
}

static void check_bug(const struct cell *cell)
{
    struct inlines inlines = {NULL, 0, 0};

    inlines_read(&inlines, text_of(cell));
    if (!check_links(cell, &inlines) && !is_linked(cell))
        add_unlinked(cell, &inlines);
    inlines_free(&inlines);
}

/* 20250605, which is ISO 8601 too, as the template's 2025-06-05. */
static bool read_compact(struct slice text, char iso[10])
{
    struct date date;

    if (text.length != 8)
        return false;
    memcpy(iso, text.bytes, 4);
    iso[4] = iso[7] = '-';
    memcpy(iso + 5, text.bytes + 4, 2);
    memcpy(iso + 8, text.bytes + 6, 2);
    return date_find((struct slice){iso, 10}, 0, &date) && date.valid &&
           date.form == DATE_ISO;
}

static void check_date(const struct cell *cell)
{
    struct slice text = text_of(cell);
    struct finding_words words = {.value = text};
    struct finding *finding;
    struct date date;
    char iso[10];

    if (date_find(text, 0, &date))
        return;
    finding = check_add(cell->check, CASE_RELATED_BUG_DATE, cell->span,
                        &words);
    if (!read_compact(text, iso))
        return;
    words.expected = (struct slice){iso, sizeof iso};
    fix_edit(finding_fix(finding, FIX_REWRITE_DATE, &words), cell->span,
             words.expected);
}

static void check_cell(const struct check *check,
                       const struct rule_column *column, struct span span)
{
    struct cell cell = {check, span};

    if (!column || span.start == span.end || answer_is_na(check, span))
        return;
    if (column->id == COLUMN_BUG)
        check_bug(&cell);
    else if (column->id == COLUMN_BUG_DATE)
        check_date(&cell);
}

static void check_rows(const struct check *check,
                       const struct rule_section *section,
                       const struct table *table)
{
    (void)section;
    for (size_t row = 1; row <= table->row_count; row++) {
        size_t element = table->header + row;

        if (table_is_example(check, table, element) ||
            table_is_torn(check->reports, table, element))
            continue;
        for (size_t index = 0; index < table->column_count; index++)
            check_cell(check, table->columns[index],
                       table_cell(check->reports, table, element, index));
    }
}

void check_related(const struct check *check,
                   const struct report_section *section)
{
    if (section->rule->id == SECTION_RELATED_INCIDENTS)
        tables_walk(check, section, check_rows);
}
