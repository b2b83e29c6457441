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
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "memory.h"

#define FULL "full.md"
#define PRELIMINARY "preliminary.md"
#define CLOSURE "closure.md"

/* In REPORT the first FIND becomes REPLACE; then RULE is found where the text
 * begins with AT. No RULE: the change is none that matters. */
struct fault {
    const char *report, *find, *replace, *rule, *at;
};

static const struct fault faults[] = {
#include "faults.inc"
};

static const char *folder;

static char *read_sample(const char *name)
{
    struct buffer path = {NULL, 0, 0};
    struct buffer content = {NULL, 0, 0};
    char piece[4096];
    size_t length;
    FILE *file;

    buffer_add_string(&path, folder);
    buffer_add_char(&path, '/');
    buffer_add_string(&path, name);
    file = fopen(path.bytes, "rb");
    if (!file)
        fail_msg("%s can't be read", path.bytes);
    while ((length = fread(piece, 1, sizeof piece, file)))
        buffer_add(&content, piece, length);
    fclose(file);
    buffer_free(&path);
    return buffer_take(&content);
}

/* REPORT with the first FIND replaced, everything up to an ellipsis in FIND
 * and what follows it taken whole. */
static void make_fault(const struct fault *fault, struct buffer *report)
{
    char *sample = read_sample(fault->report);
    const char *gap = strstr(fault->find, "[...]");
    size_t head = gap ? (size_t)(gap - fault->find) : strlen(fault->find);
    char *start = NULL;
    char *end;

    for (char *at = sample; *at && !start; at++) {
        if (!strncmp(at, fault->find, head))
            start = at;
    }
    if (!start)
        fail_msg("no \"%s\" in %s", fault->find, fault->report);
    end = start + head;
    if (gap) {
        end = strstr(end, gap + 5);
        if (!end)
            fail_msg("no end of \"%s\" in %s", fault->find, fault->report);
    }
    buffer_add(report, sample, (size_t)(start - sample));
    buffer_add_string(report, fault->replace);
    buffer_add_string(report, end);
    memory_free(sample);
}

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
        } else if (finding->severity <= SEVERITY_WARNING || !fault->rule) {
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
    for (size_t index = 0; index < sizeof faults / sizeof *faults; index++) {
        struct buffer report = {NULL, 0, 0};
        struct findings findings = {NULL, 0, 0};
        struct check_options options;
        struct blocks *blocks;
        struct text *text;
        int today = 0;

        checks_day((struct slice){"2026-11-01", 10}, &today);
        check_options_default(&options, today);
        make_fault(&faults[index], &report);
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
