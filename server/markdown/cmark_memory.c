/* Gives cmark our memory. */
#include "cmark_memory.h"

#include <cmark-gfm.h>

#include "memory.h"

void cmark_memory_use(void)
{
    *cmark_get_default_mem_allocator() =
        (struct cmark_mem){memory_new_zeroed, memory_resize, memory_free};
}
