/*
 * job.h - work that would hold up the conversation, done on another thread.
 *
 * The session makes a job and gives it to the host, which has it done and
 * gives it back with session_finish(); then it is the session's again. A job
 * that can't be given back is dropped.
 */
#ifndef PLATFORM_JOB_H
#define PLATFORM_JOB_H

#include <stdatomic.h>
#include <stdbool.h>

struct job {
    /* On the other thread. Touches nothing but the job. Does a part of the
       work, and leaves in MORE whether it is to be called again. */
    void (*work)(struct job *job);
    bool more;
    /* What work() reads, the job's own: a file, or all files *.md below a
       folder. A host that has files only after a while fetches them before. */
    const char *path;
    bool folder;
    void (*drop)(struct job *job);
    atomic_bool stop;           /* nobody waits for it any more */
    atomic_uint percent;        /* of the work that is done, as work() sees */
};

#endif
