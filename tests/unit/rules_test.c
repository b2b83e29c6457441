/*
 * rules_test.c - look-ups in the tables, and what the tables promise.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "rules.h"

static struct slice words(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static void finds_guidelines(void **state)
{
    const struct rule_guideline *guideline = rule_guideline_find(words("3.1"));

    (void)state;
    assert_non_null(guideline);
    assert_string_equal(guideline->effective_text, "2025-07-15");
    assert_int_equal(guideline->effective, 20284);
    assert_int_equal(guideline->superseded, guideline[1].effective);
    assert_null(rule_guideline_find(words("3")));
    assert_null(rule_guideline_find(words("3.10")));
    assert_null(rule_guideline_find(words("")));
    assert_int_equal(rule_guideline_current()->superseded, 0);
    assert_true(rule_guideline_current()->templated);
    assert_false(rule_guidelines[0].templated);
}

static void knows_versions(void **state)
{
    const struct rule_field *field = &rule_fields[FIELD_ANALYSIS];
    const struct rule_section *appendix = &rule_sections[SECTION_APPENDIX];

    (void)state;
    assert_true(rule_applies(field->versions, rule_guideline_current()));
    assert_true(rule_applies(field->versions,
                             rule_guideline_find(words("3.0"))));
    assert_false(rule_applies(field->versions,
                              rule_guideline_find(words("2.0"))));
    assert_true(strlen(appendix->means_added) > 0);
    assert_true(rule_applies(appendix->added_versions,
                             rule_guideline_find(words("3.2"))));
    assert_false(rule_applies(appendix->added_versions,
                              rule_guideline_find(words("3.1"))));
}

static void finds_rules(void **state)
{
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++)
        assert_int_equal(rule_find(words(rules[i].id)), i);
    assert_int_equal(rule_find(words("empty-field")), RULE_EMPTY_FIELD);
    assert_int_equal(rule_find(words("empty-fields")), -1);
    assert_int_equal(rule_find(words("")), -1);
}

/* A rule's first case has its severity; the others follow at once. */
static void cases_follow_their_rules(void **state)
{
    int rule = -1;

    (void)state;
    for (size_t i = 0; i < CASE_COUNT; i++) {
        if (rule_cases[i].name[0] == '\0') {
            rule++;
            assert_int_equal(rule_cases[i].severity, rules[rule].severity);
        }
        assert_int_equal(rule_cases[i].rule, rule);
        assert_in_range(strlen(rule_cases[i].message), 10, 160);
    }
    assert_int_equal(rule + 1, RULE_COUNT);
    assert_string_equal(rule_cases[CASE_EMPTY_FIELD_OPTIONAL].name,
                        "optional");
    assert_int_equal(rule_cases[CASE_EMPTY_FIELD_OPTIONAL].severity,
                     SEVERITY_WARNING);
}

static void softens_what_a_draft_lacks(void **state)
{
    (void)state;
    assert_true(rules[RULE_MISSING_SECTION].softened);
    assert_true(rules[RULE_EMPTY_SECTION].softened);
    assert_true(rules[RULE_MISSING_FIELD].softened);
    assert_true(rules[RULE_EMPTY_FIELD].softened);
    assert_true(rules[RULE_PLACEHOLDER].softened);
    assert_true(rules[RULE_EMPTY_CELL].softened);
    assert_false(rules[RULE_CCADB_ID].softened);
}

