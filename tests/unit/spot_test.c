/* What stands at a place of a report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "spot.h"

static const char report[] =
    "[incident-ls]: # (draft, reporter=third-party, title=\"A, b\")\n"
    "\n"
    "## Full Incident Report\n"
    "\n"
    "### Summary\n"
    "- **Incident description:** Certificates\n"
    "  were issued.\n"
    "\n"
    "  More.\n"
    "- **Relevant policies:**\n"
    "\n"
    "### Timeline\n"
    "Prose.\n"
    "- 2026-01-02 Something.\n"
    "\n"
    "### Root Cause Analysis\n"
    "#### Contributing Factor #1: Title\n"
    "- **Description:** Why.\n"
    "\n"
    "### Action Items\n"
    "| Action Item | Kind | Mine |\n"
    "| --- | --- | --- |\n"
    "| a \\| b | Prevent | c |\n"
    "| d |\n"
    "\n"
    "### Appendix\n"
    "> quoted\n"
    "\n"
    "```csv\n"
    "Serial #,Mine,Is revoked?\n"
    "0A, \"x, y\",Yes\n"
    "\n"
    "```\n";

/* Where the cursor is put before the text AT, and what is there. */
static const struct {
    const char *at;
    size_t behind;          /* ... or so many bytes behind its beginning */
    const char *expected;
} rows[] = {
    {"[incident-ls", 0, "directive <incident-ls>"},
    {"draft", 2, "key <draft>"},
    {"reporter", 8, "key <reporter>"},
    {"third-party", 0, "key value <third-party>"},
    {"A, b", 4, "key value <A, b>"},
    {"\n## Full", 0, "nothing <>"},
    {"## Full", 0, "report <Full Incident Report>"},
    {"\n### Summary", 0, "nothing <>"},
    {"# Summary", 0, "section <Summary>"},
    {"- **Incident", 0, "label <**Incident description:**>"},
    {"description:**", 13, "label <**Incident description:**>"},
    {"description:**", 14, "value <Certificates\n  were issued.\n\n  More.>"},
    {"Certificates", 3, "value <Certificates\n  were issued.\n\n  More.>"},
    {" were", 0, "value <Certificates\n  were issued.\n\n  More.>"},
    {"More", 4, "value <Certificates\n  were issued.\n\n  More.>"},
    {"\n\n### Timeline", 0, "value <>"},
    {"Prose", 0, "entry <Prose.>"},
    {"Something", 0, "entry <2026-01-02 Something.>"},
    {"Contributing", 0, "factor <Contributing Factor #1: Title>"},
    {"Why", 0, "value <Why.> in factor 1"},
    {"| Action", 0, "header 0 <Action Item> Action Item"},
    {"Kind", 0, "header 1 <Kind> Kind"},
    {"Mine", 4, "header 2 <Mine>"},
    {"| --- | --- |", 3, "nothing <>"},
    {"a \\|", 3, "cell 0 <a \\| b> Action Item"},
    {" | Prevent", 0, "cell 0 <a \\| b> Action Item"},
    {" Prevent", 0, "cell 1 <Prevent> Kind"},
    {"c |", 3, "cell 2 <c>"},
    {"d |\n", 3, "cell 0 <d> Action Item"},
    {"quoted", 0, "nothing <>"},
    {"```csv", 3, "nothing <>"},
    {"Serial", 0, "list header 0 <Serial #> Serial #"},
    {"Is revoked", 11, "list header 2 <Is revoked?> Is revoked?"},
    {"0A,", 2, "list cell 0 <0A> Serial #"},
    {"x, y", 2, "list cell 1 <x, y>"},
    {"Yes", 0, "list cell 2 <Yes> Is revoked?"},
    {"\n```\n", 0, "nothing <>"},
};

static const char *const names[] = {
    "nothing",   "report",      "section", "factor",   "label",
    "value",     "header",      "cell",    "list header", "list cell",
    "entry",     "directive",   "key",     "key value"};

static void describe(const struct spot *spot, const struct text *text,
                     struct buffer *words)
{
    struct slice bytes = text_slice(text, spot->span);

    buffer_add_string(words, names[spot->kind]);
    buffer_add_char(words, ' ');
    if (spot->kind >= SPOT_HEADER && spot->kind <= SPOT_LIST_CELL) {
        buffer_add_number(words, spot->cell);
        buffer_add_char(words, ' ');
    }
    buffer_add_char(words, '<');
    buffer_add(words, bytes.bytes, bytes.length);
    buffer_add_char(words, '>');
    if (spot->column) {
        buffer_add_char(words, ' ');
        buffer_add_string(words, spot->column->label);
    }
    if (spot->kind == SPOT_VALUE && spot->factor) {
        buffer_add_string(words, " in factor ");
        buffer_add_number(words, spot->factor->number);
    }
}

/* TEXT with CR LF in the place of LF where CR is set. */
static char *with_ends(const char *text, bool cr)
{
    struct buffer buffer = {0};

    for (; *text; text++) {
        if (cr && *text == '\n')
            buffer_add_char(&buffer, '\r');
        buffer_add_char(&buffer, *text);
    }
    return buffer_take(&buffer);
}

static void try_row(size_t row, struct reports *reports, const char *bytes,
                    bool cr)
{
    char *at = with_ends(rows[row].at, cr);
    char *expected = with_ends(rows[row].expected, cr);
    size_t offset = (size_t)(strstr(bytes, at) - bytes) + rows[row].behind;
    struct buffer words = {0};
    struct spot spot;

    spot_at(reports, offset, &spot);
    describe(&spot, reports->text, &words);
    if (strcmp(words.bytes, expected))
        fail_msg("at \"%s\": \"%s\"", at, words.bytes);
    buffer_free(&words);
    memory_free(at);
    memory_free(expected);
}

static void try_all(const char *written, bool cr)
{
    char *bytes = with_ends(written, cr);
    struct text *text = text_new((struct slice){bytes, strlen(bytes)});
    struct blocks *blocks = blocks_new(text);
    struct reports reports;

    reports_read(&reports, text, blocks);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        try_row(row, &reports, bytes, cr);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
    memory_free(bytes);
}

static void every_place_is_known(void **state)
{
    (void)state;
    try_all(report, false);
    try_all(report, true);
}

static void places_of_nothing(void **state)
{
    struct text *text = text_new((struct slice){"", 0});
    struct blocks *blocks = blocks_new(text);
    struct reports reports;
    struct spot spot;

    (void)state;
    reports_read(&reports, text, blocks);
    spot_at(&reports, 7, &spot);
    assert_int_equal(spot.kind, SPOT_NOTHING);
    assert_int_equal(spot.span.start, 0);
    assert_false(spot.on_element);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_place_is_known),
        cmocka_unit_test(places_of_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
