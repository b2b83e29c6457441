/*
 * inline_link.h - what stands in parentheses after the words of a link.
 */
#ifndef REPORT_INLINE_LINK_H
#define REPORT_INLINE_LINK_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct inline_link {
    bool broken;        /* blanks in the address: it is shown as text */
    struct span target; /* the address, without <> */
    size_t end;         /* after the closing parenthesis */
};

/*
 * Reads `(address "title")` at AT of TEXT; false if there is nothing like it.
 * Looks at a bounded number of bytes beyond the address.
 */
bool inline_link_read(struct slice text, size_t at, struct inline_link *link);

#endif
