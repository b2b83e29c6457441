/* incident-ls: a language server for incident reports, and a checker. */
#include <fcntl.h>
#include <jansson.h>
#include <signal.h>
#include <stdbool.h>
#include <unistd.h>
#include <uv.h>

#include "cmark_memory.h"
#include "command.h"
#include "log.h"
#include "loop.h"
#include "memory.h"
#include "sandbox.h"

/*
 * A standard stream that was closed must not become the number of something we
 * open: what is written to it would go there. It becomes one that can't be
 * written to, so that a lost output is noticed.
 */
static bool hold_standard_streams(void)
{
    int stream = open("/dev/null", O_RDONLY);

    while (stream >= 0 && stream <= STDERR_FILENO)
        stream = open("/dev/null", O_RDONLY);
    return stream >= 0 && !close(stream);
}

/* A server reads files, and writes to nothing but its streams. */
static int serve_limited(void)
{
    unsigned limits = sandbox_enter();

    if (!(limits & SANDBOX_FILES))
        log_line("nothing but this program itself keeps it from writing files");
    if (!(limits & SANDBOX_PROCESSES))
        log_line("nothing but this program itself keeps it off the network");
    memory_keep_little();
    return loop_run();
}

int main(int argc, char **argv)
{
    bool serve = false;
    int status;

    if (!hold_standard_streams())
        return 1;
    /* A file that may grow no further is to be a fault like another. */
    signal(SIGXFSZ, SIG_IGN);
    json_set_alloc_funcs(memory_new, memory_free);
    uv_replace_allocator(memory_new, memory_resize, memory_new_zeroed,
                         memory_free);
    cmark_memory_use();
    status = command_run(argc, argv, &serve);
    return serve ? serve_limited() : status;
}
