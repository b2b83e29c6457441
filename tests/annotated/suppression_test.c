/*
 * Silences every finding where it is and in its report, and checks again: it
 * is gone, nothing else is there that wasn't, and the directive was of use. But
 * for odd texts that is offered wherever a directive can stand.
 *
 *     suppression_test FILE...           annotated reports
 *     suppression_test --faults FOLDER   the faults, in the samples of FOLDER
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "each.h"
#include "edits.h"
#include "suppression.h"

/* A report, checked. */
struct checked {
    struct text *text;
    struct blocks *blocks;
    struct findings findings;
};

static void check(struct slice source, const struct check_options *options,
                  struct checked *checked)
{
    checked->text = text_new(source);
    checked->blocks = blocks_new(checked->text);
    checked->findings = (struct findings){0};
    checks_run(checked->text, checked->blocks, options, &checked->findings);
}

static void checked_free(struct checked *checked)
{
    findings_free(&checked->findings);
    blocks_free(checked->blocks);
    text_free(checked->text);
}

static enum rule_id rule_of(const struct finding *finding)
{
    return rule_cases[finding->which].rule;
}

static size_t count_same(const struct findings *findings,
                         const struct finding *finding)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *other = &findings->items[index];

        count += rule_of(other) == rule_of(finding) &&
                 !strcmp(other->message, finding->message);
    }
    return count;
}

static size_t count_rule(const struct findings *findings, enum rule_id rule)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++)
        count += rule_of(&findings->items[index]) == rule;
    return count;
}

static int complain(const char *name, const struct finding *finding,
                    const char *what, const struct finding *other)
{
    print_error("%s: %s (%s): %s%s%s\n", name, rules[rule_of(finding)].id,
                finding->message, what, other ? ": " : "",
                other ? other->message : "");
    return 1;
}

/* Returns the number of failures. */
static int judge(const char *name, const struct finding *finding,
                 const struct findings *before, const struct findings *after)
{
    enum rule_id rule = rule_of(finding);
    int failures = 0;

    if (count_rule(after, rule) >= count_rule(before, rule))
        failures += complain(name, finding, "it is still there", NULL);
    for (size_t index = 0; index < after->count; index++) {
        const struct finding *other = &after->items[index];

        if (rule_of(other) != rule &&
            count_same(after, other) > count_same(before, other))
            failures += complain(name, finding, "new", other);
    }
    return failures;
}

typedef bool suppress(const struct text *text, const struct blocks *blocks,
                      const struct finding *finding,
                      struct suppression *suppression);

static int try_suppression(const char *name, struct slice source,
                           const struct check_options *options,
                           const struct checked *before,
                           const struct finding *finding,
                           suppress *suppress_it)
{
    struct buffer result = {NULL, 0, 0};
    struct suppression suppression;
    struct checked after;
    struct edit edit;
    int failures;

    if (!suppress_it(before->text, before->blocks, finding, &suppression))
        return 0;
    edit = (struct edit){{suppression.offset, suppression.offset},
                         suppression.text.bytes};
    if (!each_holds(&(struct proof_source){source, options, &before->findings},
                    &(struct claim){finding, &edit, 1})) {
        buffer_free(&suppression.text);
        return each_is_odd(name)
                   ? 0
                   : complain(name, finding, "it isn't offered", NULL);
    }
    edits_apply(source, &edit, 1, edits_line_end(source), &result);
    check((struct slice){result.bytes, result.length}, options, &after);
    failures = judge(name, finding, &before->findings, &after.findings);
    if (failures)
        print_error("  by %s", suppression.text.bytes);
    checked_free(&after);
    buffer_free(&result);
    buffer_free(&suppression.text);
    return failures;
}

static int try_report(const char *name, const struct buffer *report,
                      const struct check_options *options)
{
    struct slice source = {report->bytes, report->length};
    struct checked before;
    int failures = 0;

    check(source, options, &before);
    for (size_t index = 0; index < before.findings.count; index++) {
        const struct finding *finding = &before.findings.items[index];

        failures += try_suppression(name, source, options, &before, finding,
                                    suppression_of_line);
        failures += try_suppression(name, source, options, &before, finding,
                                    suppression_of_report);
    }
    checked_free(&before);
    return failures;
}

int main(int argc, char **argv)
{
    return each_report(argc, argv, try_report);
}
