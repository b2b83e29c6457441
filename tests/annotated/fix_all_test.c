/*
 * Makes all safe fixes of a report: after that none is left, and there is no
 * error that wasn't there.
 *
 *     fix_all_test FILE...           annotated reports
 *     fix_all_test --faults FOLDER   the faults, in the samples of FOLDER
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "annotate.h"
#include "faults.h"
#include "file.h"
#include "fix_all.h"

#define FILE_LIMIT (1024 * 1024)

static size_t count_errors(const struct buffer *report,
                           const struct check_options *options)
{
    struct text *text = text_new((struct slice){report->bytes,
                                                report->length});
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    size_t count = 0;

    checks_run(text, blocks, options, &findings);
    for (size_t index = 0; index < findings.count; index++)
        count += findings.items[index].severity == SEVERITY_ERROR;
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return count;
}

/* Returns the number of failures. */
static int try_report(const char *name, const struct buffer *report,
                      const struct check_options *options)
{
    struct fix_all fixed, again;
    int failures = 0;

    if (!fix_all((struct slice){report->bytes, report->length}, options,
                 &fixed))
        return 0;
    if (count_errors(&fixed.text, options) > count_errors(report, options)) {
        print_error("%s: more errors than before\n", name);
        failures++;
    }
    if (fix_all((struct slice){fixed.text.bytes, fixed.text.length}, options,
                &again)) {
        print_error("%s: not all at once\n", name);
        fix_all_free(&again);
        failures++;
    }
    fix_all_free(&fixed);
    return failures;
}

static void fixes_all_of_file(void **state)
{
    const char *path = *state;
    struct buffer written = {NULL, 0, 0};
    struct fixture fixture;
    int failures;

    if (!file_read(path, FILE_LIMIT, &written))
        fail_msg("%s can't be read", path);
    fixture_read(&fixture, (struct slice){written.bytes, written.length});
    failures = try_report(path, &fixture.report, &fixture.checks);
    fixture_free(&fixture);
    buffer_free(&written);
    assert_int_equal(failures, 0);
}

static void fixes_all_of_faults(void **state)
{
    struct check_options options;
    int failures = 0;

    fault_options(&options);
    for (size_t index = 0; index < fault_count; index++) {
        struct buffer report = {NULL, 0, 0};

        fault_make(&faults[index], *state, &report);
        failures += try_report(faults[index].replace, &report, &options);
        buffer_free(&report);
    }
    assert_int_equal(failures, 0);
}

int main(int argc, char **argv)
{
    bool faulty = argc == 3 && !strcmp(argv[1], "--faults");
    int failed = argc < 2;

    for (int index = faulty ? 2 : 1; index < argc; index++) {
        const struct CMUnitTest tests[] = {
            {argv[index], faulty ? fixes_all_of_faults : fixes_all_of_file,
             NULL, NULL, argv[index]}};

        failed |= cmocka_run_group_tests(tests, NULL, NULL) != 0;
    }
    return failed;
}
