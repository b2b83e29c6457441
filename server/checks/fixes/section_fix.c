/* Fixes that put whole sections of a report in their places. */
#include "section_fix.h"

#include <string.h>

#include "answer.h"
#include "skeleton.h"
#include "table.h"

/* The place above the line of ELEMENT, a heading, and its indentation: what is
 * put there must neither end the list that it is in nor begin one that it
 * would be part of. */
static void put_above(const struct check *check, size_t element,
                      struct insertion *insertion, struct buffer *indent)
{
    size_t line = layout_element(check, element);
    struct slice bytes;

    insertion->at = layout_element(check, layout_above(check, element));
    insertion->above = insertion->below = true;
    buffer_add_string(indent, "");
    if (element >= check->reports->elements.count)
        return;
    bytes =
        check_slice(check, (struct span){line, layout_next_line(check, line)});
    for (size_t at = 0; at < bytes.length && strchr(" \t", bytes.bytes[at]);
         at++)
        buffer_add_char(indent, bytes.bytes[at]);
}

void section_fix_report_heading(const struct check *check,
                                struct finding *finding)
{
    const struct report *report = check->report;
    int level = report->sections[0].level ? report->sections[0].level - 1
                                          : report->rule->level;
    struct insertion insertion = {0};
    struct buffer heading = {NULL, 0, 0};
    struct buffer indent = {NULL, 0, 0};
    struct finding_words words = {.expected = check_word(report->rule->name)};

    skeleton_heading(level ? level : 1, report->rule->name, &heading);
    put_above(check, report->first_element, &insertion, &indent);
    layout_add_lines(&insertion.lines, buffer_slice(&heading), indent.bytes);
    layout_insert(check, finding_fix(finding, FIX_INSERT_HEADING, &words),
                  &insertion);
    buffer_free(&insertion.lines);
    buffer_free(&heading);
    buffer_free(&indent);
}

static void insert_template(const struct check *check, struct finding *finding,
                            enum report_id id)
{
    const struct rule_report *rule = &rule_reports[id];
    size_t end = layout_report_end(check->report);
    struct insertion insertion = {
        .at = layout_element(check, end), .above = true, .below = true};
    struct finding_words words = {.report = check_word(rule->name)};

    buffer_add_string(&insertion.lines, rule->skeleton);
    layout_insert(check, finding_fix(finding, FIX_INSERT_TEMPLATE, &words),
                  &insertion);
    buffer_free(&insertion.lines);
}

void section_fix_template(const struct check *check, struct finding *finding)
{
    insert_template(check, finding, REPORT_FULL);
    insert_template(check, finding, REPORT_PRELIMINARY);
}

/* The element at which what belongs below ABOVE is put in. */
static size_t place_below(const struct check *check,
                          const struct report_section *above)
{
    const struct report *report = check->report;

    if (above)
        return layout_section_end(above);
    if (report->section_count)
        return layout_heading(&report->sections[0]);
    return layout_report_end(report);
}

/* The level of the sections around; else what it should be. */
static int level_near(const struct check *check,
                      const struct report_section *above)
{
    const struct report *report = check->report;

    if (above && above->level)
        return above->level;
    for (size_t index = 0; index < report->section_count; index++) {
        if (report->sections[index].level && report->sections[index].rule)
            return report->sections[index].level;
    }
    return layout_level(report);
}

void section_fix_missing(const struct check *check, struct finding *finding,
                         const struct rule_section *section,
                         const struct report_section *above)
{
    struct insertion insertion = {0};
    struct buffer indent = {NULL, 0, 0};
    struct finding_words words = {.section = check_word(section->name)};

    if (!finding)
        return;
    put_above(check, place_below(check, above), &insertion, &indent);
    skeleton_section(check, section, level_near(check, above), indent.bytes,
                     &insertion.lines);
    layout_insert(check, finding_fix(finding, FIX_INSERT_SECTION, &words),
                  &insertion);
    buffer_free(&insertion.lines);
    buffer_free(&indent);
}

