/* Which lines differ: the fewest there can be, and those that do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "line_diff.h"
#include "memory.h"

#define LINES_MOST 12

/* The same run of numbers on every machine. */
static unsigned next(unsigned *seed, unsigned below)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % below;
}

static void make_text(struct buffer *text, unsigned *seed)
{
    unsigned count = next(seed, LINES_MOST + 1);

    buffer_add_string(text, "");
    while (count--) {
        buffer_add_char(text, (char)('a' + next(seed, 3)));
        if (count || next(seed, 2))
            buffer_add_char(text, '\n');
    }
}

static int is_same(struct slice a, struct slice b)
{
    return a.length == b.length && !memcmp(a.bytes, b.bytes, a.length);
}

/* How few lines have to go and to come, found the slow way. */
static size_t fewest(const struct diff_lines *old,
                     const struct diff_lines *new)
{
    size_t rows[LINES_MOST + 1][LINES_MOST + 1];

    for (size_t i = 0; i <= old->count; i++) {
        for (size_t j = 0; j <= new->count; j++) {
            if (!i || !j)
                rows[i][j] = i + j;
            else if (is_same(old->items[i - 1], new->items[j - 1]))
                rows[i][j] = rows[i - 1][j - 1];
            else
                rows[i][j] = 1 + (rows[i - 1][j] < rows[i][j - 1]
                                      ? rows[i - 1][j]
                                      : rows[i][j - 1]);
        }
    }
    return rows[old->count][new->count];
}

static void add_lines(struct buffer *text, const struct diff_lines *lines,
                      size_t first, size_t end)
{
    for (; first < end; first++)
        buffer_add(text, lines->items[first].bytes,
                   lines->items[first].length);
}

/* Makes the new text of the old lines and the hunks. */
static size_t make_new(const struct line_diff *diff, struct buffer *made)
{
    size_t at = 0, changes = 0;

    buffer_add_string(made, "");
    for (size_t index = 0; index < diff->count; index++) {
        const struct diff_hunk *hunk = &diff->hunks[index];

        add_lines(made, &diff->old, at, hunk->old_start);
        add_lines(made, &diff->new, hunk->new_start,
                  hunk->new_start + hunk->new_count);
        at = hunk->old_start + hunk->old_count;
        changes += hunk->old_count + hunk->new_count;
    }
    add_lines(made, &diff->old, at, diff->old.count);
    return changes;
}

static void finds_the_fewest_changes(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (int round = 0; round < 20000; round++) {
        struct buffer old = {NULL, 0, 0};
        struct buffer new = {NULL, 0, 0};
        struct buffer made = {NULL, 0, 0};
        struct line_diff diff;

        make_text(&old, &seed);
        make_text(&new, &seed);
        line_diff_read(&diff, (struct slice){old.bytes, old.length},
                       (struct slice){new.bytes, new.length});
        assert_int_equal(make_new(&diff, &made),
                         fewest(&diff.old, &diff.new));
        assert_string_equal(made.bytes, new.bytes);
        line_diff_free(&diff);
        buffer_free(&old);
        buffer_free(&new);
        buffer_free(&made);
    }
}

static void very_many_changes_are_one(void **state)
{
    struct buffer old = {NULL, 0, 0};
    struct buffer new = {NULL, 0, 0};
    struct buffer made = {NULL, 0, 0};
    struct line_diff diff;

    (void)state;
    for (size_t line = 0; line < 5000; line++) {
        buffer_add_number(&old, line);
        buffer_add_string(&old, "\nthe same\n");
        buffer_add_number(&new, line + 10000);
        buffer_add_string(&new, "\nthe same\n");
    }
    line_diff_read(&diff, (struct slice){old.bytes, old.length},
                   (struct slice){new.bytes, new.length});
    assert_int_equal(diff.count, 1);
    make_new(&diff, &made);
    assert_string_equal(made.bytes, new.bytes);
    line_diff_free(&diff);
    buffer_free(&old);
    buffer_free(&new);
    buffer_free(&made);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_fewest_changes),
        cmocka_unit_test(very_many_changes_are_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
