/* What is offered where the cursor arrives: at what a template asks, behind a
 * colon, in what was begun in other words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <strings.h>

#include "stage.h"

#define SOURCE PRELIMINARY "- **Source of incident disclosure:**"
#define POLICIES_OF PRELIMINARY "- **Relevant policies:**"
#define SUMMARY FULL "### Summary\n\n"
#define IMPACT FULL "### Impact\n\n"
#define ROW ACTIONS "| Example | Prevent | Root Cause # 1 | Criteria | "      \
                    "YYYY-MM-DD | Value |\n"
#define DATES SUMMARY                                                         \
    "- **Non-compliance start date:** 2025-10-02 09:00 UTC\n"                 \
    "- **Non-compliance identified date:** 2025-11-03\n\n### Timeline\n\n"

static void takes_the_place_of_what_is_asked(void **state)
{
    static const struct stage_row rows[] = {
        {SOURCE " [Who noticed it?]<|>\n", SOURCES, SOURCE " Self Reported\n"},
        {SOURCE " [Who no<|>ticed it?]\n", SOURCES, SOURCE " Self Reported\n"},
        {SOURCE " <|>[Who noticed it?]\n", SOURCES, SOURCE " Self Reported\n"},
        {SUMMARY "- **Non-compliance start date:** YYYY-MM-DD<|>\n",
         "2025-11-08",
         SUMMARY "- **Non-compliance start date:** 2025-11-08\n"},
        {SUMMARY "- **CA Owner CCADB unique ID:** A000000<|>\n", "A000999",
         SUMMARY "- **CA Owner CCADB unique ID:** A000999\n"},
        {IMPACT "- **Analysis:** N/A<|>\n", "N/A", NULL},
        {ACTIONS "| Example | Prevent<|> | Root Cause # 1 | Criteria | "
                 "YYYY-MM-DD | Value |\n",
         "Prevent | Mitigate | Detect", ROW},
        {ACTIONS "| Example | Prevent | Root Cause # 1 | Criteria | "
                 "YYYY-MM-DD | Val<|>ue |\n",
         "Ongoing | Complete | Delayed | Canceled", NULL},
        {FULL "### Appendix\n\nTODO: the certificates, logs and other "
              "supporting data<|>\n",
         "Certificate list | Link to a certificate", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

/* The items whose filter does not begin with what stands in front of the
 * cursor in the span, capitals aside: an editor would not show them. */
static size_t hidden(const char *marked)
{
    struct stage stage;
    size_t count = 0;

    stage_open(&stage, marked, "\n", SNIPPET_STOPS);
    assert_true(stage.offered.count > 0);
    for (size_t index = 0; index < stage.offered.count; index++) {
        const struct completion *item = &stage.offered.items[index];
        struct slice typed = text_slice(
            stage.text, (struct span){item->span.start, stage.offset});

        count += item->filter.length < typed.length ||
                 strncasecmp(item->filter.bytes, typed.bytes, typed.length);
    }
    stage_close(&stage);
    return count;
}

/* An editor goes on to compare what it was given while more is typed; a blank
 * behind the colon is the first. */
static void is_still_shown_as_more_is_typed(void **state)
{
    static const char *const places[] = {
        SOURCE "<|>\n", SOURCE " <|>\n", SOURCE " [Who noticed it?]<|>\n",
        POLICIES_OF "<|>\n", POLICIES_OF " Moz<|>\n", POLICIES_OF " base<|>\n",
        POLICIES_OF " TLS BRs, version 2.2.6, section 1;<|>\n",
        DATES "- YYYY-MM-DD HH:MM<|> UTC TODO: what happened?\n",
        "inc<|>\n", "Full<|>\n",
    };
    struct stage stage;

    (void)state;
    for (size_t index = 0; index < sizeof places / sizeof *places; index++)
        assert_int_equal(hidden(places[index]), 0);
    stage_open(&stage, SOURCE "<|>\n", "\n", SNIPPET_STOPS);
    assert_string_equal(stage.offered.items[0].filter.bytes,
                        " Self Reported");
    stage_close(&stage);
}

