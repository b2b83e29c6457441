/*
 * crtsh.h - links to certificates in the search of Certificate Transparency.
 */
#ifndef REPORT_CRTSH_H
#define REPORT_CRTSH_H

#include <stdbool.h>

#include "text.h"

enum crtsh_form {
    CRTSH_WANTED,           /* https://crt.sh/?sha256=HASH, no more */
    CRTSH_PARAMETERS,       /* that, and other parameters */
    CRTSH_OTHER             /* any other question: ?id=, ?q=, ... */
};

struct crtsh {
    enum crtsh_form form;
    struct span span;       /* of the link */
    struct slice hash;      /* 64 hexadecimal digits it asks for, or empty */
};

/* The first such link in TEXT at FROM or later; false if there is none. */
bool crtsh_find(struct slice text, size_t from, struct crtsh *link);

/*
 * The same, if the link stands for a certificate in a list: nothing is before
 * it in LINE, a line or a cell, but a number or a hash and what Markdown takes.
 */
bool crtsh_entry(struct slice line, struct crtsh *link);

/* The link as the guidelines want it stands before HASH here, up to its '='. */
const char *crtsh_wanted(void);

#endif
