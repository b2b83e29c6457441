/*
 * session.c - the methods, the life cycle, and one answer to each request.
 */
#include "session.h"

#include <string.h>

#include "array.h"
#include "attachment.h"
#include "handlers.h"
#include "inbox.h"
#include "log.h"
#include "memory.h"

struct method {
    const char *name;
    struct reply (*handler)(struct workspace *workspace,
                            const json_t *params);
    unsigned capabilities;      /* bits of enum lsp_capability */
};

static const struct method requests[] = {
    /* method                             handler           announced as */
    {"initialize",                        on_initialize,    LSP_NOTHING},
    {"shutdown",                          on_nothing,       LSP_NOTHING},
    {"textDocument/diagnostic",           on_diagnostic,    LSP_DIAGNOSTICS},
    {"textDocument/codeAction",           on_code_action,   LSP_CODE_ACTIONS},
    {"textDocument/completion",           on_completion,    LSP_COMPLETION},
    {"workspace/executeCommand",          on_command,       LSP_COMMANDS},
    {"textDocument/formatting",           on_formatting,    LSP_FORMATTING},
    {"textDocument/rangeFormatting",      on_range_formatting,
     LSP_RANGE_FORMATTING},
    {"textDocument/hover",                on_hover,         LSP_HOVER},
    {"textDocument/documentSymbol",       on_symbols,       LSP_SYMBOLS},
    {"workspace/symbol",                  on_workspace_symbols,
     LSP_WORKSPACE_SYMBOLS},
    {"textDocument/foldingRange",         on_folding,       LSP_FOLDING},
    {"textDocument/selectionRange",       on_selection,     LSP_SELECTION},
    {"textDocument/documentLink",         on_links,         LSP_LINKS},
    {"textDocument/codeLens",             on_lenses,        LSP_LENSES},
    {"textDocument/inlayHint",            on_hints,         LSP_HINTS},
    {"textDocument/definition",           on_definition,    LSP_DEFINITION},
    {"textDocument/references",           on_references,    LSP_REFERENCES},
    {"textDocument/documentHighlight",    on_highlight,     LSP_HIGHLIGHTS},
    {"textDocument/prepareRename",        on_prepare_rename,
     LSP_PREPARE_RENAME},
    {"textDocument/rename",               on_rename,        LSP_RENAME},
    {"incidentReport/preview",            on_preview,       LSP_PREVIEW},
    {"incidentReport/due",                on_due,           LSP_DUE},
};

static const struct method notifications[] = {
    /* method                             handler           announced as */
    {"initialized",                       on_initialized,   LSP_NOTHING},
    {"exit",                              on_nothing,       LSP_NOTHING},
    {"$/cancelRequest",                   on_nothing,       LSP_NOTHING},
    {"$/setTrace",                        on_nothing,       LSP_NOTHING},
    {"window/workDoneProgress/cancel",    on_work_cancel,   LSP_NOTHING},
    {"textDocument/didOpen",              on_did_open,      LSP_SYNC},
    {"textDocument/didChange",            on_did_change,    LSP_SYNC},
    {"textDocument/didClose",             on_did_close,     LSP_SYNC},
    {"textDocument/didSave",              on_did_save,      LSP_SAVE},
    {"workspace/didChangeConfiguration",  on_configuration, LSP_NOTHING},
    {"workspace/didChangeWatchedFiles",   on_watched_files, LSP_NOTHING},
};

enum state {
    STATE_NEW,
    STATE_RUNNING,
    STATE_SHUT_DOWN,
    STATE_OVER
};

static const struct {
    const char *method;
    enum state next;            /* once it is handled without a problem */
} life_cycle[] = {
    {"initialize", STATE_RUNNING},
    {"shutdown", STATE_SHUT_DOWN},
    {"exit", STATE_OVER},
};

struct session {
    struct workspace workspace;
    struct inbox inbox;
    enum state state;
    bool was_shut_down;
};

static unsigned capabilities_of(const struct method *table, size_t count)
{
    unsigned capabilities = 0;

    for (size_t i = 0; i < count; i++)
        capabilities |= table[i].capabilities;
    return capabilities;
}

struct session *session_new(struct host host)
{
    struct session *session = memory_new_zeroed(1, sizeof *session);

    session->workspace.client.host = host;
    session->workspace.started = host.now(host.context);
    session->workspace.capabilities =
        capabilities_of(requests, LENGTH_OF(requests)) |
        capabilities_of(notifications, LENGTH_OF(notifications));
    return session;
}

void session_free(struct session *session)
{
    if (!session)
        return;
    inbox_free(&session->inbox);
    workspace_free(&session->workspace);
    memory_free(session);
}

