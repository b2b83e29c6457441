/*
 * The real program is played to by each client whose initialize was caught, and
 * nothing it says may be more than that client can take.
 *
 * The environment names their folder in LSP_CLIENTS; else it is where it lies
 * beside the project. Without it only a client that can nothing is played, and
 * the test is skipped, aloud.
 */
#define _XOPEN_SOURCE 700 /* for mkdtemp() */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "promises.h"
#include "ranges.h"
#include "wire.h"

#define SKIPPED 77      /* what ctest takes for it */
#define REQUESTS_MOST 4000

/* Lines half written, with characters of two bytes and of four before what is
 * found and offered. */
static const char half[] =
    "é𝄞\n\n## Full Incident Report\n\n### Summary\n\n"
    "- **CA Owner CCADB unique ID:** é𝄞\n"
    "- **Incident description:** é𝄞 in bug 1900129 and factor #2\n"
    "- **Source of incident disclosure:** \n- **In\n\n"
    "### Impact\n\n- **Total number of certificates:** 𝄞 7\n"
    "- **Incident heuristic:** \n\n"
    "### Timeline\n\n- 2025-01-02 10:00 UTC é𝄞\n- \n"
    "- 2025-01-03 10:00 UTC 𝄞\n\n#\n\n"
    "### Related Incidents\n\n|Bug|Date|Description|\n|-|-|-|\n| | é | 𝄞 |\n\n"
    "### Root Cause Analysis\n\n**Contributing Factor #2: é𝄞**\n\n"
    "### Action Items\n\n"
    "| Action Item | Kind | Corresponding Root Cause(s) | "
    "Evaluation Criteria | Due Date | Status |\n|-|-|-|-|-|-|\n"
    "| é𝄞 | Prevention | #2, é𝄞 | c | 2099-01-02 | Ongoing |\n|\n\n"
    "### Appendix\n\n```csv\nSerial #,Subject\n1,é𝄞\n```\n";

/* What is asked: of all the text, or at a place of each line. */
static const struct {
    const char *method;
    const char *params;         /* with ' for "; the document comes first, and
                                   a position where it is one of a place */
    bool placed;
} asked[] = {
    {"textDocument/diagnostic", "", false},
    {"textDocument/documentSymbol", "", false},
    {"textDocument/foldingRange", "", false},
    {"textDocument/documentLink", "", false},
    {"textDocument/codeLens", "", false},
    {"textDocument/inlayHint", ", 'range': @", false},
    {"textDocument/codeAction",
     ", 'range': @, 'context': {'diagnostics': [], 'triggerKind': 1}", false},
    {"textDocument/formatting", ", 'options': {}", false},
    {"textDocument/rangeFormatting", ", 'range': @, 'options': {}", false},
    {"textDocument/selectionRange", ", 'positions': [^]", true},
    {"textDocument/hover", ", 'position': ^", true},
    {"textDocument/completion", ", 'position': ^", true},
    {"textDocument/definition", ", 'position': ^", true},
    {"textDocument/references",
     ", 'position': ^, 'context': {'includeDeclaration': true}", true},
    {"textDocument/documentHighlight", ", 'position': ^", true},
    {"textDocument/prepareRename", ", 'position': ^", true},
    {"textDocument/rename", ", 'position': ^, 'newName': '7'", true},
};

#define ASKED (sizeof asked / sizeof *asked)

/* One client being played. */
struct play {
    struct wire wire;
    json_t *client;             /* its params of initialize */
    const char *encoding;       /* negotiated; of ANNOUNCED */
    json_t *announced;          /* the server's capabilities */
    const char *methods[REQUESTS_MOST]; /* by id: the requests so far */
    json_int_t requests;
    const char *text;           /* of the document that is open; NULL */
    bool answered[ASKED];       /* with something, once */
    bool shown;                 /* diagnostics of the document, unasked */
    size_t published;           /* how many of them there were */
};

static json_t *json_of(const char *written)
{
    char *copy = memory_copy(written, strlen(written));
    json_error_t error;
    json_t *value;

    for (char *quote = copy; (quote = strchr(quote, '\''));)
        *quote = '"';
    value = json_loads(copy, 0, &error);
    if (!value)
        fail_msg("%s: %s", error.text, copy);
    memory_free(copy);
    return value;
}

