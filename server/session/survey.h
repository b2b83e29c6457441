/*
 * survey.h - reads the reports in the client's folders, in the background.
 *
 * Only clients that ask what is due have that done. Reports above 1 MiB, which
 * nobody can post, are passed over, and so is what is not a plain file or not
 * UTF-8.
 */
#ifndef SESSION_SURVEY_H
#define SESSION_SURVEY_H

#include "job.h"
#include "lsp_due.h"
#include "threads.h"

struct workspace;

struct survey_folder {
    char *path;
    struct threads threads;         /* as last read; its files not joined */
    size_t job;                     /* the number of the one that reads it */
    bool reading;
    bool again;                     /* it has changed meanwhile */
};

/* {0} is empty. */
struct survey {
    struct survey_folder *items;
    size_t count, room;
    bool asked;                     /* and not told since that all may have
                                       changed */
    bool changed;                   /* what is due, since it was asked for */
};

/* The client asks what is due in the folders of PARAMS: has those read that
 * have not been. */
void survey_ask(struct workspace *workspace,
                const struct lsp_due_params *params);

/* Are there folders that have not been read to the end? */
bool survey_is_reading(const struct survey *survey);

/* Files, or the day, have changed: all folders are read again. */
void survey_reload(struct workspace *workspace);

/* JOB, one of those, takes a while: shows that to the user, who can stop it. */
void survey_wait(struct workspace *workspace, struct job *job);
/* JOB, one of those, is done: uses it, if it still can, and drops it. */
void survey_finish(struct workspace *workspace, struct job *job);

/* Tells the client that it should ask again; false if it need not. */
bool survey_tell(struct workspace *workspace);

void survey_free(struct survey *survey);            /* leaves it empty */

#endif