/* Puts LINES below the heading of SECTION, or into its table. */
static void put_in(const struct check *check, struct fix *fix,
                   const struct report_section *section, struct slice lines)
{
    size_t element = layout_heading(section);
    struct insertion insertion = {.above = true, .below = true};
    struct buffer indent = {NULL, 0, 0};

    insertion.at = layout_after(check, element);
    buffer_add_string(&indent, "");
    if (section->in_list)
        layout_indent(
            check, layout_mark(check, &check->reports->elements.items[element]),
            &indent);
    layout_add_lines(&insertion.lines, lines, indent.bytes);
    layout_insert(check, fix, &insertion);
    buffer_free(&insertion.lines);
    buffer_free(&indent);
}

/* Is there a table of the template's columns, without rows, in SECTION, which
 * is empty? *AT gets its header. */
static bool find_header(const struct check *check,
                        const struct report_section *section, size_t *at)
{
    struct span cells[TABLE_COLUMNS];

    for (*at = section->first_element; *at < layout_section_end(section);
         ++*at) {
        const struct element *element = &check->reports->elements.items[*at];

        if (element->kind == ELEMENT_ROW)
            return table_cells(check_slice(check, element->span), cells,
                               TABLE_COLUMNS) == section->rule->column_count;
    }
    return false;
}

static void put_rows(const struct check *check, struct fix *fix, size_t header,
                     struct slice rows)
{
    struct insertion insertion = {.at = layout_after(check, header)};
    struct buffer indent = {NULL, 0, 0};

    layout_indent(check, check->reports->elements.items[header].span.start,
                  &indent);
    layout_add_lines(&insertion.lines, rows, indent.bytes);
    layout_insert(check, fix, &insertion);
    buffer_free(&insertion.lines);
    buffer_free(&indent);
}

bool section_may_be_na(const struct check *check,
                       const struct rule_section *section)
{
    return section->content != CONTENT_FACTORS &&
           section->id != SECTION_ACTION_ITEMS &&
           !(section->content == CONTENT_CERTIFICATES &&
             answer_certificates(check));
}

void section_fix_empty(const struct check *check, struct finding *finding,
                       const struct report_section *section)
{
    struct slice body = skeleton_body(check->report->rule, section->rule);
    struct finding_words words = {.section = check_word(section->rule->name)};
    size_t header;

    if (body.length) {
        struct fix *fix = finding_fix(finding, FIX_INSERT_SKELETON, &words);

        if (section->rule->content == CONTENT_TABLE &&
            find_header(check, section, &header))
            put_rows(check, fix, header, skeleton_rows(body));
        else
            put_in(check, fix, section, body);
    }
    if (section_may_be_na(check, section->rule))
        put_in(check, finding_fix(finding, FIX_FILL_NA, &words), section,
               check_word("N/A\n"));
}

/* The section's text, its blank lines at the end left away. */
static void copy_section(const struct check *check, struct span span,
                         struct buffer *copy)
{
    layout_copy(check, span, copy);
    while (copy->length && copy->bytes[copy->length - 1] == '\n')
        copy->length--;
    buffer_add_char(copy, '\n');
}

void section_fix_order(const struct check *check, struct finding *finding,
                       const struct report_section *section,
                       const struct report_section *above)
{
    size_t end = layout_section_end(section);
    struct span span = {
        layout_element(check, layout_above(check, layout_heading(section))),
        layout_element(check, layout_above(check, end))};
    struct insertion insertion = {
        .at = layout_element(
            check, layout_above(check, place_below(check, above))),
        .above = true, .below = true};
    struct finding_words words = {.section = check_word(section->rule->name)};
    const char *left = layout_is_parted(check, span.start) ? "" : "\n";
    struct fix *fix = finding_fix(finding, FIX_MOVE_SECTION, &words);

    copy_section(check, span, &insertion.lines);
    fix_edit(fix, span, check_word(left));
    layout_insert(check, fix, &insertion);
    buffer_free(&insertion.lines);
}
