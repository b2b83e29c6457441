/*
 * sandbox.h - gives up what reading reports never needs.
 *
 * A second wall: the program doesn't do what is refused here anyway. Should a
 * report that somebody else wrote ever find a fault in it, the kernel still
 * refuses to change files, to reach the network and to start programs.
 */
#ifndef PLATFORM_SANDBOX_H
#define PLATFORM_SANDBOX_H

enum sandbox_limit {
    /* No file can be written to, made, removed or renamed. */
    SANDBOX_FILES = 1,
    /* No socket can be opened, and no process or program started. */
    SANDBOX_PROCESSES = 2
};

/*
 * Sets those limits that the kernel has the means for, for this thread and all
 * that it starts; they can't be lifted. What is open stays as it is: a stream
 * open for writing can be written to. Returns the limits that are now set.
 */
unsigned sandbox_enter(void);

#endif