static void tell(struct play *play, const char *method, json_t *params)
{
    wire_add_message(&play->wire,
                     json_pack("{s:s, s:s, s:o}", "jsonrpc", "2.0", "method",
                               method, "params", params));
}

static void ask(struct play *play, const char *method, json_t *params)
{
    assert_true(play->requests < REQUESTS_MOST);
    play->methods[play->requests] = method;
    wire_add_message(&play->wire,
                     json_pack("{s:s, s:I, s:s, s:o}", "jsonrpc", "2.0", "id",
                               play->requests++, "method", method, "params",
                               params));
}

/* What a client answers that has no settings. */
static void answer(struct play *play, const json_t *message)
{
    json_t *id = json_object_get(message, "id");
    const char *method = json_string_value(json_object_get(message, "method"));
    json_t *result = strcmp(method, "workspace/configuration")
                         ? json_null()
                         : json_pack("[n]");

    wire_add_message(&play->wire,
                     json_pack("{s:s, s:O, s:o}", "jsonrpc", "2.0", "id", id,
                               "result", result));
}

static bool is_something(const json_t *result)
{
    const json_t *items = json_object_get(result, "items");

    return items ? json_array_size(items) > 0
                 : json_array_size(result) || json_object_size(result);
}

static void note_answer(struct play *play, const char *method,
                        const json_t *result)
{
    for (size_t row = 0; row < ASKED; row++) {
        if (!strcmp(asked[row].method, method) && is_something(result))
            play->answered[row] = true;
    }
}

/* Behind letters that each encoding counts otherwise. */
static void check_words(const struct play *play, const json_t *diagnostics)
{
    for (size_t index = 0; index < json_array_size(diagnostics); index++) {
        const json_t *item = json_array_get(diagnostics, index);
        const char *code = json_string_value(json_object_get(item, "code"));
        char *words;

        if (play->text != half || !code || strcmp(code, "action-kind"))
            continue;
        words = ranges_words(play->text, play->encoding,
                             json_object_get(item, "range"));
        assert_non_null(words);
        assert_string_equal(words, "Prevention");
        memory_free(words);
    }
}

/* A document is pulled or pushed, never both. */
static void check_diagnostics(struct play *play, const json_t *message,
                              const char *method)
{
    if (!strcmp(method, "textDocument/diagnostic"))
        check_words(play, json_object_get(json_object_get(message, "result"),
                                          "items"));
    if (strcmp(method, "textDocument/publishDiagnostics"))
        return;
    assert_null(json_object_get(play->announced, "diagnosticProvider"));
    message = json_object_get(message, "params");
    play->shown = json_object_get(message, "version") != NULL;
    message = json_object_get(message, "diagnostics");
    play->published += json_array_size(message);
    check_words(play, message);
}

static void check(struct play *play, const json_t *message, const char *method)
{
    struct buffer fault = {NULL, 0, 0};

    if (!promises_allow(play->client, message, method, &fault))
        fail_msg("%s in %s", fault.bytes, json_dumps(message, 0));
    if (play->text &&
        !ranges_hold(play->text, play->encoding, message, &fault))
        fail_msg("%s is no place, in %s", fault.bytes, json_dumps(message, 0));
    check_diagnostics(play, message, method);
    buffer_free(&fault);
}

static json_t *hear(struct play *play)
{
    json_t *message = wire_hear(&play->wire);
    const json_t *called = json_object_get(message, "method");
    json_int_t id = json_integer_value(json_object_get(message, "id"));
    const char *method = called ? json_string_value(called)
                                : play->methods[id];

    check(play, message, method);
    if (called && json_object_get(message, "id"))
        answer(play, message);
    if (!called)
        note_answer(play, method, json_object_get(message, "result"));
    return message;
}

/* All that comes until the answer to the last request, which is returned. */
static json_t *hear_all(struct play *play)
{
    for (;;) {
        json_t *message = hear(play);

        if (!json_object_get(message, "method") &&
            json_integer_value(json_object_get(message, "id")) ==
                play->requests - 1)
            return message;
        json_decref(message);
    }
}

