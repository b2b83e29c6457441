/*
 * Checks annotated reports: the findings of each must be those it carries,
 * no more and no fewer, and none where it has a near miss. UPDATE_FIXTURES=1
 * in the environment rewrites the findings.
 *
 *     annotated_test FILE...
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotate.h"
#include "file.h"
#include "memory.h"

#define FILE_LIMIT (16u << 20)

static void rewrite_file(const char *path, const struct buffer *content)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(content->bytes, 1, content->length, file) !=
                     content->length || fclose(file))
        fail_msg("%s can't be written", path);
}

static bool is_called(struct slice id, const char *name)
{
    return strlen(name) == id.length && !memcmp(name, id.bytes, id.length);
}

static bool is_rule(struct slice id)
{
    for (size_t i = 0; i < RULE_COUNT; i++) {
        if (is_called(id, rules[i].id))
            return true;
    }
    return false;
}

static void keep_away(const struct near_miss *miss,
                      const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];

        if (is_called(miss->rule, rules[rule_cases[finding->which].rule].id) &&
            finding->span.start <= miss->span.end &&
            finding->span.end >= miss->span.start)
            fail_msg("what should be a near miss is found: %.*s",
                     (int)miss->written.length, miss->written.bytes);
    }
}

static void finds_no_near_miss(const struct fixture *fixture,
                               const struct findings *findings)
{
    for (size_t i = 0; i < fixture->near_miss_count; i++) {
        const struct near_miss *miss = &fixture->near_misses[i];

        if (!is_rule(miss->rule))
            fail_msg("there is no such rule: %.*s",
                     (int)miss->written.length, miss->written.bytes);
        keep_away(miss, findings);
    }
}

static void carries_its_findings(void **state)
{
    const char *path = *state;
    struct buffer is = {NULL, 0, 0};
    struct buffer wanted = {NULL, 0, 0};
    struct findings findings = {0};
    struct fixture fixture;
    struct text *text;
    struct blocks *blocks;

    if (!file_read(path, FILE_LIMIT, &wanted))
        fail_msg("%s can't be read", path);
    fixture_read(&fixture, (struct slice){wanted.bytes, wanted.length});
    text = text_new((struct slice){fixture.report.bytes,
                                   fixture.report.length});
    blocks = blocks_new(text);
    checks_run(text, blocks, &fixture.checks, &findings);
    fixture_write(&fixture, &findings, &is);
    finds_no_near_miss(&fixture, &findings);
    if (getenv("UPDATE_FIXTURES"))
        rewrite_file(path, &is);
    else
        assert_string_equal(is.bytes, wanted.bytes);
    blocks_free(blocks);
    text_free(text);
    findings_free(&findings);
    fixture_free(&fixture);
    buffer_free(&wanted);
    buffer_free(&is);
}

int main(int argc, char **argv)
{
    int failed = argc < 2;

    for (int index = 1; index < argc; index++) {
        const struct CMUnitTest tests[] = {
            {argv[index], carries_its_findings, NULL, NULL, argv[index]}};

        failed |= cmocka_run_group_tests(tests, NULL, NULL) != 0;
    }
    return failed;
}
