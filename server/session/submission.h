/*
 * submission.h - how complete a report is, and what is posted of it.
 */
#ifndef SESSION_SUBMISSION_H
#define SESSION_SUBMISSION_H

#include "workspace.h"

/*
 * New, for the client: how complete the reports in DOCUMENT are, and where
 * their first error is, or else warning.
 */
json_t *submission_progress(struct workspace *workspace,
                            struct document *document);
/*
 * The same; from now on DOCUMENT is no draft, and the client is asked to
 * remove the words that say it is.
 */
json_t *submission_check(struct workspace *workspace,
                         struct document *document);
/* New, for the client: the report at OFFSET as a comment in Bugzilla. */
json_t *submission_text(struct workspace *workspace,
                        struct document *document, size_t offset);

#endif