static void finds_reports(void **state)
{
    static const struct {
        const char *heading;
        int report;
        const char *rest;
    } rows[] = {
        {"preliminary incident report", REPORT_PRELIMINARY, ""},
        {"preliminary report", REPORT_PRELIMINARY, ""},
        {"full incident report - finding #2", REPORT_FULL, " - finding #2"},
        {"full incident report (draft)", REPORT_FULL, " (draft)"},
        {"report closure summary", REPORT_CLOSURE, ""},
        {"closure report", REPORT_CLOSURE, ""},
        {"incident closure summary", REPORT_CLOSURE, ""},
        {"incident report closure summary", REPORT_CLOSURE, ""},
        {"incident report", REPORT_INCIDENT_2, ""},
        {"incident report (preliminary)", REPORT_INCIDENT_2,
         " (preliminary)"},
        {"audit incident report", REPORT_AUDIT_2, ""},
        {"initial audit incident report", REPORT_AUDIT_2, ""},
        {"incident reporting", -1, ""},
        {"full incident", -1, ""},
        {"a full incident report", -1, ""},
        {"", -1, ""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        size_t length = 0;
        const struct rule_report *report =
            rule_report_find(rows[i].heading, &length);

        assert_int_equal(report ? (int)report->id : -1, rows[i].report);
        if (report)
            assert_string_equal(rows[i].heading + length, rows[i].rest);
    }
}

static int section_id(enum report_id report, const char *folded)
{
    const struct rule_section *section =
        rule_section_find(&rule_reports[report], folded);

    return section ? (int)section->id : -1;
}

static void finds_sections(void **state)
{
    (void)state;
    assert_int_equal(section_id(REPORT_FULL, "root cause analysis"),
                     SECTION_ROOT_CAUSE_ANALYSIS);
    assert_int_equal(section_id(REPORT_FULL, "root causes"),
                     SECTION_ROOT_CAUSE_ANALYSIS);
    assert_int_equal(section_id(REPORT_FULL, "action items update"),
                     SECTION_ACTION_ITEMS);
    assert_int_equal(section_id(REPORT_FULL, "impact and more"), -1);
    assert_int_equal(section_id(REPORT_FULL, "report closure summary"), -1);
    assert_int_equal(section_id(REPORT_PRELIMINARY, "summary"),
                     SECTION_SUMMARY);
    assert_int_equal(section_id(REPORT_PRELIMINARY, "impact"),
                     SECTION_IMPACT);
    assert_int_equal(section_id(REPORT_CLOSURE, "report closure summary"),
                     SECTION_CLOSURE);
    assert_int_equal(section_id(REPORT_CLOSURE, "summary"), -1);
}

static int field_id(enum section_id section, const char *folded)
{
    const struct rule_field *field =
        rule_field_find(&rule_sections[section], folded);

    return field ? (int)field->id : -1;
}

static void finds_fields(void **state)
{
    (void)state;
    assert_int_equal(field_id(SECTION_SUMMARY, "incident description"),
                     FIELD_INCIDENT_DESCRIPTION);
    assert_int_equal(field_id(SECTION_CLOSURE, "incident description"),
                     FIELD_CLOSURE_DESCRIPTION);
    assert_int_equal(field_id(SECTION_ROOT_CAUSE_ANALYSIS, "timeline"),
                     FIELD_FACTOR_TIMELINE);
    assert_int_equal(field_id(SECTION_LESSONS_LEARNED, "what didn't go well"),
                     FIELD_DIDNT_GO_WELL);
    assert_int_equal(field_id(SECTION_LESSONS_LEARNED, "other"),
                     FIELD_ADDITIONAL);
    assert_int_equal(field_id(SECTION_LESSONS_LEARNED,
                              "fortuitous circumstances"),
                     FIELD_GOT_LUCKY);
    assert_int_equal(field_id(SECTION_IMPACT, "was issuance stopped, and why"),
                     FIELD_ISSUANCE_STOPPED);
    assert_int_equal(field_id(SECTION_IMPACT, "was issuance stoppedx"), -1);
    assert_int_equal(field_id(SECTION_SUMMARY, "relevant requirements"), -1);
    assert_int_equal(field_id(SECTION_SUMMARY, "related policies"), -1);
    assert_int_equal(field_id(SECTION_SUMMARY, ""), -1);
}

static void finds_columns(void **state)
{
    const struct rule_section *items = &rule_sections[SECTION_ACTION_ITEMS];
    const struct rule_section *appendix = &rule_sections[SECTION_APPENDIX];

    (void)state;
    assert_int_equal(rule_column_find(items, "kind")->id, COLUMN_KIND);
    assert_int_equal(
        rule_column_find(items, "corresponding root cause(s)")->id,
        COLUMN_ROOT_CAUSES);
    assert_null(rule_column_find(items, "type"));
    assert_string_equal(rule_column_find(items, "kind")->mistaken[0], "type");
    assert_int_equal(rule_column_find(appendix, "is revoked")->id,
                     COLUMN_IS_REVOKED);
    assert_int_equal(rule_column_find(appendix, "serial #")->id,
                     COLUMN_SERIAL);
    assert_int_equal(appendix->column_count, 11);
    assert_int_equal(items->column_count, 6);
    assert_null(rule_column_find(&rule_sections[SECTION_SUMMARY], "bug"));
}

static void asks_what_the_guidelines_ask(void **state)
{
    (void)state;
    assert_false(rule_fields[FIELD_INCIDENT_DESCRIPTION].na_allowed);
    assert_true(rule_fields[FIELD_CCADB_ID].na_allowed);
    assert_true(rule_fields[FIELD_CCADB_ID].must_apply_when_full);
    assert_false(rule_fields[FIELD_END_DATE].must_apply_when_full);
    assert_true(rule_fields[FIELD_DISCLOSURE_SOURCE].preliminary);
    assert_int_equal(rule_fields[FIELD_DISCLOSURE_SOURCE].required,
                     REQUIRED_BY_CA_OWNER);
    assert_false(rule_fields[FIELD_CCADB_ID].preliminary);
    assert_int_equal(rule_fields[FIELD_ADDITIONAL_CONSIDERATIONS].required,
                     REQUIRED_OPTIONAL);
    assert_ptr_equal(rule_fields[FIELD_END_DATE].parent,
                     &rule_fields[FIELD_TIMELINE_SUMMARY]);
    assert_null(rule_fields[FIELD_RELEVANT_POLICIES].parent);
    assert_true(rule_sections[SECTION_TIMELINE].may_not_be_empty);
    assert_false(rule_sections[SECTION_SUMMARY].may_not_be_empty);
    assert_int_equal(rule_fields[FIELD_DISCLOSURE_SOURCE].list,
                     LIST_DISCLOSURE_SOURCE);
    assert_int_equal(rule_fields[FIELD_ANALYSIS].list, -1);
}

static void rows_stand_at_their_ids(void **state)
{
    (void)state;
    for (unsigned i = 0; i < REPORT_COUNT; i++) {
        assert_int_equal(rule_reports[i].id, i);
        assert_true(rule_reports[i].means[0] != '\0');
    }
    for (unsigned i = 0; i < VALUE_COUNT; i++) {
        assert_int_equal(rule_values[i].id, i);
        assert_true(rule_values[i].means[0] != '\0');
    }
    for (unsigned i = 0; i < FIELD_COUNT; i++) {
        assert_int_equal(rule_fields[i].id, i);
        assert_true(rule_fields[i].means[0] != '\0');
        assert_true(rule_fields[i].required_text[0] != '\0');
    }
    for (unsigned i = 0; i < COLUMN_COUNT; i++) {
        assert_int_equal(rule_columns[i].id, i);
        assert_true(rule_columns[i].means[0] != '\0');
    }
    for (unsigned i = 0; i < SECTION_COUNT; i++) {
        assert_int_equal(rule_sections[i].id, i);
        assert_true(rule_sections[i].means[0] != '\0');
    }
}

static void sections_hold_their_rows(void **state)
{
    size_t fields = 0;
    size_t columns = 0;

    (void)state;
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        const struct rule_section *section = &rule_sections[i];

        for (size_t j = 0; j < section->field_count; j++, fields++)
            assert_int_equal(section->fields[j].section, i);
        for (size_t j = 0; j < section->column_count; j++, columns++)
            assert_int_equal(section->columns[j].section, i);
    }
    assert_int_equal(fields, FIELD_COUNT);
    assert_int_equal(columns, COLUMN_COUNT);
}

