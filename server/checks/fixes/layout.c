/* Finds the places of lines, and puts lines in between them. */
#include "layout.h"

#include <string.h>

#include "directive.h"

static const char byte_order[] = "\xef\xbb\xbf"; /* its mark */

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

size_t layout_line(const struct check *check, size_t offset)
{
    const struct text *text = check->reports->text;
    size_t start = text_line_start(text, offset);
    struct slice front = text_slice(text, (struct span){0, 3});

    if (!start && front.length == 3 && !memcmp(front.bytes, byte_order, 3))
        return 3;
    return start;
}

size_t layout_next_line(const struct check *check, size_t offset)
{
    const struct text *text = check->reports->text;

    return text_line(text, text_line_at(text, offset)).end;
}

static struct slice line_bytes(const struct check *check, size_t offset)
{
    const struct text *text = check->reports->text;

    return text_line_bytes(text, text_line_at(text, offset));
}

bool layout_is_blank(const struct check *check, size_t line)
{
    struct slice bytes = line_bytes(check, line);

    for (size_t at = 0; at < bytes.length; at++) {
        if (!is_blank(bytes.bytes[at]))
            return false;
    }
    return true;
}

bool layout_is_parted(const struct check *check, size_t line)
{
    size_t length = text_length(check->reports->text);

    if (line == length && length && layout_line(check, length) != length)
        return false; /* the last line has no end */
    return line == layout_line(check, 0) || layout_is_blank(check, line - 1);
}

size_t layout_element(const struct check *check, size_t element)
{
    const struct elements *elements = &check->reports->elements;

    if (element >= elements->count)
        return text_length(check->reports->text);
    return layout_line(check, elements->items[element].span.start);
}

size_t layout_mark(const struct check *check, const struct element *element)
{
    struct span before = {layout_line(check, element->span.start),
                          element->span.start};
    struct slice bytes = check_slice(check, before);
    size_t at = bytes.length;

    if (element->kind != ELEMENT_HEADING || element->underlined)
        return element->span.start;
    for (size_t sign = 0; sign < at; sign++) {
        if (bytes.bytes[sign] == '#')
            at = sign;
    }
    return before.start + at;
}

size_t layout_after(const struct check *check, size_t element)
{
    const struct element *item = &check->reports->elements.items[element];
    size_t past = layout_next_line(check, item->span.end);

    if (item->underlined || (item->kind == ELEMENT_ROW && item->first))
        past = layout_next_line(check, past);
    return past;
}

/* Does ELEMENT, link definitions, silence rules on the line below? */
static bool silences_next_line(const struct check *check, size_t element)
{
    const struct element *item = &check->reports->elements.items[element];
    struct slice bytes = check_slice(check, item->span);
    struct directive directive;
    size_t at = 0;

    while (item->kind == ELEMENT_DEFINITION &&
           directive_next(bytes, &at, &directive)) {
        if (directive_is(&directive, DIRECTIVE_NAME "-disable-next-line"))
            return true;
    }
    return false;
}

size_t layout_above(const struct check *check, size_t element)
{
    while (element && silences_next_line(check, element - 1))
        element--;
    return element;
}

size_t layout_heading(const struct report_section *section)
{
    return section->first_element - 1;
}

size_t layout_section_end(const struct report_section *section)
{
    return section->first_element + section->element_count;
}

size_t layout_report_end(const struct report *report)
{
    return report->first_element + report->element_count;
}

int layout_level(const struct report *report)
{
    int level = report->rule->level + 1;

    if (report->form == HEADING_MARKED)
        level = report->level + 1;
    else if (report->form == HEADING_ABSENT && report->section_count)
        level = report->sections[0].level;
    return level <= 6 ? level : 6;
}

/* The length of the bullet or number that ends LINE; 0 if there is none. */
static size_t bullet_length(struct slice line)
{
    size_t length = 1;

    if (!line.length)
        return 0;
    if (strchr("-*+", line.bytes[line.length - 1]))
        return 1;
    if (!strchr(".)", line.bytes[line.length - 1]))
        return 0;
    while (length < line.length &&
           byte_is_digit(line.bytes[line.length - length - 1]))
        length++;
    return length;
}

/* Adds LINE up to its length, bytes before KEPT as blanks. */
static void add_marker(struct slice line, size_t kept, struct buffer *marker)
{
    for (size_t at = 0; at < line.length; at++) {
        bool blank = at < kept && line.bytes[at] != '\t';

        buffer_add_char(marker, blank ? ' ' : line.bytes[at]);
    }
    buffer_add_string(marker, "");
}

static struct slice before(const struct check *check, size_t offset)
{
    struct span span = {layout_line(check, offset), offset};

    return check_slice(check, span);
}

void layout_marker(const struct check *check, size_t offset,
                   struct buffer *marker)
{
    struct slice line = before(check, offset);
    struct slice words = line;

    while (words.length && is_blank(words.bytes[words.length - 1]))
        words.length--;
    add_marker(line, words.length - bullet_length(words), marker);
}

void layout_indent(const struct check *check, size_t offset,
                   struct buffer *indent)
{
    struct slice line = before(check, offset);

    add_marker(line, line.length, indent);
}

void layout_copy(const struct check *check, struct span span,
                 struct buffer *copy)
{
    struct slice bytes = check_slice(check, span);

    buffer_add_string(copy, "");
    for (size_t at = 0; at < bytes.length; at++) {
        if (bytes.bytes[at] != '\r')
            buffer_add_char(copy, bytes.bytes[at]);
        else if (slice_at(bytes, at + 1) != '\n')
            buffer_add_char(copy, '\n');
    }
}

void layout_add_lines(struct buffer *buffer, struct slice lines,
                      const char *indent)
{
    size_t at = 0;

    while (at < lines.length) {
        size_t start = at;

        while (at < lines.length && lines.bytes[at] != '\n')
            at++;
        if (at > start)
            buffer_add_string(buffer, indent);
        buffer_add(buffer, lines.bytes + start, at - start);
        buffer_add_char(buffer, '\n');
        at++;
    }
}

void layout_insert(const struct check *check, struct fix *fix,
                   const struct insertion *insertion)
{
    size_t length = text_length(check->reports->text);
    size_t at = insertion->at;
    struct buffer text = {NULL, 0, 0};

    if (at == length && length && layout_line(check, length) != length)
        buffer_add_char(&text, '\n');
    if (insertion->above && !layout_is_parted(check, at))
        buffer_add_char(&text, '\n');
    buffer_add_slice(&text, buffer_slice(&insertion->lines));
    if (insertion->below && at < length && !layout_is_blank(check, at))
        buffer_add_char(&text, '\n');
    fix_edit(fix, (struct span){at, at}, buffer_slice(&text));
    buffer_free(&text);
}
