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

#include "completion.h"
#include "folding.h"
#include "hints.h"
#include "hover.h"
#include "lenses.h"
#include "links.h"
#include "navigation.h"
#include "posted.h"
#include "scene.h"
#include "selection.h"
#include "symbols.h"

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

/* The labels that are offered, and what the first of them inserts. */
static void show_completion(struct scene *scene, struct buffer *shown)
{
    for (size_t index = 0; index < scene->cursor_count; index++) {
        struct completions offered = {NULL, 0, 0};

        completions_at(&offered,
                       &(struct completion_source){
                           .reports = &scene->reports,
                           .options = &scene->options,
                           .facts = {.today = scene->options.today},
                           .skill = SNIPPET_NONE},
                       scene->cursors[index]);
        buffer_add_string(shown, "%%");
        for (size_t i = 0; i < offered.count; i++) {
            buffer_add_string(shown, i ? " | " : " ");
            buffer_add_slice(shown, buffer_slice(&offered.items[i].label));
        }
        buffer_add_char(shown, '\n');
        if (offered.count)
            buffer_add_slice(shown,
                             buffer_slice(&offered.items[0].snippet.text));
        buffer_add_char(shown, '\n');
        completions_free(&offered);
    }
}

static const char *const kinds[] = {"report", "section",  "factor", "field",
                                    "entry",  "incident", "action"};

/* "  field Kind: detail <heading> to the last line" */
static void show_symbols(struct scene *scene, struct buffer *shown)
{
    struct symbols symbols;

    symbols_read(&scene->reports, &symbols);
    for (size_t index = 0; index < symbols.count; index++) {
        const struct symbol *symbol = &symbols.items[index];

        for (size_t depth = 0; depth < symbol->depth; depth++)
            buffer_add_string(shown, "  ");
        buffer_add_string(shown, kinds[symbol->kind]);
        buffer_add_char(shown, ' ');
        buffer_add_string(shown, symbol->name);
        buffer_add_string(shown, *symbol->detail ? ": " : "");
        buffer_add_string(shown, symbol->detail);
        buffer_add_string(shown, " <");
        scene_add_span(scene, symbol->heading, shown);
        buffer_add_string(shown, "> ");
        buffer_add_number(shown, text_line_at(scene->text,
                                              symbol->span.start));
        buffer_add_char(shown, '-');
        buffer_add_number(shown, text_line_at(scene->text, symbol->span.end));
        buffer_add_char(shown, '\n');
        assert_true(symbol->span.start <= symbol->heading.start &&
                    symbol->heading.end <= symbol->span.end);
    }
    symbols_free(&symbols);
}

static void show_folding(struct scene *scene, struct buffer *shown)
{
    struct folds folds;

    folds_read(&scene->reports, scene->blocks, FOLDS_MOST, &folds);
    for (size_t index = 0; index < folds.count; index++) {
        struct fold fold = folds.items[index];

        buffer_add_number(shown, fold.first);
        buffer_add_char(shown, '-');
        buffer_add_number(shown, fold.last);
        buffer_add_char(shown, ' ');
        scene_add_span(scene, text_line_content(scene->text, fold.first),
                       shown);
        buffer_add_char(shown, '\n');
    }
    folds_free(&folds);
}

/* The spans around each cursor. */
static void show_selection(struct scene *scene, struct buffer *shown)
{
    for (size_t index = 0; index < scene->cursor_count; index++) {
        struct selection selection;

        selection_at(&scene->reports, scene->cursors[index], &selection);
        buffer_add_string(shown, "%%\n");
        for (size_t span = 0; span < selection.count; span++) {
            buffer_add_char(shown, '<');
            scene_add_span(scene, selection.spans[span], shown);
            buffer_add_string(shown, ">\n");
        }
    }
}

static void show_links(struct scene *scene, struct buffer *shown)
{
    struct links links;

    links_read(&scene->reports, &links);
    for (size_t index = 0; index < links.count; index++) {
        const struct link *link = &links.items[index];

        buffer_add_char(shown, '<');
        scene_add_span(scene, link->span, shown);
        buffer_add_string(shown, link->file ? "> file " : "> ");
        buffer_add_string(shown, link->target);
        buffer_add_string(shown, " (");
        buffer_add_string(shown, link->tooltip);
        buffer_add_string(shown, ")\n");
    }
    links_free(&links);
}

