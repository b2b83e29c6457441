/* incident-ls: a language server for incident reports, and a checker. */
#include <fcntl.h>
#include <jansson.h>
#include <stdbool.h>
#include <unistd.h>
#include <uv.h>

#include "command.h"
#include "loop.h"
#include "memory.h"

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

int main(int argc, char **argv)
{
    bool serve = false;
    int status;

    if (!hold_standard_streams())
        return 1;
    json_set_alloc_funcs(memory_new, memory_free);
    uv_replace_allocator(memory_new, memory_resize, memory_new_zeroed,
                         memory_free);
    status = command_run(argc, argv, &serve);
    return serve ? loop_run() : status;
}
