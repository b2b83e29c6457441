/* What clients say, out of JSON. */
#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "lsp.h"
#include "lsp_encoding.h"
#include "lsp_parts.h"

bool lsp_refuse(const char **fault, const char *sentence)
{
    *fault = sentence;
    return false;
}

struct lsp_string lsp_string_of(const json_t *value)
{
    return (struct lsp_string){json_string_value(value),
                               json_string_length(value)};
}

/* An integer, or a number some clients write as 3.0; clamped to 31 bits. */
static bool read_index(const json_t *value, size_t *index)
{
    double number = json_number_value(value);

    if (!json_is_number(value) || number < 0)
        return false;
    *index = number < INT32_MAX ? (size_t)number : INT32_MAX;
    return json_is_integer(value) || number >= INT32_MAX ||
           number - (double)*index <= 0;
}

bool lsp_read_position(const json_t *value, struct lsp_position *position)
{
    return read_index(json_object_get(value, "line"), &position->line) &&
           read_index(json_object_get(value, "character"),
                      &position->character);
}

bool lsp_read_range(const json_t *value, struct lsp_range *range)
{
    return lsp_read_position(json_object_get(value, "start"), &range->start) &&
           lsp_read_position(json_object_get(value, "end"), &range->end);
}

/* As deep as PATH, a constant. NOLINTNEXTLINE(misc-no-recursion) */
const json_t *lsp_member(const json_t *value, const char *path)
{
    size_t length = strcspn(path, "/");

    value = json_object_getn(value, path, length);
    return path[length] && value ? lsp_member(value, path + length + 1) : value;
}

static bool flag(const json_t *capabilities, const char *path)
{
    return json_is_true(lsp_member(capabilities, path));
}

static long process_id_of(const json_t *value)
{
    json_int_t id = json_integer_value(value);

    return id > 0 && id <= INT_MAX ? (long)id : 0;
}

static bool encoding_find(const char *name, enum lsp_encoding *encoding)
{
    static const enum lsp_encoding ours[] = {LSP_UTF8, LSP_UTF16, LSP_UTF32};
    size_t i;

    for (i = 0; i < sizeof ours / sizeof ours[0]; i++) {
        *encoding = ours[i];
        if (name && !strcmp(name, lsp_encoding_name(ours[i])))
            return true;
    }
    return false;
}

/* A client without a preference gets UTF-16, as the protocol has it. */
static enum lsp_encoding preferred_encoding(const json_t *names)
{
    enum lsp_encoding encoding;
    size_t i;

    for (i = 0; i < json_array_size(names); i++) {
        if (encoding_find(json_string_value(json_array_get(names, i)),
                          &encoding))
            return encoding;
    }
    return LSP_UTF16;
}

static struct lsp_string root_of(const json_t *params)
{
    const json_t *folders = json_object_get(params, "workspaceFolders");
    const json_t *folder = json_array_get(folders, 0);
    struct lsp_string root = lsp_string_of(json_object_get(folder, "uri"));

    return root.bytes ? root
                      : lsp_string_of(json_object_get(params, "rootUri"));
}

static bool holds(const json_t *strings, const char *wanted)
{
    size_t i;

    for (i = 0; i < json_array_size(strings); i++) {
        const char *string = json_string_value(json_array_get(strings, i));

        if (string && !strcmp(string, wanted))
            return true;
    }
    return false;
}

static void read_edit_capabilities(const json_t *from,
                                   struct lsp_client *client)
{
    client->has_code_actions = json_is_object(lsp_member(
        from, "textDocument/codeAction/codeActionLiteralSupport"));
    client->marks_preferred =
        flag(from, "textDocument/codeAction/isPreferredSupport");
    client->versions_edits =
        flag(from, "workspace/workspaceEdit/documentChanges");
    client->prepares_rename =
        flag(from, "textDocument/rename/prepareSupport");
    client->creates_files =
        client->versions_edits &&
        holds(lsp_member(from, "workspace/workspaceEdit/resourceOperations"),
              "create");
}

