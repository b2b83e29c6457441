/* The part Where it will be posted: paragraphs wrapped at a fixed column. */
#include "posting.h"

#include <string.h>

#include "date.h"
#include "encoding.h"
#include "memory.h"

/* The columns at which people let an editor wrap, the lines and words it takes
 * to tell, and how near to its start the line of an entry has its date. */
#define COLUMN_LEAST 60
#define COLUMN_MOST 120
#define LINES_LEAST 3
#define WORDS_LEAST 5
#define DATE_NEAR 4

/* Lines of a paragraph that may be one wrapped line, FIRST..END-1. */
struct wrap {
    const struct check *check;
    size_t first, end;
};

static struct span span_at(const struct check *check, size_t at)
{
    return check->reports->elements.items[at].span;
}

/* Characters from the start of the line to the end of its words. */
static size_t columns(const struct check *check, size_t at)
{
    const struct text *text = check->reports->text;
    struct span span = span_at(check, at);

    span.start = text_line_start(text, span.start);
    return encoding_units(check_slice(check, span), ENCODING_UTF32);
}

/* The length of the first word, in characters. */
static size_t first_word(struct slice line)
{
    const char *blank = memchr(line.bytes, ' ', line.length);

    if (blank)
        line.length = (size_t)(blank - line.bytes);
    return encoding_units(line, ENCODING_UTF32);
}

static size_t count_words(struct slice line)
{
    size_t count = line.length > 0;

    for (size_t at = 0; at + 1 < line.length; at++)
        count += line.bytes[at] == ' ' && line.bytes[at + 1] != ' ';
    return count;
}

/* Does line AT begin something of its own, whatever stands above it: a label,
 * strong text, a date, a bullet, a row? */
static bool begins_anew(const struct check *check, size_t at)
{
    struct slice line = posting_line(check, at);
    struct date date;
    struct time time;

    return !line.length || strchr("*_|#[", *line.bytes) ||
           date_find_near(line, 0, DATE_NEAR, &date) ||
           time_find_near(line, 0, DATE_NEAR, &time);
}

/* Is the break after line AT one that its author asked for? */
static bool ends_hard(const struct check *check, size_t at)
{
    struct span span = span_at(check, at);
    struct slice line =
        check_slice(check, (struct span){span.start, span.end + 2});
    size_t length = span_length(span);

    return (length && line.bytes[length - 1] == '\\') ||
           (line.length == length + 2 && line.bytes[length] == ' ' &&
            line.bytes[length + 1] == ' ');
}

/* The width of the widest line; 0 if a program would have broken one of them
 * elsewhere. */
static size_t widest_of(const struct wrap *wrap)
{
    size_t widest = 0;

    for (size_t at = wrap->first; at < wrap->end; at++) {
        size_t width = columns(wrap->check, at);

        if (width > COLUMN_MOST ||
            (width < COLUMN_LEAST && at + 1 < wrap->end))
            return 0;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Would the first word of the line below have fitted in none of the lines, and
 * is at least one sentence parted? Then a program broke them. */
static bool is_wrapped(const struct wrap *wrap)
{
    size_t widest = 0;
    bool parted = false;

    if (wrap->end - wrap->first >= LINES_LEAST)
        widest = widest_of(wrap);
    for (size_t at = wrap->first; widest && at + 1 < wrap->end; at++) {
        size_t width = columns(wrap->check, at);
        struct slice next = posting_line(wrap->check, at + 1);

        if (width + 1 + first_word(next) <= widest ||
            count_words(posting_line(wrap->check, at)) < WORDS_LEAST)
            return false;
        parted |= byte_is_small(*next.bytes);
    }
    return parted;
}

/* The lines from FIRST on that may be one. */
static struct wrap wrap_at(const struct check *check, size_t first)
{
    const struct element *items = check->reports->elements.items;
    size_t report_end =
        check->report->first_element + check->report->element_count;
    struct wrap wrap = {check, first, first + 1};

    while (wrap.end < report_end && items[wrap.end].kind == ELEMENT_LINE &&
           items[wrap.end].group == items[first].group &&
           !ends_hard(check, wrap.end - 1) && !begins_anew(check, wrap.end))
        wrap.end++;
    return wrap;
}

static void add(struct wraps *wraps, const struct wrap *wrap)
{
    if (!wraps->count)
        wraps->first = (struct span){span_at(wrap->check, wrap->first).start,
                                     span_at(wrap->check, wrap->end - 1).end};
    for (size_t at = wrap->first; at + 1 < wrap->end; at++) {
        wraps->breaks =
            memory_grow(wraps->breaks, &wraps->room, wraps->count + 1,
                        sizeof *wraps->breaks);
        wraps->breaks[wraps->count++] =
            (struct span){span_at(wrap->check, at).end,
                          span_at(wrap->check, at + 1).start};
    }
}

void posting_wraps(const struct paragraph *paragraph)
{
    const struct check *check = paragraph->check;
    struct wrap wrap = {check, paragraph->first, paragraph->first};

    while (wrap.end < paragraph->end) {
        wrap = wrap_at(check, wrap.end);
        if (is_wrapped(&wrap))
            add(paragraph->wraps, &wrap);
    }
}

/* On the first paragraph; the fix is for all. */
void posting_wrapped(const struct check *check, const struct wraps *wraps)
{
    struct fix *fix;

    if (!wraps->count)
        return;
    fix = finding_fix(check_add(check, CASE_HARD_WRAP, wraps->first, NULL),
                      FIX_JOIN_LINES, NULL);
    for (size_t at = 0; at < wraps->count; at++)
        fix_edit(fix, wraps->breaks[at], (struct slice){" ", 1});
}
