/*
 * process.h - this process: its streams, its terminal, what it may do.
 */
#ifndef PLATFORM_PROCESS_H
#define PLATFORM_PROCESS_H

#include <stdbool.h>
#include <stddef.h>

/* The standard streams, by the numbers they have on every system. */
enum process_stream {
    PROCESS_INPUT = 0,
    PROCESS_OUTPUT = 1,
    PROCESS_LOG = 2
};

/* What process_end() is to put back; for process_begin() alone. */
struct process_terminal {
    unsigned long mode;
    unsigned encoding;          /* 0: nothing was changed */
};

/*
 * To be called before anything else. From then on, bytes go through the
 * standard streams as they are, and to a terminal as UTF-8. A stream that was
 * closed is replaced by one that can't be read or written: otherwise a file
 * opened later could get its number, and what is meant for the stream would go
 * there. What would make the system end the process becomes an error like
 * others. False if that can't be done.
 */
bool process_begin(struct process_terminal *terminal);

/* Leaves the terminal as process_begin() found it. */
void process_end(const struct process_terminal *terminal);

/*
 * For a process that serves a client all day: a client that no longer reads is
 * an error like others, and large pieces of memory that are freed go back to
 * the system. Some C libraries would keep tens of megabytes.
 */
void process_serve(void);

/* Are there as many descriptors as libuv needs to start? Without them it
 * aborts. */
bool process_has_room(void);

/* True if nobody can write to standard input any more, whatever is left to be
 * read; false where that can't be told. */
bool process_is_abandoned(void);

/* Does STREAM lead to a terminal? */
bool process_is_terminal(enum process_stream stream);

/* True if a terminal that is standard output shows colours. */
bool process_shows_colour(void);

/* The columns of a terminal that is standard output; 0 if it doesn't say. */
size_t process_terminal_width(void);

/*
 * Writes LENGTH bytes, 512 at most, to the log if that takes them now; they are
 * dropped rather than waited for when nobody reads it.
 */
void process_write_log(const char *bytes, size_t length);

/*
 * A second line of defence: the program doesn't do what is refused here anyway.
 * Should a report that somebody else wrote ever find a fault in it, the system
 * still refuses to change files, to reach the network and to start programs.
 */
enum process_limit {
    /* No file can be written to, made, removed or renamed. */
    LIMIT_FILES = 1,
    /* No socket can be opened, and no process or program started. */
    LIMIT_PROCESSES = 2
};

/*
 * Sets those limits that the system has the means for, for this thread and all
 * that it starts; they can't be lifted. What is open stays as it is: a stream
 * open for writing can be written to. Returns the limits that are now set.
 */
unsigned process_limit(void);

#endif
