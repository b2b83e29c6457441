/* Plays what is offered at a cursor. */
#include "stage.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "edits.h"

#define TODAY 20400             /* 2025-11-08 */

static const struct template_facts facts = {
    TODAY, 615, {"A000999", 7}, {"Example Trust", 13}};

void stage_open(struct stage *stage, const char *marked, const char *line_end,
                enum snippet_skill skill)
{
    const char *cursor = strstr(marked, "<|>");
    struct check_options options;
    struct buffer before = {NULL, 0, 0};

    assert_non_null(cursor);
    *stage = (struct stage){0};
    check_options_default(&options, TODAY);
    buffer_add(&before, marked, (size_t)(cursor - marked));
    edits_add_text(&stage->bytes, before.bytes ? before.bytes : "", line_end);
    stage->offset = stage->bytes.length;
    edits_add_text(&stage->bytes, cursor + 3, line_end);
    buffer_free(&before);
    stage->text = text_new(
        (struct slice){stage->bytes.bytes, stage->bytes.length});
    stage->blocks = blocks_new(stage->text);
    reports_read(&stage->reports, stage->text, stage->blocks);
    completions_at(&stage->offered,
                   &(struct completion_source){&stage->reports, &options,
                                               facts, skill},
                   stage->offset);
}

void stage_close(struct stage *stage)
{
    completions_free(&stage->offered);
    reports_free(&stage->reports);
    blocks_free(stage->blocks);
    text_free(stage->text);
    buffer_free(&stage->bytes);
}

/* The labels offered, one after the other. */
static char *labels_of(const struct stage *stage)
{
    struct buffer labels = {NULL, 0, 0};

    for (size_t index = 0; index < stage->offered.count; index++) {
        const struct completion *item = &stage->offered.items[index];

        buffer_add_string(&labels, index ? " | " : "");
        buffer_add(&labels, item->label.bytes, item->label.length);
        assert_true(item->span.start <= stage->offset);
        assert_true(item->span.end >= stage->offset);
        assert_int_equal(text_line_at(stage->text, item->span.start),
                         text_line_at(stage->text, item->span.end));
    }
    buffer_add_string(&labels, "");
    return buffer_take(&labels);
}

/* The text, with LF, once ITEM has been taken. */
static char *taken(const struct stage *stage, const struct completion *item,
                   const char *line_end)
{
    struct edit edit = {item->span, item->snippet.text.bytes};
    struct buffer bytes = {NULL, 0, 0};
    struct buffer result = {NULL, 0, 0};

    edits_apply((struct slice){stage->bytes.bytes, stage->bytes.length}, &edit,
                1, line_end, &bytes);
    for (size_t at = 0; at < bytes.length; at++) {
        if (bytes.bytes[at] != '\r')
            buffer_add_char(&result, bytes.bytes[at]);
    }
    buffer_free(&bytes);
    return buffer_take(&result);
}

static void play_row(const struct stage_row *row, const char *line_end)
{
    struct stage stage;
    char *labels;

    stage_open(&stage, row->text, line_end, SNIPPET_NONE);
    labels = labels_of(&stage);
    if (row->labels && strcmp(labels, row->labels))
        fail_msg("in:\n%s\noffered: %s\ninstead of: %s", row->text, labels,
                 row->labels);
    if (row->result) {
        char *result;

        assert_true(stage.offered.count > 0);
        result = taken(&stage, &stage.offered.items[0], line_end);
        if (strcmp(result, row->result))
            fail_msg("in:\n%s\ncame: %s\ninstead of: %s", row->text, result,
                     row->result);
        memory_free(result);
    }
    memory_free(labels);
    stage_close(&stage);
}

void stage_play(const struct stage_row *rows, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        play_row(&rows[index], "\n");
        play_row(&rows[index], "\r\n");
    }
}
