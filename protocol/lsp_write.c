/* What the server says, into JSON. */
#include "lsp.h"
#include "lsp_encoding.h"
#include "lsp_parts.h"

#define SYNC_FULL 1                 /* TextDocumentSyncKind */
#define SYNC_INCREMENTAL 2

const char *lsp_encoding_name(enum lsp_encoding encoding)
{
    static const char *const names[] = {"utf-8", "utf-16", "utf-32"};

    return names[encoding];
}

json_t *lsp_new_string(struct lsp_string string)
{
    return json_stringn(string.bytes, string.length);
}

json_t *lsp_new_array_of(json_t *item)
{
    json_t *array = json_array();

    json_array_append_new(array, item);
    return array;
}

json_t *lsp_new_object_with(const char *name, json_t *value)
{
    json_t *object = json_object();

    json_object_set_new(object, name, value);
    return object;
}

json_t *lsp_new_position(struct lsp_position position)
{
    json_t *value = json_object();

    json_object_set_new(value, "line",
                        json_integer((json_int_t)position.line));
    json_object_set_new(value, "character",
                        json_integer((json_int_t)position.character));
    return value;
}

json_t *lsp_new_range(struct lsp_range range)
{
    json_t *value = json_object();

    json_object_set_new(value, "start", lsp_new_position(range.start));
    json_object_set_new(value, "end", lsp_new_position(range.end));
    return value;
}

static json_t *write_sync(const struct lsp_server *server)
{
    json_t *sync = json_object();
    int change = server->whole_texts ? SYNC_FULL : SYNC_INCREMENTAL;

    json_object_set_new(sync, "openClose", json_true());
    json_object_set_new(sync, "change", json_integer(change));
    if (server->capabilities & LSP_SAVE)
        json_object_set_new(sync, "save",
                            lsp_new_object_with("includeText", json_false()));
    return sync;
}

static json_t *write_diagnostic_provider(const struct lsp_server *server)
{
    json_t *provider = json_object();

    json_object_set_new(provider, "identifier", json_string(server->name));
    json_object_set_new(provider, "interFileDependencies", json_false());
    json_object_set_new(provider, "workspaceDiagnostics", json_false());
    return provider;
}

static json_t *write_capabilities(const struct lsp_server *server)
{
    json_t *capabilities = json_object();

    json_object_set_new(capabilities, "positionEncoding",
                        json_string(lsp_encoding_name(server->encoding)));
    if (server->capabilities & LSP_SYNC)
        json_object_set_new(capabilities, "textDocumentSync",
                            write_sync(server));
    if (server->capabilities & LSP_DIAGNOSTICS)
        json_object_set_new(capabilities, "diagnosticProvider",
                            write_diagnostic_provider(server));
    if (server->capabilities & LSP_COMPLETION)
        json_object_set_new(capabilities, "completionProvider",
                            lsp_new_completion_options());
    if (server->capabilities & LSP_COMMANDS)
        json_object_set_new(capabilities, "executeCommandProvider",
                            lsp_new_command_options());
    if (server->capabilities & LSP_FORMATTING)
        json_object_set_new(capabilities, "documentFormattingProvider",
                            json_true());
    if (server->capabilities & LSP_RANGE_FORMATTING)
        json_object_set_new(capabilities, "documentRangeFormattingProvider",
                            json_true());
    if (server->capabilities & LSP_CODE_ACTIONS)
        json_object_set_new(capabilities, "codeActionProvider",
                            lsp_new_code_action_options());
    if (server->capabilities & LSP_RENAME)
        json_object_set_new(capabilities, "renameProvider",
                            lsp_new_rename_options(server->capabilities));
    lsp_add_views(capabilities, server->capabilities);
    return capabilities;
}

json_t *lsp_write_initialize(const struct lsp_server *server)
{
    json_t *result = json_object();
    json_t *info = json_object();

    json_object_set_new(info, "name", json_string(server->name));
    json_object_set_new(info, "version", json_string(server->version));
    json_object_set_new(result, "capabilities", write_capabilities(server));
    json_object_set_new(result, "serverInfo", info);
    return result;
}

