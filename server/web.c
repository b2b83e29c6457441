/*
 * The session as WebAssembly: its host, a few lines of JavaScript, calls the
 * functions exported here in place of a loop.
 *
 *     at = room(length);          put that many bytes there
 *     receive(length);            until step() is false
 *     settle();                   when no more input is at hand, until false
 *
 * Nothing here waits. What the session reaches of the outside are the functions
 * imported from "host", and those of platform/none.
 */
#include <jansson.h>
#include <string.h>

#include "cmark_memory.h"
#include "memory.h"
#include "session.h"

#define IMPORT(name) \
    __attribute__((import_module("host"), import_name(#name)))
#define EXPORT(name) __attribute__((export_name(#name)))

/* Seconds since 1970-01-01, UTC. */
IMPORT(now) double host_now(void);
/* Takes a copy of the LENGTH bytes of one message. */
IMPORT(send) void host_send(const char *bytes, size_t length);
/* JOB is to be given to work() when the file at PATH, LENGTH bytes, can be
 * asked for; with FOLDER, when all files *.md below the folder there can. */
IMPORT(start) void host_start(struct job *job, const char *path,
                              size_t length, bool folder);

/* Comes first, once. */
EXPORT(begin) void web_begin(void);
/* Where the next input is put, of up to LENGTH bytes. */
EXPORT(room) char *web_room(size_t length);
/* Memory that the module will free: of a file. */
EXPORT(allot) char *web_allot(size_t length);
/* Takes in the LENGTH bytes there, frames of messages cut anywhere. */
EXPORT(receive) void web_receive(size_t length);
/* As session.h has them. */
EXPORT(step) bool web_step(void);
EXPORT(settle) bool web_settle(void);
/* Does a part of JOB, which was given to start(): true if there is more to do,
 * for which other input need not wait. */
EXPORT(work) bool web_work(struct job *job);
/* JOB has been worked at for a while: shows how far it is. */
EXPORT(wait) void web_wait(struct job *job);
/* What a process would return; -1 before exit. */
EXPORT(status) int web_status(void);

/* There is one session in a module. */
static struct session *session;
static char *input;

static void on_send(void *context, char *bytes, size_t length)
{
    (void)context;
    host_send(bytes, length);
    memory_free(bytes);
}

static long long on_now(void *context)
{
    (void)context;
    return (long long)host_now();
}

static void on_start(void *context, struct job *job)
{
    (void)context;
    host_start(job, job->path, strlen(job->path), job->folder);
}

void web_begin(void)
{
    json_set_alloc_funcs(memory_new, memory_free);
    cmark_memory_use();
    session = session_new((struct host){NULL, on_send, on_now, on_start});
}

char *web_room(size_t length)
{
    input = memory_resize(input, length);
    return input;
}

char *web_allot(size_t length)
{
    return memory_new(length);
}

void web_receive(size_t length)
{
    session_receive(session, input, length);
}

bool web_step(void)
{
    return session_step(session);
}

bool web_settle(void)
{
    return session_settle(session);
}

bool web_work(struct job *job)
{
    job->work(job);
    if (job->more)
        return true;
    session_finish(session, job);
    return false;
}

void web_wait(struct job *job)
{
    session_wait(session, job);
}

int web_status(void)
{
    return session_is_over(session) ? session_status(session) : -1;
}
