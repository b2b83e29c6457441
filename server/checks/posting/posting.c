/* The part Where it will be posted: what Bugzilla makes of a report. */
#include "posting.h"

#include <string.h>

#include "front_matter.h"
#include "memory.h"
#include "rows.h"

/* From this many characters on, a comment is close to what it may hold. */
#define COMMENT_NEARLY 60000

/* The report is posted without the white space at its end. */
void check_length(const struct check *check)
{
    struct span comment = report_comment(check->reports, check->report);
    struct finding_words words = {0};

    if (span_length(comment) < COMMENT_NEARLY)
        return;
    words.count = posting_length(check_slice(check, comment));
    if (words.count > POSTING_MOST)
        check_add(check, CASE_COMMENT_TOO_LONG, check->report->heading, &words);
    else if (words.count >= COMMENT_NEARLY)
        check_add(check, CASE_COMMENT_TOO_LONG_NEARLY, check->report->heading,
                  &words);
}

void check_too_long(const struct check *check)
{
    struct finding_words words = {.count = text_length(check->reports->text)};

    check_add(check, CASE_COMMENT_TOO_LONG_UNCHECKED, check->report->heading,
              &words);
}

static void check_passage(struct passage passage)
{
    if (passage.plain || passage.span.start == passage.span.end)
        return;
    passage.text = check_slice(passage.check, passage.span);
    inlines_read(&passage.inlines, passage.text);
    posting_html(&passage);
    posting_links(&passage);
    inlines_free(&passage.inlines);
}

static void check_cells(struct passage passage, const struct element *row)
{
    const struct span *cells =
        &passage.check->reports->elements.cells[row->first_cell];

    for (size_t index = 0; index < row->cell_count; index++) {
        passage.span = cells[index];
        check_passage(passage);
    }
}

/* After the last line of the paragraph that begins at AT. */
static size_t paragraph_end(const struct check *check, size_t at, size_t end)
{
    const struct element *first = &check->reports->elements.items[at];

    while (++at < end) {
        const struct element *element = &check->reports->elements.items[at];
        if (element->kind != ELEMENT_LINE || element->group != first->group)
            break;
    }
    return at;
}

/* Has none of the elements FIRST..END-1 an inline item? */
static bool are_plain(const struct element *items, size_t first, size_t end)
{
    bool plain = true;

    for (size_t at = first; at < end; at++)
        plain &= !items[at].inlines;
    return plain;
}

static void check_paragraph(struct paragraph paragraph)
{
    const struct check *check = paragraph.check;
    const struct element *items = check->reports->elements.items;

    check_passage((struct passage){
        .check = check,
        .section = paragraph.section,
        .span = {items[paragraph.first].span.start,
                 items[paragraph.end - 1].span.end},
        .plain = are_plain(items, paragraph.first, paragraph.end)});
    posting_tables(&paragraph);
    for (size_t at = paragraph.first; at < paragraph.end; at++)
        posting_text(&paragraph, at);
    posting_wraps(&paragraph);
}

/* A report that is gone through from its first element to its last. */
struct walk {
    const struct check *check;
    size_t next;                /* the section that is left next */
    size_t header;              /* of the table that the walk was in last */
    size_t columns;             /* of that; 0 until they are counted */
    struct wraps wraps;
};

/* The section that element AT stands below the heading of, or NULL. */
static const struct report_section *section_of(struct walk *walk, size_t at)
{
    const struct report *report = walk->check->report;
    const struct report_section *section = NULL;

    for (; walk->next < report->section_count; walk->next++) {
        section = &report->sections[walk->next];
        if (at < section->first_element + section->element_count)
            return at >= section->first_element ? section : NULL;
    }
    return NULL;
}

static void check_row(struct walk *walk, struct passage passage, size_t at)
{
    const struct check *check = passage.check;
    const struct element *row = &check->reports->elements.items[at];

    check_cells(passage, row);
    if (row->first) {
        walk->header = at;
        walk->columns = 0;
        return;
    }
    if (!walk->columns)
        walk->columns = rows_columns(posting_line(check, walk->header));
    posting_pipes(check, walk->columns, at);
}

/* Looks at what begins with element AT and returns the element after it. */
static size_t check_element(struct walk *walk, size_t at)
{
    const struct check *check = walk->check;
    const struct report *report = check->report;
    const struct element *element = &check->reports->elements.items[at];
    struct passage passage = {.check = check,
                              .section = section_of(walk, at),
                              .span = element->span,
                              .plain = !element->inlines};
    struct paragraph lines = {check, passage.section, at, at + 1,
                              &walk->wraps};

    switch (element->kind) {
    case ELEMENT_LINE:
        lines.end = paragraph_end(
            check, at, report->first_element + report->element_count);
        check_paragraph(lines);
        break;
    case ELEMENT_ROW:
        check_row(walk, passage, at);
        break;
    case ELEMENT_HEADING:
        check_passage(passage);
        break;
    case ELEMENT_OPAQUE:
        passage.plain = element->code;
        check_passage(passage);
        break;
    case ELEMENT_BREAK:
    case ELEMENT_DEFINITION:
        break;
    }
    return lines.end;
}

/* What stands above the first report is posted with it, front matter apart. */
static size_t first_posted(const struct check *check)
{
    const struct elements *elements = &check->reports->elements;
    size_t start = report_comment(check->reports, check->report).start;
    size_t at = 0;

    if (check->report > check->reports->items)
        return check->report->first_element;
    while (at < check->report->first_element &&
           elements->items[at].span.start < start)
        at++;
    return at;
}

static void say_front_matter(const struct check *check)
{
    size_t end = front_matter(text_bytes(check->reports->text));

    if (end && check->report == check->reports->items)
        check_add(check, CASE_FRONT_MATTER, (struct span){0, 3}, NULL);
}

void check_posting(const struct check *check)
{
    const struct report *report = check->report;
    size_t end = report->first_element + report->element_count;
    size_t first = first_posted(check);
    struct walk walk = {.check = check, .header = first};

    say_front_matter(check);
    for (size_t at = first; at < end;)
        at = check_element(&walk, at);
    for (size_t index = 0; index < report->section_count; index++)
        posting_lists(check, &report->sections[index]);
    posting_wrapped(check, &walk.wraps);
    memory_free(walk.wraps.breaks);
}

/* The first element that a reader would see; NULL if there is none. */
static const struct element *first_shown(const struct elements *elements)
{
    for (size_t at = 0; at < elements->count; at++) {
        if (elements->items[at].kind != ELEMENT_DEFINITION)
            return &elements->items[at];
    }
    return NULL;
}

void check_markdown_off(const struct check *check)
{
    const char *mark = "#[markdown(off)]";
    const struct text *text = check->reports->text;
    const struct element *first = first_shown(&check->reports->elements);
    struct slice words;

    if (!first || first->kind != ELEMENT_LINE)
        return;
    words = check_slice(check, first->span);
    if (words.length != strlen(mark) ||
        memcmp(words.bytes, mark, words.length) != 0)
        return;
    fix_edit(finding_fix(check_add(check, CASE_MARKDOWN_OFF, first->span, NULL),
                         FIX_REMOVE_LINE, NULL),
             text_line(text, text_line_at(text, first->span.start)),
             (struct slice){"", 0});
}
