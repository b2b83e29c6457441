/*
 * Reports that carry what an editor should show of them.
 *
 *     view_test hover FILE...
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "hover.h"
#include "scene.h"

static void show_hover(struct scene *scene, struct buffer *shown)
{
    for (size_t index = 0; index < scene->cursor_count; index++) {
        struct hover hover;
        bool any = hover_at(
            &(struct hover_question){.reports = &scene->reports,
                                     .findings = &scene->findings,
                                     .guideline = scene->options.guideline,
                                     .today = scene->options.today,
                                     .markdown = !scene->plain,
                                     .offset = scene->cursors[index]},
            &hover);

        buffer_add_string(shown, "%% ");
        if (any) {
            scene_add_span(scene, hover.span, shown);
            buffer_add_char(shown, '\n');
            buffer_add(shown, hover.words.bytes, hover.words.length);
            buffer_free(&hover.words);
        }
        buffer_add_char(shown, '\n');
    }
}

static const struct {
    const char *name;
    scene_show *show;
} views[] = {
    {"hover", show_hover},
};

static scene_show *wanted;

static void shows_what_it_should(void **state)
{
    scene_try(*state, wanted);
}

int main(int count, char **words)
{
    struct CMUnitTest test = cmocka_unit_test(shows_what_it_should);
    int failed = 0;

    for (size_t row = 0; row < sizeof views / sizeof *views; row++) {
        if (count > 1 && !strcmp(views[row].name, words[1]))
            wanted = views[row].show;
    }
    for (int index = 2; wanted && index < count; index++) {
        struct CMUnitTest tests[1] = {test};

        tests[0].name = words[index];
        tests[0].initial_state = words[index];
        failed += cmocka_run_group_tests(tests, NULL, NULL);
    }
    return wanted ? failed : 2;
}
