/* Plays the editor's part. */
#include "editor.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "stopwatch.h"

/* Nothing is there. */
#define ROOT "file:///tmp/incident-ls-bench"
#define URI ROOT "/report.md"
#define OTHER_URI ROOT "/another.md"
#define LETTER 'x'
#define SYNC_ALL 1      /* TextDocumentSyncKind.Full */

#define DIAGNOSTICS "textDocument/publishDiagnostics"

static const char capabilities_text[] =
    "{\"textDocument\": {"
    "\"publishDiagnostics\": {\"versionSupport\": true,"
    " \"relatedInformation\": true},"
    "\"completion\": {\"completionItem\": {\"snippetSupport\": true}},"
    "\"hover\": {\"contentFormat\": [\"markdown\"]},"
    "\"documentSymbol\": {\"hierarchicalDocumentSymbolSupport\": true}}}";

/* PARAMS are given up; NULL for a method that takes none. */
static void add_notification(struct editor *editor, const char *method,
                             json_t *params)
{
    wire_add_message(&editor->wire,
                     json_pack("{s:s, s:s, s:o*}", "jsonrpc", "2.0", "method",
                               method, "params", params));
}

static void add_request(struct editor *editor, const char *method,
                        json_t *params)
{
    wire_add_message(&editor->wire,
                     json_pack("{s:s, s:I, s:s, s:o*}", "jsonrpc", "2.0", "id",
                               ++editor->id, "method", method, "params",
                               params));
}

static const char *method_of(const json_t *message)
{
    const char *method = json_string_value(json_object_get(message, "method"));

    return method ? method : "";
}

/* An editor that has no settings, and no parser of its own to lend. */
static void answer(struct editor *editor, const json_t *request)
{
    bool list = !strcmp(method_of(request), "workspace/configuration") ||
                !strcmp(method_of(request), "markdown/parse");

    wire_add_message(
        &editor->wire,
        json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0", "id",
                  json_object_get(request, "id"), "result",
                  list ? json_array() : json_null()));
    wire_flush(&editor->wire);
}

/* The next message that isn't a request to this editor. */
static json_t *hear(struct editor *editor)
{
    for (;;) {
        json_t *message = wire_hear(&editor->wire);

        if (!*method_of(message) || !json_object_get(message, "id"))
            return message;
        answer(editor, message);
        json_decref(message);
    }
}

/* The result of the last request, new. */
static json_t *hear_result(struct editor *editor)
{
    for (;;) {
        json_t *message = hear(editor);
        json_t *result = json_object_get(message, "result");

        if (!*method_of(message) &&
            json_integer_value(json_object_get(message, "id")) == editor->id) {
            if (!result)
                fail_msg("the server answers with an error");
            json_incref(result);
            json_decref(message);
            return result;
        }
        json_decref(message);
    }
}

/* Not all servers say which version they have looked at. */
static bool is_about(const struct editor *editor, const json_t *message)
{
    const json_t *params = json_object_get(message, "params");
    const json_t *version = json_object_get(params, "version");

    return !strcmp(method_of(message), DIAGNOSTICS) &&
           (!json_is_integer(version) ||
            json_integer_value(version) == editor->version);
}

static void hear_diagnostics(struct editor *editor)
{
    bool heard = false;

    while (!heard) {
        json_t *message = hear(editor);

        heard = is_about(editor, message);
        json_decref(message);
    }
}

static json_t *document(void)
{
    return json_pack("{s:s}", "uri", URI);
}

static void add_pull(struct editor *editor)
{
    add_request(editor, "textDocument/diagnostic",
                json_pack("{s:o}", "textDocument", document()));
}

double editor_sync(struct editor *editor)
{
    double start;

    if (editor->pulls)
        add_pull(editor);
    start = stopwatch_now();
    wire_flush(&editor->wire);
    if (editor->pulls)
        json_decref(hear_result(editor));
    else
        hear_diagnostics(editor);
    return stopwatch_at(editor->wire.heard) - start;
}

/* The kind of changes stands in the options or for them. */
static bool wants_all(const json_t *capabilities)
{
    const json_t *sync = json_object_get(capabilities, "textDocumentSync");

    if (json_is_object(sync))
        sync = json_object_get(sync, "change");
    return json_integer_value(sync) == SYNC_ALL;
}

static void add_initialize(struct editor *editor)
{
    json_t *capabilities = json_loads(capabilities_text, 0, NULL);

    if (editor->pulls)
        json_object_set_new(json_object_get(capabilities, "textDocument"),
                            "diagnostic", json_object());
    add_request(editor, "initialize",
                json_pack("{s:n, s:s, s:o}", "processId", "rootUri", ROOT,
                          "capabilities", capabilities));
}

