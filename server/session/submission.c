/*
 * submission.c - works out how complete a report is, and what of it is posted.
 */
#include "submission.h"

#include "blanks.h"
#include "lsp_command.h"
#include "memory.h"
#include "offers.h"
#include "posted.h"
#include "posting.h"
#include "progress.h"

/* No bug has more reports; of a text that has, only the first are told of. */
#define REPORTS_MOST 500

static json_t *write_progress(struct workspace *workspace,
                              struct document *document,
                              const struct report *report,
                              const struct check_options *options)
{
    struct buffer words = {NULL, 0, 0};
    struct progress progress;
    json_t *value;

    progress_read(&progress, document_model(document), report,
                  &document->findings, options);
    progress_add_words(&progress, &words);
    buffer_add(&words, "", 0);          /* a string even if empty */
    value = lsp_write_progress(&(struct lsp_progress){
        .name = report->rule->name,
        .range = workspace_range(workspace, document, report->heading),
        .complete = progress.complete,
        .fields = progress.asked,
        .errors = progress.errors,
        .warnings = progress.warnings,
        .words = words.bytes});
    buffer_free(&words);
    return value;
}

/* The first finding of SEVERITY, or NULL. */
static const struct finding *first_of(const struct findings *findings,
                                      enum severity severity)
{
    for (size_t index = 0; index < findings->count; index++) {
        if (findings->items[index].severity == severity)
            return &findings->items[index];
    }
    return NULL;
}

static const struct finding *first_wrong(const struct findings *findings)
{
    const struct finding *error = first_of(findings, SEVERITY_ERROR);

    return error ? error : first_of(findings, SEVERITY_WARNING);
}

/* Those of BLANKS, as the client counts; new. */
static struct range *ranges_of(const struct workspace *workspace,
                               const struct document *document,
                               const struct blanks *blanks)
{
    struct range *ranges = memory_new(blanks->count * sizeof *ranges + 1);

    for (size_t index = 0; index < blanks->count; index++)
        ranges[index] =
            workspace_range(workspace, document, blanks->items[index]);
    return ranges;
}

/* EDITED: the client has been asked to change the text. */
static json_t *write_standing(struct workspace *workspace,
                              struct document *document, bool edited)
{
    const struct reports *reports = document_model(document);
    struct check_options options = document->settings.checks;
    size_t count =
        reports->count < REPORTS_MOST ? reports->count : REPORTS_MOST;
    json_t *array = json_array();
    const struct finding *first;
    struct range range = {{0, 0}, {0, 0}};
    struct blanks blanks;
    struct range *ranges;
    json_t *answer;

    options.today = client_today(&workspace->client);
    workspace_check(workspace, document);
    for (size_t index = 0; index < count; index++)
        json_array_append_new(array, write_progress(workspace, document,
                                                    &reports->items[index],
                                                    &options));
    first = first_wrong(&document->findings);
    if (first)
        range = workspace_range(workspace, document, first->span);
    blanks_read(&blanks, reports, &document->findings);
    ranges = ranges_of(workspace, document, &blanks);
    answer = lsp_write_standing(&(struct lsp_standing){
        .reports = array,
        .first = first ? &range : NULL,
        .blank = first ? blanks_find(&blanks, first) : blanks.count,
        .blanks = ranges,
        .blank_count = blanks.count,
        .edited = edited});
    memory_free(ranges);
    blanks_free(&blanks);
    return answer;
}

json_t *submission_progress(struct workspace *workspace,
                            struct document *document)
{
    return write_standing(workspace, document, false);
}

json_t *submission_check(struct workspace *workspace,
                         struct document *document)
{
    if (document_submit(document))
        workspace->refresh_due = true;
    return write_standing(workspace, document,
                          offers_end_of_draft(workspace, document));
}

/* How many errors REPORT still has. */
static size_t owed_by(struct workspace *workspace, struct document *document,
                      const struct report *report)
{
    struct check_options options = document->settings.checks;
    struct progress progress;

    options.today = client_today(&workspace->client);
    progress_read(&progress, document_model(document), report,
                  &document->findings, &options);
    return progress.owed;
}

json_t *submission_text(struct workspace *workspace,
                        struct document *document, size_t offset)
{
    struct posted posted;
    json_t *value;

    workspace_check(workspace, document);
    posted_read(&posted, document_model(document), offset);
    value = lsp_write_posting(&(struct lsp_posting){
        .text = buffer_slice(&posted.text),
        .length = posted.length,
        .errors =
            posted.report ? owed_by(workspace, document, posted.report) : 0,
        .above = posted.above,
        .limit = POSTING_MOST});
    posted_free(&posted);
    return value;
}
