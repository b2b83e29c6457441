/* Whatever the templates hold has its hover. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "hover.h"
#include "memory.h"
#include "table.h"

/* A template, or a text made of one. */
struct subject {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct findings none;
};

static void open_subject(struct subject *subject, const char *bytes)
{
    *subject = (struct subject){0};
    subject->text = text_new((struct slice){bytes, strlen(bytes)});
    subject->blocks = blocks_new(subject->text);
    reports_read(&subject->reports, subject->text, subject->blocks);
}

static void close_subject(struct subject *subject)
{
    reports_free(&subject->reports);
    blocks_free(subject->blocks);
    text_free(subject->text);
}

/* The hover at OFFSET must speak of WORDS. */
static void must_say(struct subject *subject, size_t offset, const char *words)
{
    struct hover hover;
    bool any = hover_at(
        &(struct hover_question){.reports = &subject->reports,
                                 .findings = &subject->none,
                                 .guideline = rule_guideline_current(),
                                 .offset = offset},
        &hover);

    if (!any)
        fail_msg("nothing is said of %s", words);
    if (!strstr(hover.words.bytes, words))
        fail_msg("of %s it says: %s", words, hover.words.bytes);
    assert_true(hover.span.start <= offset && offset <= hover.span.end);
    buffer_free(&hover.words);
}

static void try_section(struct subject *subject,
                        const struct report_section *section)
{
    struct table table;

    must_say(subject, section->heading.start + 1, section->rule->means);
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];

        must_say(subject, field->label.start, field->rule->means);
        must_say(subject, field->label.end, field->rule->label);
    }
    if (!section->rule->column_count ||
        !table_find(&subject->reports, section, &table))
        return;
    for (size_t index = 0; index < table.column_count; index++)
        must_say(subject,
                 table_cell(&subject->reports, &table, table.header, index)
                     .start,
                 table.columns[index]->means);
}

static void templates_are_explained(void **state)
{
    static const enum report_id ids[] = {REPORT_PRELIMINARY, REPORT_FULL,
                                         REPORT_CLOSURE};

    (void)state;
    for (size_t which = 0; which < 3; which++) {
        const struct rule_report *rule = &rule_reports[ids[which]];
        const struct report *report;
        struct subject subject;

        open_subject(&subject, rule->skeleton);
        assert_int_equal(subject.reports.count, 1);
        report = &subject.reports.items[0];
        must_say(&subject, report->heading.start, rule->means);
        for (size_t index = 0; index < report->section_count; index++) {
            if (report->sections[index].heading.start !=
                report->heading.start)
                try_section(&subject, &report->sections[index]);
        }
        close_subject(&subject);
    }
}

/* VALUE must be explained at the end of what is written so far. */
static void try_value(struct buffer *text, const struct rule_value *value)
{
    struct subject subject;

    buffer_add_string(text, value->value);
    open_subject(&subject, text->bytes);
    must_say(&subject, text->length, value->means);
    close_subject(&subject);
    buffer_free(text);
}

static void begin_section(struct buffer *text, enum section_id section)
{
    buffer_add_string(text, "## Full Incident Report\n### ");
    buffer_add_string(text, rule_sections[section].name);
    buffer_add_string(text, "\n");
}

static void try_field(const struct rule_field *field,
                      const struct rule_value *value)
{
    struct buffer text = {0};

    if (field->list != (int)value->list || field->type == TYPE_YES_NO)
        return;
    begin_section(&text, field->section);
    buffer_add_string(&text, "- **");
    buffer_add_string(&text, field->label);
    buffer_add_string(&text, ":** ");
    try_value(&text, value);
}

static void try_column(const struct rule_column *column,
                       const struct rule_value *value)
{
    bool listed = column->section == SECTION_APPENDIX;
    struct buffer text = {0};

    if (column->list != (int)value->list)
        return;
    begin_section(&text, column->section);
    buffer_add_string(&text, listed ? "```\nMine,Serial #," : "| Mine | ");
    buffer_add_string(&text, column->label);
    buffer_add_string(&text, listed ? "\n1,2," : " |\n| - | - |\n| 1 | ");
    try_value(&text, value);
}

/* Each value of each list, wherever it may stand. */
static void values_are_explained(void **state)
{
    (void)state;
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];

        for (size_t id = 0; id < FIELD_COUNT; id++)
            try_field(&rule_fields[id], value);
        for (size_t id = 0; id < COLUMN_COUNT; id++)
            try_column(&rule_columns[id], value);
    }
}

/* Where the pointer may be, nothing of what is written may be shown: an editor
 * renders a hover as Markdown, and a report may be somebody else's. */
static void must_be_silent_about(const char *report, const char *words)
{
    struct subject subject;
    size_t count = 0;

    open_subject(&subject, report);
    for (size_t offset = 0; offset <= text_length(subject.text); offset++) {
        struct hover hover;

        if (!hover_at(&(struct hover_question){
                          .reports = &subject.reports,
                          .findings = &subject.none,
                          .guideline = rule_guideline_current(),
                          .markdown = true,
                          .offset = offset},
                      &hover))
            continue;
        if (strstr(hover.words.bytes, words))
            fail_msg("at %zu: %s", offset, hover.words.bytes);
        buffer_free(&hover.words);
        count++;
    }
    assert_true(count > 0);
    close_subject(&subject);
}

/* REPORT with WORDS behind each colon, cell border and comma. */
static char *infect(const char *report, const char *words)
{
    struct buffer text = {0};

    for (; *report; report++) {
        buffer_add_char(&text, *report);
        if (strchr(":|,", *report) && report[1] != '*') {
            buffer_add_char(&text, ' ');
            buffer_add_string(&text, words);
        }
    }
    return buffer_take(&text);
}

static void words_of_a_report_stay_out(void **state)
{
    static const char *const words[] = {
        "[a](command:b)", "<img src=x onerror=y>", "![a](https://b)",
        "](javascript:a)", "`a`"};
    static const enum report_id ids[] = {REPORT_PRELIMINARY, REPORT_FULL,
                                         REPORT_CLOSURE};

    (void)state;
    for (size_t which = 0; which < sizeof words / sizeof *words; which++) {
        for (size_t id = 0; id < sizeof ids / sizeof *ids; id++) {
            char *report = infect(rule_reports[ids[id]].skeleton,
                                  words[which]);

            must_be_silent_about(report, words[which]);
            memory_free(report);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_explained),
        cmocka_unit_test(values_are_explained),
        cmocka_unit_test(words_of_a_report_stay_out),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
