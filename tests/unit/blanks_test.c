/* The places that still wait to be filled in, in the order of the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "blanks.h"
#include "checks.h"
#include "memory.h"

#define FULL "## Full Incident Report\n\n"
#define SUMMARY FULL "### Summary\n\n"
#define TIMELINE FULL "### Timeline\n\n"
#define ROWS(rows)                                                            \
    FULL "### Action Items\n\n| Action Item | Kind | Status | Ours |\n"       \
         "| --- | --- | --- | --- |\n" rows

/* What is blank is marked: {words}, or {} where nothing stands. */
static const char *const texts[] = {
    SUMMARY "- **CA Owner CCADB unique ID:**{}\n"
            "- **Incident description:** {}\n"
            "- **Source of incident disclosure:** Audit\n",
    SUMMARY "- **Incident description:** {What happened?}\n",
    SUMMARY "- **Incident description:** {[Who?]} did it on {[YYYY-MM-DD]} "
            "and `[not?]`, {TODO}\n",
    SUMMARY "- **Relevant policies:** TLS BRs 2.0.0, {[section]}\n",
    TIMELINE "- {YYYY-MM-DD HH:MM} UTC {TODO: what happened?}\n"
             "- 2025-01-01 {HH:MM} UTC It began.\n"
             "- 2025-01-02 10:00 UTC {TODO}\n",
    TIMELINE "| Time | Event |\n| --- | --- |\n"
             "| 2025-01-01 10:00 UTC | {TODO: what?} |\n",
    FULL "### Appendix\n\n{TODO: the list}\n",
    FULL "### Timeline\n\n{}\n\n### Appendix\n\n{}",
    ROWS("| {Example} | Prevent | {Value} |  |\n"),
    ROWS("| Words | {} | Ongoing | |\n| {} | {} | {} |  |\n"),
    ROWS("| Words | Prevent | {TBD} | ... |\n"),
    FULL "### Root Cause Analysis\n\n**Contributing Factor #1: {title}**\n"
         "- **Description:** {}\n",
    "Words, TODO.\n",
};

/* TEXT without its marks; new. */
static char *unmarked(const char *text)
{
    struct buffer plain = {NULL, 0, 0};

    for (; *text; text++) {
        if (!strchr("{}", *text))
            buffer_add_char(&plain, *text);
    }
    return buffer_take(&plain);
}

/* BYTES with marks around BLANKS; new. */
static char *marked(struct slice bytes, const struct blanks *blanks)
{
    struct buffer text = {NULL, 0, 0};
    size_t done = 0;

    for (size_t index = 0; index < blanks->count; index++) {
        struct span span = blanks->items[index];

        buffer_add_slice(&text, slice_part(bytes, done, span.start));
        buffer_add_char(&text, '{');
        buffer_add_slice(&text, slice_part(bytes, span.start, span.end));
        buffer_add_char(&text, '}');
        done = span.end;
    }
    buffer_add_slice(&text, slice_from(bytes, done));
    return buffer_take(&text);
}

static void check_text(const char *text)
{
    char *plain = unmarked(text);
    struct slice bytes = slice_of(plain);
    struct text *read = text_new(bytes);
    struct blocks *blocks = blocks_new(read);
    struct check_options options;
    struct findings findings = {0};
    struct reports reports;
    struct blanks blanks;
    char *seen;

    check_options_default(&options, 20400);
    reports_read(&reports, read, blocks);
    checks_of_reports(&reports, &options, &findings);
    blanks_read(&blanks, &reports, &findings);
    seen = marked(bytes, &blanks);
    assert_string_equal(seen, text);
    memory_free(seen);
    blanks_free(&blanks);
    findings_free(&findings);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(read);
    memory_free(plain);
}

static void finds_what_is_blank(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof texts / sizeof *texts; index++)
        check_text(texts[index]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_is_blank),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
