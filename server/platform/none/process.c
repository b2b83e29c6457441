/* A module has no streams but the log, and its host limits what it may do. */
#include "process.h"

__attribute__((import_module("host"), import_name("log")))
void host_log(const char *bytes, size_t length);

void process_write_log(const char *bytes, size_t length)
{
    host_log(bytes, length);
}
