/*
 * threads.h - the bugs that a set of files is about.
 */
#ifndef CHECKS_THREADS_H
#define CHECKS_THREADS_H

#include "thread.h"

struct threads_file {
    char *path;
    size_t line;                /* of its first report, from 0 */
    size_t thread;              /* of the items, the one it is a part of */
};

/* {0} is empty. */
struct threads {
    struct thread *items;
    size_t count, room;
    struct threads_file *files; /* in the order in which they were added */
    size_t file_count, file_room;
};

/*
 * Adds a thread of its own for the file at PATH, which holds SOURCE, valid
 * UTF-8, if there is a report in it. TODAY counts from 1970-01-01.
 */
void threads_add(struct threads *threads, const char *path, struct slice source,
                 int today);

/* The same for a file whose REPORTS have been read. */
void threads_add_reports(struct threads *threads, const char *path,
                         const struct reports *reports, int today);

/* The same with a copy of FILE of FROM, whose files have not been joined. */
void threads_add_copy(struct threads *threads, const struct threads *from,
                      size_t file);

/*
 * Makes one thread of those whose files are comments on one bug: they lie in
 * one folder, and either name the same bug, or name no two and hold no kind of
 * report twice. To be called once, when all files have been added.
 */
void threads_join(struct threads *threads);

void threads_free(struct threads *threads);         /* leaves it empty */

#endif