/* Who is pushed to has the document's diagnostics SHOWN, or cleared, soon. */
static void hear_pushed(struct play *play, bool shown)
{
    bool pulls =
        json_object_get(play->announced, "diagnosticProvider") != NULL;

    while (!pulls && play->shown != shown)
        json_decref(hear(play));
}

/* Only what is announced is asked, where that depends on the client. */
static bool is_announced(const struct play *play, const char *method)
{
    if (!strcmp(method, "textDocument/diagnostic"))
        return json_object_get(play->announced, "diagnosticProvider");
    if (!strcmp(method, "textDocument/prepareRename"))
        return json_object_get(json_object_get(play->announced,
                                               "renameProvider"),
                               "prepareProvider");
    return true;
}

/* The params of row ROW, at LINE and CHARACTER. */
static json_t *params_at(size_t row, const char *uri, size_t line,
                         size_t character)
{
    char place[96];
    struct buffer written = {NULL, 0, 0};
    json_t *params;

    snprintf(place, sizeof place, "{'line': %zu, 'character': %zu}", line,
             character);
    buffer_add_string(&written, "{'textDocument': {'uri': '");
    buffer_add_string(&written, uri);
    buffer_add_string(&written, "'}");
    for (const char *at = asked[row].params; *at; at++) {
        if (*at == '^')
            buffer_add_string(&written, place);
        else if (*at == '@')
            buffer_add_string(&written,
                              "{'start': {'line': 0, 'character': 0}, "
                              "'end': {'line': 9999, 'character': 0}}");
        else
            buffer_add_char(&written, *at);
    }
    buffer_add_string(&written, "}");
    params = json_of(written.bytes);
    buffer_free(&written);
    return params;
}

/* Somewhere on each line: its end on every other, else within. Of a sample
 * every fourth line is asked about. */
static void ask_by_line(struct play *play, size_t row, const char *uri)
{
    size_t step = play->text == half ? 1 : 4;
    size_t number = 0;

    for (const char *line = play->text; *line; number++) {
        size_t length = strcspn(line, "\n");
        size_t within = number / step % 2 ? length : length * (number % 7) / 7;

        if (number % step == row % step)
            ask(play, asked[row].method, params_at(row, uri, number, within));
        line += length + (line[length] == '\n');
    }
}

static void ask_all(struct play *play, const char *uri)
{
    for (size_t row = 0; row < ASKED; row++) {
        if (!is_announced(play, asked[row].method))
            continue;
        if (asked[row].placed)
            ask_by_line(play, row, uri);
        else
            ask(play, asked[row].method, params_at(row, uri, 0, 0));
    }
    ask(play, "workspace/symbol", json_pack("{s:s}", "query", "e"));
}

/* Each command that is announced, with all that any takes. */
static void ask_commands(struct play *play, const char *uri)
{
    const json_t *commands = json_object_get(
        json_object_get(play->announced, "executeCommandProvider"),
        "commands");

    for (size_t index = 0; index < json_array_size(commands); index++)
        ask(play, "workspace/executeCommand",
            json_pack("{s:O, s:[s, {s:i, s:i}, s]}", "command",
                      json_array_get(commands, index), "arguments", uri,
                      "line", 0, "character", 0, "full"));
}

static void show(struct play *play, const char *folder, const char *text)
{
    char uri[128];
    json_t *document;

    snprintf(uri, sizeof uri, "file://%s/report.md", folder);
    document = json_pack("{s:s, s:s, s:i, s:s}", "uri", uri, "languageId",
                         "markdown", "version", 1, "text", text);
    play->text = text;
    tell(play, "textDocument/didOpen",
         json_pack("{s:o}", "textDocument", document));
    ask_all(play, uri);
    ask_commands(play, uri);
    json_decref(hear_all(play));
    hear_pushed(play, true);
    tell(play, "textDocument/didClose",
         json_pack("{s:{s:s}}", "textDocument", "uri", uri));
    wire_flush(&play->wire);
    hear_pushed(play, false);
    play->text = NULL;
}

