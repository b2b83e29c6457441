/* Takes annotated reports apart, and writes them again. */
#include "memory.h"

#include "annotate.h"

#include <stdio.h>
#include <string.h>

static const char *const severity_names[SEVERITY_COUNT] = {
    "off", "error", "warning", "information", "hint"};

/* Where the line at START ends, its line end included. */
static size_t line_end(struct slice text, size_t start)
{
    const char *end = memchr(text.bytes + start, '\n', text.length - start);

    return end ? (size_t)(end - text.bytes) + 1 : text.length;
}

static bool begins(struct slice line, const char *prefix)
{
    size_t length = strlen(prefix);

    return line.length >= length && !memcmp(line.bytes, prefix, length);
}

/* Is LINE a caret line ("^^^ error ...") or one of related places? */
static bool is_annotation(struct slice line)
{
    size_t at = 0;
    size_t carets;

    while (at < line.length && line.bytes[at] == ' ')
        at++;
    line = (struct slice){line.bytes + at, line.length - at};
    if (begins(line, "^- "))
        return true;
    for (carets = 0; carets < line.length && line.bytes[carets] == '^';)
        carets++;
    return carets && carets < line.length &&
           strchr(" +", line.bytes[carets]) != NULL;
}

static size_t count_of(char byte, struct slice line, size_t at)
{
    size_t count = 0;

    while (at + count < line.length && line.bytes[at + count] == byte)
        count++;
    return count;
}

/* Where COUNT further characters of TEXT end, from AT on. */
static size_t skip_characters(struct slice text, size_t at, size_t count)
{
    while (count-- && at < text.length) {
        at++;
        while (at < text.length && ((unsigned char)text.bytes[at] & 0xc0) == 0x80)
            at++;
    }
    return at;
}

/* Is LINE "   ~~~ not RULE: why"? *rule is then what it says, MARKS the number
 * of its tildes, and INDENT that of the blanks before them. */
static bool is_near_miss(struct slice line, size_t *indent, size_t *marks,
                         struct slice *rule)
{
    static const char is_not[] = " not ";
    size_t at = *indent = count_of(' ', line, 0);
    struct slice rest;

    *marks = count_of('~', line, at);
    at += *marks;
    rest = (struct slice){line.bytes + at, line.length - at};
    if (!*marks || !begins(rest, is_not))
        return false;
    rule->bytes = rest.bytes + strlen(is_not);
    rule->length = strcspn(rule->bytes, ":\n");
    return true;
}

/* Takes LINE, if it is of a near miss, as said of LAST, the report's line that
 * begins there. */
static bool read_near_miss(struct fixture *fixture, size_t last,
                           struct slice line)
{
    struct slice report = {fixture->report.bytes, fixture->report.length};
    struct near_miss miss = {.line = last, .written = line};
    size_t indent;
    size_t marks;

    if (!is_near_miss(line, &indent, &marks, &miss.rule))
        return false;
    miss.span.start = skip_characters(report, last, indent);
    miss.span.end = skip_characters(report, miss.span.start, marks);
    fixture->near_misses = memory_resize(
        fixture->near_misses,
        (fixture->near_miss_count + 1) * sizeof *fixture->near_misses);
    fixture->near_misses[fixture->near_miss_count++] = miss;
    return true;
}

/* A name in an option has _ for its blanks. */
static void read_owner(struct slice value, char *name)
{
    for (size_t at = 0; at < value.length; at++)
        name[at] = value.bytes[at] == '_' ? ' ' : value.bytes[at];
}

static void read_option(struct fixture *fixture, const char *option)
{
    struct slice value = {strchr(option, '='), 0};

    if (value.bytes)
        value = (struct slice){value.bytes + 1, strlen(value.bytes + 1)};
    if (!strncmp(option, "today=", 6))
        checks_day(value, &fixture->checks.today);
    else if (!strncmp(option, "guidelines=", 11))
        fixture->checks.guideline = rule_guideline_find(value);
    else if (!strncmp(option, "owner=", 6))
        read_owner(value, fixture->checks.owner.name);
    else if (!strcmp(option, "draft"))
        fixture->checks.draft = true;
}