/* True if NAME is the first of a client's NAMES that we have. */
static bool prefers(const json_t *names, const char *name)
{
    const char *first = json_string_value(json_array_get(names, 0));

    return first && !strcmp(first, name);
}

/* InsertTextMode.asIs among MODES? */
static bool has_as_is(const json_t *modes)
{
    size_t i;

    for (i = 0; i < json_array_size(modes); i++) {
        if (json_integer_value(json_array_get(modes, i)) == 1)
            return true;
    }
    return false;
}

/* The numbers among KINDS as bits; without any, those that the protocol began
 * with: 1 to 18, be it of symbols or of completion. */
static unsigned kinds_of(const json_t *kinds)
{
    unsigned known = 0;
    size_t i;

    if (!json_is_array(kinds))
        return (1u << 19) - 2;
    for (i = 0; i < json_array_size(kinds); i++) {
        json_int_t kind = json_integer_value(json_array_get(kinds, i));

        if (kind > 0 && kind < 32)
            known |= 1u << kind;
    }
    return known;
}

/* What it can show beside the text. */
static void read_views(const json_t *from, struct lsp_client *client)
{
    client->nests_symbols = flag(
        from, "textDocument/documentSymbol/hierarchicalDocumentSymbolSupport");
    client->symbol_kinds = kinds_of(
        lsp_member(from, "textDocument/documentSymbol/symbolKind/valueSet"));
    client->found_kinds =
        kinds_of(lsp_member(from, "workspace/symbol/symbolKind/valueSet"));
    client->refreshes_lenses = flag(from, "workspace/codeLens/refreshSupport");
    client->refreshes_hints = flag(from, "workspace/inlayHint/refreshSupport");
    client->shows_link_tips =
        flag(from, "textDocument/documentLink/tooltipSupport");
    if (!read_index(lsp_member(from, "textDocument/foldingRange/rangeLimit"),
                    &client->folds_most))
        client->folds_most = 0;
}

/*
 * Who pulls but can't be told that there is something new would show findings
 * of settings and lists as they were: such a client is pushed to, if it can
 * be.
 */
static void read_diagnostics(const json_t *from, struct lsp_client *client)
{
    bool pulls = json_is_object(lsp_member(from, "textDocument/diagnostic"));
    bool pushed =
        json_is_object(lsp_member(from, "textDocument/publishDiagnostics"));

    client->refreshes_diagnostics =
        flag(from, "workspace/diagnostics/refreshSupport");
    client->pulls_diagnostics =
        pulls && (client->refreshes_diagnostics || !pushed);
    client->shows_related =
        flag(from, "textDocument/publishDiagnostics/relatedInformation");
    client->links_codes =
        flag(from, "textDocument/publishDiagnostics/codeDescriptionSupport");
}

