/* Keeps some bytes before what it gives. */
#include "guarded.h"

#include <stdint.h>
#include <string.h>

#include "memory.h"

/* Bytes: more than "mailto:" has, and what any type may be aligned to. */
#define GUARD ((size_t)16)

static size_t with_guard(size_t size)
{
    if (size > SIZE_MAX - GUARD)
        memory_or_abort(NULL);
    return size + GUARD;
}

static void *behind_guard(void *memory)
{
    return (char *)memory + GUARD;
}

static void *from_guard(void *memory)
{
    return memory ? (char *)memory - GUARD : NULL;
}

void *guarded_new_zeroed(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_or_abort(NULL);
    return behind_guard(memory_new_zeroed(1, with_guard(count * size)));
}

void *guarded_resize(void *memory, size_t size)
{
    void *whole = memory_resize(from_guard(memory), with_guard(size));

    if (!memory)
        memset(whole, 0, GUARD);
    return behind_guard(whole);
}

void guarded_free(void *memory)
{
    memory_free(from_guard(memory));
}
