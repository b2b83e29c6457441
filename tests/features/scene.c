/* Puts reports on the stage, and compares what is shown of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

#include "scene.h"

#define CURSOR "<|>"
#define ANSWERS "%% answers\n"

void scene_add_span(struct scene *scene, struct span span,
                    struct buffer *shown)
{
    struct slice bytes = text_slice(scene->text, span);

    buffer_add(shown, bytes.bytes, bytes.length);
}

static void read_file(const char *path, struct buffer *content)
{
    FILE *file = fopen(path, "rb");
    char piece[4096];
    size_t length;

    if (!file)
        fail_msg("%s can't be read", path);
    while ((length = fread(piece, 1, sizeof piece, file)))
        buffer_add(content, piece, length);
    fclose(file);
}

static void rewrite_file(const char *path, const struct buffer *content)
{
    FILE *file = fopen(path, "wb");

    if (!file || fwrite(content->bytes, 1, content->length, file) !=
                     content->length || fclose(file))
        fail_msg("%s can't be written", path);
}

/* WRITTEN without its cursors, with CR LF where CR is set. */
static char *place_cursors(struct scene *scene, const struct buffer *written,
                           bool cr)
{
    struct buffer report = {0};
    size_t at = 0;

    while (at < written->length) {
        if (!strncmp(written->bytes + at, CURSOR, strlen(CURSOR))) {
            assert_true(scene->cursor_count < SCENE_CURSORS);
            scene->cursors[scene->cursor_count++] = report.length;
            at += strlen(CURSOR);
            continue;
        }
        if (cr && written->bytes[at] == '\n')
            buffer_add_char(&report, '\r');
        buffer_add_char(&report, written->bytes[at++]);
    }
    if (!report.bytes)
        buffer_add_string(&report, "");
    return buffer_take(&report);
}

static void open_scene(struct scene *scene, const struct fixture *fixture,
                       bool cr)
{
    char *report;

    *scene = (struct scene){.options = fixture->checks};
    scene->plain = strstr(fixture->options.bytes, "plain") != NULL;
    report = place_cursors(scene, &fixture->report, cr);
    scene->text = text_new((struct slice){report, strlen(report)});
    scene->blocks = blocks_new(scene->text);
    reports_read(&scene->reports, scene->text, scene->blocks);
    checks_run(scene->text, scene->blocks, &scene->options, &scene->findings);
    memory_free(report);
}

static void close_scene(struct scene *scene)
{
    reports_free(&scene->reports);
    findings_free(&scene->findings);
    blocks_free(scene->blocks);
    text_free(scene->text);
}

/* What SHOW shows, without CRs. */
static void show_scene(const struct fixture *fixture, scene_show *show,
                       bool cr, struct buffer *shown)
{
    struct buffer raw = {0};
    struct scene scene;

    open_scene(&scene, fixture, cr);
    show(&scene, &raw);
    for (size_t at = 0; at < raw.length; at++) {
        if (raw.bytes[at] != '\r')
            buffer_add_char(shown, raw.bytes[at]);
    }
    buffer_free(&raw);
    close_scene(&scene);
}

/* The file as it should be, if SHOWN is what is shown. */
static void write_scene(const struct fixture *fixture,
                        const struct buffer *shown, struct buffer *file)
{
    buffer_add(file, fixture->options.bytes, fixture->options.length);
    buffer_add(file, fixture->report.bytes, fixture->report.length);
    buffer_add_string(file, ANSWERS);
    if (shown->length)
        buffer_add(file, shown->bytes, shown->length);
}

static void compare(const char *path, const struct fixture *fixture,
                    scene_show *show, const struct buffer *written)
{
    for (int cr = 0; cr < 2; cr++) {
        struct buffer shown = {0};
        struct buffer file = {0};

        show_scene(fixture, show, cr, &shown);
        write_scene(fixture, &shown, &file);
        if (getenv("UPDATE_FIXTURES")) {
            if (!cr)
                rewrite_file(path, &file);
        } else {
            assert_string_equal(file.bytes, written->bytes);
        }
        buffer_free(&shown);
        buffer_free(&file);
    }
}

void scene_try(const char *path, scene_show *show)
{
    struct buffer written = {0};
    struct fixture fixture;
    const char *answers;

    read_file(path, &written);
    answers = strstr(written.bytes, ANSWERS);
    if (!answers)
        fail_msg("%s has no line \"%%%% answers\"", path);
    fixture_read(&fixture, (struct slice){written.bytes,
                                          (size_t)(answers - written.bytes)});
    compare(path, &fixture, show, &written);
    fixture_free(&fixture);
    buffer_free(&written);
}
