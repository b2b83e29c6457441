/* Memory that runs out, wherever it is, ends the server in the one way. */
#define _XOPEN_SOURCE 700 /* for mkdtemp() */

#include <fcntl.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

#include <cmocka.h>

#include "cmark_memory.h"
#include "frame.h"
#include "loop.h"
#include "memory.h"
#include "refusal.h"
#include "session.h"

#define REPORT                                                                \
    "## Full Incident Report\\n\\n### Summary\\n\\n"                          \
    "- **CA Owner CCADB unique ID:** x\\n\\n### Impact\\n\\n"                 \
    "- **Total number of certificates:** 2\\n\\n"                             \
    "### Timeline\\n\\n- 2026-01-02 03:04 it began\\n\\n"                     \
    "### Action Items\\n\\n| Action Item | Kind |\\n| - | - |\\n"             \
    "| 1 | Prevnt |\\n\\n### Appendix\\n\\n[The list](list.csv)\\n"

#define CALL(id, method, more)                                                \
    "{'jsonrpc': '2.0', 'id': " id ", 'method': 'textDocument/" method "', "  \
    "'params': {'textDocument': {'uri': 'URI'}" more "}}"
#define NOTE(method, document, more)                                          \
    "{'jsonrpc': '2.0', 'method': 'textDocument/" method "', 'params': "      \
    "{'textDocument': {'uri': 'URI'" document "}" more "}}"
#define AT(line, character)                                                   \
    "{'line': " line ", 'character': " character "}"
#define RANGE(start, end) "{'start': " start ", 'end': " end "}"

static const char *const messages[] = {
    "{'jsonrpc': '2.0', 'id': 1, 'method': 'initialize', "
    "'params': {'capabilities': {'textDocument': {'completion': "
    "{'completionItem': {'snippetSupport': true}}, 'codeAction': "
    "{'codeActionLiteralSupport': {}}}}}}",
    "{'jsonrpc': '2.0', 'method': 'initialized', 'params': {}}",
    NOTE("didOpen",
         ", 'languageId': 'markdown', 'version': 1, 'text': '" REPORT "'", ""),
    NOTE("didChange", ", 'version': 2",
         ", 'contentChanges': [{'range': " RANGE(AT("4", "33"), AT("4", "34"))
         ", 'text': 'A000123'}]"),
    CALL("2", "completion", ", 'position': " AT("4", "33")),
    CALL("3", "hover", ", 'position': " AT("4", "8")),
    CALL("4", "codeAction",
         ", 'range': " RANGE(AT("0", "0"), AT("8", "0"))
         ", 'context': {'diagnostics': []}"),
    CALL("5", "documentSymbol", ""),
    "{'jsonrpc': '2.0', 'id': 6, 'method': 'shutdown'}",
    "{'jsonrpc': '2.0', 'method': 'exit'}",
};

#define MESSAGE_COUNT (sizeof messages / sizeof *messages)

/* The message with that INDEX for the report with that URI. */
static struct buffer spelled_out(size_t index, const char *uri)
{
    struct buffer out = {NULL, 0, 0};

    for (const char *at = messages[index]; *at; at++) {
        if (!strncmp(at, "URI", 3)) {
            buffer_add_string(&out, uri);
            at += 2;
        } else {
            buffer_add_char(&out, *at == '\'' ? '"' : *at);
        }
    }
    return out;
}

/* All messages in their frames. */
static struct buffer conversation(const char *uri)
{
    struct buffer all = {NULL, 0, 0};

    for (size_t index = 0; index < MESSAGE_COUNT; index++) {
        struct buffer body = spelled_out(index, uri);
        char header[FRAME_HEADER_ROOM];

        buffer_add(&all, header, frame_header(header, body.length));
        buffer_add(&all, body.bytes, body.length);
        buffer_free(&body);
    }
    return all;
}

static void judge(struct refusal refusal, size_t least)
{
    print_message("%zu allocations refused\n", refusal.tried);
    if (refusal.wrong)
        fail_msg("%zu were not noted in the one place; the first is number "
                 "%zu: signal %d, status %d, on stderr: %s",
                 refusal.wrong, refusal.first,
                 WIFSIGNALED(refusal.status) ? WTERMSIG(refusal.status) : 0,
                 WIFEXITED(refusal.status) ? WEXITSTATUS(refusal.status) : 0,
                 refusal.said);
    assert_true(refusal.tried >= least);
}

