/* Settings: from which source, asked for when, and what is said of faults. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "transcript.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

#define READY "> " NOTE "'initialized', 'params': {}}"
#define ASKED(id)                                                             \
    "< " CALL id ", 'method': 'workspace/configuration', 'params': "          \
    "{'items': [{'section': 'incident-ls'}]}}"
#define ANSWER(id, result) "> " CALL id ", 'result': " result "}"
#define CHANGED(settings)                                                     \
    "> " NOTE "'workspace/didChangeConfiguration', 'params': {'settings': "   \
    settings "}}"
#define WATCHED "> " NOTE "'workspace/didChangeWatchedFiles', 'params': {}}"
#define SAVED "> " NOTE "'textDocument/didSave', 'params': {}}"
#define WARNED                                                                \
    "< " NOTE "'window/showMessage', 'params': {'type': 2, 'message': '*'}}"
#define REFRESH(id, what)                                                     \
    "< " CALL id ", 'method': 'workspace/" what "/refresh'}"

#define OPEN_BAD(uri) OPEN(uri, "1", "BAD")
#define PUBLISHED(uri, severity)                                              \
    "< " NOTE "'textDocument/publishDiagnostics', 'params': {"                \
    "'uri': '" uri "', 'version': 1, 'diagnostics': [{'range': '*', "         \
    "'severity': " severity ", 'code': '*', 'source': '*', "                  \
    "'message': '*'}]}}"
#define PUBLISHED_NONE(uri)                                                   \
    "< " NOTE "'textDocument/publishDiagnostics', 'params': {"                \
    "'uri': '" uri "', 'version': 1, 'diagnostics': []}}"

#define ASKS "{'workspace': {'configuration': true}}"
#define RULE_IS(severity) "{'rules': {'RULE': '" severity "'}}"
#define SECTION(settings) "{'incident-ls': " settings "}"

static void options_in_either_shape(void **state)
{
    static const struct {
        const char *options, *severity;
    } rows[] = {
        {RULE_IS("hint"), "4"},
        {SECTION(RULE_IS("hint")), "4"},
        {SECTION(SECTION(RULE_IS("hint"))), "4"},
        {SECTION("null"), "1"},
        {"{}", "1"},
        {"null", "1"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        char initialize[256], published[512];
        const char *const lines[] = {
            initialize, INITIALIZED, OPEN_BAD("a:b"), "=", published, NULL,
        };

        snprintf(initialize, sizeof initialize, INITIALIZE_WITH("{}", "%s"),
                      rows[i].options);
        snprintf(published, sizeof published, PUBLISHED("a:b", "%s"),
                 rows[i].severity);
        transcript_run(lines);
    }
}

static void asked_for_where_it_can_be(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH(ASKS, RULE_IS("hint")),
        INITIALIZED,
        READY,
        ASKED("1"),
        OPEN_BAD("a:b"),
        "=",
        PUBLISHED("a:b", "4"),
        ANSWER("1", "[" RULE_IS("warning") "]"),
        "=",
        PUBLISHED("a:b", "2"),
        /* Told of a change, it asks again; what is told is not looked at. */
        CHANGED(SECTION(RULE_IS("off"))),
        CHANGED("null"),
        ASKED("2"),
        ASKED("3"),
        /* Only the last answer counts, and only once. */
        ANSWER("2", "[" RULE_IS("off") "]"),
        "=",
        ANSWER("3", "[" RULE_IS("information") "]"),
        ANSWER("3", "[" RULE_IS("off") "]"),
        ANSWER("'3'", "[" RULE_IS("off") "]"),
        "=",
        PUBLISHED("a:b", "3"),
        /* The same again is no news. */
        CHANGED("null"),
        ASKED("4"),
        ANSWER("4", "[" RULE_IS("information") "]"),
        "=",
        /* Nothing set: what came first holds again. */
        CHANGED("null"),
        ASKED("5"),
        ANSWER("5", "[null]"),
        "=",
        PUBLISHED("a:b", "4"),
        CHANGED("null"),
        ASKED("6"),
        "> " CALL "6, 'error': {'code': -1, 'message': ''}}",
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void told_where_it_cannot_be_asked(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{}", "{}"),
        INITIALIZED,
        READY,
        OPEN_BAD("a:b"),
        CHANGED(SECTION(RULE_IS("hint"))),
        "=",
        PUBLISHED("a:b", "4"),
        CHANGED("{'other': 1}"),
        "=",
        PUBLISHED("a:b", "1"),
        CHANGED(SECTION(RULE_IS("off"))),
        "=",
        PUBLISHED_NONE("a:b"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* The section, bare, or the section in the section; what others have set is
 * none of ours. */
static void told_in_any_shape(void **state)
{
    static const struct {
        const char *settings, *severity;
    } rows[] = {
        {SECTION(RULE_IS("hint")), "4"},
        {RULE_IS("hint"), "4"},
        {SECTION(SECTION(RULE_IS("hint"))), "4"},
        {SECTION(SECTION("{}")), "1"},
        {"{'editor': {'rules': 7}}", "1"},
        {"7", "1"},
    };

    (void)state;
    for (size_t row = 0; row < LENGTH_OF(rows); row++) {
        char changed[256], published[512];
        const char *const lines[] = {
            INITIALIZE("{}"), INITIALIZED, changed, OPEN_BAD("a:b"), "=",
            published, NULL,
        };

        snprintf(changed, sizeof changed, CHANGED("%s"), rows[row].settings);
        snprintf(published, sizeof published, PUBLISHED("a:b", "%s"),
                 rows[row].severity);
        transcript_run(lines);
    }
}

static void what_is_not_understood_is_named(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        CHANGED("{'incident-ls.draft': true}"),
        WARNED,
        CHANGED("{'draft': 'yes'}"),
        WARNED,
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

static void a_fault_is_named_once(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{}", "{'wrong': 1}"),
        WARNED,
        INITIALIZED,
        CHANGED(SECTION("{'rules': {'unheard': 'off', 'RULE': 'hint'}}")),
        WARNED,
        OPEN_BAD("a:b"),
        "=",
        PUBLISHED("a:b", "4"),
        CHANGED(SECTION("{'rules': {'unheard': 'off', 'RULE': 'hint'}}")),
        CHANGED(SECTION("{'rules': {'RULE': 'loud'}}")),
        WARNED,
        "=",
        PUBLISHED("a:b", "1"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What an editor starts the server with stands in the same section; what
 * stands beside it counts. */
static void the_editor_s_own_settings_are_no_fault(void **state)
{
    static const char own[] =
        "'serverPath': 7, 'serverArguments': [], 'trace': {'server': 'off'}";
    char initialize[512], changed[512];
    const char *const lines[] = {
        initialize, INITIALIZED, OPEN_BAD("a:b"), "=", PUBLISHED("a:b", "4"),
        changed,    "=",         PUBLISHED("a:b", "2"), NULL,
    };

    (void)state;
    snprintf(initialize, sizeof initialize,
             INITIALIZE_WITH("{}", "{%s, 'rules': {'RULE': 'hint'}}"), own);
    snprintf(changed, sizeof changed,
             CHANGED(SECTION("{%s, 'rules': {'RULE': 'warning'}}")), own);
    transcript_run(lines);
}

static void registered_where_it_can_be(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'workspace': {'configuration': true,"
                   "'didChangeConfiguration': {'dynamicRegistration': true},"
                   "'didChangeWatchedFiles': {'dynamicRegistration': true}}}",
                   "null"),
        INITIALIZED,
        READY,
        "< " CALL "1, 'method': 'client/registerCapability', 'params': "
        "{'registrations': [{'id': '*', "
        "'method': 'workspace/didChangeConfiguration', "
        "'registerOptions': {'section': 'incident-ls'}}]}}",
        "< " CALL "2, 'method': 'client/registerCapability', 'params': "
        "{'registrations': [{'id': '*', "
        "'method': 'workspace/didChangeWatchedFiles', 'registerOptions': "
        "{'watchers': [{'globPattern': "
        "'**/{.incident-ls.json,*.md,*.csv,*.txt}'}]}}]}}",
        ASKED("3"),
        ANSWER("1", "null"),
        ANSWER("2", "null"),
        ANSWER("3", "[null]"),
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* A folder of the test's own, and the settings file in it. */
struct folder {
    char path[64], file[96];
};

static int make_folder(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);

    strcpy(folder->path, "/tmp/incident-ls-XXXXXX");
    if (!mkdtemp(folder->path))
        return -1;
    snprintf(folder->file, sizeof folder->file, "%s/.incident-ls.json",
             folder->path);
    *state = folder;
    return 0;
}

static int remove_folder(void **state)
{
    struct folder *folder = *state;

    remove(folder->file);
    rmdir(folder->path);
    free(folder);
    return 0;
}

static void write_file(const struct folder *folder, const char *settings)
{
    json_t *value = transcript_json(settings);

    assert_int_equal(json_dump_file(value, folder->file, 0), 0);
    json_decref(value);
}

static void a_file_comes_over_the_editor(void **state)
{
    const struct folder *folder = *state;
    char open[512], hint[512], warning[512];
    const char *const before[] = {
        INITIALIZE_WITH("{}", RULE_IS("information")), INITIALIZED, open, "=",
        hint, NULL,
    };
    const char *const watched[] = {WATCHED, SAVED, "=", warning, NULL};
    const char *const editor[] = {CHANGED(SECTION(RULE_IS("off"))), "=",
                                  NULL};
    const char *const saved[] = {SAVED, "=", hint, NULL};
    struct transcript transcript;

    snprintf(open, sizeof open, OPEN_BAD("file://%s/b%%20c.md"), folder->path);
    snprintf(hint, sizeof hint, PUBLISHED("file://%s/b%%20c.md", "4"),
             folder->path);
    snprintf(warning, sizeof warning, PUBLISHED("file://%s/b%%20c.md", "2"),
             folder->path);
    transcript_open(&transcript);
    write_file(folder, RULE_IS("hint"));
    transcript_play(&transcript, before);
    write_file(folder, RULE_IS("warning"));
    transcript_play(&transcript, watched);
    transcript_play(&transcript, editor);
    write_file(folder, RULE_IS("hint"));
    transcript_play(&transcript, saved);
    transcript_close(&transcript);
}

/* A document that is in no folder gets what holds for the client's own. */
static void untitled_documents_are_in_the_root(void **state)
{
    static const struct {
        const char *before, *behind;
    } roots[] = {
        {"'rootUri': 'file://", "'"},
        {"'rootUri': null, 'workspaceFolders': [{'name': 'x', "
         "'uri': 'file://", "'}]"},
    };
    const struct folder *folder = *state;
    size_t i;

    write_file(folder, RULE_IS("hint"));
    for (i = 0; i < LENGTH_OF(roots); i++) {
        char initialize[512];
        const char *const lines[] = {
            initialize, INITIALIZED, OPEN_BAD("untitled:x"),
            "=",        PUBLISHED("untitled:x", "4"),
            NULL,
        };

        snprintf(initialize, sizeof initialize,
                 "> " CALL "0, 'method': 'initialize', 'params': "
                 "{'capabilities': {}, %s%s%s}}",
                 roots[i].before, folder->path, roots[i].behind);
        transcript_run(lines);
    }
}

static void who_pulls_is_told_to(void **state)
{
    const struct folder *folder = *state;
    char open[512];
    const char *const before[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}}, 'workspace': "
                        "{'diagnostics': {'refreshSupport': true}}}", "{}"),
        INITIALIZED, READY, open, "=", NULL,
    };
    const char *const told[] = {
        WATCHED, "=", REFRESH("1", "diagnostic"), WATCHED, "=", NULL,
    };
    struct transcript transcript;

    snprintf(open, sizeof open, OPEN_BAD("file://%s/a.md"), folder->path);
    transcript_open(&transcript);
    transcript_play(&transcript, before);
    write_file(folder, RULE_IS("hint"));
    transcript_play(&transcript, told);
    transcript_close(&transcript);
}

/* What is shown beside the text depends on the settings, too. */
static void views_are_asked_for_anew(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}}, 'workspace': {"
                        "'diagnostics': {'refreshSupport': true}, "
                        "'codeLens': {'refreshSupport': true}, "
                        "'inlayHint': {'refreshSupport': true}}}", "{}"),
        INITIALIZED,
        READY,
        OPEN_BAD("a:b"),
        "=",
        CHANGED(SECTION("{'draft': true}")),
        "=",
        REFRESH("1", "diagnostic"),
        REFRESH("2", "codeLens"),
        REFRESH("3", "inlayHint"),
        CHANGED(SECTION("{'draft': true}")),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* Who is pushed to gets the findings of another day unasked. */
static void another_day_is_news(void **state)
{
    static const char *const before[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}, "
                        "'publishDiagnostics': {}}, 'workspace': {"
                        "'codeLens': {'refreshSupport': true}}}", "{}"),
        INITIALIZED, READY, OPEN_BAD("a:b"), "=", PUBLISHED("a:b", "1"),
        CHANGED(SECTION(RULE_IS("hint"))), "=", REFRESH("1", "codeLens"),
        PUBLISHED("a:b", "4"), "=", NULL,
    };
    static const char *const behind[] = {
        "=", REFRESH("2", "codeLens"), PUBLISHED("a:b", "4"), "=", NULL,
    };
    static const char *const again[] = {"=", NULL};
    struct transcript transcript;

    (void)state;
    transcript_open(&transcript);
    transcript_play(&transcript, before);
    transcript.now += 86400 - transcript.now % 86400 - 1;
    transcript_play(&transcript, again);
    transcript.now++;
    transcript_play(&transcript, behind);
    transcript_play(&transcript, again);
    transcript_close(&transcript);
}

