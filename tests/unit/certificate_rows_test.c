/* A list of certificates that is edited: what is found is what would be found
 * in it if all of its rows were read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "checked.h"
#include "listing.h"
#include "memory.h"

#define TODAY 20758     /* 2026-11-01 */
#define ROWS 6
#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd"

/* A report with a list in it, and what was found so far. */
struct subject {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct checked *checked;
    struct check_options options;
};

static const char head[] =
    "## Full Incident Report\n\n### Impact\n\n"
    "- **Total number of certificates:** 5\n"
    "- **Affected certificate types:** OV\n\n### Appendix\n\n"
    "```csv\nCertificate SHA-256 hash,Serial #,Is revoked?,Subject\n";

static char *new_report(const char *line_end)
{
    struct buffer report = {NULL, 0, 0};

    buffer_add_string(&report, head);
    for (int row = 0; row < ROWS; row++) {
        buffer_add_string(&report, HASH);
        buffer_add_number(&report, (size_t)(10 + row));
        buffer_add_string(&report, ",4C5");
        buffer_add_number(&report, (size_t)row);
        buffer_add_string(&report, ",Yes,\"CN=a, O=b\"");
        buffer_add_string(&report, line_end);
    }
    buffer_add_string(&report, "```\n\nThat is all.\n");
    return buffer_take(&report);
}

static void subject_open(struct subject *subject, const char *report)
{
    *subject = (struct subject){
        .text = text_new((struct slice){report, strlen(report)})};
    subject->blocks = blocks_new(subject->text);
    subject->checked = checked_new();
    check_options_default(&subject->options, TODAY);
    reports_read(&subject->reports, subject->text, subject->blocks);
}

static void subject_close(struct subject *subject)
{
    checked_free(subject->checked);
    reports_free(&subject->reports);
    blocks_free(subject->blocks);
    text_free(subject->text);
}

static void check(struct subject *subject, const struct replaced *replaced,
                  struct buffer *listed)
{
    struct findings findings = {0};

    checked_update(subject->checked, &subject->reports, replaced,
                   &subject->options, &findings);
    listing_add(listed, &findings);
    findings_free(&findings);
}

static void check_afresh(const struct subject *subject, struct buffer *listed)
{
    struct slice bytes = text_slice(
        subject->text, (struct span){0, text_length(subject->text)});
    struct text *text = text_new(bytes);
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};

    checks_run(text, blocks, &subject->options, &findings);
    listing_add(listed, &findings);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
}

/* Puts NEW in the place of the first OLD; it is there. */
static void replace(struct subject *subject, const char *old, const char *new)
{
    struct slice bytes = text_slice(
        subject->text, (struct span){0, text_length(subject->text)});
    char *copy = memory_copy(bytes.bytes, bytes.length);
    const char *found = strstr(copy, old);
    struct buffer kept = {NULL, 0, 0};
    struct buffer anew = {NULL, 0, 0};
    struct replacing replacing;
    struct replaced replaced;
    size_t start;

    assert_non_null(found);
    start = (size_t)(found - copy);
    replaced_begin(&replacing, subject->text);
    replaced_add(&replacing,
                 blocks_edit(subject->blocks,
                             text_splice(subject->text,
                                         (struct span){start,
                                                       start + strlen(old)},
                                         (struct slice){new, strlen(new)})),
                 subject->blocks);
    replaced = replaced_end(&replacing, subject->blocks, subject->text);
    reports_update(&subject->reports, subject->blocks, &replaced);
    check(subject, &replaced, &kept);
    check_afresh(subject, &anew);
    assert_string_equal(kept.bytes, anew.bytes);
    buffer_free(&kept);
    buffer_free(&anew);
    memory_free(copy);
}

/* Edits one after the other, each of the first place that says so. */
static const struct {
    const char *old, *new;
} edits[] = {
    {"4C53,Yes", "4C53,maybe"},         /* a row */
    {"That is all", "That is it"},      /* nothing of the list */
    {HASH "14", HASH "11"},             /* it comes twice */
    {HASH "11", HASH "99"},             /* ... and no more; the first went */
    {"4C50,Yes", "4Q50,Yes"},
    {"\n" HASH "12", "\n\n  \n" HASH "12"}, /* blank lines */
    {"Serial #", "Serial"},             /* another header */
    {"certificates:** 5", "certificates:** 50000"}, /* what links may do */
    {"types:** OV", "types:** S/MIME"}, /* what is personal */
    {"4C54,Yes,\"CN=a, O=b\"", "4C54,Yes,\"CN=a, O=b"}, /* a quote opens */
    {"4C54,Yes,\"CN=a, O=b", "4C54,Yes,\"CN=a, O=b\""},
    {"\n" HASH "15", "\n```\n" HASH "15"}, /* the list ends above the last */
    {"\n```\n" HASH "15", "\n" HASH "15"},
    {"```csv\n", "```csv"},             /* the header is the fence's */
    {"```csv", "```csv\n"},
    {"## Full Incident Report\n", "## Full Incident Report\n\nHello.\n"},
};

static void rows_are_read_as_afresh(const char *line_end)
{
    char *report = new_report(line_end);
    struct replaced all;
    struct buffer listed = {NULL, 0, 0};
    struct subject subject;

    subject_open(&subject, report);
    all = replaced_all(subject.text);
    check(&subject, &all, &listed);
    for (size_t index = 0; index < sizeof edits / sizeof *edits; index++)
        replace(&subject, edits[index].old, edits[index].new);
    subject_close(&subject);
    buffer_free(&listed);
    memory_free(report);
}

static void rows_end_with_a_line_feed(void **state)
{
    (void)state;
    rows_are_read_as_afresh("\n");
}

static void rows_end_with_both(void **state)
{
    (void)state;
    rows_are_read_as_afresh("\r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_end_with_a_line_feed),
        cmocka_unit_test(rows_end_with_both),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
