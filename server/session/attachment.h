/*
 * attachment.h - reads the lists that open reports link to, in the background.
 *
 * A list is a plain file in the report's folder or below the client's folder;
 * neither a symbolic link nor ".." leads out of there. What is found in it is
 * published for the file's own URI, and summed up on the link.
 */
#ifndef SESSION_ATTACHMENT_H
#define SESSION_ATTACHMENT_H

#include "job.h"
#include "workspace.h"

/*
 * After a check of DOCUMENT: has new lists read, and clears what was published
 * for lists that it no longer links to.
 */
void attachment_start(struct workspace *workspace, struct document *document);

/* JOB, one of those, takes a while: shows that to the user, who can stop it. */
void attachment_wait(struct workspace *workspace, struct job *job);
/*
 * JOB, one of those, is done: uses it, if anything still needs it, and drops
 * it.
 */
void attachment_finish(struct workspace *workspace, struct job *job);

/* The files may have changed: all lists are read again. */
void attachment_reload(struct workspace *workspace);

/* DOCUMENT is about to be closed. */
void attachment_close(struct workspace *workspace, struct document *document);

#endif
