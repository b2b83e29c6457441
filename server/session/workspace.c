/*
 * workspace.c - keeps documents and settings together, and publishes what was
 * found.
 */
#include "workspace.h"

#include <string.h>

#include "attachment.h"
#include "diagnostics.h"
#include "file.h"
#include "glyph.h"
#include "memory.h"
#include "uri.h"

/* Settings, reports, and what may be lists of certificates. */
#define WATCHED "**/{" SETTINGS_FILE ",*.md,*.csv,*.txt}"

void workspace_free(struct workspace *workspace)
{
    json_decref(workspace->configuration);
    documents_free(&workspace->documents);
    survey_free(&workspace->survey);
    works_done_free(&workspace->works);
    client_free(&workspace->client);
}

/* Tells the user of PROBLEMS, of the settings in SOURCE, and leaves them
 * empty. */
static void warn_of(struct workspace *workspace, const char *source,
                    struct settings_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++) {
        struct buffer sentence = {NULL, 0, 0};

        glyph_add_unlinked(&sentence, slice_of(source));
        buffer_addf(&sentence, ": %s", problems->sentences[i]);
        client_warn(&workspace->client, sentence.bytes);
        buffer_free(&sentence);
    }
    settings_problems_free(problems);
}

static void apply_editor(struct workspace *workspace, const json_t *value,
                         const char *source)
{
    struct settings_problems problems = {NULL, 0, 0};

    settings_apply_editor(&workspace->settings, value, &problems);
    warn_of(workspace, source, &problems);
}

/* The editor's settings: what it sent at first, then what it has said since. */
static void read_settings(struct workspace *workspace)
{
    memset(&workspace->settings, 0, sizeof workspace->settings);
    settings_default(&workspace->settings);
    apply_editor(workspace, workspace->client.facts.options,
                 "initializationOptions");
    apply_editor(workspace, workspace->configuration, "the editor's settings");
}

void workspace_settings(struct workspace *workspace, struct slice uri,
                        struct settings *settings)
{
    struct settings_problems problems = {NULL, 0, 0};
    char *folder = uri_folder(uri, workspace->client.facts.root);
    char *path = folder ? settings_file_find(folder) : NULL;

    *settings = workspace->settings;
    if (path)
        settings_apply_file(settings, path, &problems);
    warn_of(workspace, path, &problems);
    memory_free(path);
    memory_free(folder);
}

void workspace_begin(struct workspace *workspace)
{
    read_settings(workspace);
}

/* Before this the client must not be asked anything. */
void workspace_register(struct workspace *workspace)
{
    struct client *client = &workspace->client;

    workspace->day = client_today(client);
    if (client->facts.registers_configuration)
        client_ask(client, "client/registerCapability",
                   lsp_write_register_configuration(SERVER_NAME));
    if (client->facts.registers_watching)
        client_ask(client, "client/registerCapability",
                   lsp_write_register_watching(WATCHED));
    workspace_ask_settings(workspace);
}

void workspace_open(struct workspace *workspace,
                    const struct lsp_did_open *open)
{
    struct settings settings;
    struct document *document;

    workspace_settings(workspace, open->uri, &settings);
    document = documents_open(&workspace->documents, open->uri, open->text,
                              &settings);
    document->version = open->version;
}

struct document *workspace_find(const struct workspace *workspace,
                                struct slice uri)
{
    return documents_find(&workspace->documents, uri);
}

void workspace_ask_settings(struct workspace *workspace)
{
    struct client *client = &workspace->client;

    if (client->facts.has_configuration)
        workspace->configuration_request =
            client_ask(client, "workspace/configuration",
                       lsp_write_configuration(SERVER_NAME));
}

void workspace_answer(struct workspace *workspace, const json_t *id,
                      const json_t *result)
{
    json_int_t request = json_integer_value(id);

    if (!json_is_integer(id) || !request ||
        work_done_answer(&workspace->works, &workspace->client, request,
                         result != NULL) ||
        request != workspace->configuration_request)
        return;
    workspace->configuration_request = 0;
    if (result)
        workspace_configure(workspace, lsp_read_configuration(result));
}

