/*
 * scene.h - reports that carry what an editor should show of them.
 *
 * A file holds a report, in which each `<|>` marks a place of the cursor, a
 * line "%% answers", and what is shown. A first line "%% today=2026-06-01"
 * sets options as annotate.h says, "plain" asks for plain text. The report is
 * looked at with LF and with CR LF.
 */
#ifndef TESTS_SCENE_H
#define TESTS_SCENE_H

#include "annotate.h"
#include "report.h"

#define SCENE_CURSORS 128

/* A report on the stage, and what is known of it. */
struct scene {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct findings findings;
    struct check_options options;
    bool plain;
    size_t cursors[SCENE_CURSORS];
    size_t cursor_count;
};

/* Adds what is shown of SCENE, lines with LF. */
typedef void scene_show(struct scene *scene, struct buffer *shown);

/* Adds the bytes of SPAN. */
void scene_add_span(struct scene *scene, struct span span,
                    struct buffer *shown);

/*
 * Fails the test unless SHOW shows what the file at PATH says.
 * UPDATE_FIXTURES=1 in the environment rewrites the file.
 */
void scene_try(const char *path, scene_show *show);

#endif