static void finds_policies_by_all_their_names(void **state)
{
    static const struct stage_row rows[] = {
        {POLICIES_OF " Moz<|>\n", "MRSP", NULL},
        {POLICIES_OF " MRSP<|>\n", "MRSP", NULL},
        {POLICIES_OF " Network<|>\n", "NCSSRs", NULL},
        {POLICIES_OF " base<|>\n", "TLS BRs | S/MIME BRs | CSBRs", NULL},
        {POLICIES_OF " MRSP, version 3, section 1, Extended<|>\n", "EVGs",
         NULL},
        {POLICIES_OF " MRSP, version 3, section 1;EV<|>\n", "EVGs",
         POLICIES_OF " MRSP, version 3, section 1; EVGs, version 2.0.1, "
                     "section [section]\n"},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void begins_where_it_was_begun(void **state)
{
    static const struct stage_row rows[] = {
        {SUMMARY "- **<|>**\n", NULL,
         SUMMARY "- **CA Owner CCADB unique ID:** A000999\n"},
        {"Full<|>", "Full Incident Report", NULL},
        {"\n  inc<|>\n",
         "Preliminary Incident Report | Full Incident Report | "
         "Incident Report Update",
         NULL},
        {"# Notes\n\nFull<|>\n", "", NULL},
        {"Full<|> of words\n", "", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_nothing_that_is_there(void **state)
{
    static const struct stage_row rows[] = {
        {SOURCE " Audit<|>\n", "", NULL},
        {SUMMARY "- **Non-compliance start date:** 2025-11-08<|>\n", "", NULL},
        {SUMMARY "- **Non-compliance start date:** <|>\n\n### Timeline\n\n"
                 "- 2025-11-08 10:00 UTC It begins.\n",
         "2025-11-08", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_days_to_come(void **state)
{
    static const struct stage_row rows[] = {
        {"### Incident Report Update\n\n- **Next update:** <|>\n",
         "2025-11-15 | 2025-11-22 | 2025-12-08 | 2026-02-06 | N/A", NULL},
        {"### Revocation Update\n\n"
         "- **Estimated completion of the revocation:** YYYY-MM-DD<|>\n",
         "2025-11-15 | 2025-11-22 | 2025-12-08 | 2026-02-06 | N/A", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_moments_and_what_was_then(void **state)
{
    static const struct stage_row rows[] = {
        {DATES "- YYYY-MM-DD HH:MM<|> UTC TODO: what happened?\n",
         "2025-10-02 09:00 | 2025-11-03 | 2025-11-08 10:15",
         DATES "- 2025-10-02 09:00 UTC TODO: what happened?\n"},
        {DATES "- 2025-11-0<|>\n", "2025-11-03 | 2025-11-08 10:15",
         DATES "- 2025-11-03 HH:MM UTC \n"},
        {DATES "- 2025-11-03 10:00 UTC It <|>\n", "", NULL},
        /* Words that were just begun, after any zone. */
        {DATES "- 2025-11-03 10:00 UTC Iss<|>\n",
         "Issuance is stopped. | Issuance resumes.",
         DATES "- 2025-11-03 10:00 UTC Issuance is stopped.\n"},
        {DATES "- 2025-11-03 10:00 +02:00 - iss<|>\n",
         "Issuance is stopped. | Issuance resumes.", NULL},
        {DATES "- 2025-11-03T10:00Z Issuance r<|>\n", "Issuance resumes.",
         NULL},
        {DATES "- 2025-11-03 10:00 UTC Issuance resumes.<|>\n", "", NULL},
        {DATES "- 2025-11-03 10:00 Iss<|>\n", "", NULL},
        {DATES "- 2025-11-03 10:00 UTC Iss<|> more\n", "", NULL},
    };
    struct stage stage;

    (void)state;
    STAGE_PLAY(rows);
    stage_open(&stage, DATES "- 2025-11-03 10:00 UTC TODO: what happened?<|>\n",
               "\n", SNIPPET_NONE);
    assert_true(stage.offered.count > 5);
    assert_string_equal(stage.offered.items[1].label.bytes,
                        "The incident begins.");
    stage_close(&stage);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_the_place_of_what_is_asked),
        cmocka_unit_test(is_still_shown_as_more_is_typed),
        cmocka_unit_test(finds_policies_by_all_their_names),
        cmocka_unit_test(begins_where_it_was_begun),
        cmocka_unit_test(offers_nothing_that_is_there),
        cmocka_unit_test(offers_days_to_come),
        cmocka_unit_test(offers_moments_and_what_was_then),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
