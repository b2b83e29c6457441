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

/* What every directive's name begins with; the one for facts is just this. */
#define DIRECTIVE_NAME "incident-ls"

struct directive {
    struct span span;   /* of its definition, in what it was found in */
    struct slice name;  /* "incident-ls-disable" */
    struct slice title; /* empty if it has none */
    bool formed;        /* # stands after the colon, as it must */
};

/*
 * Finds the next directive at or after *AT in DEFINITIONS, the text of link
 * reference definitions. False if there is none; else *AT is after it.
 */
bool directive_next(struct slice definitions, size_t *at,
                    struct directive *directive);

/* True if DIRECTIVE is well formed and called NAME; names have no case. */
bool directive_is(const struct directive *directive, const char *name);

/* True if LINE begins like a directive: `[incident-ls...]:`. */
bool directive_begins(struct slice line);

/* Takes the next entry from the front of TITLE; false at its end. */
bool directive_entry_next(struct slice *title, struct directive_entry *entry);

#endif
