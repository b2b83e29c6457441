/*
 * faults.c - prints what is wrong with records, and lack of memory.
 */
#include "faults.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

void fault(struct faults *faults, const char *file, int line,
           const char *format, ...)
{
    va_list values;

    faults->count++;
    if (line > 0)
        fprintf(stderr, "%s:%d: ", file, line);
    else
        fprintf(stderr, "%s: ", file);
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputc('\n', stderr);
}

void *grow(void *memory, size_t count, size_t size)
{
    void *grown = NULL;

    if (count <= SIZE_MAX / size)
        grown = realloc(memory, count * size);
    if (!grown) {
        fputs("rules_compile: out of memory\n", stderr);
        exit(1);
    }
    return grown;
}
