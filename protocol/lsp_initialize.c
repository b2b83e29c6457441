/*
 * lsp_initialize.c - what client and server say of themselves at first.
 */
#include <limits.h>
#include <string.h>

#include "array.h"
#include "lsp.h"
#include "lsp_command.h"
#include "lsp_parts.h"

#define SYNC_FULL 1                 /* TextDocumentSyncKind */
#define SYNC_INCREMENTAL 2
#define MODE_AS_IS 1                /* InsertTextMode */

static const char *const encoding_names[] = {
    [ENCODING_UTF8] = "utf-8",
    [ENCODING_UTF16] = "utf-16",
    [ENCODING_UTF32] = "utf-32",
};

static long process_id_of(const json_t *value)
{
    json_int_t id = json_integer_value(value);

    return id > 0 && id <= INT_MAX ? (long)id : 0;
}

static bool encoding_find(const char *name, enum encoding *encoding)
{
    for (size_t i = 0; name && i <= ENCODING_UTF32; i++) {
        if (!strcmp(name, encoding_names[i])) {
            *encoding = (enum encoding)i;
            return true;
        }
    }
    return false;
}

/* A client without a preference gets UTF-16, as the protocol has it. */
static enum encoding preferred_encoding(const json_t *names)
{
    enum encoding encoding = ENCODING_UTF16;

    for (size_t i = 0; i < json_array_size(names); i++) {
        if (encoding_find(json_string_value(json_array_get(names, i)),
                          &encoding))
            break;
    }
    return encoding;
}

static struct slice root_of(const json_t *params)
{
    const json_t *folders = json_object_get(params, "workspaceFolders");
    const json_t *folder = json_array_get(folders, 0);
    struct slice root = lsp_string_of(json_object_get(folder, "uri"));

    return root.bytes ? root
                      : lsp_string_of(json_object_get(params, "rootUri"));
}

static bool holds(const json_t *strings, const char *wanted)
{
    for (size_t i = 0; i < json_array_size(strings); i++) {
        const char *string = json_string_value(json_array_get(strings, i));

        if (string && !strcmp(string, wanted))
            return true;
    }
    return false;
}

/* True if the first of a client's formats, which it likes best, is Markdown. */
static bool prefers_markdown(const json_t *formats)
{
    const char *first = json_string_value(json_array_get(formats, 0));

    return first && !strcmp(first, "markdown");
}

static bool has_as_is(const json_t *modes)
{
    for (size_t i = 0; i < json_array_size(modes); i++) {
        if (json_integer_value(json_array_get(modes, i)) == MODE_AS_IS)
            return true;
    }
    return false;
}

/* The numbers among KINDS as bits; without any, those that the protocol began
 * with, both for symbols and for completion: 1 to 18. */
static unsigned kinds_of(const json_t *kinds)
{
    unsigned known = 0;

    if (!json_is_array(kinds))
        return (1u << 19) - 2;
    for (size_t i = 0; i < json_array_size(kinds); i++) {
        json_int_t kind = json_integer_value(json_array_get(kinds, i));

        if (kind > 0 && kind < 32)
            known |= 1u << kind;
    }
    return known;
}

/* What is simply true or false, at a path in the client's capabilities. */
static const struct {
    size_t offset;              /* of a bool in struct lsp_client */
    const char *path;
} flags[] = {
    {offsetof(struct lsp_client, refreshes_diagnostics),
     "workspace/diagnostics/refreshSupport"},
    {offsetof(struct lsp_client, refreshes_lenses),
     "workspace/codeLens/refreshSupport"},
    {offsetof(struct lsp_client, refreshes_hints),
     "workspace/inlayHint/refreshSupport"},
    {offsetof(struct lsp_client, shows_related),
     "textDocument/publishDiagnostics/relatedInformation"},
    {offsetof(struct lsp_client, links_codes),
     "textDocument/publishDiagnostics/codeDescriptionSupport"},
    {offsetof(struct lsp_client, nests_symbols),
     "textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"},
    {offsetof(struct lsp_client, shows_link_tips),
     "textDocument/documentLink/tooltipSupport"},
    {offsetof(struct lsp_client, takes_snippets),
     "textDocument/completion/completionItem/snippetSupport"},
    {offsetof(struct lsp_client, applies_edits), "workspace/applyEdit"},
    {offsetof(struct lsp_client, shows_documents),
     "window/showDocument/support"},
    {offsetof(struct lsp_client, shows_work), "window/workDoneProgress"},
    {offsetof(struct lsp_client, has_configuration), "workspace/configuration"},
    {offsetof(struct lsp_client, registers_configuration),
     "workspace/didChangeConfiguration/dynamicRegistration"},
    {offsetof(struct lsp_client, registers_watching),
     "workspace/didChangeWatchedFiles/dynamicRegistration"},
    {offsetof(struct lsp_client, marks_preferred),
     "textDocument/codeAction/isPreferredSupport"},
    {offsetof(struct lsp_client, versions_edits),
     "workspace/workspaceEdit/documentChanges"},
    {offsetof(struct lsp_client, prepares_rename),
     "textDocument/rename/prepareSupport"},
};

