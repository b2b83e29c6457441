/*
 * quiet.h - elements in which parts of the checks have found nothing.
 *
 * A section is looked at anew after each edit in it, and may be large. What a
 * part makes of one line or row by itself is a function of its words, once the
 * report and the options are the same; most often it is nothing. That is noted
 * in the element, for the time when these are as they were: round_divide()
 * forgets the notes when they aren't. An element that has changed has none. So
 * an edit in a large section costs the lines it touched, and a glance at each
 * of the others.
 *
 * Some parts go by what the section asks for, too. Their notes are those under
 * one section, of which there is a note as well, so that they are as good as
 * none under another: a key in a heading makes another section of all below it,
 * and the next one may take that back.
 *
 * A paragraph's notes are those of its first line; a row's hold for the header
 * that its table has. A contributing factor has notes on all of its fields, and
 * none once one of them was read anew.
 */
#ifndef CHECKS_QUIET_H
#define CHECKS_QUIET_H

#include "check.h"

enum quiet {
    QUIET_PASSAGE = 1 << 0,     /* how it will be shown... */
    QUIET_ACTIONS = 1 << 26,    /* ... among action items, where tabs count */
    QUIET_BULLET = 1 << 1,      /* a bullet that was typed */
    QUIET_PROSE = 1 << 2,       /* evasive words in a whole line */
    QUIET_PROSE_VALUE = 1 << 3, /* ... behind a label */
    QUIET_FILLER = 1 << 4,      /* placeholders in a whole line or row */
    QUIET_FILLER_VALUE = 1 << 5,    /* ... in a value that is one line */
    QUIET_FILLER_ANSWER = 1 << 6,   /* ... in a value's first line */
    QUIET_TABLE = 1 << 7,       /* a row's cells */
    QUIET_DATES = 1 << 8,       /* ... its dates; a Timeline's entry's own */
    QUIET_RELATED = 1 << 9,     /* ... its bug */
    QUIET_ACTION = 1 << 10,     /* ... its action item; then its kinds are
                                   noted, too */
    QUIET_ZONE = 1 << 11,       /* a zone of all times */
    QUIET_FILLER_BELOW = 1 << 12,   /* ... in a line that is a value */
    QUIET_HEADER = 1 << 13,     /* the rows below were looked at under it */
    QUIET_KINDS = 1 << 14,      /* times a set of kinds */
    QUIET_BEGIN = 1 << 18,      /* a line that doesn't speak of the incident's
                                   begin */
    QUIET_AWARE = 1 << 19,      /* ... of the CA Owner becoming aware */
    QUIET_END = 1 << 20,        /* ... of its end */
    QUIET_ANSWER = 1 << 21,     /* a field's line that says more than N/A */
    QUIET_SHORT = 1 << 22,      /* an answer that is all in its label's line,
                                   and N/A only where it may be */
    QUIET_TITLE = 1 << 23,      /* placeholders in a factor's title */
    QUIET_DIRECTIVE = 1 << 24,  /* a line that isn't meant as a directive */
    QUIET_ASCII = 1 << 25,      /* a line of nothing but ASCII */
    QUIET_SECTION = 1 << 27     /* times the section, and 1, that those in
                                   QUIET_BY_SECTION are of */
};

/* A value is what stands behind a label, and the section says which is one. */
#define QUIET_BY_SECTION                                                      \
    (QUIET_PROSE_VALUE | QUIET_FILLER_VALUE | QUIET_FILLER_ANSWER |           \
     QUIET_FILLER_BELOW | QUIET_TABLE | QUIET_DATES | QUIET_RELATED |         \
     QUIET_ACTION | QUIET_KINDS * KINDS_ALL | QUIET_ANSWER | QUIET_SHORT)

/* True if it is noted that WHAT finds nothing in ELEMENT. Asked of every line,
 * so that a call would be most of what it costs. */
static inline bool quiet_is(const struct check *check, size_t element,
                            unsigned what)
{
    return (check->reports->elements.items[element].notes & what) == what;
}

/* The kinds of action items that are noted of ELEMENT. */
unsigned quiet_kinds(const struct check *check, size_t element);

/* True if it is noted that nothing is missing from the factor INDEX of SECTION,
 * empty or out of order. */
bool quiet_is_factor(const struct report_section *section, size_t index);
/* Notes it, unless the check has found more than FOUND by now. */
void quiet_note_factor(const struct check *check,
                       const struct report_section *section, size_t index,
                       size_t found);

/* How much the check has found so far. */
static inline size_t quiet_found(const struct check *check)
{
    size_t wraps = check->own ? check->own->wraps.count : 0;

    return check->findings->count + check->findings->more + wraps;
}
/* Notes that WHAT finds nothing in ELEMENT. */
void quiet_add(const struct check *check, size_t element, unsigned what);
/* Notes it, unless the check has found more than FOUND by now. */
void quiet_note(const struct check *check, size_t element, unsigned what,
                size_t found);

/* Forgets all notes. */
void quiet_forget(struct reports *reports);
/* Before STRETCH is looked at: forgets in it the notes that are of another
 * section, and those on rows whose table has got another header. */
void quiet_settle(struct reports *reports, const struct stretch *stretch);

#endif