void session_receive(struct session *session, const char *bytes,
                     size_t length)
{
    inbox_receive(&session->inbox, bytes, length);
}

static const struct method *method_find(const struct rpc_message *message)
{
    bool request = message->kind == RPC_REQUEST;
    const struct method *table = request ? requests : notifications;
    size_t count = request ? LENGTH_OF(requests) : LENGTH_OF(notifications);

    for (size_t i = 0; i < count; i++) {
        if (!strcmp(table[i].name, message->method))
            return &table[i];
    }
    return NULL;
}

/* Why MESSAGE is refused in this state; without a problem if it is not. */
static struct reply refusal(const struct session *session,
                            const struct rpc_message *message)
{
    bool initialize = !strcmp(message->method, "initialize");

    if (session->state == STATE_SHUT_DOWN)
        return reply_failed(RPC_INVALID_REQUEST,
                            "the server has been shut down");
    if (session->state == STATE_NEW && !initialize)
        return reply_failed(RPC_NOT_INITIALIZED, "initialize must come first");
    if (session->state == STATE_RUNNING && initialize)
        return reply_failed(RPC_INVALID_REQUEST, "initialize has come before");
    return reply_failed(0, NULL);
}

static void advance(struct session *session, const char *method)
{
    for (size_t i = 0; i < LENGTH_OF(life_cycle); i++) {
        if (!strcmp(life_cycle[i].method, method))
            session->state = life_cycle[i].next;
    }
    session->was_shut_down |= session->state == STATE_SHUT_DOWN;
}

static struct reply run(struct session *session,
                        const struct rpc_message *message)
{
    const struct method *method = method_find(message);
    struct reply reply;

    if (!method)
        return reply_failed(RPC_METHOD_NOT_FOUND, "there is no such method");
    reply = method->handler(&session->workspace, message->params);
    if (!reply.problem)
        advance(session, message->method);
    return reply;
}

static void answer(struct session *session, const struct rpc_message *message,
                   struct reply reply)
{
    json_t *result = reply.result ? reply.result : json_null();

    client_send(&session->workspace.client,
                reply.problem ? rpc_write_error(message->id, reply.code,
                                                reply.problem)
                              : rpc_write_result(message->id, result));
}

static void handle_request(struct session *session,
                           const struct incoming *incoming)
{
    struct reply reply = refusal(session, &incoming->message);

    if (incoming->cancelled)
        reply = reply_failed(RPC_CANCELLED, "the client has cancelled it");
    else if (!reply.problem)
        reply = run(session, &incoming->message);
    answer(session, &incoming->message, reply);
}

/* Before initialize and after shutdown all but exit is ignored. */
static void handle_notification(struct session *session,
                                const struct rpc_message *message)
{
    struct reply reply;

    if (session->state != STATE_RUNNING && strcmp(message->method, "exit"))
        return;
    reply = run(session, message);
    if (reply.problem && reply.code != RPC_METHOD_NOT_FOUND)
        log_line("%s: %s", message->method, reply.problem);
}

static void handle_invalid(struct session *session,
                           const struct rpc_message *message)
{
    log_line("an invalid message: %s", message->problem);
    answer(session, message, reply_failed(message->code, message->problem));
}

static void handle(struct session *session, const struct incoming *incoming)
{
    const struct rpc_message *message = &incoming->message;

    switch (message->kind) {
    case RPC_REQUEST:
        handle_request(session, incoming);
        break;
    case RPC_NOTIFICATION:
        handle_notification(session, message);
        break;
    case RPC_RESPONSE:
        workspace_answer(&session->workspace, message->id, message->result);
        break;
    case RPC_INVALID:
        handle_invalid(session, message);
        break;
    }
}

bool session_step(struct session *session)
{
    struct incoming incoming;

    if (session_is_over(session) || !inbox_next(&session->inbox, &incoming))
        return false;
    handle(session, &incoming);
    rpc_message_free(&incoming.message);
    return true;
}

bool session_settle(struct session *session)
{
    return session->state == STATE_RUNNING &&
           workspace_publish(&session->workspace);
}

void session_wait(struct session *session, struct job *job)
{
    if (session->state != STATE_RUNNING)
        return;
    if (job->folder)
        survey_wait(&session->workspace, job);
    else
        attachment_wait(&session->workspace, job);
}

void session_finish(struct session *session, struct job *job)
{
    if (job->folder)
        survey_finish(&session->workspace, job);
    else
        attachment_finish(&session->workspace, job);
}

long session_parent(const struct session *session)
{
    return session->workspace.client.facts.process_id;
}

bool session_is_over(const struct session *session)
{
    return session->state == STATE_OVER;
}

int session_status(const struct session *session)
{
    return session_is_over(session) && session->was_shut_down ? 0 : 1;
}