double editor_start(struct editor *editor, const struct server *server)
{
    double start = stopwatch_now();
    json_t *result;

    *editor = (struct editor){.pulls = server->pulled};
    wire_open_command(&editor->wire, server->command);
    add_initialize(editor);
    wire_flush(&editor->wire);
    result = hear_result(editor);
    editor->sends_all = wants_all(json_object_get(result, "capabilities"));
    json_decref(result);
    add_notification(editor, "initialized", json_object());
    wire_flush(&editor->wire);
    return stopwatch_at(editor->wire.heard) - start;
}

/* Some servers end only if they are asked to, and have all their answers. */
void editor_stop(struct editor *editor)
{
    add_request(editor, "shutdown", NULL);
    wire_flush(&editor->wire);
    json_decref(hear_result(editor));
    add_notification(editor, "exit", NULL);
    wire_flush(&editor->wire);
    wire_close(&editor->wire);
    buffer_free(&editor->text);
}

static void add_open(struct editor *editor, const char *uri, struct slice text)
{
    editor->version++;
    add_notification(
        editor, "textDocument/didOpen",
        json_pack("{s:{s:s, s:s, s:I, s:s%}}", "textDocument", "uri", uri,
                  "languageId", "markdown", "version", editor->version, "text",
                  text.bytes, text.length));
}

double editor_open(struct editor *editor, struct slice text)
{
    buffer_cut(&editor->text, 0);
    buffer_add(&editor->text, text.bytes, text.length);
    add_open(editor, URI, text);
    return editor_sync(editor);
}

void editor_open_another(struct editor *editor, struct slice text)
{
    add_open(editor, OTHER_URI, text);
    editor_sync(editor);
}

void editor_close(struct editor *editor)
{
    add_notification(editor, "textDocument/didClose",
                     json_pack("{s:o}", "textDocument", document()));
    wire_flush(&editor->wire);
}

static json_t *position(struct spot spot, size_t ahead)
{
    return json_pack("{s:I, s:I}", "line", (json_int_t)spot.line, "character",
                     (json_int_t)(spot.character + ahead));
}

/* CHANGE is given up. */
static void add_change(struct editor *editor, json_t *change)
{
    add_notification(editor, "textDocument/didChange",
                     json_pack("{s:{s:s, s:I}, s:[o]}", "textDocument", "uri",
                               URI, "version", ++editor->version,
                               "contentChanges", change));
}

/* Replaces so many characters behind SPOT. */
static void change(struct editor *editor, struct spot spot, size_t removed,
                   const char *words)
{
    json_t *range;

    if (editor->sends_all) {
        add_change(editor, json_pack("{s:s%}", "text", editor->text.bytes,
                                     editor->text.length));
        return;
    }
    range = json_pack("{s:o, s:o}", "start", position(spot, 0), "end",
                      position(spot, removed));
    add_change(editor,
               json_pack("{s:o, s:s}", "range", range, "text", words));
}

void editor_type(struct editor *editor, struct spot spot)
{
    char *place;

    buffer_add_char(&editor->text, LETTER);
    place = editor->text.bytes + spot.offset;
    memmove(place + 1, place, editor->text.length - 1 - spot.offset);
    *place = LETTER;
    change(editor, spot, 0, (const char[]){LETTER, '\0'});
}

void editor_delete(struct editor *editor, struct spot spot)
{
    char *place = editor->text.bytes + spot.offset;

    memmove(place, place + 1, editor->text.length - 1 - spot.offset);
    buffer_cut(&editor->text, editor->text.length - 1);
    change(editor, spot, 1, "");
}

double editor_ask(struct editor *editor, const char *method,
                  const struct spot *spot)
{
    json_t *params = json_pack("{s:o}", "textDocument", document());
    double start;

    if (spot)
        json_object_set_new(params, "position", position(*spot, 0));
    add_request(editor, method, params);
    start = stopwatch_now();
    wire_flush(&editor->wire);
    json_decref(hear_result(editor));
    return stopwatch_at(editor->wire.heard) - start;
}

double editor_work(const struct editor *editor)
{
    unsigned long long nanoseconds = 0;
    char path[64];
    FILE *file;

    snprintf(path, sizeof path, "/proc/%ld/schedstat",
             (long)editor->wire.process);
    file = fopen(path, "r");
    if (file && fscanf(file, "%llu", &nanoseconds) != 1)
        nanoseconds = 0;
    if (file)
        fclose(file);
    return (double)nanoseconds / 1e6;
}

size_t editor_memory(const struct editor *editor)
{
    char path[64], line[128];
    unsigned long long kilobytes = 0;
    FILE *status;

    snprintf(path, sizeof path, "/proc/%ld/status", (long)editor->wire.process);
    status = fopen(path, "r");
    while (status && fgets(line, sizeof line, status))
        sscanf(line, "VmRSS: %llu", &kilobytes);
    if (status)
        fclose(status);
    return (size_t)kilobytes * 1024;
}
