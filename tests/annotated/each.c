/* Goes through annotated reports and faults, one test for each argument. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "annotate.h"
#include "each.h"
#include "faults.h"
#include "file.h"

#define FILE_LIMIT (16u << 20)

/* What one test of cmocka is given. */
struct argument {
    char *path;
    each_trial *try;
};

/* Texts so odd that not all that is written for others mends there. */
static const char *const odd[] = {
    "causes-open",          "directives-paragraph", "fields-values",
    "silence-block",        "silence-enabled",      "structure-older-name",
    "structure-open-html",
};

bool each_is_odd(const char *path)
{
    bool is_odd = false;

    for (size_t index = 0; index < sizeof odd / sizeof *odd; index++)
        is_odd = is_odd || strstr(path, odd[index]);
    return is_odd;
}

bool each_holds(const struct proof_source *source, const struct claim *claim)
{
    struct proof *proof = proof_new(source);
    bool holds = proof_holds(proof, claim, 1);

    proof_free(proof);
    return holds;
}

static void tries_file(void **state)
{
    const struct argument *argument = *state;
    struct buffer written = {NULL, 0, 0};
    struct fixture fixture;
    int failures;

    if (!file_read(argument->path, FILE_LIMIT, &written))
        fail_msg("%s can't be read", argument->path);
    fixture_read(&fixture, (struct slice){written.bytes, written.length});
    failures = argument->try(argument->path, &fixture.report,
                             &fixture.checks);
    fixture_free(&fixture);
    buffer_free(&written);
    assert_int_equal(failures, 0);
}

static void tries_faults(void **state)
{
    const struct argument *argument = *state;
    struct check_options options;
    int failures = 0;

    fault_options(&options);
    for (size_t index = 0; index < fault_count; index++) {
        struct buffer report = {NULL, 0, 0};

        fault_make(&faults[index], argument->path, &report);
        failures += argument->try(faults[index].replace, &report, &options);
        buffer_free(&report);
    }
    assert_int_equal(failures, 0);
}

int each_report(int argc, char **argv, each_trial *try)
{
    bool faulty = argc == 3 && !strcmp(argv[1], "--faults");
    int failed = argc < 2;

    for (int index = faulty ? 2 : 1; index < argc; index++) {
        struct argument argument = {argv[index], try};
        const struct CMUnitTest tests[] = {
            {argv[index], faulty ? tries_faults : tries_file, NULL, NULL,
             &argument}};

        failed |= cmocka_run_group_tests(tests, NULL, NULL) != 0;
    }
    return failed;
}
