/*
 * lsp_work_done.h - how far work is that the server does unasked. See lsp.h
 * for what holds of all of these.
 *
 * A token names one piece of such work. The client has to agree to a token
 * first: it answers window/workDoneProgress/create.
 */
#ifndef PROTOCOL_LSP_WORK_DONE_H
#define PROTOCOL_LSP_WORK_DONE_H

#include "lsp.h"

json_t *lsp_write_work_create(json_int_t token);

/* Of $/progress: the work can be cancelled; PERCENT is of 100. */
json_t *lsp_write_work_begin(json_int_t token, const char *title,
                             unsigned percent);
json_t *lsp_write_work_report(json_int_t token, unsigned percent);
json_t *lsp_write_work_end(json_int_t token);

/* Of window/workDoneProgress/cancel; a token of somebody else's becomes 0. */
bool lsp_read_work_cancel(const json_t *params, json_int_t *token,
                          const char **fault);

#endif
