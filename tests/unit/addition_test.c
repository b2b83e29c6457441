/* One more row, entry or factor, wherever in its section the cursor is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "addition.h"
#include "memory.h"
#include "stage.h"

#define TIMELINE FULL "### Timeline\n\n"
#define CAUSES_OF FULL "### Root Cause Analysis\n\n"
#define HEADER                                                                \
    FULL "### Action Items\n\n| Action Item | Status |\n| --- | --- |\n"
#define FACTOR(number)                                                        \
    "**Contributing Factor #" number ": title**\n"                            \
    "- **Description:** [What contributed, and how?]\n"                       \
    "- **Timeline:** [When did it arise, and how did it develop?]\n"          \
    "- **Detection:** [How was it found, and why not earlier?]\n"             \
    "- **Interaction with other factors:** [How did it work together with "   \
    "the other factors?]\n"                                                   \
    "- **Root Cause Analysis methodology used:** [By which method?]"

static const struct template_facts facts = {20400, 615, {"", 0}, {"", 0}};

static const struct {
    enum addition_kind kind;
    const char *before, *after;     /* NULL: none can be added */
} rows[] = {
    {ADDITION_ENTRY, TIMELINE "- 2025-01-01 10:00 UTC A.\n<|>\n### Appendix\n",
     TIMELINE "- 2025-01-01 10:00 UTC A.\n"
              "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n\n### Appendix\n"},
    {ADDITION_ENTRY, TIMELINE "* 2025-01-01 10:00 UTC A<|>.\n  It goes on.\n"
                              "* 2025-01-02 10:00 UTC B.\n",
     TIMELINE "* 2025-01-01 10:00 UTC A.\n  It goes on.\n"
              "* YYYY-MM-DD HH:MM UTC TODO: what happened?\n"
              "* 2025-01-02 10:00 UTC B.\n"},
    {ADDITION_ENTRY, TIMELINE "<|>### Appendix\n",
     TIMELINE "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n\n### Appendix\n"},
    {ADDITION_ENTRY, TIMELINE "| Time (UTC) | Event |\n| --- | --- |\n"
                              "| 2025-01-01 10:00 | A.<|> |\n",
     TIMELINE "| Time (UTC) | Event |\n| --- | --- |\n"
              "| 2025-01-01 10:00 | A. |\n"
              "| YYYY-MM-DD HH:MM UTC | TODO: what happened? |\n"},
    {ADDITION_ACTION, HEADER "| A | Ongoing |\n| B | Ongoing |\n\n<|>",
     HEADER "| A | Ongoing |\n| B | Ongoing |\n| Example | Value |\n\n"},
    {ADDITION_ACTION, HEADER "| A<|> | Ongoing |\n| B | Ongoing |\n",
     HEADER "| A | Ongoing |\n| Example | Value |\n| B | Ongoing |\n"},
    {ADDITION_ACTION, HEADER "<|>", HEADER "| Example | Value |\n"},
    {ADDITION_FACTOR, CAUSES_OF "**Contributing Factor #1: A<|>**\n"
                                "- **Description:** B.\n\n### Appendix\n",
     CAUSES_OF "**Contributing Factor #1: A**\n- **Description:** B.\n\n"
     FACTOR("2") "\n\n### Appendix\n"},
    {ADDITION_FACTOR, CAUSES_OF "<|>", CAUSES_OF FACTOR("1") "\n\n"},
    /* What the template put in is filled in first. */
    {ADDITION_ACTION, HEADER "| A<|> | Ongoing |\n|   | TBD |\n",
     HEADER "| A | Ongoing |\n| Example | Value |\n"},
    {ADDITION_ACTION, HEADER "| Example<|> | Value |\n",
     HEADER "| Example | Value |\n"},
    {ADDITION_ACTION, HEADER "| Example | Ongoing<|> |\n",
     HEADER "| Example | Ongoing |\n| Example | Value |\n"},
    {ADDITION_ENTRY, TIMELINE "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"
                              "- 2025-01-02 10:00 UTC B.<|>\n",
     TIMELINE "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"
              "- 2025-01-02 10:00 UTC B.\n"},
    {ADDITION_ENTRY, TIMELINE "- 2025-01-02 HH:MM UTC TODO: what happened?<|>\n",
     TIMELINE "- 2025-01-02 HH:MM UTC TODO: what happened?\n"
              "- YYYY-MM-DD HH:MM UTC TODO: what happened?\n"},
    {ADDITION_FACTOR, CAUSES_OF "**Contributing Factor #2: title**\n"
                                "- **Description:** TODO\n- **Timeline:**\n"
                                "\n### Appendix\n<|>",
     CAUSES_OF FACTOR("2") "\n\n### Appendix\n"},
    {ADDITION_FACTOR, CAUSES_OF "**Contributing Factor #1: title**\n"
                                "- **Description:** A.<|>\n",
     CAUSES_OF "**Contributing Factor #1: title**\n- **Description:** A.\n\n"
     FACTOR("2") "\n"},
    {ADDITION_INCIDENT, HEADER "<|>", NULL},
    {ADDITION_ENTRY, "Words.<|>\n", NULL},
};

static char *added_to(const struct stage *stage, enum addition_kind kind)
{
    struct addition addition = {.snippet.skill = SNIPPET_NONE};
    struct buffer after = {NULL, 0, 0};

    if (!addition_read(&addition, &stage->reports, stage->offset, kind, &facts))
        return NULL;
    buffer_add(&after, stage->bytes.bytes, addition.span.start);
    buffer_add_slice(&after, buffer_slice(&addition.snippet.text));
    buffer_add(&after, stage->bytes.bytes + addition.span.end,
               stage->bytes.length - addition.span.end);
    snippet_free(&addition.snippet);
    return buffer_take(&after);
}

static void adds_one_more(void **state)
{
    (void)state;
    for (size_t index = 0; index < sizeof rows / sizeof *rows; index++) {
        struct stage stage;
        char *after;

        stage_open(&stage, rows[index].before, "\n", SNIPPET_NONE);
        after = added_to(&stage, rows[index].kind);
        if (rows[index].after)
            assert_string_equal(after, rows[index].after);
        else
            assert_null(after);
        memory_free(after);
        stage_close(&stage);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(adds_one_more),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
