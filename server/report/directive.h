/*
 * directive.h - what an author tells the checker, in link definitions.
 *
 * Bugzilla prints HTML comments as text, so a directive is a link reference
 * definition, which renders as nothing:
 *
 *     [incident-ls]: # (reporter=third-party, guidelines=3.1, draft)
 */
#ifndef REPORT_DIRECTIVE_H
#define REPORT_DIRECTIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* One `key` or `key=value`; the value without its quotes, empty if none. */
struct directive_entry {
    struct slice key, value;
};

/*
 * Finds the next directive NAME ("incident-ls") at or behind *AT in
 * DEFINITIONS, the text of link reference definitions. True with what its
 * title holds in TITLE and *AT behind it; false if there is none.
 */
bool directive_next(struct slice definitions, const char *name, size_t *at,
                    struct slice *title);

/* Takes the next entry from the front of TITLE; false at its end. */
bool directive_entry_next(struct slice *title, struct directive_entry *entry);

#endif
