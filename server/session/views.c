/*
 * views.c - turns what the features say of a document into what its editor
 * shows.
 */
#include "views.h"

#include <string.h>

#include "folding.h"
#include "hints.h"
#include "hover.h"
#include "lenses.h"
#include "lsp_command.h"
#include "links.h"
#include "memory.h"
#include "preview.h"
#include "selection.h"
#include "uri.h"

json_t *view_hover(struct workspace *workspace, struct document *document,
                   size_t offset)
{
    bool markdown = workspace->client.facts.hovers_markdown;
    struct hover hover;
    json_t *view;

    if (document_is_off(document, FEATURE_HOVER))
        return NULL;
    workspace_check(workspace, document);
    if (!hover_at(
            &(struct hover_question){
                .reports = document_model(document),
                .findings = &document->findings,
                .guideline = document->settings.checks.guideline,
                .policies = &document->settings.checks.policies,
                .today = client_today(&workspace->client),
                .markdown = markdown,
                .offset = offset},
            &hover))
        return NULL;
    view = lsp_write_hover(workspace_range(workspace, document, hover.span),
                           buffer_slice(&hover.words), markdown);
    buffer_free(&hover.words);
    return view;
}

json_t *view_folding(struct workspace *workspace, struct document *document)
{
    size_t most = workspace->client.facts.folds_most;
    json_t *array = json_array();
    struct folds folds;

    if (document_is_off(document, FEATURE_FOLDING))
        return array;
    folds_read(document_model(document), document->blocks,
               most && most < FOLDS_MOST ? most : FOLDS_MOST, &folds);
    for (size_t index = 0; index < folds.count; index++)
        json_array_append_new(array, lsp_write_fold(folds.items[index].first,
                                                    folds.items[index].last));
    folds_free(&folds);
    return array;
}

static json_t *selection_of(const struct workspace *workspace,
                            struct document *document,
                            struct position position)
{
    struct selection selection;
    json_t *value = NULL;

    selection_at(document_model(document),
                 workspace_offset(workspace, document, position), &selection);
    while (selection.count--)
        value = lsp_write_selection(
            workspace_range(workspace, document,
                            selection.spans[selection.count]),
            value);
    return value;
}

json_t *view_selections(struct workspace *workspace, struct document *document,
                        const struct lsp_selection_params *params)
{
    json_t *array = json_array();

    for (size_t index = 0; index < params->count; index++)
        json_array_append_new(
            array, selection_of(workspace, document,
                                lsp_read_selection_position(params, index)));
    return array;
}

/* The URI of the file that TARGET means; NULL if the document has no folder. */
static char *file_of(const struct document *document, struct slice target)
{
    char *path = uri_path(document->uri);
    char *resolved = path ? uri_resolve(document->uri, target) : NULL;

    memory_free(path);
    return resolved;
}

static json_t *link_of(const struct workspace *workspace,
                       const struct document *document, const struct link *link)
{
    bool tips = workspace->client.facts.shows_link_tips;
    struct slice target = slice_of(link->target);
    char *resolved = link->file ? file_of(document, target) : NULL;
    json_t *value;

    if (link->file && !resolved)
        return NULL;
    value = lsp_write_link(workspace_range(workspace, document, link->span),
                           resolved ? resolved : link->target,
                           tips ? link->tooltip : NULL);
    memory_free(resolved);
    return value;
}

json_t *view_links(struct workspace *workspace, struct document *document)
{
    json_t *array = json_array();
    struct links links;

    if (document_is_off(document, FEATURE_LINKS))
        return array;
    links_read(document_model(document), &links);
    for (size_t index = 0; index < links.count; index++) {
        json_t *link = link_of(workspace, document, &links.items[index]);

        if (link)
            json_array_append_new(array, link);
    }
    links_free(&links);
    return array;
}

/* A lens leads to a place only in clients that can be asked to show one. */
static json_t *write_lens(const struct workspace *workspace,
                          const struct document *document,
                          const struct lens *lens)
{
    struct range range = workspace_range(workspace, document, lens->span);
    struct range to =
        workspace_range(workspace, document, (struct span){lens->to, lens->to});

    if (!lens->leads || !workspace->client.facts.shows_documents)
        return lsp_write_lens(range, lens->words, NULL, NULL);
    return lsp_write_lens(range, lens->words, LSP_SHOW_COMMAND,
                          lsp_write_place(document->uri, to.start));
}

json_t *view_lenses(struct workspace *workspace, struct document *document)
{
    struct check_options options = document->settings.checks;
    json_t *array = json_array();
    struct lenses lenses;

    if (document_is_off(document, FEATURE_LENSES))
        return array;
    options.today = client_today(&workspace->client);
    workspace_check(workspace, document);
    lenses_read(document_model(document), &document->findings, &options,
                &lenses);
    for (size_t index = 0; index < lenses.count; index++) {
        const struct lens *lens = &lenses.items[index];

        json_array_append_new(
            array, write_lens(workspace, document, lens));
    }
    lenses_free(&lenses);
    return array;
}

json_t *view_hints(struct workspace *workspace, struct document *document,
                   struct span span)
{
    json_t *array = json_array();
    struct hints hints;

    if (document_is_off(document, FEATURE_HINTS))
        return array;
    hints_read(
        &(struct hint_source){.reports = document_model(document),
                              .attachments = &document->attachments,
                              .today = client_today(&workspace->client)},
        span, &hints);
    for (size_t index = 0; index < hints.count; index++) {
        size_t offset = hints.items[index].offset;
        struct span at = {offset, offset};

        json_array_append_new(
            array,
            lsp_write_hint(workspace_range(workspace, document, at).start,
                           hints.items[index].words));
    }
    hints_free(&hints);
    return array;
}

json_t *view_preview(struct workspace *workspace, struct document *document)
{
    struct span whole = {0, text_length(document->text)};
    struct buffer html = {NULL, 0, 0};
    struct slice comment = text_slice(document->text, whole);
    json_t *view;

    (void)workspace;
    if (!preview_add(&html, comment, HTML_NUMBERED)) {
        buffer_add_string(&html, "<p>No preview: ");
        buffer_add_string(&html, preview_refusal(comment));
        buffer_add_string(&html, ".</p>\n");
    }
    view = lsp_write_preview(buffer_slice(&html), document->version);
    buffer_free(&html);
    return view;
}
