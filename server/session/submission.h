/*
 * submission.h - how a report stands before it is posted, and what is posted.
 */
#ifndef SESSION_SUBMISSION_H
#define SESSION_SUBMISSION_H

#include "workspace.h"

/* New, for the client: how far the reports of DOCUMENT have come, and where
 * the first of what is wrong with them is. */
json_t *submission_progress(struct workspace *workspace,
                            struct document *document);
/* The same, DOCUMENT being no draft from now on; the client is asked to take
 * out the words that say it is. */
json_t *submission_check(struct workspace *workspace,
                         struct document *document);
/* New, for the client: the report at OFFSET as a comment in Bugzilla. */
json_t *submission_text(struct workspace *workspace,
                        struct document *document, size_t offset);

#endif
