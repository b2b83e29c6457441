/* Reads the label that a line of a report may begin with. */
#include "label.h"

#include "fold.h"

#include <string.h>

static const char fullwidth_colon[] = "\xef\xbc\x9a";

static size_t skip_blanks(struct slice line, size_t at)
{
    return at + fold_blanks(slice_from(line, at));
}

/* The length of the colon at AT, full-width or not; 0 if there is none. */
static size_t colon_at(struct slice line, size_t at)
{
    if (slice_at(line, at) == ':')
        return 1;
    if (at + 3 <= line.length &&
        !memcmp(line.bytes + at, fullwidth_colon, 3))
        return 3;
    return 0;
}

static struct slice part(struct slice line, size_t start, size_t end)
{
    return slice_part(line, start, end);
}

/* Takes blanks, and the colon if there is one, from the end of the words. */
static struct span without_colon(struct slice line, struct span words,
                                 bool *colon)
{
    *colon = false;
    while (words.end > words.start) {
        size_t blanks = fold_blanks_at_end(part(line, words.start, words.end));

        if (blanks) {
            words.end -= blanks;
        } else if (!*colon && line.bytes[words.end - 1] == ':') {
            words.end--;
            *colon = true;
        } else if (!*colon && words.end - words.start >= 3 &&
                   colon_at(line, words.end - 3) == 3) {
            words.end -= 3;
            *colon = true;
        } else {
            break;
        }
    }
    return words;
}

static bool finish(struct slice line, struct label *label)
{
    if (label->text.end <= label->text.start)
        return false;
    label->value = skip_blanks(line, label->whole.end);
    return fold(part(line, label->text.start, label->text.end),
                label->folded, sizeof label->folded) > 0;
}

/* Where the run of MARKS marks (1 or 2) that closes one opened at 0 begins; a
 * longer run counts too. line.length if there is none. */
static size_t closing_marks(struct slice line, size_t from, size_t marks)
{
    char mark = line.bytes[0];

    for (size_t at = from; at + marks <= line.length; at++) {
        if (line.bytes[at] == '\\')
            at++;
        else if (line.bytes[at] == mark &&
                 (marks == 1 || line.bytes[at + 1] == mark))
            return at;
    }
    return line.length;
}

/* `**Label: value**`: the label ends at the first colon in the strong text. */
static bool read_value_inside(struct slice line, struct span inside,
                              struct label *label)
{
    size_t at = inside.start;

    while (at < inside.end && !colon_at(line, at))
        at++;
    if (at >= inside.end)
        return false;
    label->form = LABEL_STRONG_VALUE;
    label->colon = true;
    label->text = (struct span){inside.start, at};
    label->whole = (struct span){0, at + colon_at(line, at)};
    return finish(line, label);
}

static enum label_form marked_form(size_t marks, bool rendered, bool colon)
{
    if (marks == 1)
        return LABEL_EMPHASIS;
    if (!rendered)
        return LABEL_NOT_RENDERED;
    return colon ? LABEL_STRONG : LABEL_STRONG_BARE;
}

/* Is the character that begins at AT a space to cmark, of whatever width? */
static bool is_space(struct slice line, size_t at)
{
    size_t length = fold_blank(slice_from(line, at));
    struct fold_reader reader = {.text = part(line, at, at + length)};

    return fold_read(&reader) == ' ';
}

/* Marks that a space stands inside of make nothing strong. */
static bool is_rendered(struct slice line, struct span inside)
{
    size_t last = inside.end - 1;

    while (last > inside.start && byte_continues(line.bytes[last]))
        last--;
    return !is_space(line, inside.start) && !is_space(line, last);
}

static bool read_marked(struct slice line, size_t marks, size_t n,
                        struct label *label)
{
    size_t close = closing_marks(line, marks, marks);
    struct span inside = {marks, close};
    size_t end = close + marks;
    bool inner;
    bool rendered;

    if (close >= line.length || close == marks || n > 1)
        return false;
    if (n == 1)
        return read_value_inside(line, inside, label);
    while (end < line.length && line.bytes[end] == line.bytes[0])
        end++;
    rendered = is_rendered(line, inside);
    inside.start = skip_blanks(line, inside.start);
    label->text = without_colon(line, inside, &inner);
    label->colon = inner;
    label->whole = (struct span){0, end};
    if (!inner && colon_at(line, skip_blanks(line, end))) {
        size_t colon = skip_blanks(line, end);

        label->whole.end = colon + colon_at(line, colon);
        label->colon = true;
    }
    label->form = marked_form(marks, rendered, label->colon);
    return finish(line, label);
}

/* How long the mark is that may end a plain label at AT: a colon, or the
 * question mark of a label that asks, with or without one after it. */
static size_t plain_end(struct slice line, size_t at)
{
    if (line.bytes[at] == '?')
        return 1 + (at + 1 < line.length ? colon_at(line, at + 1) : 0);
    return colon_at(line, at);
}

/* The first place from AT on where a mark may stand that ends a plain label;
 * the end of LINE if there is none. */
static size_t find_plain_end(struct slice line, size_t at)
{
    for (const char *first = ":?\xef"; *first; first++) {
        const char *found = memchr(line.bytes + at, *first, line.length - at);

        if (found)
            line.length = (size_t)(found - line.bytes);
    }
    return line.length;
}

/* The Nth place at which a plain label could end. */
static bool read_plain(struct slice line, size_t n, struct label *label)
{
    struct slice front = slice_part(line, 0, LABEL_ROOM);
    size_t at = 0;

    while ((at = find_plain_end(front, at)) < front.length) {
        size_t mark = plain_end(line, at);

        if (mark && !n--) {
            label->form = LABEL_PLAIN;
            label->colon = true;
            label->text = (struct span){0, at};
            label->whole = (struct span){0, at + mark};
            return finish(line, label);
        }
        at += mark ? mark : 1;
    }
    return false;
}

bool label_read(struct slice line, size_t n, struct label *label)
{
    size_t marks = 0;

    if (line.length && (line.bytes[0] == '*' || line.bytes[0] == '_'))
        marks = line.length > 1 && line.bytes[1] == line.bytes[0] ? 2 : 1;
    if (marks && read_marked(line, marks, n, label))
        return true;
    return !marks && read_plain(line, n, label);
}