static void read_capabilities(const json_t *from, struct lsp_client *client)
{
    client->encoding =
        preferred_encoding(lsp_member(from, "general/positionEncodings"));
    read_diagnostics(from, client);
    client->hovers_markdown =
        prefers(lsp_member(from, "textDocument/hover/contentFormat"),
                "markdown");
    read_views(from, client);
    client->takes_snippets =
        flag(from, "textDocument/completion/completionItem/snippetSupport");
    client->documents_markdown = prefers(
        lsp_member(from, "textDocument/completion/completionItem/"
                         "documentationFormat"),
        "markdown");
    client->completion_kinds = kinds_of(lsp_member(
        from, "textDocument/completion/completionItemKind/valueSet"));
    client->inserts_as_is = has_as_is(
        lsp_member(from, "textDocument/completion/completionItem/"
                         "insertTextModeSupport/valueSet"));
    client->applies_edits = flag(from, "workspace/applyEdit");
    client->shows_work = flag(from, "window/workDoneProgress");
    client->has_configuration = flag(from, "workspace/configuration");
    client->registers_configuration =
        flag(from, "workspace/didChangeConfiguration/dynamicRegistration");
    client->registers_watching =
        flag(from, "workspace/didChangeWatchedFiles/dynamicRegistration");
    read_edit_capabilities(from, client);
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

bool lsp_read_document(const json_t *params, struct lsp_string *uri,
                       const char **fault)
{
    *uri = lsp_string_of(lsp_member(params, "textDocument/uri"));
    return uri->bytes ||
           lsp_refuse(fault, "textDocument.uri must be a string");
}

static bool read_version(const json_t *params, json_int_t *version,
                         const char **fault)
{
    const json_t *value = lsp_member(params, "textDocument/version");

    *version = json_integer_value(value);
    return json_is_integer(value) ||
           lsp_refuse(fault, "textDocument.version must be a whole number");
}

bool lsp_read_did_open(const json_t *params, struct lsp_did_open *open,
                       const char **fault)
{
    if (!lsp_read_document(params, &open->uri, fault) ||
        !read_version(params, &open->version, fault))
        return false;
    open->text = lsp_string_of(lsp_member(params, "textDocument/text"));
    return open->text.bytes ||
           lsp_refuse(fault, "textDocument.text must be a string");
}

static bool read_change(const json_t *value, struct lsp_change *change,
                        const char **fault)
{
    const json_t *range = json_object_get(value, "range");

    *change = (struct lsp_change){
        .whole = !range || json_is_null(range),
        .text = lsp_string_of(json_object_get(value, "text")),
    };
    if (!change->text.bytes)
        return lsp_refuse(fault, "contentChanges[].text must be a string");
    return change->whole || lsp_read_range(range, &change->range) ||
           lsp_refuse(fault, "contentChanges[].range must have a start and "
                             "an end with line and character, whole numbers "
                             "from 0");
}

bool lsp_read_did_change(const json_t *params, struct lsp_did_change *change,
                         const char **fault)
{
    struct lsp_change one;
    size_t i;

    if (!lsp_read_document(params, &change->uri, fault) ||
        !read_version(params, &change->version, fault))
        return false;
    change->changes = json_object_get(params, "contentChanges");
    change->change_count = json_array_size(change->changes);
    if (!json_is_array(change->changes))
        return lsp_refuse(fault, "contentChanges must be an array");
    for (i = 0; i < change->change_count; i++) {
        if (!read_change(json_array_get(change->changes, i), &one, fault))
            return false;
    }
    return true;
}

struct lsp_change lsp_read_change(const struct lsp_did_change *change,
                                  size_t index)
{
    struct lsp_change one;
    const char *fault;

    read_change(json_array_get(change->changes, index), &one, &fault);
    return one;
}

bool lsp_read_place(const json_t *params, struct lsp_place *place,
                    const char **fault)
{
    return lsp_read_document(params, &place->uri, fault) &&
           (lsp_read_position(json_object_get(params, "position"),
                          &place->position) ||
            lsp_refuse(fault, "position must have a line and a character, "
                              "whole numbers from 0"));
}

bool lsp_read_pull(const json_t *params, struct lsp_pull *pull,
                   const char **fault)
{
    const json_t *previous = json_object_get(params, "previousResultId");

    pull->previous = lsp_string_of(previous);
    if (previous && !json_is_string(previous) && !json_is_null(previous))
        return lsp_refuse(fault, "previousResultId must be a string");
    return lsp_read_document(params, &pull->uri, fault);
}

json_t *lsp_read_cancel(const json_t *params)
{
    return json_object_get(params, "id");
}

const json_t *lsp_read_options(const json_t *options, const char *section)
{
    const json_t *value = json_object_get(options, section);

    return value ? value : options;
}

const json_t *lsp_read_settings(const json_t *params, const char *section)
{
    return json_object_get(json_object_get(params, "settings"), section);
}

const json_t *lsp_read_configuration(const json_t *result)
{
    return json_array_get(result, 0);
}
