/* The words a report is read by: labels, names, numbers, directives. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "directive.h"
#include "label.h"
#include "name.h"
#include "number.h"

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct {
    const char *line;
    size_t reading;
    const char *folded;     /* NULL: no such reading */
    enum label_form form;
    const char *value;
} labels[] = {
    {"**Kind:** x", 0, "kind", LABEL_STRONG, "x"},
    {"**Kind**: x", 0, "kind", LABEL_STRONG, "x"},
    {"**Kind** : x", 0, "kind", LABEL_STRONG, "x"},
    {"**Kind**", 0, "kind", LABEL_STRONG_BARE, ""},
    {"**Why not?** No", 0, "why not", LABEL_STRONG_BARE, "No"},
    {"**Why not?:** No", 0, "why not", LABEL_STRONG, "No"},
    {"__Kind:__ x", 0, "kind", LABEL_STRONG, "x"},
    {"***Kind:*** x", 0, "kind", LABEL_STRONG, "x"},
    {"*Kind:* x", 0, "kind", LABEL_EMPHASIS, "x"},
    {"**Kind: ** x", 0, "kind", LABEL_NOT_RENDERED, "x"},
    {"**Kind: x**", 1, "kind", LABEL_STRONG_VALUE, "x**"},
    {"**Kind:** x", 1, "kind", LABEL_STRONG_VALUE, "** x"},
    {"Kind: x: y", 0, "kind", LABEL_PLAIN, "x: y"},
    {"Kind: x: y", 1, "kind: x", LABEL_PLAIN, "y"},
    {"Kind: x: y", 2, NULL, LABEL_PLAIN, ""},
    {"Was it stopped? No.", 0, "was it stopped", LABEL_PLAIN, "No."},
    {"Was it stopped?: No.", 0, "was it stopped", LABEL_PLAIN, "No."},
    {"Kind\xef\xbc\x9a x", 0, "kind", LABEL_PLAIN, "x"},
    {"**\xc2\xa0Kind:**\xc2\xa0x", 0, "kind", LABEL_NOT_RENDERED, "x"},
    {"**Kind:\xe2\x80\xaf** x", 0, "kind", LABEL_NOT_RENDERED, "x"},
    {"**\xe2\x80\x8bKind:**\xe3\x80\x80x", 0, "kind", LABEL_STRONG, "x"},
    {"**Kind", 0, NULL, LABEL_STRONG, ""},
    {"****", 0, NULL, LABEL_STRONG, ""},
    {"** **", 0, NULL, LABEL_STRONG, ""},
    {"Kind", 0, NULL, LABEL_PLAIN, ""},
    {"", 0, NULL, LABEL_PLAIN, ""},
};

static void reads_labels(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(labels); row++) {
        struct slice line = slice_of(labels[row].line);
        struct label label;
        bool read = label_read(line, labels[row].reading, &label);

        if (read != (labels[row].folded != NULL))
            fail_msg("\"%s\": read %d", labels[row].line, read);
        if (!read)
            continue;
        if (strcmp(label.folded, labels[row].folded) ||
            label.form != labels[row].form ||
            strcmp(line.bytes + label.value, labels[row].value))
            fail_msg("\"%s\": \"%s\" form %d value \"%s\"", labels[row].line,
                     label.folded, (int)label.form, line.bytes + label.value);
    }
}

static const struct {
    const char *words;
    bool heading;
    int report;             /* -1: none */
} reports[] = {
    {"Full Incident Report", true, REPORT_FULL},
    {"**Full Incident Report**", true, REPORT_FULL},
    {"FULL INCIDENT REPORT", false, REPORT_FULL},
    {"Full Incident Report - ETSI Finding #2", true, REPORT_FULL},
    {"Full Incident Report - ETSI Finding #2", false, REPORT_FULL},
    {"Full Incident Report of May", true, REPORT_FULL},
    {"Full Incident Report of May", false, -1},
    {"Full Incident Reports", true, -1},
    {"Preliminary\xc2\xa0Incident Report (Preliminary)", true,
     REPORT_PRELIMINARY},
    {"Preliminary Report", true, REPORT_PRELIMINARY},
    {"Preliminary reports are due soon", false, -1},
    {"Report Closure Summary", true, REPORT_CLOSURE},
    {"Incident Closure Summary", true, REPORT_CLOSURE},
    {"Closure Report", false, REPORT_CLOSURE},
    {"Incident Report", true, REPORT_INCIDENT_2},
    {"Incident Report (Preliminary)", true, REPORT_INCIDENT_2},
    {"Incident Report guidelines", true, -1},
    {"Audit Incident Report", true, REPORT_AUDIT_2},
    {"Summary", true, -1},
};

