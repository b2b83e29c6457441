/*
 * diagnostics.c - turns findings into diagnostics.
 */
#include "diagnostics.h"

#include "memory.h"

#define SOURCE "incident-ls"

/* What all the diagnostics of a document, or of a list, share. */
struct view {
    struct text *text;
    const struct cutting *cutting;  /* TEXT is this part of it; else NULL */
    struct slice uri;
    const struct rule_guideline *guideline;
    const struct findings *findings;
    const struct lsp_client *client;
    struct buffer href;             /* scratch for one diagnostic */
};

static struct range range_of(const struct view *view, struct span span)
{
    struct range range = text_range(view->text, span, view->client->encoding);

    if (view->cutting) {
        range.start.line = cutting_line(view->cutting, range.start.line).line;
        range.end.line = cutting_line(view->cutting, range.end.line).line;
    }
    return range;
}

/* Where the guidelines say so; valid until the next diagnostic. */
static const char *href_of(struct view *view, const struct rule *rule)
{
    buffer_drop(&view->href, view->href.length);
    finding_href(rule, view->guideline, &view->href);
    return view->href.bytes;
}

static struct lsp_related *related_of(const struct view *view,
                                      const struct finding *finding)
{
    struct lsp_related *related =
        memory_new(finding->related_count * sizeof *related);

    for (size_t i = 0; i < finding->related_count; i++) {
        related[i].range = range_of(view, finding->related[i].span);
        related[i].message = finding->related[i].message;
    }
    return related;
}

static json_t *diagnostic_of(struct view *view, const struct finding *finding)
{
    const struct rule *rule = finding_rule(finding);
    struct lsp_related *related = related_of(view, finding);
    json_t *diagnostic = lsp_write_diagnostic(&(struct lsp_diagnostic){
        .range = range_of(view, finding->span),
        .severity = (int)finding->severity,
        .code = rule->id,
        .href = view->client->links_codes ? href_of(view, rule) : NULL,
        .source = SOURCE,
        .message = finding->message,
        .uri = view->uri,
        .related = related,
        .related_count =
            view->client->shows_related ? finding->related_count : 0,
    });

    memory_free(related);
    return diagnostic;
}

/* The last diagnostic, at the place of the last finding shown. */
static json_t *diagnostic_of_rest(const struct view *view, struct span last,
                                  size_t rest)
{
    struct buffer message = {NULL, 0, 0};
    json_t *diagnostic;

    buffer_addf(&message, "%zu more %s not shown.", rest,
                rest == 1 ? "finding is" : "findings are");
    diagnostic = lsp_write_diagnostic(&(struct lsp_diagnostic){
        .range = range_of(view, last),
        .severity = SEVERITY_INFORMATION,
        .source = SOURCE,
        .message = message.bytes,
    });
    buffer_free(&message);
    return diagnostic;
}

static struct view view_of(const struct document *document,
                           const struct lsp_client *client)
{
    return (struct view){
        .text = document->text, .uri = document->uri,
        .guideline = document->settings.checks.guideline,
        .findings = &document->findings, .client = client};
}

static json_t *diagnostics_in(struct view *view)
{
    const struct findings *findings = view->findings;
    json_t *array = json_array();
    struct span last = {0, 0};
    size_t rest = 0;

    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];

        if (finding->repeated)
            continue;
        if (json_array_size(array) == DIAGNOSTICS_MAX) {
            rest++;
            continue;
        }
        last = finding->span;
        json_array_append_new(array, diagnostic_of(view, finding));
    }
    if (rest)
        json_array_append_new(
            array, diagnostic_of_rest(view, last, rest + findings->more));
    buffer_free(&view->href);
    return array;
}

json_t *diagnostics_of(const struct document *document,
                       const struct lsp_client *client)
{
    struct view view = view_of(document, client);

    return diagnostics_in(&view);
}

json_t *diagnostics_of_list(const struct certificate_file *list,
                            struct slice uri, const struct lsp_client *client)
{
    struct text *text = text_new(buffer_slice(&list->cutting.text));
    struct view view = {.text = text, .cutting = &list->cutting, .uri = uri,
                        .guideline = list->options.guideline,
                        .findings = &list->findings, .client = client};
    json_t *array = diagnostics_in(&view);

    text_free(text);
    return array;
}

json_t *diagnostic_of_finding(const struct document *document,
                              const struct lsp_client *client,
                              const struct finding *finding)
{
    struct view view = view_of(document, client);
    json_t *diagnostic = diagnostic_of(&view, finding);

    buffer_free(&view.href);
    return diagnostic;
}