static void show_lenses(struct scene *scene, struct buffer *shown)
{
    struct lenses lenses;

    lenses_read(&scene->reports, &scene->findings, &scene->options, &lenses);
    for (size_t index = 0; index < lenses.count; index++) {
        buffer_add_char(shown, '<');
        scene_add_span(scene, lenses.items[index].span, shown);
        buffer_add_string(shown, "> ");
        buffer_add_string(shown, lenses.items[index].words);
        buffer_add_char(shown, '\n');
    }
    lenses_free(&lenses);
}

/* The line up to each hint, and the hint. Lists have been read: one of 20
 * certificates, one that can't be. */
static void show_hints(struct scene *scene, struct buffer *shown)
{
    struct span all = {0, text_length(scene->text)};
    char read[] = "read.csv", lost[] = "lost.csv", other[] = "other.csv";
    struct attachment items[] = {
        {.target = read, .state = ATTACHMENT_READ, .rows = 20},
        {.target = lost, .state = ATTACHMENT_UNREADABLE, .rows = 300},
        {.target = other, .state = ATTACHMENT_READ, .rows = 4000}};
    const struct attachments attachments = {items, 3, 3};
    struct hints hints;

    hints_read(&(struct hint_source){.reports = &scene->reports,
                                     .attachments = &attachments,
                                     .today = scene->options.today},
               all, &hints);
    for (size_t index = 0; index < hints.count; index++) {
        size_t offset = hints.items[index].offset;
        size_t line = text_line_at(scene->text, offset);
        struct span before = {text_line(scene->text, line).start, offset};

        scene_add_span(scene, before, shown);
        buffer_add_string(shown, " <");
        buffer_add_string(shown, hints.items[index].words);
        buffer_add_string(shown, ">\n");
    }
    hints_free(&hints);
}

static void show_mentions(struct scene *scene,
                          const struct mentions *mentions,
                          struct buffer *shown)
{
    for (size_t index = 0; index < mentions->count; index++) {
        buffer_add_string(shown,
                          mentions->items[index].declares ? "= " : "- ");
        buffer_add_number(shown,
                          text_line_at(scene->text,
                                       mentions->items[index].span.start));
        buffer_add_string(shown, " <");
        scene_add_span(scene, mentions->items[index].span, shown);
        buffer_add_string(shown, ">\n");
    }
}

/* "%% kind <words>", the headings and the references, by line. */
static void show_navigation(struct scene *scene, struct buffer *shown)
{
    static const char *const by[] = {"number", "title", "otherwise"};

    for (size_t index = 0; index < scene->cursor_count; index++) {
        struct mentions mentions;
        struct naming naming;

        buffer_add_string(shown, "%% ");
        if (naming_at(&scene->reports, scene->cursors[index], &naming)) {
            buffer_add_string(shown, by[naming.kind]);
            buffer_add_string(shown, " <");
            scene_add_span(scene, naming.span, shown);
            buffer_add_string(shown, ">\n");
            mentions_headings(&scene->reports, &naming, &mentions);
            mentions_references(&scene->reports, &naming, &mentions);
            show_mentions(scene, &mentions, shown);
            mentions_free(&mentions);
        }
        buffer_add_char(shown, '\n');
    }
}

/* The characters, then the text of each comment. */
static void show_posted(struct scene *scene, struct buffer *shown)
{
    for (size_t index = 0; index < scene->cursor_count; index++) {
        struct posted posted;

        posted_read(&posted, &scene->reports, scene->cursors[index]);
        buffer_add_string(shown, "%% ");
        buffer_add_number(shown, posted.length);
        buffer_add_string(shown, ", above the heading ");
        buffer_add_number(shown, posted.above);
        buffer_add_char(shown, '\n');
        for (size_t at = 0; at < posted.text.length; at++) {
            if (posted.text.bytes[at] != '\r')
                buffer_add_char(shown, posted.text.bytes[at]);
        }
        buffer_add_char(shown, '\n');
        posted_free(&posted);
    }
}

static const struct {
    const char *name;
    scene_show *show;
} views[] = {
    {"completion", show_completion},
    {"folding", show_folding}, {"hints", show_hints},
    {"hover", show_hover},     {"lenses", show_lenses},
    {"links", show_links},     {"navigation", show_navigation},
    {"posted", show_posted},   {"selection", show_selection},
    {"symbols", show_symbols},
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