static void names_reports(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(reports); row++) {
        const struct rule_report *report =
            name_report(slice_of(reports[row].words), reports[row].heading);

        if ((report ? (int)report->id : -1) != reports[row].report)
            fail_msg("\"%s\": %s", reports[row].words,
                     report ? report->name : "none");
    }
}

static const struct {
    const char *line;
    bool heading, is;
    uint64_t number;
    const char *title;
} factors[] = {
    {"**Contributing Factor #1: No check**", false, true, 1, "No check"},
    {"**Contributing Factor # 2 – No check**", false, true, 2, "No check"},
    {"**Contributing Factor #: 1**", false, true, 1, ""},
    {"**Contributing Factor #: title**", false, true, 0, "title"},
    {"Contributing Factor #1: No check", false, true, 1, "No check"},
    {"Contributing Factor 12 - No check", true, true, 12, "No check"},
    {"**Root Cause 3: No check**", false, true, 3, "No check"},
    {"**Issue #4**", false, true, 4, ""},
    {"**Factor 5: x**", false, true, 5, "x"},
    {"Factor 5: x", false, false, 0, ""},
    {"**Root Cause Analysis methodology used:** 5-Whys", false, false, 0, ""},
    {"**Issues 4**", false, false, 0, ""},
    {"**Issue with the linter**", false, false, 0, ""},
    {"Contributing Factors", true, false, 0, ""},
    {"Contributing Factor #1 made it worse.", false, false, 0, ""},
    {"Contributing factor analysis showed", false, false, 0, ""},
    {"Contributing Factor #1", false, true, 1, ""},
};

static void names_factors(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(factors); row++) {
        const char *line = factors[row].line;
        struct factor_name name;
        bool is = name_factor(slice_of(line), factors[row].heading, &name);

        if (is != factors[row].is)
            fail_msg("\"%s\": %d", line, is);
        if (is && (name.number != factors[row].number ||
                   name.title.end - name.title.start !=
                       strlen(factors[row].title) ||
                   strncmp(line + name.title.start, factors[row].title,
                           strlen(factors[row].title))))
            fail_msg("\"%s\": #%lu %zu-%zu", line, name.number,
                     name.title.start, name.title.end);
    }
}

#define MOST NUMBER_MOST

static const struct {
    const char *text;
    bool found;
    unsigned long long least, most;
    bool sure;
} numbers[] = {
    {"0", true, 0, 0, true}, {"18838", true, 18838, 18838, true},
    {"18,838", true, 18838, 18838, true},
    {"1.234.567", true, 1234567, 1234567, true},
    {"18 838 certificates", true, 18838, 18838, true},
    {"1'234", true, 1234, 1234, true},
    {"1\xe2\x80\x99" "204", true, 1204, 1204, true},
    {"1.204", true, 1204, 1204, true}, {"1,204", true, 1204, 1204, true},
    {"1 204", true, 1204, 1204, true},
    {"18\xc2\xa0" "838", true, 18838, 18838, true},
    {"18\xe2\x80\xaf" "838", true, 18838, 18838, true},
    {"18\xe2\x80\x89" "838", true, 18838, 18838, true},
    {"150 Certificates were referenced by 3", true, 150, 150, true},
    {"0. All 12 have been triaged.", true, 0, 0, true},
    {"Three certificates were found", true, 3, 3, true},
    {"Over 23000 certificates remain valid.", true, 23001, MOST, true},
    {"at least 12", true, 12, MOST, true},
    {"more than a dozen", true, 13, MOST, true},
    {"fewer than six", true, 1, 5, true}, {"up to six", true, 1, 6, true},
    {"less than 0", true, 0, 0, true}, {"under 1", true, 0, 0, true},
    {"more than 99999999999999999999", true, MOST, MOST, true},
    {"twenty", true, 20, 20, true}, {"**12**", true, 12, 12, true},
    {"twenty-one", true, 21, 21, true}, {"Forty two (42)", true, 42, 42, true},
    {"(12)", true, 12, 12, true}, {"12,34", true, 12, 12, true},
    {"As of 2025-05-01, 150 certificates", true, 150, 150, true},
    {"On June 5, 2025 there were 7", true, 7, 7, true},
    {"Of the 2,140 that were issued, 3 are affected", true, 2140, 2140, false},
    {"A total of 7 (5 DV, 2 OV)", true, 7, 7, true},
    {"approximately 500", true, 1, MOST, true}, {"~0", true, 0, MOST, true},
    {"up to 500 certificates", true, 1, 500, true},
    {"at least 500 of 1,000", true, 500, MOST, true},
    {"5,000+", true, 5000, MOST, true}, {"500 or more", true, 500, MOST, true},
    {"1,200 to 1,300", true, 1200, 1300, true},
    {"1,200-1,300", true, 1200, 1300, true},
    {"between 5 and 10", true, 5, 10, true},
    {"5 and 10", true, 5, 5, true}, {"9-5", false, 0, 0, false},
    {"two hundred", true, 200, 200, true},
    {"three hundred and eleven", true, 311, 311, true},
    {"Three hundred eleven certificates", true, 311, 311, true},
    {"one thousand two hundred and four", true, 1204, 1204, true},
    {"twenty-one thousand", true, 21000, 21000, true},
    {"a hundred", true, 100, 100, true}, {"a dozen", true, 12, 12, true},
    {"about two dozen", true, 1, MOST, true},
    {"half a dozen certs", true, 6, 6, true},
    {"several hundred", false, 0, 0, false},
    {"nine million million million million", true, MOST, MOST, true},
    {"two hundred and revoked", true, 200, 200, true},
    {"1.2 million", true, 1000000, MOST, true},
    {"3 thousand", true, 3000, MOST, true},
    {"5% of them, that is 12", true, 12, 12, true},
    {"0.5 percent", false, 0, 0, false},
    {"18446744073709551617", true, MOST, MOST, true},
    {"999999999999999999999999", true, MOST, MOST, true},
    {"OID 2.23.140.1.2.2", false, 0, 0, false},
    {"version 1.5", false, 0, 0, false}, {"at 10:20", false, 0, 0, false},
    {"bug #123", false, 0, 0, false}, {"some", false, 0, 0, false},
    {"someone", false, 0, 0, false}, {"SHA256", false, 0, 0, false},
    {"3rd", false, 0, 0, false}, {"", false, 0, 0, false},
    {"a 3-year certificate", false, 0, 0, false},
};

