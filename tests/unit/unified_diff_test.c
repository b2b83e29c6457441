/* Whether the difference of two texts is what patch(1) reads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "unified_diff.h"

#define NAMES "--- a.md\n+++ a.md\n"

static const struct row {
    const char *old, *new, *written;
} rows[] = {
    {"a\n", "a\n", ""},
    {"", "a\n", NAMES "@@ -0,0 +1 @@\n+a\n"},
    {"a\n", "", NAMES "@@ -1 +0,0 @@\n-a\n"},
    {"a\nb\n", "a\nc\n", NAMES "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"},
    {"a\nb", "a\nb\n",
     NAMES "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"},
    /* Two changes share what is between them, or are too far apart. */
    {"a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
     NAMES "@@ -1,8 +1,8 @@\n"
           "-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n"},
    {"a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
     NAMES "@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n"
           "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n"},
    {"0\n1\n2\n3\n4\n", "0\n1\n2\n3\nmore\n4\n",
     NAMES "@@ -2,4 +2,5 @@\n 1\n 2\n 3\n+more\n 4\n"},
};

static void is_what_patch_reads(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char *written = NULL;
        size_t length = 0;
        FILE *stream = open_memstream(&written, &length);

        assert_non_null(stream);
        unified_diff_write(&(struct unified_diff){stream, false}, "a.md", slice_of(rows[i].old),
                           slice_of(rows[i].new));
        fclose(stream);
        assert_string_equal(written, rows[i].written);
        free(written);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_what_patch_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
