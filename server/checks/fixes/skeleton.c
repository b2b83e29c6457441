/* Cuts the templates of reports into pieces. */
#include "skeleton.h"

#include <string.h>

static const char *next_line(const char *at)
{
    at += strcspn(at, "\n");
    return *at ? at + 1 : at;
}

/* What is below the heading NAME in SKELETON; NULL if it isn't there. */
static const char *below_heading(const char *skeleton, const char *name)
{
    for (const char *at = skeleton; *at; at = next_line(at)) {
        const char *words = at + strspn(at, "# ");

        if (*at == '#' && !strncmp(words, name, strlen(name)) &&
            strchr(" \n", words[strlen(name)]))
            return next_line(at);
    }
    return NULL;
}

/* From START to the next heading, without blank lines around. */
static struct slice trimmed(const char *start)
{
    const char *end;

    while (*start == '\n')
        start++;
    end = start;
    while (*end && *end != '#')
        end = next_line(end);
    while (end - start >= 2 && end[-1] == '\n' && end[-2] == '\n')
        end--;
    return (struct slice){start, (size_t)(end - start)};
}

struct slice skeleton_body(const struct rule_report *report,
                           const struct rule_section *section)
{
    const char *start = below_heading(report->skeleton, section->name);

    return start ? trimmed(start) : (struct slice){"", 0};
}

static bool is_item(const char *line)
{
    return line[strspn(line, " ")] == '-';
}

struct slice skeleton_fields(const struct rule_report *report,
                             const struct rule_section *section)
{
    struct slice body = skeleton_body(report, section);
    const char *start = body.bytes;
    const char *end = body.bytes + body.length;
    const char *last;

    while (start < end && !is_item(start))
        start = next_line(start);
    for (last = start; last < end && is_item(last);)
        last = next_line(last);
    return (struct slice){start, (size_t)(last - start)};
}

struct slice skeleton_rows(struct slice body)
{
    const char *end = body.bytes + body.length;
    const char *start = body.bytes;

    for (int line = 0; line < 2 && start < end; line++)
        start = next_line(start);
    return (struct slice){start, (size_t)(end - start)};
}

void skeleton_heading(int level, const char *name, struct buffer *lines)
{
    while (level-- > 0)
        buffer_add_char(lines, '#');
    buffer_addf(lines, " %s\n", name);
}

void skeleton_section(const struct check *check,
                      const struct rule_section *section, int level,
                      const char *indent, struct buffer *lines)
{
    struct slice body = skeleton_body(check->report->rule, section);

    buffer_add_string(lines, indent);
    skeleton_heading(level, section->name, lines);
    if (body.length)
        buffer_add_char(lines, '\n');
    layout_add_lines(lines, body, indent);
}