/* A host that does its job when the session has settled. */
struct host_at_hand {
    struct job *job;
    size_t sent, done;
};

static void take(void *context, char *bytes, size_t length)
{
    struct host_at_hand *host = context;

    (void)length;
    host->sent++;
    memory_free(bytes);
}

static long long now(void *context)
{
    (void)context;
    return 1767225600;          /* 2026-01-01 */
}

static void take_job(void *context, struct job *job)
{
    struct host_at_hand *host = context;

    host->job = job;
}

static void settle(struct session *session, struct host_at_hand *host)
{
    while (session_settle(session))
        ;
    if (!host->job)
        return;
    do
        host->job->work(host->job);
    while (host->job->more);
    session_finish(session, host->job);
    host->job = NULL;
    host->done++;
    settle(session, host);
}

/* A whole session, to which each message comes by itself. */
static int live(struct host_at_hand *host, const char *uri)
{
    struct session *session =
        session_new((struct host){host, take, now, take_job});
    int status;

    for (size_t index = 0; index < MESSAGE_COUNT; index++) {
        struct buffer body = spelled_out(index, uri);
        char header[FRAME_HEADER_ROOM];

        session_receive(session, header, frame_header(header, body.length));
        session_receive(session, body.bytes, body.length);
        buffer_free(&body);
        while (session_step(session))
            ;
        settle(session, host);
    }
    status = session_status(session);
    session_free(session);
    return status;
}

static void of_a_session(void **state)
{
    struct host_at_hand host = {NULL, 0, 0};
    char folder[] = "/tmp/memory-XXXXXX";
    char list[64], uri[64];
    struct refusal refusal;
    FILE *file;
    int status;

    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(list, sizeof list, "%s/list.csv", folder);
    snprintf(uri, sizeof uri, "file://%s/report.md", folder);
    file = fopen(list, "w");
    assert_non_null(file);
    fputs("https://crt.sh/?id=7\n", file);
    assert_int_equal(fclose(file), 0);
    refusal_begin();
    status = live(&host, uri);
    refusal = refusal_end();
    remove(list);
    remove(folder);
    assert_int_equal(status, 0);
    assert_int_equal(host.done, 1);
    assert_true(host.sent > 8);
    judge(refusal, 1000);
}

/* Puts a file in the place of STREAM and returns what was there. */
static int replace_stream(int stream, FILE *file)
{
    int old = dup(stream);

    assert_true(old >= 0);
    assert_int_equal(dup2(fileno(file), stream), stream);
    return old;
}

static void restore_stream(int stream, int old)
{
    dup2(old, stream);
    close(old);
}

/* With libuv between, and files for streams. */
static void of_the_loop(void **state)
{
    struct buffer said = conversation("a:b");
    FILE *in = tmpfile();
    FILE *out = tmpfile();
    struct refusal refusal;
    int old_in, old_out, status;

    (void)state;
    assert_non_null(in);
    assert_non_null(out);
    assert_int_equal(fwrite(said.bytes, said.length, 1, in), 1);
    rewind(in);
    fflush(stdout);
    old_in = replace_stream(STDIN_FILENO, in);
    old_out = replace_stream(STDOUT_FILENO, out);
    refusal_begin();
    status = loop_run();
    refusal = refusal_end();
    restore_stream(STDIN_FILENO, old_in);
    restore_stream(STDOUT_FILENO, old_out);
    fclose(in);
    fclose(out);
    buffer_free(&said);
    assert_int_equal(status, 0);
    judge(refusal, 1000);
}

/* The libraries are given the server's functions as main() does it. */
int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_session),
        cmocka_unit_test(of_the_loop),
    };

    json_set_alloc_funcs(memory_new, memory_free);
    uv_replace_allocator(memory_new, memory_resize, memory_new_zeroed,
                         memory_free);
    cmark_memory_use();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
