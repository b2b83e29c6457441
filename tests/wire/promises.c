/* Holds messages against what their client can take. */
#include "promises_parts.h"

#include <string.h>

const json_t *promises_member(const json_t *value, const char *path)
{
    size_t length = strcspn(path, "/");

    value = json_object_getn(value, path, length);
    return path[length] && value ? promises_member(value, path + length + 1)
                                 : value;
}

bool promises_can(const struct look *look, const char *path)
{
    return json_is_true(promises_member(look->capabilities, path));
}

bool promises_list(const struct look *look, const char *path,
                   const json_t *value)
{
    const json_t *array = promises_member(look->capabilities, path);

    for (size_t index = 0; index < json_array_size(array); index++) {
        if (json_equal(json_array_get(array, index), value))
            return true;
    }
    return false;
}

bool promises_kind(struct look *look, const char *path, const json_t *kind,
                   int count)
{
    if (!kind || promises_list(look, path, kind) ||
        (!json_is_array(promises_member(look->capabilities, path)) &&
         json_integer_value(kind) <= count))
        return true;
    return promises_refuse(look, "a kind that isn't in", path);
}

bool promises_refuse(struct look *look, const char *what, const char *name)
{
    buffer_cut(look->fault, 0);
    buffer_add_string(look->fault, what);
    buffer_add_char(look->fault, ' ');
    buffer_add_string(look->fault, name);
    return false;
}

bool promises_only_if(struct look *look, const json_t *value, const char *name,
                      bool allowed)
{
    return allowed || !json_object_get(value, name) ||
           promises_refuse(look, "a member", name);
}

bool promises_each(struct look *look, const json_t *array, promise *kept)
{
    for (size_t index = 0; index < json_array_size(array); index++) {
        if (!kept(look, json_array_get(array, index)))
            return false;
    }
    return true;
}

/* What the server announces. */
static bool initialized(struct look *look, const json_t *value)
{
    const json_t *has = json_object_get(value, "capabilities");
    const json_t *encoding = json_object_get(has, "positionEncoding");
    const char *name = json_string_value(encoding);
    bool literals = promises_member(look->capabilities,
                                    "textDocument/codeAction/"
                                    "codeActionLiteralSupport") != NULL;

    if (name && strcmp(name, "utf-16") &&
        !promises_list(look, "general/positionEncodings", encoding))
        return promises_refuse(look, "positions in", name);
    return promises_only_if(look, has, "diagnosticProvider",
                            promises_member(look->capabilities,
                                            "textDocument/diagnostic")) &&
           promises_only_if(look, has, "codeActionProvider", literals) &&
           promises_only_if(look, json_object_get(has, "renameProvider"),
                            "prepareProvider",
                            promises_can(look, "textDocument/rename/"
                                               "prepareSupport"));
}

#define DIAGNOSTICS "textDocument/publishDiagnostics/"

bool promises_diagnostic(struct look *look, const json_t *value)
{
    const json_t *tags = json_object_get(value, "tags");

    for (size_t index = 0; index < json_array_size(tags); index++) {
        if (!promises_list(look, DIAGNOSTICS "tagSupport/valueSet",
                           json_array_get(tags, index)))
            return promises_refuse(look, "a diagnostic's", "tags");
    }
    return promises_only_if(look, value, "relatedInformation",
                            promises_can(look,
                                         DIAGNOSTICS "relatedInformation")) &&
           promises_only_if(look, value, "codeDescription",
                            promises_can(look, DIAGNOSTICS
                                               "codeDescriptionSupport")) &&
           promises_only_if(look, value, "data",
                            promises_can(look, DIAGNOSTICS "dataSupport"));
}

static bool published(struct look *look, const json_t *value)
{
    return promises_each(look, json_object_get(value, "diagnostics"),
                         promises_diagnostic);
}

static bool reported(struct look *look, const json_t *value)
{
    return promises_only_if(look, value, "relatedDocuments",
                            promises_can(look, "textDocument/diagnostic/"
                                               "relatedDocumentSupport")) &&
           promises_each(look, json_object_get(value, "items"),
                         promises_diagnostic);
}

#define EDITS "workspace/workspaceEdit/"

static bool change(struct look *look, const json_t *value)
{
    const json_t *kind = json_object_get(value, "kind");

    return !kind || promises_list(look, EDITS "resourceOperations", kind) ||
           promises_refuse(look, "an edit to", json_string_value(kind));
}

bool promises_edit(struct look *look, const json_t *value)
{
    return promises_only_if(look, value, "documentChanges",
                            promises_can(look, EDITS "documentChanges")) &&
           promises_only_if(look, value, "changeAnnotations",
                            promises_member(look->capabilities,
                                            EDITS "changeAnnotationSupport")) &&
           promises_each(look, json_object_get(value, "documentChanges"),
                         change);
}

#define ACTIONS "textDocument/codeAction/"

