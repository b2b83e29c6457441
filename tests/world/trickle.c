/*
 * Preloaded into the program: its streams and files trickle.
 *
 * Every read and write of stdin, stdout and plain files takes a random part of
 * what it is to take, or is interrupted, or would block where it can. TRICKLE
 * is the seed; to the descriptor TRICKLE_TOLD goes, at the end, how often each
 * of the three came about.
 */
#define _GNU_SOURCE /* for syscall() */

#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#include "trickle.h"

static struct {
    _Atomic uint64_t calls;
    uint64_t seed;
    _Atomic uint32_t told[TRICKLE_KINDS];
} state;

/* What the call comes to; lists are read on other threads. */
static uint64_t chance(void)
{
    uint64_t x = state.seed +
                 0x9e3779b97f4a7c15 * (atomic_fetch_add(&state.calls, 1) + 1);

    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

static void tell(enum trickle kind)
{
    atomic_fetch_add(&state.told[kind], 1);
}

/* What libuv has besides must work as a whole. */
static bool trickles(int descriptor, bool *blocks)
{
    struct stat status;

    if (!state.seed || fstat(descriptor, &status))
        return false;
    *blocks = !S_ISREG(status.st_mode);
    return S_ISREG(status.st_mode) || descriptor == STDIN_FILENO ||
           descriptor == STDOUT_FILENO;
}

/* How much of LENGTH is to be taken; -1 with errno if nothing. */
static ssize_t some(int descriptor, size_t length)
{
    bool blocks;
    uint64_t number;

    if (!length || !trickles(descriptor, &blocks))
        return (ssize_t)length;
    number = chance();
    if (number % 4 == 0) {
        tell(TRICKLE_INTERRUPTED);
        errno = EINTR;
        return -1;
    }
    if (number % 4 == 1 && blocks) {
        tell(TRICKLE_BLOCKED);
        errno = EAGAIN;
        return -1;
    }
    number /= 4;
    number = number % (number % 2 ? length : length < 16 ? length : 16) + 1;
    if (number < length)
        tell(TRICKLE_SHORT);
    return (ssize_t)number;
}

ssize_t read(int descriptor, void *bytes, size_t length)
{
    ssize_t taken = some(descriptor, length);

    return taken < 0 ? -1 : syscall(SYS_read, descriptor, bytes, (size_t)taken);
}

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    ssize_t taken = some(descriptor, length);

    return taken < 0 ? -1
                     : syscall(SYS_write, descriptor, bytes, (size_t)taken);
}

/* Only the first piece, as a call may. */
ssize_t writev(int descriptor, const struct iovec *pieces, int count)
{
    bool blocks;

    if (count > 0 && pieces->iov_len && trickles(descriptor, &blocks))
        return write(descriptor, pieces->iov_base, pieces->iov_len);
    return syscall(SYS_writev, descriptor, pieces, count);
}

__attribute__((constructor)) static void begin(void)
{
    const char *seed = getenv("TRICKLE");

    state.seed = seed ? strtoull(seed, NULL, 10) : 0;
}

__attribute__((destructor)) static void end(void)
{
    const char *told = getenv("TRICKLE_TOLD");
    uint32_t counts[TRICKLE_KINDS];

    for (int kind = 0; kind < TRICKLE_KINDS; kind++)
        counts[kind] = atomic_load(&state.told[kind]);
    if (told)
        syscall(SYS_write, atoi(told), counts, sizeof counts);
}
