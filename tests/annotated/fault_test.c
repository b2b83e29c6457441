/*
 * One fault at a time in a flawless report: it is found at its place, and
 * nothing else of severity error or warning is.
 *
 *     fault_test FOLDER      (with full.md, preliminary.md and closure.md)
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "faults.h"

static const char *folder;

static bool is_at(const struct buffer *report, const struct finding *finding,
                  const char *at)
{
    return !strncmp(report->bytes + finding->span.start, at, strlen(at));
}

static void explain(const struct fault *fault, const struct finding *finding)
{
    print_error("%s: \"%s\" -> \"%s\": wanted %s at \"%s\"\n", fault->report,
                fault->find, fault->replace,
                fault->rule ? fault->rule : "nothing",
                fault->at ? fault->at : "");
    if (finding)
        print_error("  got %s: %s\n",
                    rules[rule_cases[finding->which].rule].id,
                    finding->message);
}

/* Does FINDING ask a report by another hand for an optional field? That may have
 * come to the template later. */
static bool is_younger(const struct fault *fault,
                       const struct finding *finding)
{
    return finding->which == CASE_MISSING_FIELD_OPTIONAL &&
           strstr(fault->report, "/hands/");
}

/* 0 if FINDINGS are what FAULT should give. */
static int judge(const struct fault *fault, const struct buffer *report,
                 const struct findings *findings)
{
    int faulty = 0;
    bool found = !fault->rule;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        const char *id = rules[rule_cases[finding->which].rule].id;

        if (fault->rule && !strcmp(id, fault->rule) &&
            is_at(report, finding, fault->at)) {
            found = true;
        } else if (finding->severity <= SEVERITY_WARNING ||
                   (!fault->rule && !is_younger(fault, finding))) {
            explain(fault, finding);
            faulty = 1;
        }
    }
    if (!found)
        explain(fault, NULL);
    return faulty || !found;
}

static void gives_its_finding_alone(void **state)
{
    int failed = 0;

    (void)state;
    for (size_t index = 0; index < fault_count; index++) {
        struct buffer report = {NULL, 0, 0};
        struct findings findings = {0};
        struct check_options options;
        struct blocks *blocks;
        struct text *text;

        fault_options(&options);
        fault_make(&faults[index], folder, &report);
        text = text_new((struct slice){report.bytes, report.length});
        blocks = blocks_new(text);
        checks_run(text, blocks, &options, &findings);
        failed += judge(&faults[index], &report, &findings);
        blocks_free(blocks);
        text_free(text);
        findings_free(&findings);
        buffer_free(&report);
    }
    assert_int_equal(failed, 0);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_its_finding_alone)};

    if (argc != 2)
        return 1;
    folder = argv[1];
    return cmocka_run_group_tests(tests, NULL, NULL);
}
