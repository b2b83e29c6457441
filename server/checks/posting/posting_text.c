/* The part Where it will be posted: marks that Bugzilla shows as text. */
#include "posting.h"

#include <string.h>

#include "fold.h"
#include "layout.h"
#include "memory.h"
#include "rows.h"
#include "search.h"
#include "table.h"

#define BOX_LENGTH 3
#define LEVEL_MOST 6

static void add_escaped(const struct check *check, enum case_id which,
                        struct span span)
{
    struct finding_words words = {.value = check_slice(check, span)};

    fix_edit(
        finding_fix(check_add(check, which, span, &words), FIX_ESCAPE, &words),
        (struct span){span.start, span.start}, (struct slice){"\\", 1});
}

/* `- [ ] to be done` */
static void check_box(const struct paragraph *paragraph, size_t at)
{
    const struct check *check = paragraph->check;
    const struct element *line = &check->reports->elements.items[at];
    struct slice text = posting_line(check, at);

    if (!line->item || !line->first || text.length <= BOX_LENGTH ||
        text.bytes[0] != '[' || !strchr(" xX", text.bytes[1]) ||
        text.bytes[2] != ']' || text.bytes[BOX_LENGTH] != ' ')
        return;
    add_escaped(check, CASE_UNRENDERED_MARKDOWN,
                (struct span){line->span.start, line->span.start + BOX_LENGTH});
}

static bool begins_by(const void *sections, size_t index, size_t element)
{
    return ((const struct report_section *)sections)[index].first_element <=
           element;
}

/* A section's name on a line of its own is for another rule. */
static bool is_heading(const struct paragraph *paragraph, size_t at)
{
    const struct report *report = paragraph->check->report;
    size_t index = search_first(report->sections, report->section_count, at,
                                begins_by);

    return index < report->section_count &&
           report->sections[index].form == HEADING_PLAIN &&
           report->sections[index].first_element == at + 1;
}

/* Is there a blank in TEXT that Markdown doesn't take for one? */
static bool has_odd_blank(struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (fold_blank(slice_from(text, at)) > 1)
            return true;
    }
    return false;
}

/* `###Word`, or a blank that Markdown doesn't take for one; a single # that a
 * word follows may be a number's or a channel's. */
static bool is_meant_for_heading(struct slice before, struct slice text,
                                 struct span blanks)
{
    size_t least = blanks.start == blanks.end ? 2 : 1;

    return blanks.start >= least && blanks.start <= LEVEL_MOST &&
           blanks.end < text.length &&
           byte_is_letter(text.bytes[blanks.end]) &&
           (blanks.start == blanks.end || has_odd_blank(before) ||
            fold_blank(slice_from(text, blanks.start)) > 1);
}

static void check_hashes(const struct paragraph *paragraph, size_t at)
{
    const struct check *check = paragraph->check;
    struct span span = check->reports->elements.items[at].span;
    struct slice text = posting_line(check, at);
    struct span blanks = {slice_skip(text, 0, "#"), 0};
    struct finding_words words = {.value = text};
    struct span before;
    struct fix *fix;

    if (!blanks.start)
        return;
    before = (struct span){layout_line(check, span.start), span.start};
    blanks.end = blanks.start + fold_blanks(slice_from(text, blanks.start));
    if (!is_meant_for_heading(check_slice(check, before), text, blanks) ||
        is_heading(paragraph, at))
        return;
    words.section = slice_from(text, blanks.end);
    fix = finding_fix(
        check_add(check, CASE_UNRENDERED_MARKDOWN_HEADING, span, &words),
        FIX_MAKE_HEADING, &words);
    if (has_odd_blank(check_slice(check, before)))
        fix_edit(fix, before, check_word(""));
    if (!slice_is(slice_part(text, blanks.start, blanks.end), " "))
        fix_edit(fix, span_move(blanks, span.start), check_word(" "));
}

void posting_text(const struct paragraph *paragraph, size_t at)
{
    check_box(paragraph, at);
    check_hashes(paragraph, at);
}

/* The first pipe in SPAN of TEXT that no backslash precedes; SPAN's end if
 * there is none. */
static size_t next_pipe(struct slice text, struct span span)
{
    while (span.start < span.end && text.bytes[span.start] != '|')
        span.start += text.bytes[span.start] == '\\' ? 2 : 1;
    return span.start < span.end ? span.start : span.end;
}

static void check_pipes(const struct check *check, struct span row,
                        struct span within)
{
    struct slice text = check_slice(check, row);
    size_t pipe = next_pipe(text, within);
    struct span span = {row.start + within.start, row.start + within.end};
    struct finding_words words = {0};
    struct fix *fix;

    if (pipe == within.end)
        return;
    words.value = check_slice(check, span);
    fix = finding_fix(
        check_add(check, CASE_UNRENDERED_MARKDOWN_PIPE, span, &words),
        FIX_ESCAPE, &words);
    for (; pipe < within.end;
         pipe = next_pipe(text, (struct span){pipe + 1, within.end}))
        fix_edit(fix, (struct span){row.start + pipe, row.start + pipe},
                 (struct slice){"\\", 1});
}

/* Code or the words of a link can't hold a pipe, as a row with too many cells
 * shows; in one with no more than its header the pipes are meant to part. */
void posting_pipes(const struct check *check, size_t columns, size_t row)
{
    const struct element *element = &check->reports->elements.items[row];
    struct span span = element->span;
    struct inlines inlines;

    if ((element->cell_count < TABLE_COLUMNS &&
         element->cell_count <= columns) ||
        rows_columns(posting_line(check, row)) <= columns)
        return;
    inlines_read(&inlines, posting_line(check, row));
    for (size_t index = 0; index < inlines.count; index++) {
        const struct inline_item *item = &inlines.items[index];

        if (item->kind == INLINE_CODE || item->kind == INLINE_LINK)
            check_pipes(check, span, item->text);
    }
    inlines_free(&inlines);
}
