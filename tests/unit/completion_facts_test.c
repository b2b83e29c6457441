/* What is offered for what the report says elsewhere, or others usually do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stage.h"

#define ENTRIES FULL "### Timeline\n\n- 2025-03-01 10:00 UTC One.\n"
#define STARTED(day) FULL "### Summary\n\n- **Timeline summary:**\n" \
    "  - **Non-compliance start date:** " day "\n" \
    "- **Relevant policies:** "
#define BUGS(number)                                                          \
    "[" number "](https://bugzilla.mozilla.org/show_bug.cgi?id=" number ")"
#define RELATED FULL "### Related Incidents\n\n| Bug | Date | Description |\n" \
                     "| --- | --- | --- |\n"

/* Between two entries time has passed; the day is that of the earlier one. */
static void offers_entries_in_order(void **state)
{
    static const struct stage_row rows[] = {
        {ENTRIES "- <|>\n- 2025-03-05 10:00 UTC Two.\n", NULL,
         ENTRIES "- 2025-03-01 HH:MM UTC TODO: what happened?\n"
                 "- 2025-03-05 10:00 UTC Two.\n"},
        {ENTRIES "* <|>\n* 2025-03-05 10:00 UTC Two.\n", NULL,
         ENTRIES "* 2025-03-01 HH:MM UTC TODO: what happened?\n"
                 "* 2025-03-05 10:00 UTC Two.\n"},
        {ENTRIES "-<|>\n- 2025-03-05 10:00 UTC Two.\n", NULL,
         ENTRIES "- 2025-03-01 HH:MM UTC TODO: what happened?\n"
                 "- 2025-03-05 10:00 UTC Two.\n"},
        {ENTRIES "- The inc<|>\n- 2025-03-05 10:00 UTC Two.\n", "", NULL},
        {ENTRIES "- Later on\n- <|>\n- someday\n", NULL,
         ENTRIES "- Later on\n- 2025-03-01 HH:MM UTC TODO: what happened?\n"
                 "- someday\n"},
        /* In front of all, it is the first one's day. */
        {FULL "### Timeline\n\n- <|>\n- 2025-03-05 10:00 UTC Two.\n"
              "- 2025-03-07 10:00 UTC Three.\n", NULL,
         FULL "### Timeline\n\n- 2025-03-05 HH:MM UTC TODO: what happened?\n"
              "- 2025-03-05 10:00 UTC Two.\n"
              "- 2025-03-07 10:00 UTC Three.\n"},
        /* Behind all, it is now. */
        {ENTRIES "- <|>\n", NULL,
         ENTRIES "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"},
        /* A day that nobody can tell is passed over. */
        {ENTRIES "- 03/04/2025 10:00 UTC Two.\n- <|>\n"
                 "- 2025-03-05 10:00 UTC Three.\n", NULL,
         ENTRIES "- 03/04/2025 10:00 UTC Two.\n"
                 "- 2025-03-01 HH:MM UTC TODO: what happened?\n"
                 "- 2025-03-05 10:00 UTC Three.\n"},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_now_between_entries_too(void **state)
{
    const char *text = ENTRIES "- <|>\n- 2025-03-05 10:00 UTC Two.\n";
    struct stage stage;

    (void)state;
    stage_open(&stage, text, "\n", SNIPPET_STOPS);
    assert_true(stage.offered.count > 2);
    assert_string_equal(stage.offered.items[0].label.bytes,
                        "Entry of 2025-03-01");
    assert_string_equal(stage.offered.items[0].snippet.text.bytes,
                        "2025-03-01 ${1:HH:MM} UTC "
                        "${2:TODO: what happened?}");
    assert_string_equal(stage.offered.items[1].label.bytes,
                        "Entry with the time it is");
    assert_string_equal(stage.offered.items[1].snippet.text.bytes,
                        "${1:2025-11-08 10:15} UTC ${2:TODO: what happened?}");
    assert_string_equal(stage.offered.items[2].snippet.text.bytes,
                        "2025-03-01 ${1:HH:MM} UTC ${2:The change is made "
                        "that introduces the fault.}");
    stage_close(&stage);
}

/* The version in force when the incident began comes before today's. */
static void offers_policies_of_the_day(void **state)
{
    static const struct stage_row rows[] = {
        {STARTED("2024-12-20") "MR<|>\n", "MRSP | MRSP 3.0",
         STARTED("2024-12-20") "MRSP, version 2.9, section [section]\n"},
        {STARTED("2024-12-20") "MRSP 3<|>\n", "MRSP 3.0", NULL},
        {STARTED("2025-03-15") "MR<|>\n", "MRSP", NULL},
        /* Nothing was in force yet. */
        {STARTED("2020-01-01") "Chrome<|>\n", "Chrome RPP",
         STARTED("2020-01-01") "Chrome RPP, version 1.7, section [section]\n"},
        {STARTED("Unknown") "MR<|>\n", "MRSP", NULL},
    };
    struct stage stage;

    (void)state;
    STAGE_PLAY(rows);
    stage_open(&stage, rows[0].text, "\n", SNIPPET_STOPS);
    assert_string_equal(stage.offered.items[0].detail.bytes,
                        "2.9 of 2023-09-01, in force when it began");
    assert_string_equal(stage.offered.items[1].detail.bytes,
                        "3.0 of 2025-03-15, in force today");
    stage_close(&stage);
}

static void offers_bugs_to_link(void **state)
{
    static const struct stage_row rows[] = {
        {RELATED "| <|> | | |\n", "Link to a bug | N/A",
         RELATED "| [bug number](https://bugzilla.mozilla.org/show_bug.cgi?"
                 "id=) | | |\n"},
        {RELATED "| 19001<|> | | |\n", "19001",
         RELATED "| " BUGS("19001") " | | |\n"},
        {RELATED "| 1900<|> | | |\n", "", NULL},
        {RELATED "| Bug<|> | | |\n", "Link to a bug", NULL},
        {RELATED "| " BUGS("1900129") "<|> | | |\n", "", NULL},
        /* Those linked elsewhere, each once, but for those in the table. */
        {FULL "### Summary\n\nSee " BUGS("1900001") ", https://bugzil.la/"
              "1900002, " BUGS("1900001") " and " BUGS("1900003") ".\n\n"
              "### Related Incidents\n\n| Bug | Date | Description |\n"
              "| --- | --- | --- |\n| " BUGS("1900003") " | 2025-01-01 | Like "
              BUGS("1900004") " |\n| <|> | | " BUGS("1900005") " |\n",
         "1900001 | 1900002 | 1900004 | Link to a bug | N/A",
         FULL "### Summary\n\nSee " BUGS("1900001") ", https://bugzil.la/"
              "1900002, " BUGS("1900001") " and " BUGS("1900003") ".\n\n"
              "### Related Incidents\n\n| Bug | Date | Description |\n"
              "| --- | --- | --- |\n| " BUGS("1900003") " | 2025-01-01 | Like "
              BUGS("1900004") " |\n| " BUGS("1900001") " | | "
              BUGS("1900005") " |\n"},
        {FULL "### Related Incidents\n\nSee " BUGS("1900001") ".\n"
              "| <|> |\n", "", NULL},
        {FULL "### Summary\n\nSee " BUGS("1900001") ".\n\n"
              "### Related Incidents\n\n| Bug | Date |\n| --- | --- |\n"
              "| 19<|> | |\n", "1900001", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

/* Of a long entry as much is shown as fits, and no half of a character. */
static void a_day_tells_what_was_then(void **state)
{
    struct buffer marked = {NULL, 0, 0};
    struct stage stage;

    (void)state;
    buffer_add_string(
        &marked, FULL "### Summary\n\n- **Timeline summary:**\n"
                      "   - **Non-compliance start date:** <|>\n\n"
                      "### Timeline\n\n- 2025-03-01 10:00 UTC It");
    for (size_t count = 0; count < 100; count++)
        buffer_add_string(&marked, "\xc3\xa9");
    buffer_add_char(&marked, '\n');
    stage_open(&stage, marked.bytes, "\n", SNIPPET_STOPS);
    assert_int_equal(stage.offered.count, 2);
    assert_string_equal(stage.offered.items[0].label.bytes, "2025-03-01");
    assert_int_equal(stage.offered.items[0].detail.length, 79);
    stage_close(&stage);
    buffer_free(&marked);
}

/* The number is typed once, and stands in both places. */
static void a_link_has_one_place_for_its_number(void **state)
{
    struct stage stage;

    (void)state;
    stage_open(&stage, RELATED "| <|> | | |\n", "\n", SNIPPET_STOPS);
    assert_string_equal(stage.offered.items[0].snippet.text.bytes,
                        "[${1:bug number}](https://bugzilla.mozilla.org/"
                        "show_bug.cgi?id=${1})");
    stage_close(&stage);
}

#define HEURISTIC FULL "### Impact\n\n- **Incident heuristic:** "

/* Only where nothing is written yet: who writes prose is left in peace. */
static void offers_how_to_start(void **state)
{
#define STARTS                                                                \
    "Between [YYYY-MM-DD] and [YYYY-MM-DD], [how many?] [which?] "            \
    "certificates were issued that [what is wrong with them?]. | From "       \
    "[YYYY-MM-DD] to [YYYY-MM-DD], [which service or duty?] [did not do "     \
    "what?], though [which policy?] requires it."
#define DESCRIBED PRELIMINARY "- **Incident description:** "
    static const struct stage_row rows[] = {
        {DESCRIBED "<|>\n", STARTS,
         DESCRIBED "Between [YYYY-MM-DD] and [YYYY-MM-DD], [how many?] "
                   "[which?] certificates were issued that [what is wrong "
                   "with them?].\n"},
        {DESCRIBED "What happened?<|>\n", STARTS, NULL},
        {DESCRIBED "Be<|>\n", "", NULL},
        {CAUSES "- **Detection:** <|>\n",
         "[Who or what?] found it on [YYYY-MM-DD]. It was not found earlier "
         "because [why?]. | N/A", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_the_usual_answers(void **state)
{
    static const struct stage_row rows[] = {
        {HEURISTIC "<|>\n",
         "The Appendix lists all affected certificates. | Every certificate "
         "with [what they have in common] that was issued between "
         "[YYYY-MM-DD] and [YYYY-MM-DD] is affected. | There is none: [what "
         "sets the affected certificates apart] can't be seen in a "
         "certificate. | N/A",
         HEURISTIC "The Appendix lists all affected certificates.\n"},
        {HEURISTIC "Ever<|>\n", NULL,
         HEURISTIC "Every certificate with [what they have in common] that "
                   "was issued between [YYYY-MM-DD] and [YYYY-MM-DD] is "
                   "affected.\n"},
    };
    struct stage stage;

    (void)state;
    STAGE_PLAY(rows);
    stage_open(&stage, HEURISTIC "Ever<|>\n", "\n", SNIPPET_STOPS);
    assert_string_equal(stage.offered.items[0].snippet.text.bytes,
                        "Every certificate with ${1:[what they have in "
                        "common]} that was issued between ${2:[YYYY-MM-DD]} "
                        "and ${3:[YYYY-MM-DD]} is affected.");
    stage_close(&stage);
}

/* What isn't known, or does not apply: what the cell is to hold is told. */
static void explains_cells_of_certificates(void **state)
{
    static const char header[] = FULL
        "### Appendix\n\n```csv\nCertificate SHA-256 hash,Subject,Serial #\n";
    static const char *const cells[] = {",,<|>\n```\n", "N/A<|>,a,\n```\n"};
    static const char *const labels[] = {"Serial #",
                                         "Certificate SHA-256 hash"};

    (void)state;
    for (size_t index = 0; index < sizeof cells / sizeof *cells; index++) {
        struct buffer text = {NULL, 0, 0};
        struct stage stage;

        buffer_add_string(&text, header);
        buffer_add_string(&text, cells[index]);
        stage_open(&stage, text.bytes, "\n", SNIPPET_NONE);
        assert_int_equal(stage.offered.count, 1);
        assert_string_equal(stage.offered.items[0].label.bytes, "N/A");
        assert_string_equal(stage.offered.items[0].detail.bytes,
                            labels[index]);
        assert_true(stage.offered.items[0].means.length > 0);
        stage_close(&stage);
        buffer_free(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explains_cells_of_certificates),
        cmocka_unit_test(offers_entries_in_order),
        cmocka_unit_test(offers_now_between_entries_too),
        cmocka_unit_test(offers_policies_of_the_day),
        cmocka_unit_test(offers_bugs_to_link),
        cmocka_unit_test(a_day_tells_what_was_then),
        cmocka_unit_test(a_link_has_one_place_for_its_number),
        cmocka_unit_test(offers_how_to_start),
        cmocka_unit_test(offers_the_usual_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
