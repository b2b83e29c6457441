/* What is offered at a cursor, and what the text is once it has been taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stage.h"

#define THREE "Incident description | Relevant policies | " \
              "Source of incident disclosure"
#define UPDATES "Incident Report Update | Revocation Update"
#define TEMPLATES "Preliminary Incident Report | Full Incident Report | " \
                  "Report Closure Summary | " UPDATES

static void is_silent_in_prose(void **state)
{
    static const struct stage_row rows[] = {
        {"Some words<|>\n", "", NULL},
        {"<|>Some words\n", "", NULL},
        {"- item<|>\n", "", NULL},
        {"* <|>\n", "", NULL},
        {"Words.\n\n- **<|>**\n", "", NULL},
        {"a: <|>\n", "", NULL},
        {"# My notes<|>\n", "", NULL},
        {"```\n#<|>\n```\n", "", NULL},
        {"```\n#<|>", "", NULL},
        {"~~~\n#<|>\n~~~\n", "", NULL},
        {"   ```\n#<|>", "", NULL},
        {"> a\n<|>", "", NULL},
        {"~~~\na\n\n<|>", "", NULL},
        {"   ```\na\n\n<|>", "", NULL},
        {"> #<|>\n", "", NULL},
        {"some text\n<|>\nmore text\n", "", NULL},
        {PRELIMINARY "Some words<|>\n", "", NULL},
        {PRELIMINARY "- **Incident description:** We noticed<|>\n", "", NULL},
        {PRELIMINARY "- **Incident description:** a\n  b <|>\n", "", NULL},
        {PRELIMINARY "- **Incident description:** a: <|>\n", "", NULL},
        {PRELIMINARY "- all subscribers<|>\n", "", NULL},
        {PRELIMINARY "- **Incident de<|>scription:** a\n", "", NULL},
        {PRELIMINARY "- **Source of incident disclosure:** Self Reported by "
                     "us<|>\n", "", NULL},
        {FULL "### Timeline\n\n- 2025-01-01 10:00 UTC It <|>\n", "", NULL},
        {FULL "### Impact\n\n    - **La<|>\n", "", NULL},
        {"## Incident Report\n\n### Summary\n\n<|>\n", "", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_templates_outside_of_reports(void **state)
{
    static const struct stage_row rows[] = {
        {"<|>", TEMPLATES,
         "## Preliminary Incident Report\n\n[incident-ls]: # (draft)\n\n"
         "### Summary\n"
         "- **Incident description:** What happened?\n"
         "- **Relevant policies:** Policy, version, section\n"
         "- **Source of incident disclosure:** [Who noticed it?]"},
        {"#<|>", TEMPLATES, NULL},
        {"  ##  <|>\n", TEMPLATES, NULL},
        {"text\n\n## Rep<|>\n",
         "Preliminary Incident Report | Full Incident Report | "
         "Report Closure Summary | Incident Report Update", NULL},
        {"text\n\n<|>", TEMPLATES, NULL},
        {"    code\n\n<|>", TEMPLATES, NULL},
        {"```\ncode\n```\n\n<|>", TEMPLATES, NULL},
        {PRELIMINARY "### Impact\n\n# F<|>\n", "Full Incident Report", NULL},
        {FULL "### Appendix\n\nNone.\n\n### <|>\n",
         "Report Closure Summary | " UPDATES,
         FULL "### Appendix\n\nNone.\n\n### Report Closure Summary\n\n"
         "[incident-ls]: # (draft)\n\n"
              "- **Incident description:** What happened?\n"
              "- **Incident Root Cause(s):** [Why did it happen?]\n"
              "- **Remediation description:** [What has been done?]\n"
              "- **Commitment summary:** N/A\n\n"
              "All Action Items disclosed in this report have been completed "
              "as described, and we request its closure.\n"},
        {"- **<|>**", TEMPLATES, NULL},
        {"\n- **<|>\n", TEMPLATES, NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_sections_behind_marks(void **state)
{
    static const struct stage_row rows[] = {
        {PRELIMINARY "- **Incident description:** a\n#<|>",
         "Impact | Timeline | Related Incidents | Root Cause Analysis | "
         "Lessons Learned | Action Items | Appendix | Full Incident Report | "
         UPDATES,
         NULL},
        {FULL "### Action Items\n\n#<|>| a | b |\n", "", NULL},
        {FULL "### Impact\n\nNone.\n\n###Ti<|>\n\n### Action Items\n",
         "Timeline",
         FULL "### Impact\n\nNone.\n\n### Timeline\n\n"
              "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n\n"
              "### Action Items\n"},
        {"## 报告\n\n" FULL "### Impact\n\nNone.\n\n#### 时间 <|>\n", "", NULL},
        {"# Full Incident Report\n\n## Summary\n\n## Ti<|>\n",
         "Timeline",
         "# Full Incident Report\n\n## Summary\n\n## Timeline\n\n"
         "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"},
        {FULL "### Appendix\n\n#<|>\n\nwords\n", "", NULL},
        {FULL "### Time<|>line\n\n### Appendix\n\nNone\n", NULL, NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_the_missing_fields(void **state)
{
    static const struct stage_row rows[] = {
        {PRELIMINARY "<|>", NULL, NULL},
        {PRELIMINARY "- **Incident de<|>\n", "Incident description",
         PRELIMINARY "- **Incident description:** What happened?\n"},
        {PRELIMINARY "- In<|>\n",
         "Incident description | Source of incident disclosure",
         PRELIMINARY "- **Incident description:** What happened?\n"},
        {PRELIMINARY "-<|>\n", NULL, NULL},
        {PRELIMINARY "* **Incident de<|>**\n", "Incident description",
         PRELIMINARY "* **Incident description:** What happened?\n"},
        {PRELIMINARY "- **Incident de<|>:**\n", "Incident description",
         PRELIMINARY "- **Incident description:** What happened?\n"},
        {PRELIMINARY "- **Incident de<|>:** it broke\n", "Incident description",
         PRELIMINARY "- **Incident description:** it broke\n"},
        {PRELIMINARY "**Incident de<|>\n", "Incident description", NULL},
        {PRELIMINARY "**Incident description:** a\n\n**Rel<|>\n",
         "Relevant policies",
         PRELIMINARY "**Incident description:** a\n\n"
                     "**Relevant policies:** Policy, version, section\n"},
        {PRELIMINARY "- **Rel<|>\nmore\n", "Relevant policies",
         PRELIMINARY "- **Relevant policies:** Policy, version, section\n\n"
                     "more\n"},
        {PRELIMINARY "- **Rel<|>\n  1. more\n", "Relevant policies",
         PRELIMINARY "- **Relevant policies:** Policy, version, section\n"
                     "  1. more\n"},
        {PRELIMINARY "  - **Incident de<|>\n", "Incident description",
         PRELIMINARY "- **Incident description:** What happened?\n"},
        {PRELIMINARY "   - **Incident de<|>\n", "Incident description",
         PRELIMINARY "- **Incident description:** What happened?\n"},
        {PRELIMINARY "- **CA Owner CCADB unique ID:** A000999\n"
                     "\t- **Incident de<|>\n",
         "Incident description",
         PRELIMINARY "- **CA Owner CCADB unique ID:** A000999\n"
                     "- **Incident description:** What happened?\n"},
        {PRELIMINARY "- **Incident description:** 事故\n- **Rel<|>\n",
         "Relevant policies",
         PRELIMINARY "- **Incident description:** 事故\n"
                     "- **Relevant policies:** Policy, version, section\n"},
        {FULL "### Summary\n\n- **Timeline summary:**\n"
              "   - **Non-compliance start date:** 2025-01-01\n   - <|>\n",
         NULL,
         FULL "### Summary\n\n- **Timeline summary:**\n"
              "   - **Non-compliance start date:** 2025-01-01\n"
              "   - **Non-compliance identified date:** YYYY-MM-DD\n"},
        {FULL "### Summary\n\n* **Incident description:** a\n* **Ti<|>\n",
         "Timeline summary",
         FULL "### Summary\n\n* **Incident description:** a\n"
              "* **Timeline summary:**\n"
              "   * **Non-compliance start date:** YYYY-MM-DD\n"
              "   * **Non-compliance identified date:** YYYY-MM-DD\n"
              "   * **Non-compliance end date:** YYYY-MM-DD\n"},
        {FULL "### Lessons Learned\n\n- **What went well:** a\n"
              "- **Additional:** b\n<|>\n", "", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_factors_and_their_fields(void **state)
{
    static const struct stage_row rows[] = {
        {FULL "### Root Cause Analysis\n\n<|>\n", "Contributing Factor #1",
         FULL "### Root Cause Analysis\n\n**Contributing Factor #1: title**\n"
              "- **Description:** [What contributed, and how?]\n"
              "- **Timeline:** [When did it arise, and how did it develop?]\n"
              "- **Detection:** [How was it found, and why not earlier?]\n"
              "- **Interaction with other factors:** "
              "[How did it work together with the other factors?]\n"
              "- **Root Cause Analysis methodology used:** "
              "[By which method?]\n"},
        {CAUSES "- **Description:** a\n- **Int<|>\n",
         "Interaction with other factors", NULL},
        {CAUSES "- **Description:** a\n\n**Con<|>\n", "Contributing Factor #2",
         NULL},
        {CAUSES "- **Description:** a\n<|>\n\n"
                "**Contributing Factor #2: Sloth**\n",
         "Timeline | Detection | Interaction with other factors | "
         "Root Cause Analysis methodology used", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_events_and_rows(void **state)
{
    static const struct stage_row rows[] = {
        {FULL "### Timeline\n\n- <|>\n", NULL,
         FULL "### Timeline\n\n"
              "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"},
        {ACTIONS "<|>", "Row",
         ACTIONS "| Example | Prevent | Root Cause # 1 | Criteria | "
                 "YYYY-MM-DD | Value |"},
        {ACTIONS "|<|>\n", "Row",
         ACTIONS "| Example | Prevent | Root Cause # 1 | Criteria | "
                 "YYYY-MM-DD | Value |\n"},
        {ACTIONS "| a | Prevent | 1 | b | 2025-01-01 | Ongoing |\n<|>\n",
         "Row", NULL},
        {ACTIONS "\n\n<|>", "", NULL},
        {FULL "### Related Incidents\n\n<|>\n", "Table", NULL},
        {FULL "### Appendix\n\n<|>\n",
         "Certificate list | Link to a certificate", NULL},
        {"### Report Closure Summary\n\n- **Incident description:** a\n"
         "- **Commitment summary:** N/A\n\n<|>\n",
         "All Action Items disclosed in this report have been completed as "
         "described, and we request its closure.",
         NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

#define TABLE FULL "### Action Items\n\n"

static void offers_rows_around_rows(void **state)
{
    static const struct stage_row rows[] = {
        {TABLE "|<|>\n", "Table", NULL},
        {TABLE "None.\n\n|<|>\n\nNone.\n", "Table", NULL},
        {TABLE "None.\n|<|>\n", "", NULL},
        {ACTIONS "|<|>\n| a | Prevent | 1 | b | 2025-01-01 | Ongoing |\n",
         "Row", NULL},
        {TABLE "| Action Item | Extra | Status |\n| - | - | - |\n|<|>\n",
         "Row",
         TABLE "| Action Item | Extra | Status |\n| - | - | - |\n"
               "| Example |  | Value |\n"},
    };

    (void)state;
    STAGE_PLAY(rows);
}

#define SOURCE PRELIMINARY "- **Source of incident disclosure:**"
#define STATUSES "Ongoing | Complete | Delayed | Canceled"

static void offers_values(void **state)
{
    static const struct stage_row rows[] = {
        {SOURCE "<|>\n", SOURCES, SOURCE " Self Reported\n"},
        {SOURCE " <|>\n", SOURCES, SOURCE " Self Reported\n"},
        {SOURCE "S<|>\n", "Self Reported", SOURCE " Self Reported\n"},
        {SOURCE " th<|>\n", "Third Party Reported",
         SOURCE " Third Party Reported\n"},
        {SOURCE " <|>Audit\n", SOURCES, SOURCE " Self Reported\n"},
        {SOURCE " <|>Nobody\n", "", NULL},
        {FULL "### Summary\n\n- **CA Owner CCADB unique ID:** <|>\n",
         "A000999", NULL},
        {FULL "### Impact\n\n- **Was issuance stopped in response to this "
              "incident, and why or why not?:** <|>\n", "Yes | No | N/A",
         FULL "### Impact\n\n- **Was issuance stopped in response to this "
              "incident, and why or why not?:** Yes. [Why?]\n"},
        {FULL "### Impact\n\n- **Affected certificate types:** OV, D<|>\n",
         NULL,
         FULL "### Impact\n\n- **Affected certificate types:** OV, "
              "DV (2.23.140.1.2.1)\n"},
        {FULL "### Impact\n\n- **Analysis:** <|>\n", "N/A", NULL},
        {PRELIMINARY "- **Relevant policies:** MR<|>\n", "MRSP",
         PRELIMINARY "- **Relevant policies:** MRSP, version 3.0, section "
                     "[section]\n"},
        {FULL "### Summary\n\n- **Timeline summary:**\n"
              "   - **Non-compliance start date:** <|>\n\n### Timeline\n\n"
              "- 2025-03-01 10:00 UTC The incident begins.\n",
         "2025-03-01 | 2025-11-08", NULL},
        {CAUSES "- **Root Cause Analysis methodology used:** 5<|>\n",
         "5-Whys", NULL},
        {ACTIONS "| a | <|> | | | | |\n", "Prevent | Mitigate | Detect",
         ACTIONS "| a | Prevent | | | | |\n"},
        {ACTIONS "| 做 | Prevent, D<|> | | | | |\n", "Detect",
         ACTIONS "| 做 | Prevent, Detect | | | | |\n"},
        {ACTIONS "| a | Prevent |<|> | | | |\n", "Root Cause # 1 | N/A",
         ACTIONS "| a | Prevent | Root Cause # 1 | | | |\n"},
        {ACTIONS "| a | Prevent | 1 | b | <|> | |\n",
         "2025-11-15 | 2025-11-22 | 2025-12-08 | 2026-02-06", NULL},
        {ACTIONS "| a | Prevent | 1 | b | 2025-01-01 | <|> |\n", STATUSES,
         NULL},
        {ACTIONS "| a | Prevent | 1 | b | 2025-01-01 | <|>Ongoing |\n",
         STATUSES, NULL},
        {ACTIONS "| a |<|>\n", "Prevent | Mitigate | Detect",
         ACTIONS "| a | Prevent\n"},
        {ACTIONS "| a | <|>", "Prevent | Mitigate | Detect",
         ACTIONS "| a | Prevent"},
        {ACTIONS "| a \\| b | Mit<|>", "Mitigate", NULL},
        {ACTIONS "| a | b | c | d | e | f | <|>", "", NULL},
        {FULL "### Appendix\n\n   ```csv\n"
              "   Certificate SHA-256 hash,Subject,Issuer,Is revoked?\n"
              "   aa,b,c,Ye<|>\n   ```\n", "Yes", NULL},
        {ACTIONS "| some<|> words | | | | | |\n", "", NULL},
        {FULL "### Summary\n\n- **Timeline summary:**\n"
              "   - **Non-compliance start date:** <|>\n",
         "2025-11-08", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

static void offers_cells_of_the_certificate_list(void **state)
{
    static const char list[] =
        FULL "### Appendix\n\n```csv\nCertificate SHA-256 hash,Subject,"
             "Issuer,Not before,Is revoked?,Revocation reason\n";
    static const struct stage_row rows[] = {
        {"aa,\"a,b\",c,d,<|>\n```\n", "Yes | Planned | Delayed | N/A", NULL},
        {"aa,b,c,d,Yes,sup<|>\n```\n", "superseded", NULL},
        {"aa,b,c,d,Yes,<|>superseded\n```\n", "", NULL},
        {"aa,b,c,d, Ye<|>", "Yes", NULL},
        {"aa,b,c,d,Ye<|>", "Yes", NULL},
    };

    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        struct buffer text = {NULL, 0, 0};

        buffer_add_string(&text, list);
        buffer_add_string(&text, rows[index].text);
        stage_play(
            &(struct stage_row){text.bytes, rows[index].labels, NULL}, 1);
        buffer_free(&text);
    }
}

static void offers_what_directives_hold(void **state)
{
    static const struct stage_row rows[] = {
        {"[incident-ls]: # (<|>",
         "draft | guidelines | reporter | whiteboard | title | aware | "
         "disclosed | posted | updated | next-update | question | bug | closed",
         "[incident-ls]: # (draft"},
        {"[incident-ls]: # (draft, re<|>)\n", "reporter",
         "[incident-ls]: # (draft, reporter=)\n"},
        {"[incident-ls]: # (reporter=<|>)\n", "third-party", NULL},
        {"[incident-ls]: # (whiteboard=leaf<|>)\n", "leaf-revocation-delay",
         NULL},
        {"[incident-ls]: # (aware=<|>)\n", "2025-11-08 | 2025-11-08T10:15Z",
         "[incident-ls]: # (aware=2025-11-08)\n"},
        {"[incident-ls]: # (draft, posted=20<|>)\n",
         "2025-11-08 | 2025-11-08T10:15Z", NULL},
        {"[incident-ls]: # (next-u<|>)\n", "next-update",
         "[incident-ls]: # (next-update=2025-11-15)\n"},
        {"[incident-ls]: # (ques<|>)\n", "question",
         "[incident-ls]: # (question=2025-11-08T10:15Z)\n"},
        {"[incident-ls]: # (closed=<|>)\n",
         "2025-11-08 | 2025-11-08T10:15Z", NULL},
        {"[incident-ls]: # (bu<|>)\n", "bug", "[incident-ls]: # (bug=)\n"},
        {"[incident-ls]: # (aware=24<|>)\n", "", NULL},
        {"[incident-ls]: # 'title=<|>'\n", "\"Example Trust: ", NULL},
        {"[incident-ls-disable]: # (hard-wrap, evas<|>)\n", "evasive-language",
         "[incident-ls-disable]: # (hard-wrap, evasive-language)\n"},
        {"[incident-ls]: # (draft)<|>\n", "", NULL},
    };

    (void)state;
    STAGE_PLAY(rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_silent_in_prose),
        cmocka_unit_test(offers_templates_outside_of_reports),
        cmocka_unit_test(offers_sections_behind_marks),
        cmocka_unit_test(offers_the_missing_fields),
        cmocka_unit_test(offers_factors_and_their_fields),
        cmocka_unit_test(offers_events_and_rows),
        cmocka_unit_test(offers_rows_around_rows),
        cmocka_unit_test(offers_values),
        cmocka_unit_test(offers_cells_of_the_certificate_list),
        cmocka_unit_test(offers_what_directives_hold),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
