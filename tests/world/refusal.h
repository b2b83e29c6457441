/*
 * refusal.h - memory that runs out, at each allocation in turn.
 *
 * Linked into a program it takes the place of malloc(), calloc() and realloc(),
 * for the libraries too. Between refusal_begin() and refusal_end() the process
 * forks at each allocation: to the child this one is refused, and it must end
 * as memory.h promises; the parent sees to that, is given its memory and goes
 * on. So a single run tries every allocation, each where it is really made.
 */
#ifndef TESTS_REFUSAL_H
#define TESTS_REFUSAL_H

#include <stddef.h>

struct refusal {
    size_t tried;               /* so many allocations were refused */
    size_t wrong;               /* so many children ended in another way */
    size_t first;               /* the number of the first of those, from 1 */
    int status;                 /* its status, as waitpid() has it */
    char said[256];             /* what it said on stderr, cut */
};

void refusal_begin(void);
/* What came of it. A child that has come so far ends here. */
struct refusal refusal_end(void);

#endif
