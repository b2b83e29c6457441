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

#include "each.h"
#include "fix_all.h"

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

    if (!fix_all(&(struct proof_source){buffer_slice(report), options, NULL},
                 &fixed))
        return 0;
    if (count_errors(&fixed.text, options) > count_errors(report, options)) {
        print_error("%s: more errors than before\n", name);
        failures++;
    }
    if (fix_all(&(struct proof_source){buffer_slice(&fixed.text), options,
                                       NULL}, &again)) {
        print_error("%s: not all at once\n", name);
        fix_all_free(&again);
        failures++;
    }
    fix_all_free(&fixed);
    return failures;
}

int main(int argc, char **argv)
{
    return each_report(argc, argv, try_report);
}
