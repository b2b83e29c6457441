/* The templates: what they hold, and what the checks say of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "template.h"

#define TODAY 20400             /* 2025-11-08 */

static const struct template_facts nobody = {TODAY, 615, {"", 0}, {"", 0}};

/* The template as it stands in the text once an editor has taken it. */
static char *written(const char *keyword, enum snippet_skill skill)
{
    struct snippet snippet = {{NULL, 0, 0}, skill, 0};
    struct template template;

    assert_true(template_find((struct slice){keyword, strlen(keyword)},
                              &template));
    template_add(&snippet, &template, &nobody);
    return buffer_take(&snippet.text);
}

static bool is_structural(const struct finding *finding)
{
    const struct rule *rule = &rules[rule_cases[finding->which].rule];

    return !strcmp(rule->part, "Structure") || !strcmp(rule->id, "empty-field")
           || !strcmp(rule->id, "missing-field")
           || !strcmp(rule->id, "unknown-field")
           || !strcmp(rule->id, "field-order")
           || !strcmp(rule->id, "field-format");
}

static size_t check(const char *bytes, struct findings *findings)
{
    struct text *text = text_new((struct slice){bytes, strlen(bytes)});
    struct blocks *blocks = blocks_new(text);
    struct check_options options;
    size_t placeholders = 0;

    check_options_default(&options, TODAY);
    checks_run(text, blocks, &options, findings);
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        const struct rule *rule = &rules[rule_cases[finding->which].rule];

        if (is_structural(finding) ||
            finding->severity < SEVERITY_INFORMATION)
            fail_msg("%s: %s", rule->id, finding->message);
        placeholders += !strcmp(rule->id, "placeholder");
    }
    blocks_free(blocks);
    text_free(text);
    return placeholders;
}

static bool has_parts(const struct rule_section *section,
                      const struct rule_field *field)
{
    for (size_t i = 0; i < section->field_count; i++) {
        if (section->fields[i].parent == field)
            return true;
    }
    return false;
}

/* How many fields of a report are to be filled in: N/A needs no more. */
static size_t fields_to_fill_in(const struct rule_report *report)
{
    size_t count = 0;

    for (size_t i = 0; i < report->section_count; i++) {
        const struct rule_section *section = report->sections[i];

        for (size_t j = 0; j < section->field_count; j++) {
            const struct rule_field *field = &section->fields[j];

            count += !has_parts(section, field) &&
                     strcmp(field->placeholder, "N/A") != 0 &&
                     (field->preliminary || report->id != REPORT_PRELIMINARY);
        }
    }
    return count;
}

/* A report begins calm: all that is to be filled in is information. */
static void nothing_is_missing_but_what_is_to_be_filled_in(void **state)
{
    static const struct {
        const char *keyword;
        enum report_id report;
        size_t others;          /* sections, rows and headings */
    } rows[] = {{"preliminary", REPORT_PRELIMINARY, 0},
                {"full", REPORT_FULL, 5},
                {"closure", REPORT_CLOSURE, 0},
                {"update", REPORT_UPDATE, 0},
                {"delay-update", REPORT_DELAY_UPDATE, 0}};

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *text = written(rows[row].keyword, SNIPPET_NONE);
        struct findings findings = {0};
        size_t expected = rows[row].others +
                          fields_to_fill_in(&rule_reports[rows[row].report]);

        if (check(text, &findings) != expected) {
            for (size_t index = 0; index < findings.count; index++)
                print_message("%s\n", findings.items[index].message);
            fail_msg("%s:\n%s", rows[row].keyword, text);
        }
        findings_free(&findings);
        memory_free(text);
    }
}

/* What is left if all that came in between is taken out. */
static bool is_skeleton_of(const char *skeleton, const char *text)
{
    for (skeleton += strspn(skeleton, "\n"); *skeleton;) {
        size_t length = strcspn(skeleton, "\n");
        size_t end = length;
        char line[512];

        while (end && skeleton[end - 1] == ' ')
            end--;
        snprintf(line, sizeof line, "%.*s", (int)end, skeleton);
        if (end && line[0] != '|' && line[2] != 'C') {
            text = strstr(text, line);
            if (!text)
                return false;
            text += end;
        }
        skeleton += length + 1;
    }
    return true;
}

static void differs_in_values_only(void **state)
{
    struct template template;

    (void)state;
    for (size_t index = 0; template_at(index, &template); index++) {
        char *text = written(template.keyword, SNIPPET_NONE);

        if (template.report)
            assert_true(is_skeleton_of(template.report->skeleton, text));
        memory_free(text);
    }
}

static void writes_places_as_the_editor_can(void **state)
{
    char *stops = written("preliminary", SNIPPET_STOPS);

    (void)state;
    assert_string_equal(
        stops, "## Preliminary Incident Report\n\n[incident-ls]: # (draft)\n\n"
               "### Summary\n"
               "- **Incident description:** ${1:What happened?}\n"
               "- **Relevant policies:** ${2:Policy, version, section}\n"
               "- **Source of incident disclosure:** "
               "${3:[Who noticed it?]}\n");
    memory_free(stops);
}

/* A date that stands there already would look like an answer. */
static void holds_the_owner_and_no_date(void **state)
{
    struct snippet snippet = {{NULL, 0, 0}, SNIPPET_STOPS, 0};
    struct template_facts facts = {TODAY, 615, {"A000999", 7}, {"X", 1}};
    struct template template;

    (void)state;
    assert_true(template_find((struct slice){"full", 4}, &template));
    template_add(&snippet, &template, &facts);
    assert_non_null(strstr(snippet.text.bytes, "ID:** ${1:A000999}\n"));
    assert_non_null(strstr(snippet.text.bytes, "start date:** ${3:YYYY-MM-DD}"));
    assert_non_null(strstr(snippet.text.bytes,
                           ":YYYY-MM-DD HH:MM} UTC ${"));
    assert_non_null(strstr(snippet.text.bytes,
                           "**Contributing Factor #1: ${"));
    assert_non_null(strstr(snippet.text.bytes, ":title}**\n"));
    assert_null(strstr(snippet.text.bytes, "2025-11-08"));
    snippet_free(&snippet);
}

static void escapes_what_means_something(void **state)
{
    struct snippet snippet = {{NULL, 0, 0}, SNIPPET_STOPS, 0};

    (void)state;
    snippet_add_string(&snippet, "a$b}c\\d|,");
    snippet_add_stop(&snippet, (struct slice){"}$\\", 3});
    assert_string_equal(snippet.text.bytes,
                        "a\\$b\\}c\\\\d|,${1:\\}\\$\\\\}");
    snippet_free(&snippet);
    snippet.skill = SNIPPET_NONE;
    snippet_add_string(&snippet, "$}\\");
    snippet_add_stop(&snippet, (struct slice){"}", 1});
    assert_string_equal(snippet.text.bytes, "$}\\}");
    snippet_free(&snippet);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_missing_but_what_is_to_be_filled_in),
        cmocka_unit_test(differs_in_values_only),
        cmocka_unit_test(writes_places_as_the_editor_can),
        cmocka_unit_test(holds_the_owner_and_no_date),
        cmocka_unit_test(escapes_what_means_something),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