static void finds_numbers(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(numbers); row++) {
        struct number number;
        bool found = number_find(slice_of(numbers[row].text), &number);

        if (found != numbers[row].found ||
            (found && (number.least != numbers[row].least ||
                       number.most != numbers[row].most ||
                       number.sure != numbers[row].sure)))
            fail_msg("\"%s\": %d %llu-%llu %d", numbers[row].text, found,
                     number.least, number.most, number.sure);
    }
}

static const struct {
    const char *definitions;
    const char *title;      /* NULL: none */
} directives[] = {
    {"[incident-ls]: # (draft)", "draft"},
    {"[incident-ls]: # \"draft\"", "draft"},
    {"[incident-ls]: # 'title=\"A: b\", draft'", "title=\"A: b\", draft"},
    {"[INCIDENT-LS]:#(draft)", "draft"},
    {"  [incident-ls]:\n  #\n  (draft)\n", "draft"},
    {"[a]: b\n[incident-ls]: # (a\nb)\n", "a\nb"},
    {"[incident-ls]: # (a \\) b)", "a \\) b"},
    {"[incident-ls-disable]: # (draft)", NULL},
    {"[incident-ls]: #", ""},
    {"[incident-ls]: # (draft", NULL},
    {"[incident-ls]: # (a \\( b)", "a \\( b"},
    {"[incident-ls]: # (a (b)", NULL},
    {"[incident-ls]: x (draft)", NULL},
    {"incident-ls: # (draft)", NULL},
};

static void finds_directives(void **state)
{
    (void)state;
    for (size_t row = 0; row < COUNT(directives); row++) {
        struct directive directive;
        size_t at = 0;
        bool found = directive_next(slice_of(directives[row].definitions),
                                    &at, &directive) &&
                     directive_is(&directive, DIRECTIVE_NAME);

        if (found != (directives[row].title != NULL) ||
            (found &&
             (directive.title.length != strlen(directives[row].title) ||
              memcmp(directive.title.bytes, directives[row].title,
                     directive.title.length))))
            fail_msg("\"%s\": %d", directives[row].definitions, found);
    }
}

static bool is(struct slice slice, const char *string)
{
    return slice.length == strlen(string) &&
           !memcmp(slice.bytes, string, slice.length);
}

static void divides_directives(void **state)
{
    struct slice title = slice_of(
        "draft, reporter = third-party,title=\"A, b: c\",x='',");
    struct directive_entry entry;

    (void)state;
    assert_true(directive_entry_next(&title, &entry));
    assert_true(is(entry.key, "draft") && is(entry.value, ""));
    assert_true(directive_entry_next(&title, &entry));
    assert_true(is(entry.key, "reporter") && is(entry.value, "third-party"));
    assert_true(directive_entry_next(&title, &entry));
    assert_true(is(entry.key, "title") && is(entry.value, "A, b: c"));
    assert_true(directive_entry_next(&title, &entry));
    assert_true(is(entry.key, "x") && is(entry.value, ""));
    assert_false(directive_entry_next(&title, &entry));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_labels),    cmocka_unit_test(names_reports),
        cmocka_unit_test(names_factors),   cmocka_unit_test(finds_numbers),
        cmocka_unit_test(finds_directives),
        cmocka_unit_test(divides_directives),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