/* What follows PART in TEXT; NULL if it is not there. */
static const char *past(const char *text, const char *part)
{
    const char *at = strstr(text, part);

    return at ? at + strlen(part) : NULL;
}

/* The published texts themselves stand in cli/command.session. */
static void templates_hold_their_parts(void **state)
{
    const struct rule_report *full = &rule_reports[REPORT_FULL];
    const char *at = full->skeleton;

    (void)state;
    for (size_t i = 0; i < full->section_count; i++) {
        const struct rule_section *section = full->sections[i];

        at = past(at, section->name);
        assert_non_null(at);
        at = past(at, section->skeleton);
        assert_non_null(at);
    }
    assert_string_equal(rule_sections[SECTION_TIMELINE].skeleton, "");
    assert_string_equal(rule_sections[SECTION_APPENDIX].skeleton, "");
    assert_int_equal(rule_reports[REPORT_CLOSURE].level, 3);
}

static void templates_hold_their_fields(void **state)
{
    (void)state;
    for (size_t i = 0; i < SECTION_COUNT; i++) {
        const struct rule_section *section = &rule_sections[i];
        const char *at = section->skeleton;

        for (size_t j = 0; j < section->field_count; j++) {
            if (!rule_applies(section->fields[j].versions,
                              rule_guideline_current()))
                continue;
            at = past(at, section->fields[j].label);
            assert_non_null(at);
        }
    }
}

