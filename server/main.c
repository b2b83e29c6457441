/* incident-ls: a language server for incident reports, and a checker. */
#include <jansson.h>
#include <stdbool.h>
#include <uv.h>

#include "cmark_memory.h"
#include "command.h"
#include "log.h"
#include "loop.h"
#include "memory.h"
#include "process.h"

/* A server reads files, and writes to nothing but its streams. */
static int serve_limited(void)
{
    unsigned limits = process_limit();

    if (!(limits & LIMIT_FILES))
        log_line("nothing but this program itself keeps it from writing files");
    if (!(limits & LIMIT_PROCESSES))
        log_line("nothing but this program itself keeps it off the network");
    process_serve();
    return loop_run();
}

int main(int argc, char **argv)
{
    struct process_terminal terminal;
    bool serve = false;
    int status;

    if (!process_begin(&terminal))
        return 1;
    json_set_alloc_funcs(memory_new, memory_free);
    uv_replace_allocator(memory_new, memory_resize, memory_new_zeroed,
                         memory_free);
    cmark_memory_use();
    status = command_run(argc, argv, &serve);
    if (serve)
        status = serve_limited();
    process_end(&terminal);
    return status;
}
