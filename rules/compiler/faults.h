/*
 * faults.h - what is wrong with the records, printed as FILE:LINE: FAULT.
 */
#ifndef COMPILER_FAULTS_H
#define COMPILER_FAULTS_H

#include <stddef.h>

/* All zero at first. */
struct faults {
    size_t count;
};

#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
/* Prints a fault to stderr; LINE is from 1, or 0 for a whole file. */
void fault(struct faults *faults, const char *file, int line,
           const char *format, ...);

/* Like realloc(), but ends the program if there is no memory. */
void *grow(void *memory, size_t count, size_t size);

#endif
