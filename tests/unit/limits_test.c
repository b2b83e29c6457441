/* No text makes an editor show, or the server keep, more than so much. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "blanks.h"
#include "formatting.h"
#include "lenses.h"
#include "links.h"
#include "memory.h"
#include "symbols.h"

#define CAUSES "## Full Incident Report\n\n### Root Cause Analysis\n\n"
#define ACTIONS                                                                \
    "### Action Items\n\n"                                                     \
    "| Action Item | Kind | Corresponding Root Cause(s) | "                    \
    "Evaluation Criteria | Due Date | Status |\n"                              \
    "| --- | --- | --- | --- | --- | --- |\n| a | | | | | |\n\n"

/* PIECE so many times, behind START. */
struct subject {
    struct buffer bytes;
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
};

static void open_subject(struct subject *subject, const char *start,
                         const char *piece, size_t count)
{
    *subject = (struct subject){0};
    buffer_add_string(&subject->bytes, start);
    while (count--)
        buffer_add_string(&subject->bytes, piece);
    subject->text =
        text_new((struct slice){subject->bytes.bytes, subject->bytes.length});
    subject->blocks = blocks_new(subject->text);
    reports_read(&subject->reports, subject->text, subject->blocks);
}

static void close_subject(struct subject *subject)
{
    reports_free(&subject->reports);
    blocks_free(subject->blocks);
    text_free(subject->text);
    buffer_free(&subject->bytes);
}

static size_t count_links(size_t count)
{
    struct subject subject;
    struct links links;
    size_t found;

    open_subject(&subject, "## Full Incident Report\n\n### Summary\n\n",
                 "bug 1 and https://crt.sh/?id=1\n\n", count);
    links_read(&subject.reports, &links);
    found = links.count;
    links_free(&links);
    close_subject(&subject);
    return found;
}

static void of_links(void **state)
{
    (void)state;
    assert_int_equal(count_links(10), 20);
    assert_int_equal(count_links(LINKS_MOST), LINKS_MOST);
}

static size_t count_lenses(size_t count)
{
    const struct findings none = {0};
    struct check_options options;
    struct subject subject;
    struct lenses lenses;
    size_t found;

    check_options_default(&options, 20800);
    open_subject(&subject, CAUSES, CAUSES ACTIONS, count);
    lenses_read(&subject.reports, &none, &options, &lenses);
    found = lenses.count;
    lenses_free(&lenses);
    close_subject(&subject);
    return found;
}

static void of_lenses(void **state)
{
    (void)state;
    assert_int_equal(count_lenses(3), 7);
    assert_int_equal(count_lenses(LENSES_MOST), LENSES_MOST);
}

static size_t count_symbols(size_t count)
{
    struct subject subject;
    struct symbols symbols;
    size_t found;

    open_subject(&subject, CAUSES, "#### Contributing Factor #1: x\n", count);
    symbols_read(&subject.reports, &symbols);
    found = symbols.count;
    symbols_free(&symbols);
    close_subject(&subject);
    return found;
}

static void of_symbols(void **state)
{
    (void)state;
    assert_int_equal(count_symbols(10), 12);
    assert_int_equal(count_symbols(2 * SYMBOLS_MOST), SYMBOLS_MOST);
}

/* A line of COUNT fillers, which stand in one finding. */
static size_t count_blanks(size_t count)
{
    struct findings findings = {0};
    struct check_options options;
    struct subject subject;
    struct blanks blanks;
    size_t found;

    check_options_default(&options, 20800);
    open_subject(&subject, "## Full Incident Report\n\n### Summary\n\n",
                 "to be determined; TODO ", count);
    checks_of_reports(&subject.reports, &options, &findings);
    blanks_read(&blanks, &subject.reports, &findings);
    found = blanks.count;
    blanks_free(&blanks);
    findings_free(&findings);
    close_subject(&subject);
    return found;
}

/* Without a clock: one that goes through the rest of the line for each filler
 * would need minutes. */
static void of_blanks(void **state)
{
    (void)state;
    assert_int_equal(count_blanks(10), 20);
    assert_int_equal(count_blanks(40000), BLANKS_MOST);
}

/* Without a clock, too: what is asked of each section must not go through all
 * of them. */
static void of_lenses_of_sections(void **state)
{
    const struct findings none = {0};
    struct check_options options;
    struct subject subject;
    struct lenses lenses;

    (void)state;
    check_options_default(&options, 20800);
    open_subject(&subject, "## Full Incident Report\n\n", "### Summary\n",
                 80000);
    lenses_read(&subject.reports, &none, &options, &lenses);
    assert_int_equal(lenses.count, 1);
    lenses_free(&lenses);
    close_subject(&subject);
}

/* How many edits it takes to format a table of COUNT columns. */
static size_t count_edits(size_t count)
{
    struct buffer table = {NULL, 0, 0};
    struct subject subject;
    struct formatting formatting;
    size_t edits;

    for (size_t line = 0; line < 3; line++) {
        for (size_t column = 0; column < count; column++)
            buffer_add_string(&table, line == 1 ? "|-" : "|a");
        buffer_add_string(&table, "|\n");
    }
    open_subject(&subject, table.bytes, "", 0);
    formatting_read(&formatting, subject.text, subject.blocks,
                    (struct span){0, table.length});
    edits = formatting.count;
    formatting_free(&formatting);
    close_subject(&subject);
    buffer_free(&table);
    return edits;
}

static void of_columns(void **state)
{
    (void)state;
    assert_true(count_edits(10) > 0);
    assert_int_equal(count_edits(100), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_links),
        cmocka_unit_test(of_lenses),
        cmocka_unit_test(of_lenses_of_sections),
        cmocka_unit_test(of_symbols),
        cmocka_unit_test(of_blanks),
        cmocka_unit_test(of_columns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
