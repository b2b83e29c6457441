/* The part Where it will be posted: what Bugzilla makes of a report. */
#include "posting.h"

#include <string.h>

#include "encoding.h"
#include "quiet.h"
#include "rows.h"
#include "table.h"

/* From so many characters on a comment is close to what it may hold. */
#define COMMENT_NEARLY 60000

struct slice passage_slice(const struct passage *passage, struct span span)
{
    return (struct slice){passage->text.bytes + span.start,
                          span.end - span.start};
}

struct span passage_span(const struct passage *passage, struct span span)
{
    return (struct span){passage->span.start + span.start,
                         passage->span.start + span.end};
}

struct slice posting_line(const struct check *check, size_t at)
{
    return check_slice(check, check->reports->elements.items[at].span);
}

void posting_indent(const struct check *check, size_t at, struct buffer *indent)
{
    size_t start = check->reports->elements.items[at].span.start;
    const struct text *text = check->reports->text;
    struct span line = text_line(text, text_line_at(text, start));
    struct slice marker = check_slice(check, (struct span){line.start, start});

    for (size_t byte = 0; byte < marker.length; byte++)
        buffer_add_char(indent, marker.bytes[byte] == '\t' ? '\t' : ' ');
}

size_t posting_characters(struct slice text)
{
    size_t count = encoding_units(text, ENCODING_UTF32);
    const char *end = text.bytes + text.length;
    const char *at = text.bytes;

    while (at < end && (at = memchr(at, '\r', (size_t)(end - at)))) {
        at++;
        count -= at < end && *at == '\n';
    }
    return count;
}

size_t posting_length(struct slice text)
{
    while (text.length && (unsigned char)text.bytes[text.length - 1] <= ' ')
        text.length--;
    return posting_characters(text);
}

/* The white space that the report which ends at END ends with. */
static struct span blanks_before(const struct check *check, size_t end)
{
    struct span span = {end, end};

    while (span.start &&
           (unsigned char)*check_slice(check, (struct span){span.start - 1,
                                                            span.start})
                   .bytes <= ' ')
        span.start--;
    return span;
}

/* The report is posted without the white space at its end. */
void check_length(const struct check *check)
{
    struct span blanks = blanks_before(check, check->end);
    struct finding_words words = {0};

    for (size_t index = 0; index < check->facts_count; index++)
        words.count += check->facts[index].characters;
    words.count -= posting_characters(check_slice(check, blanks));
    if (words.count > POSTING_MOST)
        check_add(check, CASE_COMMENT_TOO_LONG, check->report->heading, &words);
    else if (words.count >= COMMENT_NEARLY)
        check_add(check, CASE_COMMENT_TOO_LONG_NEARLY, check->report->heading,
                  &words);
}

static void check_passage(struct passage passage)
{
    if (passage.span.start == passage.span.end)
        return;
    passage.text = check_slice(passage.check, passage.span);
    inlines_read(&passage.inlines, passage.text);
    posting_html(&passage);
    posting_links(&passage);
    inlines_free(&passage.inlines);
}

static void check_cells(struct passage passage)
{
    struct span row = passage.span;
    struct span cells[TABLE_COLUMNS];
    size_t count =
        table_cells(check_slice(passage.check, row), cells, TABLE_COLUMNS);

    for (size_t index = 0; index < count; index++) {
        passage.span = (struct span){row.start + cells[index].start,
                                     row.start + cells[index].end};
        check_passage(passage);
    }
}

/* A quote and a block of HTML are opaque; only one of them begins with <. */
static void check_opaque(struct passage passage, const struct element *element)
{
    struct slice text = check_slice(passage.check, element->span);

    if (element->code)
        return;
    passage.html = text.length && text.bytes[0] == '<';
    check_passage(passage);
}

/* Behind the last line of the paragraph that begins at AT. */
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

static void check_paragraph(struct paragraph paragraph)
{
    const struct check *check = paragraph.check;
    const struct element *items = check->reports->elements.items;

    check_passage(
        (struct passage){.check = check,
                         .section = paragraph.section,
                         .span = {items[paragraph.first].span.start,
                                  items[paragraph.end - 1].span.end}});
    posting_tables(&paragraph);
    for (size_t at = paragraph.first; at < paragraph.end; at++)
        posting_text(&paragraph, at);
    posting_wraps(&paragraph);
}

/* The header of the table that the walk is in, or was in last. */
struct header {
    size_t at;                  /* the element */
    size_t columns;             /* 0 until they are counted */
};

/* Row AT of the table with that HEADER, which may be the row. */
static void check_row(struct passage passage, struct header *header, size_t at)
{
    const struct check *check = passage.check;

    check_cells(passage);
    if (at == header->at)
        return;
    if (!header->columns)
        header->columns = rows_columns(posting_line(check, header->at));
    posting_pipes(check, header->columns, at);
}

/* Looks at the elements AT..END-1: a paragraph, or a single one. */
static void check_element(const struct check *check,
                          const struct report_section *section,
                          struct header *header, struct paragraph lines)
{
    const struct element *element =
        &check->reports->elements.items[lines.first];
    struct passage passage = {
        .check = check, .section = section, .span = element->span};

    switch (element->kind) {
    case ELEMENT_LINE:
        check_paragraph(lines);
        break;
    case ELEMENT_ROW:
        check_row(passage, header, lines.first);
        break;
    case ELEMENT_HEADING:
        check_passage(passage);
        break;
    case ELEMENT_OPAQUE:
        check_opaque(passage, element);
        break;
    case ELEMENT_BREAK:
    case ELEMENT_DEFINITION:
        break;
    }
}

/* Looks at what begins with element AT, if that wasn't quiet before, and
 * returns the element behind it. */
static size_t look_at(const struct check *check,
                      const struct report_section *section,
                      struct header *header, size_t at)
{
    size_t end = check->report->first_element + check->report->element_count;
    size_t found = quiet_found(check);
    enum quiet what = section && section->rule &&
                              section->rule->id == SECTION_ACTION_ITEMS
                          ? QUIET_ACTIONS
                          : QUIET_PASSAGE;
    struct paragraph lines = {check, section, at, at + 1};

    if (check->reports->elements.items[at].kind == ELEMENT_LINE)
        lines.end = paragraph_end(check, at, end);
    if (!quiet_is(check, at, what)) {
        check_element(check, section, header, lines);
        quiet_note(check, at, what, found);
    }
    return lines.end;
}

/* Where the passages of STRETCH begin: lines that go on a paragraph from above
 * have been looked at with it. */
static size_t first_passage(const struct check *check,
                            const struct stretch *stretch)
{
    const struct element *items = check->reports->elements.items;
    size_t at = stretch->first;

    if (at <= check->report->first_element)
        return at < check->report->first_element ? at + 1 : at;
    while (at < stretch->end && items[at].kind == ELEMENT_LINE &&
           !items[at].first)
        at++;
    return at;
}

void check_posting(const struct check *check, const struct stretch *stretch)
{
    const struct report_section *section = stretch->section;
    const struct element *items = check->reports->elements.items;
    struct header header = {stretch->first, 0};

    for (size_t at = first_passage(check, stretch); at < stretch->end;) {
        bool heads = !section || at < section->first_element;

        if (items[at].kind == ELEMENT_ROW && items[at].first)
            header = (struct header){at, 0};
        at = look_at(check, heads ? NULL : section, &header, at);
    }
    if (section)
        posting_lists(check, section);
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