static void finds_what_was_meant(void **state)
{
    static const char *const names[] = {"summary", "impact", "timeline",
                                        "root cause analysis", "appendix",
                                        NULL};

    (void)state;
    assert_string_equal(rule_nearest("sumary", names), "summary");
    assert_string_equal(rule_nearest("summray", names), "summary");
    assert_string_equal(rule_nearest("impacts", names), "impact");
    assert_string_equal(rule_nearest("rot cause analisys", names),
                        "root cause analysis");
    assert_null(rule_nearest("sumry", names) ? "found" : NULL);
    assert_null(rule_nearest("summary", names));
    assert_null(rule_nearest("background", names));
    assert_null(rule_nearest("", names));
    assert_null(rule_nearest("x", names));
}

static void nearest_takes_long_words(void **state)
{
    char word[4096];
    const char *words_list[] = {word, "summary", NULL};

    (void)state;
    memset(word, 'a', sizeof word - 1);
    word[sizeof word - 1] = '\0';
    assert_null(rule_nearest(word, words_list));
    assert_string_equal(rule_nearest("summery", words_list), "summary");
}

static void facts_have_their_day(void **state)
{
    (void)state;
    assert_true(rule_policy_count >= 11);
    assert_true(rule_tag_count >= 20);
    assert_true(rule_oid_count >= 19);
    for (size_t i = 0; i < FACTS_COUNT; i++)
        assert_int_equal(strlen(rule_facts[i].as_of), 10);
    for (size_t i = 0; i < rule_tag_count; i++) {
        if (rule_tags[i].revocation_delay)
            assert_non_null(strstr(rule_tags[i].tag, "revocation-delay"));
    }
    assert_string_equal(rule_oids[0].type->value, "EV");
    assert_string_equal(rule_oids[0].policy->name, "EVGs");
    assert_string_equal(rule_values[VALUE_TYPE_DV].oid, "2.23.140.1.2.1");
    assert_string_equal(rule_values[VALUE_TYPE_SMIME].oid, "");
}

/* Are all parts of TEXT in square brackets known to the check that finds what
 * was never filled in? */
static bool prompts_are_known(const char *text)
{
    while ((text = strchr(text, '['))) {
        struct slice prompt = {text, strcspn(text, "]") + 1};
        const struct rule_phrase *phrase;
        char folded[160];

        fold(prompt, folded, sizeof folded);
        phrase = rule_phrase_is(PHRASES_PLACEHOLDER_INSIDE, folded);
        if (prompt.bytes[prompt.length - 2] != '?' &&
            (!phrase || strcmp(phrase->means, "prompt")))
            return false;
        text += prompt.length;
    }
    return true;
}

static void what_is_offered_is_no_answer(void **state)
{
    (void)state;
    for (size_t index = 0; index < OFFER_COUNT; index++) {
        if (!prompts_are_known(rule_offers[index].prompt))
            fail_msg("%s", rule_offers[index].prompt);
    }
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        if (!prompts_are_known(rule_values[index].value))
            fail_msg("%s", rule_values[index].value);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_guidelines),
        cmocka_unit_test(knows_versions),
        cmocka_unit_test(finds_rules),
        cmocka_unit_test(cases_follow_their_rules),
        cmocka_unit_test(softens_what_a_draft_lacks),
        cmocka_unit_test(finds_reports),
        cmocka_unit_test(finds_sections),
        cmocka_unit_test(finds_fields),
        cmocka_unit_test(finds_columns),
        cmocka_unit_test(asks_what_the_guidelines_ask),
        cmocka_unit_test(rows_stand_at_their_ids),
        cmocka_unit_test(sections_hold_their_rows),
        cmocka_unit_test(templates_hold_their_parts),
        cmocka_unit_test(templates_hold_their_fields),
        cmocka_unit_test(finds_what_was_meant),
        cmocka_unit_test(nearest_takes_long_words),
        cmocka_unit_test(facts_have_their_day),
        cmocka_unit_test(what_is_offered_is_no_answer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
