/*
 * thread.h - the life of one bug, as the reports in its comments tell it.
 *
 * The preliminary report, the full report, the updates and the closure of an
 * incident are comments on one bug, written in one file or in several. Each
 * file adds its moments to the thread; what a directive says takes precedence
 * over what can be concluded from the text of a report. A thread owns all that
 * it holds, so it outlives the texts it was read from.
 */
#ifndef CHECKS_THREAD_H
#define CHECKS_THREAD_H

#include "report.h"

/* One moment that a file tells of. */
struct thread_moment {
    enum moment_id id;
    struct report_moment when;  /* its span is of the text of FILE; of an
                                   action item it may not be given */
    bool derived;               /* concluded from the text, not said outright */
    const char *place;          /* what it was concluded from, "the timeline";
                                   NULL: a directive */
    bool settled;               /* an action item that is done, or that another
                                   file tells more of: it does not count */
    size_t file;                /* as the caller counts them */
    size_t line;                /* where it is told, from 0 */
    char *subject;              /* what it is about: an action item; or NULL */
};

/* {0} is empty. */
struct thread {
    struct thread_moment *moments;
    size_t count, room;
    unsigned reports;           /* bit n: it holds one of rule_reports[n] */
    size_t open_actions;        /* neither complete nor canceled */
    bool closed;                /* the bug is: a directive says so */
    bool delayed;               /* a revocation is: the whiteboard or an update
                                   says so */
    bool unread;                /* a directive gives what is no moment... */
    size_t unread_line;         /* ... here, from 0, in a file read alone */
    char *bug;                  /* its number, or NULL */
};

/* Adds what REPORTS, those of FILE, tell on the day TODAY (from 1970-01-01). */
void thread_add(struct thread *thread, const struct reports *reports,
                size_t file, int today);
/* The same, but only what directives say. */
void thread_add_directives(struct thread *thread,
                           const struct reports *reports, size_t file);

/* Is MOMENT known, and has nothing made an end of it? */
bool thread_counts(const struct thread_moment *moment);

/*
 * The moment of THREAD called ID: the latest if it is the last comment or the
 * next update, else the first. One that was stated takes precedence over one
 * that was concluded, except for the last comment. NULL if nothing tells of it.
 */
const struct thread_moment *thread_find(const struct thread *thread,
                                        enum moment_id id);

/* True if THREAD holds a report of the kind ID. */
bool thread_holds(const struct thread *thread, enum report_id id);

/* Has closure been asked for, or is the bug closed? */
bool thread_is_closed(const struct thread *thread);

/* A copy of THREAD, read of one file, as of the file FILE; for
 * thread_free(). */
struct thread thread_copy(const struct thread *thread, size_t file);

/* Moves all that FROM holds to THREAD; FROM is then empty. */
void thread_join(struct thread *thread, struct thread *from);

void thread_free(struct thread *thread);            /* leaves it empty */

#endif