/* Who pulls is told, but not before it says that it is ready. */
static void another_day_is_told_who_pulls(void **state)
{
    static const char *const before[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}}, 'workspace': {"
                        "'diagnostics': {'refreshSupport': true}, "
                        "'inlayHint': {'refreshSupport': true}}}", "{}"),
        INITIALIZED, "=", NULL,
    };
    static const char *const ready[] = {"=", READY, "=", NULL};
    static const char *const behind[] = {
        "=", REFRESH("1", "diagnostic"), REFRESH("2", "inlayHint"), "=", NULL,
    };
    struct transcript transcript;

    (void)state;
    transcript_open(&transcript);
    transcript_play(&transcript, before);
    transcript.now += 86400;
    transcript_play(&transcript, ready);
    transcript.now += 86400;
    transcript_play(&transcript, behind);
    transcript_close(&transcript);
}

static void who_cannot_be_told_is_not(void **state)
{
    static const char *const lines[] = {
        INITIALIZE_WITH("{'textDocument': {'diagnostic': {}}}", "{}"),
        INITIALIZED,
        OPEN_BAD("a:b"),
        CHANGED(SECTION(RULE_IS("hint"))),
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_in_either_shape),
        cmocka_unit_test(asked_for_where_it_can_be),
        cmocka_unit_test(told_where_it_cannot_be_asked),
        cmocka_unit_test(told_in_any_shape),
        cmocka_unit_test(what_is_not_understood_is_named),
        cmocka_unit_test(a_fault_is_named_once),
        cmocka_unit_test(the_editor_s_own_settings_are_no_fault),
        cmocka_unit_test(registered_where_it_can_be),
        cmocka_unit_test_setup_teardown(a_file_comes_over_the_editor,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(untitled_documents_are_in_the_root,
                                        make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(who_pulls_is_told_to, make_folder,
                                        remove_folder),
        cmocka_unit_test(views_are_asked_for_anew),
        cmocka_unit_test(another_day_is_news),
        cmocka_unit_test(another_day_is_told_who_pulls),
        cmocka_unit_test(who_cannot_be_told_is_not),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
