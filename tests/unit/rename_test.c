/* Another number or title for a contributing factor, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "navigation_rename.h"

#define CURSOR "<|>"
/* Three factors, and an action item for CAUSES. */
#define REPORT(first, causes)                                                 \
    "## Full Incident Report\n### Root Cause Analysis\n"                      \
    "**Contributing Factor #" first "**\n"                                    \
    "**Contributing Factor #2: One alarm, missed**\n"                         \
    "**Contributing Factor #5: é**\n"                                         \
    "### Action Items\n| Action Item | Corresponding Root Cause(s) |\n"       \
    "| - | - |\n| x | " causes " |\n"

static const struct {
    const char *report, *name;
    const char *answer;         /* the report then, or the refusal */
} cases[] = {
    {REPORT("1<|>: A", "#1, #2, Factor 1"), "7",
     REPORT("7: A", "#7, #2, Factor 7")},
    {REPORT("1: A", "#1, #<|>1"), " 8\n", REPORT("8: A", "#8, #8")},
    {REPORT("1: A", "#<|>1"), "1", REPORT("1: A", "#1")},
    {REPORT("1: A clock<|>", "#1, \"A clock\" and #2"), " The clock ",
     REPORT("1: The clock", "#1, \"The clock\" and #2")},
    {REPORT("1: A clock, unset", "#2, A clo<|>ck, unset, #1"), "B",
     REPORT("1: B", "#2, B, #1")},
    {REPORT("<|>1: A", "#1"), "x",
     "the number of a factor must be a whole number from 1 to 999"},
    {REPORT("<|>1: A", "#1"), "01",
     "the number of a factor must be a whole number from 1 to 999"},
    {REPORT("<|>1: A", "#1"), "0",
     "the number of a factor must be a whole number from 1 to 999"},
    {REPORT("<|>1: A", "#1"), "1000",
     "the number of a factor must be a whole number from 1 to 999"},
    {REPORT("<|>1: A", "#1"), "",
     "the number of a factor must be a whole number from 1 to 999"},
    {REPORT("<|>1: A", "#1"), "2", "another factor has that number"},
    {REPORT("<|>1: A", "#1-2"), "7",
     "the number also stands in a range; write out the numbers of the range "
     "first"},
    {REPORT("<|>1: A", "#2-5"), "4",
     "the number also stands in a range; write out the numbers of the range "
     "first"},
    {REPORT("<|>1: A", "#3"), "3",
     "that number is used for another factor already"},
    {REPORT("1: A<|>", "#3"), "ONE  alarm, missed",
     "another factor has that title"},
    {REPORT("1: A<|>", "#3"), "a|b", "a title is one line without '|'"},
    {REPORT("1: A<|>", "#3"), "a\nb", "a title is one line without '|'"},
    {REPORT("1: A<|>", "#3"), " 12 ", "a title must have words"},
    {REPORT("1: A", "a<|>ll"), "x",
     "there is no number and no title of one factor here"},
    /* In sentences too, and from there. */
    {REPORT("1: A**\nSee factor #1.\n**", "root cause #<|>1 alone"), "7",
     REPORT("7: A**\nSee factor #7.\n**", "root cause #7 alone")},
    {REPORT("1: A**\nSee factor #<|>1.\n**", "#1"), "7",
     REPORT("7: A**\nSee factor #7.\n**", "#7")},
    {REPORT("1: A", "#<|>3"), "7",
     "there is no number and no title of one factor here"},
};

/* The text with NAME wherever MENTIONS say. */
static char *renamed(struct text *text, const struct mentions *mentions,
                     struct slice name)
{
    struct slice all = text_slice(text, (struct span){0, text_length(text)});
    struct buffer result = {0};
    size_t at = 0;

    while (at < all.length) {
        size_t index = 0;

        while (index < mentions->count &&
               mentions->items[index].span.start != at)
            index++;
        if (index < mentions->count) {
            buffer_add(&result, name.bytes, name.length);
            at = mentions->items[index].span.end;
        } else {
            buffer_add_char(&result, all.bytes[at++]);
        }
    }
    return buffer_take(&result);
}

static char *answer_to(const char *report, const char *wanted)
{
    const char *cursor = strstr(report, CURSOR);
    size_t offset = (size_t)(cursor - report);
    struct buffer bytes = {0};
    struct slice name = {wanted, strlen(wanted)};
    struct mentions mentions;
    struct reports reports;
    struct naming naming;
    struct blocks *blocks;
    struct text *text;
    const char *refusal;
    char *answer;

    buffer_add(&bytes, report, offset);
    buffer_add_string(&bytes, cursor + strlen(CURSOR));
    text = text_new((struct slice){bytes.bytes, bytes.length});
    blocks = blocks_new(text);
    reports_read(&reports, text, blocks);
    assert_true(naming_at(&reports, offset, &naming));
    refusal = rename_read(&reports, &naming, &name, &mentions);
    answer = refusal ? memory_copy(refusal, strlen(refusal))
                     : renamed(text, &mentions, name);
    mentions_free(&mentions);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&bytes);
    return answer;
}

static void renames_or_refuses(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof cases / sizeof *cases; row++) {
        char *answer = answer_to(cases[row].report, cases[row].name);

        assert_string_equal(answer, cases[row].answer);
        memory_free(answer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(renames_or_refuses),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