static void read_flags(const json_t *from, struct lsp_client *client)
{
    for (size_t i = 0; i < LENGTH_OF(flags); i++) {
        bool *flag = (bool *)((char *)client + flags[i].offset);

        *flag = json_is_true(lsp_member(from, flags[i].path));
    }
}

/* Which numbers it knows, and which formats. */
static void read_kinds(const json_t *from, struct lsp_client *client)
{
    client->symbol_kinds = kinds_of(
        lsp_member(from, "textDocument/documentSymbol/symbolKind/valueSet"));
    client->found_kinds =
        kinds_of(lsp_member(from, "workspace/symbol/symbolKind/valueSet"));
    client->completion_kinds = kinds_of(lsp_member(
        from, "textDocument/completion/completionItemKind/valueSet"));
    client->hovers_markdown =
        prefers_markdown(lsp_member(from, "textDocument/hover/contentFormat"));
    client->documents_markdown = prefers_markdown(
        lsp_member(from, "textDocument/completion/completionItem/"
                         "documentationFormat"));
    client->inserts_as_is =
        has_as_is(lsp_member(from, "textDocument/completion/completionItem/"
                                   "insertTextModeSupport/valueSet"));
}

/*
 * A client that pulls but cannot be told to pull again would go on showing
 * findings that depend on old settings and lists: such a client is pushed to,
 * if it takes that.
 */
static bool pulls_diagnostics(const json_t *from,
                              const struct lsp_client *client)
{
    bool pulls = json_is_object(lsp_member(from, "textDocument/diagnostic"));
    bool pushed =
        json_is_object(lsp_member(from, "textDocument/publishDiagnostics"));

    return pulls && (client->refreshes_diagnostics || !pushed);
}

static void read_capabilities(const json_t *from, struct lsp_client *client)
{
    read_flags(from, client);
    read_kinds(from, client);
    client->encoding =
        preferred_encoding(lsp_member(from, "general/positionEncodings"));
    client->pulls_diagnostics = pulls_diagnostics(from, client);
    client->has_code_actions = json_is_object(
        lsp_member(from, "textDocument/codeAction/codeActionLiteralSupport"));
    client->creates_files =
        client->versions_edits &&
        holds(lsp_member(from, "workspace/workspaceEdit/resourceOperations"),
              "create");
    if (!lsp_read_index(
            lsp_member(from, "textDocument/foldingRange/rangeLimit"),
            &client->folds_most))
        client->folds_most = 0;
}

bool lsp_read_initialize(const json_t *params, struct lsp_client *client,
                         const char **fault)
{
    const json_t *process = json_object_get(params, "processId");
    const json_t *capabilities = json_object_get(params, "capabilities");

    if (!json_is_object(params))
        return lsp_refuse(fault, "params must be an object");
    if (process && !json_is_integer(process) && !json_is_null(process))
        return lsp_refuse(fault, "processId must be a whole number or null");
    if (!json_is_object(capabilities))
        return lsp_refuse(fault, "capabilities must be an object");
    *client = (struct lsp_client){
        .process_id = process_id_of(process),
        .name = lsp_string_of(lsp_member(params, "clientInfo/name")),
        .root = root_of(params),
        .options = json_object_get(params, "initializationOptions"),
    };
    read_capabilities(capabilities, client);
    return true;
}

