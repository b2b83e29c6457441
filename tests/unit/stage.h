/*
 * stage.h - a text with a cursor, and what is offered there.
 *
 * It is 2025-11-08, 10:15, and the CA Owner is A000999, Example Trust.
 */
#ifndef TESTS_STAGE_H
#define TESTS_STAGE_H

#include "completion.h"

#define PRELIMINARY "## Preliminary Incident Report\n\n### Summary\n\n"
#define FULL "## Full Incident Report\n\n"
#define SOURCES "Self Reported | Third Party Reported | Audit"
#define CAUSES FULL "### Root Cause Analysis\n\n" \
                    "**Contributing Factor #1: Haste**\n\n"
#define ACTIONS CAUSES "### Action Items\n\n" \
    "| Action Item | Kind | Corresponding Root Cause(s) | " \
    "Evaluation Criteria | Due Date | Status |\n" \
    "| --- | --- | --- | --- | --- | --- |\n"

/* One text, and what is offered in it. */
struct stage {
    struct buffer bytes;        /* without the cursor */
    size_t offset;
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct completions offered;
};

/* Asks at the <|> in MARKED, whose LF become LINE_END. */
void stage_open(struct stage *stage, const char *marked, const char *line_end,
                enum snippet_skill skill);
void stage_close(struct stage *stage);

/* A text with <|> for the cursor, the labels offered there, with " | " between
 * them, and the text after the first one was taken. */
struct stage_row {
    const char *text, *labels, *result;     /* NULL: not looked at */
};

/* Fails the test unless all is as COUNT rows say, with LF and with CR LF. */
void stage_play(const struct stage_row *rows, size_t count);

#define STAGE_PLAY(rows) stage_play(rows, sizeof(rows) / sizeof *(rows))

#endif
