/*
 * threads.h - the bugs that a set of files is about.
 */
#ifndef CHECKS_THREADS_H
#define CHECKS_THREADS_H

#include "thread.h"

struct threads_file {
    char *path;
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
 * Adds a thread of its own for the file at PATH, which holds SOURCE, valid UTF-8,
 * if there is a report in it. TODAY counts from 1970-01-01.
 */
void threads_add(struct threads *threads, const char *path, struct slice source,
                 int today);

/*
 * Makes one thread of those whose files are comments on one bug: they lie in
 * one folder, and either name the same bug, or name no two and hold no kind of
 * report twice. To be called once, when all files have been added.
 */
void threads_join(struct threads *threads);

void threads_free(struct threads *threads);         /* leaves it empty */

#endif