static json_t *write_sync(const struct lsp_server *server)
{
    bool saves = server->capabilities & LSP_SAVE;

    return json_pack("{s:b, s:i, s:o*}", "openClose", true, "change",
                     server->whole_texts ? SYNC_FULL : SYNC_INCREMENTAL, "save",
                     saves ? json_pack("{s:b}", "includeText", false) : NULL);
}

static json_t *write_diagnostic_options(const struct lsp_server *server)
{
    return json_pack("{s:s, s:b, s:b}", "identifier", server->name,
                     "interFileDependencies", false, "workspaceDiagnostics",
                     false);
}

static json_t *write_completion_options(const struct lsp_server *server)
{
    (void)server;
    return json_pack("{s:[sssssss]}", "triggerCharacters", "#", "*", "|", ":",
                     "-", ",", "(");
}

static json_t *write_command_options(const struct lsp_server *server)
{
    (void)server;
    return json_pack("{s:o}", "commands", lsp_new_command_names());
}

/* The general kind, source.fixAll, too: editors filter by what is announced. */
static json_t *write_action_options(const struct lsp_server *server)
{
    (void)server;
    return json_pack("{s:[sssss]}", "codeActionKinds", "quickfix", "refactor",
                     "refactor.rewrite", "source.fixAll",
                     "source.fixAll.incident-ls");
}

/* Only a client that asks first may be told that it can. */
static json_t *write_rename_options(const struct lsp_server *server)
{
    return server->capabilities & LSP_PREPARE_RENAME
               ? json_pack("{s:b}", "prepareProvider", true)
               : json_true();
}

/* These take options, even if only to say no. */
static json_t *write_not_resolving(const struct lsp_server *server)
{
    (void)server;
    return json_pack("{s:b}", "resolveProvider", false);
}

/* Both are always there. */
static json_t *write_own(const struct lsp_server *server)
{
    (void)server;
    return json_pack("{s:b, s:b}", "incidentReportPreview", true,
                     "incidentReportDue", true);
}

static const struct {
    enum lsp_capability capability;
    const char *name;
    json_t *(*write)(const struct lsp_server *server);  /* NULL: true */
} providers[] = {
    {LSP_SYNC, "textDocumentSync", write_sync},
    {LSP_DIAGNOSTICS, "diagnosticProvider", write_diagnostic_options},
    {LSP_COMPLETION, "completionProvider", write_completion_options},
    {LSP_COMMANDS, "executeCommandProvider", write_command_options},
    {LSP_FORMATTING, "documentFormattingProvider"},
    {LSP_RANGE_FORMATTING, "documentRangeFormattingProvider"},
    {LSP_CODE_ACTIONS, "codeActionProvider", write_action_options},
    {LSP_RENAME, "renameProvider", write_rename_options},
    {LSP_HOVER, "hoverProvider"},
    {LSP_SYMBOLS, "documentSymbolProvider"},
    {LSP_WORKSPACE_SYMBOLS, "workspaceSymbolProvider"},
    {LSP_FOLDING, "foldingRangeProvider"},
    {LSP_SELECTION, "selectionRangeProvider"},
    {LSP_LINKS, "documentLinkProvider", write_not_resolving},
    {LSP_LENSES, "codeLensProvider", write_not_resolving},
    {LSP_HINTS, "inlayHintProvider"},
    {LSP_DEFINITION, "definitionProvider"},
    {LSP_REFERENCES, "referencesProvider"},
    {LSP_HIGHLIGHTS, "documentHighlightProvider"},
    {LSP_PREVIEW | LSP_DUE, "experimental", write_own},
};

static json_t *write_capabilities(const struct lsp_server *server)
{
    json_t *capabilities = json_pack("{s:s}", "positionEncoding",
                                     encoding_names[server->encoding]);

    for (size_t i = 0; i < LENGTH_OF(providers); i++) {
        if (!(server->capabilities & providers[i].capability))
            continue;
        json_object_set_new(capabilities, providers[i].name,
                            providers[i].write ? providers[i].write(server)
                                               : json_true());
    }
    return capabilities;
}

json_t *lsp_write_initialize(const struct lsp_server *server)
{
    return json_pack("{s:o, s:{s:s, s:s}}", "capabilities",
                     write_capabilities(server), "serverInfo", "name",
                     server->name, "version", server->version);
}
