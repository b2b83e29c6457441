/* A process by the calls of POSIX. */
#define _DEFAULT_SOURCE /* for the size of a terminal */
#define _DARWIN_C_SOURCE

#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#define DESCRIPTORS 8 /* that libuv wants */

/* Bytes: glibc's own, which it would raise unless it is told them. */
#define KEPT (128 * 1024)

bool process_begin(struct process_terminal *terminal)
{
    int stream = STDIN_FILENO;

    *terminal = (struct process_terminal){0, 0};
    if (fcntl(STDIN_FILENO, F_GETFD) < 0)
        stream = open("/dev/null", O_WRONLY);
    while (stream >= 0 && stream <= STDERR_FILENO)
        stream = open("/dev/null", O_RDONLY);
    /* A file that may grow no further is to be a fault like another. */
    signal(SIGXFSZ, SIG_IGN);
    return stream >= 0 && !close(stream);
}

void process_end(const struct process_terminal *terminal)
{
    (void)terminal;
}

void process_serve(void)
{
    signal(SIGPIPE, SIG_IGN);
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, KEPT);
    mallopt(M_MMAP_THRESHOLD, KEPT);
#endif
}

bool process_has_room(void)
{
    int held[DESCRIPTORS];
    size_t count = 0;

    while (count < DESCRIPTORS && (held[count] = dup(STDERR_FILENO)) >= 0)
        count++;
    for (size_t i = 0; i < count; i++)
        close(held[i]);
    return count == DESCRIPTORS;
}

bool process_is_abandoned(void)
{
    struct pollfd in = {STDIN_FILENO, 0, 0};

    return poll(&in, 1, 0) == 1 && in.revents & POLLHUP;
}

bool process_is_terminal(enum process_stream stream)
{
    return isatty((int)stream);
}

bool process_shows_colour(void)
{
    const char *kind = getenv("TERM");

    return kind && strcmp(kind, "dumb") != 0;
}

size_t process_terminal_width(void)
{
    struct winsize size;

    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) ? 0 : size.ws_col;
}

/* A pipe that can be written to takes as much as 512 bytes at once. */
void process_write_log(const char *bytes, size_t length)
{
    struct pollfd log = {STDERR_FILENO, POLLOUT, 0};

    if (poll(&log, 1, 0) == 1 && write(STDERR_FILENO, bytes, length) < 0)
        return; /* There is nowhere left to say so. */
}