static void read_options(struct fixture *fixture)
{
    char *options = memory_copy(fixture->options.bytes,
                                fixture->options.length);
    int today = 0;

    checks_day((struct slice){"2026-06-01", 10}, &today);
    check_options_default(&fixture->checks, today);
    for (char *word = strtok(options, " %\n"); word; word = strtok(NULL, " %\n"))
        read_option(fixture, word);
    memory_free(options);
}

void fixture_read(struct fixture *fixture, struct slice written)
{
    size_t start = 0;
    size_t last = 0;

    *fixture = (struct fixture){0};
    while (start < written.length) {
        size_t end = line_end(written, start);
        struct slice line = {written.bytes + start, end - start};

        if (!start && begins(line, "%%")) {
            buffer_add(&fixture->options, line.bytes, line.length);
        } else if (!is_annotation(line) &&
                   !read_near_miss(fixture, last, line)) {
            last = fixture->report.length;
            buffer_add(&fixture->report, line.bytes, line.length);
        }
        start = end;
    }
    if (!fixture->options.bytes)
        buffer_add_string(&fixture->options, "");
    if (!fixture->report.bytes)
        buffer_add_string(&fixture->report, "");
    read_options(fixture);
}

void fixture_free(struct fixture *fixture)
{
    buffer_free(&fixture->options);
    buffer_free(&fixture->report);
    memory_free(fixture->near_misses);
}

static size_t characters(const char *bytes, size_t length)
{
    size_t count = 0;

    for (size_t at = 0; at < length; at++)
        count += ((unsigned char)bytes[at] & 0xc0) != 0x80;
    return count;
}

static size_t lines_in(struct slice text, struct span span)
{
    size_t count = 0;

    for (size_t at = span.start; at < span.end; at++)
        count += text.bytes[at] == '\n';
    return count;
}

static void add_repeated(struct buffer *buffer, char byte, size_t count)
{
    while (count--)
        buffer_add_char(buffer, byte);
}

static void write_finding(const struct finding *finding, struct slice text,
                          size_t line, struct buffer *written)
{
    size_t start = finding->span.start - line;
    size_t further = lines_in(text, finding->span);
    size_t end = further ? line_end(text, finding->span.start) - 1
                         : finding->span.end;

    add_repeated(written, ' ', characters(text.bytes + line, start));
    add_repeated(written, '^', characters(text.bytes + line + start,
                                          end - finding->span.start));
    if (finding->span.end == finding->span.start)
        buffer_add_char(written, '^');
    if (further) {
        buffer_add_char(written, '+');
        buffer_add_number(written, further);
    }
    buffer_add_char(written, ' ');
    buffer_add_string(written, severity_names[finding->severity]);
    buffer_add_char(written, ' ');
    buffer_add_string(written, rules[rule_cases[finding->which].rule].id);
    buffer_add_string(written, ": ");
    buffer_add_string(written, finding->message);
    buffer_add_char(written, '\n');
    for (size_t index = 0; index < finding->related_count; index++) {
        const struct finding_related *related = &finding->related[index];

        add_repeated(written, ' ', characters(text.bytes + line, start));
        buffer_add_string(written, "^- line ");
        buffer_add_number(written,
                          lines_in(text, (struct span){
                              0, related->span.start}) + 1);
        buffer_add_string(written, ": ");
        buffer_add_string(written, related->message);
        buffer_add_char(written, '\n');
    }
}

void fixture_write(const struct fixture *fixture,
                   const struct findings *findings, struct buffer *written)
{
    struct slice text = {fixture->report.bytes, fixture->report.length};
    size_t start = 0;
    size_t next = 0;
    size_t miss = 0;

    buffer_add(written, fixture->options.bytes, fixture->options.length);
    while (start < text.length) {
        size_t end = line_end(text, start);

        buffer_add(written, text.bytes + start, end - start);
        if (text.bytes[end - 1] != '\n')
            buffer_add_char(written, '\n');
        for (; next < findings->count &&
               findings->items[next].span.start < end; next++) {
            if (!findings->items[next].repeated)
                write_finding(&findings->items[next], text, start, written);
        }
        while (miss < fixture->near_miss_count &&
               fixture->near_misses[miss].line == start) {
            const struct slice line = fixture->near_misses[miss++].written;

            buffer_add(written, line.bytes, line.length);
        }
        start = end;
    }
}