static json_t *write_related(const struct lsp_diagnostic *diagnostic)
{
    json_t *array = json_array();
    size_t i;

    for (i = 0; i < diagnostic->related_count; i++) {
        const struct lsp_related *related = &diagnostic->related[i];
        json_t *location =
            lsp_new_object_with("uri", lsp_new_string(diagnostic->uri));
        json_t *item = lsp_new_object_with("location", location);

        json_object_set_new(location, "range", lsp_new_range(related->range));
        json_object_set_new(item, "message", json_string(related->message));
        json_array_append_new(array, item);
    }
    return array;
}

json_t *lsp_write_diagnostic(const struct lsp_diagnostic *diagnostic)
{
    json_t *value = json_object();

    json_object_set_new(value, "range", lsp_new_range(diagnostic->range));
    json_object_set_new(value, "severity", json_integer(diagnostic->severity));
    if (diagnostic->code)
        json_object_set_new(value, "code", json_string(diagnostic->code));
    if (diagnostic->href)
        json_object_set_new(value, "codeDescription",
                            lsp_new_object_with(
                                "href", json_string(diagnostic->href)));
    json_object_set_new(value, "source", json_string(diagnostic->source));
    json_object_set_new(value, "message", json_string(diagnostic->message));
    if (diagnostic->related_count)
        json_object_set_new(value, "relatedInformation",
                            write_related(diagnostic));
    return value;
}

json_t *lsp_write_publish(struct lsp_string uri, json_int_t version,
                          json_t *items)
{
    json_t *params = lsp_new_object_with("uri", lsp_new_string(uri));

    json_object_set_new(params, "version", json_integer(version));
    json_object_set_new(params, "diagnostics", items);
    return params;
}

json_t *lsp_write_publish_unversioned(struct lsp_string uri, json_t *items)
{
    json_t *params = lsp_new_object_with("uri", lsp_new_string(uri));

    json_object_set_new(params, "diagnostics", items);
    return params;
}

json_t *lsp_write_publish_none(struct lsp_string uri)
{
    return lsp_write_publish_unversioned(uri, json_array());
}

json_t *lsp_write_report(const char *result_id, json_t *items)
{
    json_t *report = lsp_new_object_with("kind", json_string("full"));

    if (result_id)
        json_object_set_new(report, "resultId", json_string(result_id));
    json_object_set_new(report, "items", items);
    return report;
}

json_t *lsp_write_report_unchanged(const char *result_id)
{
    json_t *report = lsp_new_object_with("kind", json_string("unchanged"));

    json_object_set_new(report, "resultId", json_string(result_id));
    return report;
}

json_t *lsp_write_message(enum lsp_message_type type, const char *message)
{
    json_t *params = lsp_new_object_with("type", json_integer(type));

    json_object_set_new(params, "message", json_string(message));
    return params;
}

json_t *lsp_write_configuration(const char *section)
{
    json_t *item = lsp_new_object_with("section", json_string(section));

    return lsp_new_object_with("items", lsp_new_array_of(item));
}

/* The method's name does for the registration's id: each is made only once. */
static json_t *write_registration(const char *method, json_t *options)
{
    json_t *registration = lsp_new_object_with("id", json_string(method));

    json_object_set_new(registration, "method", json_string(method));
    json_object_set_new(registration, "registerOptions", options);
    return lsp_new_object_with("registrations", lsp_new_array_of(registration));
}

json_t *lsp_write_register_configuration(const char *section)
{
    return write_registration("workspace/didChangeConfiguration",
                              lsp_new_object_with("section",
                                                  json_string(section)));
}

json_t *lsp_write_register_watching(const char *pattern)
{
    json_t *watcher = lsp_new_object_with("globPattern", json_string(pattern));

    return write_registration("workspace/didChangeWatchedFiles",
                              lsp_new_object_with("watchers",
                                                  lsp_new_array_of(watcher)));
}
