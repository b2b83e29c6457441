/* What the commands of the server answer and do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "transcript.h"

#define EXECUTE(id, arguments)                                                \
    "> " CALL id ", 'method': 'workspace/executeCommand', 'params': "         \
    "{'command': 'incident-ls.explain', 'arguments': " arguments "}}"

/* Who makes nothing of the answer is shown the words. */
static void explained_on_command(void **state)
{
    static const char *const lines[] = {
        INITIALIZE("{}"),
        INITIALIZED,
        EXECUTE("1", "['image']"),
        "< " NOTE "'window/showMessage', 'params': {'type': 3, "
        "'message': '*'}}",
        "< " CALL "1, 'result': {'rule': 'image', 'href': '*', "
        "'text': '*'}}",
        EXECUTE("2", "['image', true]"),
        "< " CALL "2, 'result': {'rule': 'image', '*': '*'}}",
        EXECUTE("3", "['unheard']"),
        "< " CALL "3, 'error': {'code': -32602, "
        "'message': 'there is no such rule'}}",
        EXECUTE("4", "[]"),
        "< " CALL "4, 'error': {'code': -32602, "
        "'message': 'arguments must be the name of a rule'}}",
        "=",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

#define EDITOR                                                                \
    "{'window': {'showDocument': {'support': true}}, "                        \
    "'workspace': {'applyEdit': true}}"
#define EXECUTE_AT(id, command, more)                                         \
    "> " CALL id ", 'method': 'workspace/executeCommand', 'params': "         \
    "{'command': 'incident-ls." command "', 'arguments': ['a:b', "            \
    "{'line': 6, 'character': 0}" more "]}}"

/* Who inserts the answer is not asked to; others get the cursor put in it. */
static void added_on_command(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(EDITOR),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n\\n### Timeline\\n\\n"
             "- 2025-01-01 10:00 UTC A.\\n\\n"),
        EXECUTE_AT("1", "add", ", 'timeline-entry', true"),
        "< " CALL "1, 'result': {'range': " RANGE("4", "25", "25") ", "
        "'text': '\\n- YYYY-MM-DD HH:MM UTC TODO: what happened?', "
        "'snippet': false}}",
        EXECUTE_AT("2", "add", ", 'timeline-entry'"),
        "< " CALL "1, 'method': 'workspace/applyEdit', 'params': {'label': "
        "'Add an entry to the timeline', 'edit': {'changes': {'a:b': [{"
        "'range': '*', 'newText': "
        "'\\n- YYYY-MM-DD HH:MM UTC TODO: what happened?'}]}}}}",
        "< " CALL "2, 'method': 'window/showDocument', 'params': {'uri': "
        "'a:b', 'takeFocus': true, 'selection': " RANGE("5", "2", "2") "}}",
        "< " CALL "2, 'result': null}",
        EXECUTE_AT("3", "add", ", 'action-item'"),
        "< " CALL "3, 'error': {'code': -32803, 'message': '*'}}",
        EXECUTE_AT("4", "add", ", 'other'"),
        "< " CALL "4, 'error': {'code': -32602, 'message': '*'}}",
        EXECUTE_AT("5", "show", ""),
        "< " CALL "3, 'method': 'window/showDocument', 'params': {'uri': "
        "'a:b', 'takeFocus': true, 'selection': " RANGE("6", "0", "0") "}}",
        "< " CALL "5, 'result': null}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

/* What the template has is not put in again: the cursor goes there. */
static void shown_what_is_there(void **state)
{
    static const char *const lines[] = {
        INITIALIZE(EDITOR),
        INITIALIZED,
        OPEN("a:b", "1", "## Full Incident Report\\n\\n### Timeline\\n\\n"
             "- YYYY-MM-DD HH:MM UTC TODO: what happened?\\n"),
        EXECUTE_AT("1", "add", ", 'timeline-entry'"),
        "< " CALL "1, 'method': 'window/showDocument', 'params': {'uri': "
        "'a:b', 'takeFocus': true, 'selection': " RANGE("4", "2", "2") "}}",
        "< " CALL "1, 'result': null}",
        NULL,
    };

    (void)state;
    transcript_run(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(explained_on_command),
        cmocka_unit_test(added_on_command),
        cmocka_unit_test(shown_what_is_there),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