void workspace_configure(struct workspace *workspace, const json_t *settings)
{
    json_decref(workspace->configuration);
    workspace->configuration = json_deep_copy(settings);
    workspace_reload(workspace);
}

void workspace_reload(struct workspace *workspace)
{
    struct documents *documents = &workspace->documents;
    struct settings settings;

    read_settings(workspace);
    for (size_t i = 0; i < documents->count; i++) {
        struct document *document = documents->items[i];

        workspace_settings(workspace, document->uri, &settings);
        if (document_set_settings(document, &settings))
            workspace->refresh_due = true;
    }
}

size_t workspace_offset(const struct workspace *workspace,
                        const struct document *document,
                        struct position position)
{
    return text_offset(document->text, position,
                       workspace->client.facts.encoding);
}

struct range workspace_range(const struct workspace *workspace,
                             const struct document *document, struct span span)
{
    return text_range(document->text, span, workspace->client.facts.encoding);
}

struct lsp_file_edit workspace_file_edit(const struct workspace *workspace,
                                         const struct document *document,
                                         const struct edit *edits, size_t count)
{
    struct lsp_edit *ranged = memory_new(count * sizeof *ranged);

    for (size_t i = 0; i < count; i++)
        ranged[i] = (struct lsp_edit){
            workspace_range(workspace, document, edits[i].span), edits[i].text};
    return (struct lsp_file_edit){.uri = document->uri,
                                  .version = document->version,
                                  .edits = ranged,
                                  .edit_count = count};
}

void workspace_check(struct workspace *workspace, struct document *document)
{
    documents_check(&workspace->documents, document,
                    client_today(&workspace->client));
    attachment_start(workspace, document);
}

static void publish(struct workspace *workspace, struct document *document)
{
    struct client *client = &workspace->client;

    workspace_check(workspace, document);
    client_notify(client, "textDocument/publishDiagnostics",
                  lsp_write_publish(document->uri, document->version,
                                    diagnostics_of(document, &client->facts)));
    document->published = document->check;
}

/*
 * A document whose latest findings the client does not have; a request may
 * have had it checked since, or the day has changed.
 */
static struct document *unpublished_find(const struct documents *documents,
                                         int today)
{
    for (size_t i = 0; i < documents->count; i++) {
        struct document *document = documents->items[i];

        if (document->stale || document->day != today ||
            document->published != document->check)
            return document;
    }
    return NULL;
}

/* What is found and shown depends on how far off a date is. */
static void notice_day(struct workspace *workspace)
{
    int today = client_today(&workspace->client);

    if (workspace->day && workspace->day != today) {
        workspace->day = today;
        workspace->refresh_due = true;
        survey_reload(workspace);
        workspace->survey.changed = true;
    }
}

static bool ask_if(struct client *client, bool can, const char *method)
{
    if (can)
        client_ask(client, method, NULL);
    return can;
}

/* False if the client need not, or cannot, be told to ask again. */
static bool ask_to_refresh(struct workspace *workspace)
{
    struct client *client = &workspace->client;
    const struct lsp_client *facts = &client->facts;
    bool asked = false;

    if (!workspace->refresh_due)
        return false;
    workspace->refresh_due = false;
    asked |= ask_if(client,
                    facts->pulls_diagnostics && facts->refreshes_diagnostics,
                    "workspace/diagnostic/refresh");
    asked |= ask_if(client, facts->refreshes_lenses,
                    "workspace/codeLens/refresh");
    asked |= ask_if(client, facts->refreshes_hints,
                    "workspace/inlayHint/refresh");
    return asked;
}

bool workspace_publish(struct workspace *workspace)
{
    struct document *document = NULL;

    notice_day(workspace);
    if (ask_to_refresh(workspace) || survey_tell(workspace))
        return true;
    if (!workspace->client.facts.pulls_diagnostics)
        document = unpublished_find(&workspace->documents,
                                    client_today(&workspace->client));
    if (document)
        publish(workspace, document);
    return document != NULL;
}
