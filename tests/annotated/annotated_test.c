/*
 * Checks annotated reports: the findings of each must be those it carries,
 * no more and no fewer. UPDATE_FIXTURES=1 in the environment rewrites them.
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