static bool action(struct look *look, const json_t *value)
{
    bool literals = promises_member(look->capabilities,
                                    ACTIONS "codeActionLiteralSupport") != NULL;

    return promises_only_if(look, value, "kind", literals) &&
           promises_only_if(look, value, "edit", literals) &&
           promises_only_if(look, value, "isPreferred",
                            promises_can(look, ACTIONS "isPreferredSupport")) &&
           promises_only_if(look, value, "disabled",
                            promises_can(look, ACTIONS "disabledSupport")) &&
           promises_only_if(look, value, "data",
                            promises_can(look, ACTIONS "dataSupport")) &&
           promises_each(look, json_object_get(value, "diagnostics"),
                         promises_diagnostic) &&
           promises_edit(look, json_object_get(value, "edit"));
}

static bool actions(struct look *look, const json_t *value)
{
    return promises_each(look, value, action);
}

static bool symbols(struct look *look, const json_t *value)
{
    return promises_each(look, value, promises_symbol);
}

static bool workspace_symbols(struct look *look, const json_t *value)
{
    return promises_each(look, value, promises_workspace_symbol);
}

static bool folds(struct look *look, const json_t *value)
{
    const json_t *limit = promises_member(
        look->capabilities, "textDocument/foldingRange/rangeLimit");

    if (limit && (json_int_t)json_array_size(value) > json_integer_value(limit))
        return promises_refuse(look, "more folds than", "rangeLimit");
    return promises_each(look, value, promises_fold);
}

static bool links(struct look *look, const json_t *value)
{
    return promises_each(look, value, promises_link);
}

static bool definition(struct look *look, const json_t *value)
{
    return promises_only_if(look, value, "targetUri",
                            promises_can(look, "textDocument/definition/"
                                               "linkSupport"));
}

static bool definitions(struct look *look, const json_t *value)
{
    return promises_each(look, value, definition);
}

/* Where the client says that a method can be registered with it. */
static bool registration(struct look *look, const json_t *value)
{
    const char *method = json_string_value(json_object_get(value, "method"));
    struct buffer path = {NULL, 0, 0};
    bool allowed;

    buffer_add_string(&path, method);
    buffer_add_string(&path, "/dynamicRegistration");
    allowed = promises_can(look, path.bytes);
    buffer_free(&path);
    return allowed || promises_refuse(look, "a registration of", method);
}

static bool registrations(struct look *look, const json_t *value)
{
    return promises_each(look, json_object_get(value, "registrations"),
                         registration);
}

static bool applied(struct look *look, const json_t *value)
{
    return promises_edit(look, json_object_get(value, "edit"));
}

/* What a server may ask of a client, and by what that client allows it. */
static const struct {
    const char *method, *allowed;   /* NULL: always */
    promise *kept;
} calls[] = {
    {"client/registerCapability", NULL, registrations},
    {"workspace/configuration", "workspace/configuration", NULL},
    {"workspace/applyEdit", "workspace/applyEdit", applied},
    {"workspace/diagnostic/refresh", "workspace/diagnostics/refreshSupport",
     NULL},
    {"workspace/codeLens/refresh", "workspace/codeLens/refreshSupport", NULL},
    {"workspace/inlayHint/refresh", "workspace/inlayHint/refreshSupport",
     NULL},
    {"window/workDoneProgress/create", "window/workDoneProgress", NULL},
    {"$/progress", "window/workDoneProgress", NULL},
    {"window/showDocument", "window/showDocument/support", NULL},
    {"window/showMessage", NULL, NULL},
    {"window/logMessage", NULL, NULL},
    {"textDocument/publishDiagnostics", NULL, published},
};

static const struct {
    const char *method;
    promise *kept;
} answers[] = {
    {"initialize", initialized},
    {"textDocument/diagnostic", reported},
    {"textDocument/codeAction", actions},
    {"textDocument/completion", promises_completions},
    {"textDocument/hover", promises_hover},
    {"textDocument/documentSymbol", symbols},
    {"workspace/symbol", workspace_symbols},
    {"textDocument/foldingRange", folds},
    {"textDocument/documentLink", links},
    {"textDocument/definition", definitions},
    {"textDocument/rename", promises_edit},
};

static bool allows_call(struct look *look, const char *method,
                        const json_t *params)
{
    for (size_t row = 0; row < sizeof calls / sizeof *calls; row++) {
        if (strcmp(calls[row].method, method))
            continue;
        if (calls[row].allowed && !promises_can(look, calls[row].allowed))
            break;
        return !calls[row].kept || calls[row].kept(look, params);
    }
    return promises_refuse(look, "a call of", method);
}

bool promises_allow(const json_t *client, const json_t *message,
                    const char *method, struct buffer *fault)
{
    struct look look = {.client = client, .fault = fault,
                        .capabilities =
                            json_object_get(client, "capabilities")};
    const char *called = json_string_value(json_object_get(message, "method"));

    if (called)
        return allows_call(&look, called, json_object_get(message, "params"));
    for (size_t row = 0; method && row < sizeof answers / sizeof *answers;
         row++) {
        if (!strcmp(answers[row].method, method))
            return answers[row].kept(&look,
                                        json_object_get(message, "result"));
    }
    return true;
}
