/* Turns what the features say of a document into what its editor shows. */
#include "views.h"

#include "hover.h"
#include "lsp_view.h"
#include "place.h"

static bool is_off(const struct document *document, enum feature feature)
{
    return document->settings.off & feature;
}

static size_t offset_at(const struct workspace *workspace,
                        const struct document *document,
                        struct lsp_position position)
{
    return place_span(document->text, (struct lsp_range){position, position},
                      workspace->client.facts.encoding).start;
}

static struct lsp_range range_of(const struct workspace *workspace,
                                 const struct document *document,
                                 struct span span)
{
    return place_range(document->text, span,
                       workspace->client.facts.encoding);
}

json_t *view_hover(struct workspace *workspace, struct document *document,
                   struct lsp_position position)
{
    bool markdown = workspace->client.facts.hovers_markdown;
    struct hover hover;
    json_t *view;

    if (is_off(document, FEATURE_HOVER))
        return NULL;
    workspace_check(workspace, document);
    if (!hover_at(&(struct hover_question){
                      .reports = document_model(document),
                      .findings = &document->findings,
                      .guideline = document->settings.checks.guideline,
                      .today = client_today(&workspace->client),
                      .markdown = markdown,
                      .offset = offset_at(workspace, document, position)},
                  &hover))
        return NULL;
    view = lsp_write_hover(
        range_of(workspace, document, hover.span),
        (struct lsp_string){hover.words.bytes, hover.words.length}, markdown);
    buffer_free(&hover.words);
    return view;
}
