/* Fixes that give headings the template's form. */
#include "heading_fix.h"

#include <string.h>

#include "layout.h"

/* One fix that sets the levels of a report's headings. */
struct levels {
    const struct check *check;
    struct fix *fix;
    int wanted; /* of the sections */
    int was;    /* of the first section */
};

static const struct element *element_at(const struct check *check, size_t at)
{
    return &check->reports->elements.items[at];
}

static int least(int one, int other)
{
    return one < other ? one : other;
}

/* LEVEL #s in place of those, or of the line, that HEADING has. */
static void set_level(const struct levels *levels,
                      const struct element *heading, int level)
{
    const struct check *check = levels->check;
    size_t mark = layout_mark(check, heading);
    struct span marks = {mark, mark + heading->level};
    struct buffer text = {NULL, 0, 0};

    if (level == heading->level)
        return;
    for (int count = 0; count < level; count++)
        buffer_add_char(&text, '#');
    if (heading->underlined) {
        size_t line = layout_next_line(check, heading->span.end);
        const struct text *bytes = check->reports->text;
        struct span below = text_line_content(bytes, text_line_at(bytes, line));

        buffer_add_char(&text, ' ');
        marks.end = mark;
        below.start = heading->span.end;
        fix_edit(levels->fix, below, check_word(""));
    }
    fix_edit(levels->fix, marks, buffer_slice(&text));
    buffer_free(&text);
}

/* A deeper heading stays as much deeper as it is than its section's. */
static int level_within(const struct levels *levels,
                        const struct report_section *section, int level)
{
    int own = section->level ? section->level : levels->was;
    int moved = level + levels->wanted - own;

    if (moved <= levels->wanted && level > levels->was)
        moved = levels->wanted + 1;
    return least(moved < 1 ? 1 : moved, 6);
}

/* An extra section keeps its distance to the others, but is one still. */
static int level_of(const struct levels *levels,
                    const struct report_section *section)
{
    int level;

    if (section->rule)
        return levels->wanted;
    level =
        least(section->level + levels->wanted - levels->was, levels->wanted);
    return level < 1 ? 1 : level;
}

/* How many columns of LINE's blanks lie within the first WIDTH; *REST gets by
 * how many the last one, a tab, goes beyond them. */
static size_t blanks_within(struct slice line, size_t width, size_t *rest)
{
    size_t column = 0;
    size_t at = 0;

    while (at < line.length && column < width &&
           strchr(" \t", line.bytes[at]) && line.bytes[at]) {
        column += line.bytes[at] == '\t' ? 4 - column % 4 : 1;
        at++;
    }
    *rest = column > width ? column - width : 0;
    return at;
}

/* Takes the lines from START to END out of a list item that indents them by
 * WIDTH columns. */
static void dedent(const struct levels *levels, size_t start, size_t end,
                   size_t width)
{
    const struct text *text = levels->check->reports->text;

    while (start < end) {
        size_t line = text_line_at(text, start);
        size_t rest;
        size_t length =
            blanks_within(text_line_bytes(text, line), width, &rest);

        if (length)
            fix_edit(levels->fix, (struct span){start, start + length},
                     (struct slice){"   ", rest});
        start = text_line(text, line).end;
    }
}

/* Takes SECTION out of the list that its heading stands in. */
static void leave_list(const struct levels *levels,
                       const struct report_section *section)
{
    const struct check *check = levels->check;
    const struct element *heading = element_at(check, layout_heading(section));
    size_t line = layout_line(check, heading->span.start);
    size_t mark = layout_mark(check, heading);

    fix_edit(levels->fix, (struct span){line, mark}, check_word(""));
    dedent(levels, layout_next_line(check, heading->span.end),
           layout_element(check, layout_section_end(section)), mark - line);
}

static void fix_section(const struct levels *levels,
                        const struct report_section *section)
{
    const struct check *check = levels->check;
    bool marked = section->form == HEADING_MARKED;

    if (marked)
        set_level(levels, element_at(check, layout_heading(section)),
                  level_of(levels, section));
    for (size_t at = section->first_element; at < layout_section_end(section);
         at++) {
        const struct element *element = element_at(check, at);

        if (element->kind == ELEMENT_HEADING)
            set_level(levels, element,
                      level_within(levels, section, element->level));
    }
    if (marked && section->in_list)
        leave_list(levels, section);
}

static bool any_in_list(const struct report *report)
{
    bool any = false;

    for (size_t index = 0; index < report->section_count; index++)
        any = any || report->sections[index].in_list;
    return any;
}

void heading_fix_levels(const struct check *check, struct finding *finding,
                        int wanted)
{
    const struct report *report = check->report;
    struct levels levels = {.check = check, .wanted = wanted};

    if (wanted < 1 || wanted > 6 || !finding)
        return;
    for (size_t index = 0; !levels.was && index < report->section_count;
         index++) {
        if (report->sections[index].rule)
            levels.was = report->sections[index].level;
    }
    levels.fix = finding_fix(
        finding, any_in_list(report) ? FIX_LEAVE_LIST : FIX_RELEVEL, NULL);
    for (size_t index = 0; index < report->section_count; index++)
        fix_section(&levels, &report->sections[index]);
}

void heading_fix_plain(const struct check *check, struct finding *finding,
                       const struct report_section *section,
                       struct slice heading)
{
    const struct element *line = element_at(check, layout_heading(section));
    struct finding_words words = {.section = check_word(section->rule->name)};
    struct span span = line->span;

    if (!line->depth)
        span.start = layout_line(check, span.start);
    fix_edit(finding_fix(finding, FIX_MAKE_HEADING, &words), span, heading);
}

void heading_fix_name(struct finding *finding,
                      const struct report_section *section)
{
    struct finding_words words = {.expected = check_word(section->near->name)};

    fix_edit(finding_fix(finding, section->mistaken ? FIX_REPLACE : FIX_RESPELL,
                         &words),
             section->heading, words.expected);
}
