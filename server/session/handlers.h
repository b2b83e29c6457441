/*
 * handlers.h - one function per method: params in, work done, reply out.
 *
 * A handler never sends the answer itself; it returns it, so that there is
 * exactly one. PARAMS is borrowed and may be NULL or of any shape.
 */
#ifndef SESSION_HANDLERS_H
#define SESSION_HANDLERS_H

#include "jsonrpc.h"
#include "workspace.h"

/* What a handler returns: a result, or what is wrong. Of a notification only a
 * problem matters: it is logged. */
struct reply {
    json_t *result;             /* new; NULL means null */
    enum rpc_error code;        /* with PROBLEM */
    const char *problem;        /* constant; NULL if all went well */
};

/* RESULT is given up. */
struct reply reply_with(json_t *result);
struct reply reply_failed(enum rpc_error code, const char *problem);
/* FAULT says what is wrong with the parameters. */
struct reply reply_bad_params(const char *fault);

/* The handlers, by method; see session.c. */
struct reply on_nothing(struct workspace *workspace, const json_t *params);
struct reply on_initialize(struct workspace *workspace, const json_t *params);
struct reply on_initialized(struct workspace *workspace, const json_t *params);
struct reply on_did_open(struct workspace *workspace, const json_t *params);
struct reply on_did_change(struct workspace *workspace, const json_t *params);
struct reply on_did_close(struct workspace *workspace, const json_t *params);
struct reply on_did_save(struct workspace *workspace, const json_t *params);
struct reply on_configuration(struct workspace *workspace,
                              const json_t *params);
struct reply on_work_cancel(struct workspace *workspace, const json_t *params);
struct reply on_watched_files(struct workspace *workspace,
                              const json_t *params);
struct reply on_diagnostic(struct workspace *workspace, const json_t *params);
struct reply on_completion(struct workspace *workspace, const json_t *params);
struct reply on_command(struct workspace *workspace, const json_t *params);
struct reply on_formatting(struct workspace *workspace, const json_t *params);
struct reply on_range_formatting(struct workspace *workspace,
                                 const json_t *params);
struct reply on_code_action(struct workspace *workspace, const json_t *params);
struct reply on_hover(struct workspace *workspace, const json_t *params);
struct reply on_symbols(struct workspace *workspace, const json_t *params);
struct reply on_workspace_symbols(struct workspace *workspace,
                                  const json_t *params);
struct reply on_folding(struct workspace *workspace, const json_t *params);
struct reply on_selection(struct workspace *workspace, const json_t *params);
struct reply on_links(struct workspace *workspace, const json_t *params);
struct reply on_lenses(struct workspace *workspace, const json_t *params);
struct reply on_hints(struct workspace *workspace, const json_t *params);
struct reply on_preview(struct workspace *workspace, const json_t *params);
struct reply on_due(struct workspace *workspace, const json_t *params);
struct reply on_definition(struct workspace *workspace, const json_t *params);
struct reply on_references(struct workspace *workspace, const json_t *params);
struct reply on_highlight(struct workspace *workspace, const json_t *params);
struct reply on_prepare_rename(struct workspace *workspace,
                               const json_t *params);
struct reply on_rename(struct workspace *workspace, const json_t *params);

#endif