static char *read_text(const char *path)
{
    struct buffer text = {NULL, 0, 0};
    FILE *file = fopen(path, "rb");
    char piece[4096];
    size_t length;

    assert_non_null(file);
    while ((length = fread(piece, 1, sizeof piece, file)))
        buffer_add(&text, piece, length);
    fclose(file);
    return buffer_take(&text);
}

static void show_samples(struct play *play, const char *folder)
{
    glob_t samples;

    assert_int_equal(glob(SAMPLES "/*.md", 0, NULL, &samples), 0);
    for (size_t index = 0; index < samples.gl_pathc; index++) {
        char *text = read_text(samples.gl_pathv[index]);

        show(play, folder, text);
        memory_free(text);
    }
    globfree(&samples);
}

/* It is in FOLDER, and no process that could be found to have ended. */
static void settle_client(json_t *client, const char *folder)
{
    char uri[128];

    snprintf(uri, sizeof uri, "file://%s", folder);
    json_object_set_new(client, "processId", json_null());
    json_object_set_new(client, "rootUri", json_string(uri));
    if (json_is_array(json_object_get(client, "workspaceFolders")))
        json_object_set_new(client, "workspaceFolders",
                            json_pack("[{s:s, s:s}]", "uri", uri, "name",
                                      "reports"));
}

static void begin(struct play *play)
{
    json_t *answer;

    wire_open(&play->wire);
    ask(play, "initialize", json_incref(play->client));
    answer = hear_all(play);
    play->announced = json_incref(json_object_get(
        json_object_get(answer, "result"), "capabilities"));
    play->encoding = json_string_value(
        json_object_get(play->announced, "positionEncoding"));
    assert_non_null(play->encoding);
    json_decref(answer);
    tell(play, "initialized", json_object());
}

/* Where nothing was ever shown, nothing was tried. */
static void assert_tried(const struct play *play)
{
    for (size_t row = 0; row < ASKED; row++) {
        bool literals = json_object_get(play->announced,
                                        "codeActionProvider") != NULL;

        if (is_announced(play, asked[row].method) && !play->answered[row] &&
            (literals || strcmp(asked[row].method, "textDocument/codeAction")))
            fail_msg("%s showed nothing", asked[row].method);
    }
    assert_true(json_object_get(play->announced, "diagnosticProvider") ||
                play->published);
}

/* CLIENT is given up. */
static void play_client(json_t *client)
{
    struct play play = {.client = client, .encoding = "utf-16"};
    char folder[] = "/tmp/replay-XXXXXX";

    assert_non_null(client);
    assert_non_null(mkdtemp(folder));
    settle_client(client, folder);
    begin(&play);
    show_samples(&play, folder);
    show(&play, folder, half);
    assert_tried(&play);
    ask(&play, "shutdown", json_null());
    json_decref(hear_all(&play));
    wire_close(&play.wire);
    rmdir(folder);
    json_decref(play.announced);
    json_decref(client);
}

static void to_one_that_can_nothing(void **state)
{
    (void)state;
    play_client(json_of("{'capabilities': {}}"));
}

static const char *clients_folder(void)
{
    const char *named = getenv("LSP_CLIENTS");

    return named ? named : CLIENTS;
}

/* The clients that were caught; none if the folder isn't there. */
static glob_t clients_find(void)
{
    glob_t clients = {0};
    char pattern[1024];

    snprintf(pattern, sizeof pattern, "%s/*.json", clients_folder());
    glob(pattern, 0, NULL, &clients);
    return clients;
}

static void to_those_that_were_caught(void **state)
{
    glob_t clients = clients_find();

    (void)state;
    for (size_t index = 0; index < clients.gl_pathc; index++) {
        print_message("%s\n", clients.gl_pathv[index]);
        play_client(json_load_file(clients.gl_pathv[index], 0, NULL));
    }
    globfree(&clients);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(to_one_that_can_nothing),
        cmocka_unit_test(to_those_that_were_caught),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    glob_t clients = clients_find();
    bool any = clients.gl_pathc > 0;

    globfree(&clients);
    if (!any)
        printf("SKIPPED: no clients in %s; LSP_CLIENTS may name their "
               "folder\n", clients_folder());
    return failed || any ? failed : SKIPPED;
}
