/*
 * members.h - writes C: strings, lists and the members of a row.
 */
#ifndef COMPILER_MEMBERS_H
#define COMPILER_MEMBERS_H

#include <stdio.h>

#include "schema.h"

enum how {
    AS_TEXT,            /* a string; "" where there is none */
    AS_FOLDED,
    AS_FOLDED_LIST,     /* strings, up to a NULL */
    AS_WORD,            /* the constant of the word */
    AS_YES,             /* true if it is "yes" */
    AS_NUMBER,
    AS_DAY,             /* days from 1970-01-01 */
    AS_REFERENCE,       /* the constant of the record referred to */
    AS_LIST,            /* that, or -1 */
    AS_VERSIONS,        /* bits, from "since" and "until" */
    AS_ADDED,           /* the text of "means since VERSION" */
    AS_ADDED_VERSIONS,  /* bits of the versions from VERSION on */
    AS_ITSELF           /* the record's own constant */
};

/* A member of a row and the key it is written from. */
struct member {
    const char *name, *key;
    enum how how;
};

/* Where rows are written to, and from what. */
struct writer {
    FILE *file;
    const struct records *records;
};

/* TEXT as a C string, with its quotes. */
void write_string(FILE *file, struct slice text);

/* ".NAME = " and what comes after it, up to a comma and a line end. */
void write_text(FILE *file, const char *name, struct slice text);
void write_raw(FILE *file, const char *name, const char *value);

/* The members of RECORD, up to one without a name. */
void write_members(const struct writer *writer, const struct record *record,
                   const struct member *members);

/* What rows have beside members that come from an entry each. */
typedef void write_extra(const struct writer *writer,
                         const struct record *record);

/* A table with a row for each record of a kind. */
struct table {
    const char *kind;
    const char *declared;       /* "struct rule_tag rule_tags" */
    const struct member *members;
    write_extra *extra;         /* NULL if there is no more */
    const char *count;          /* a variable for the count; NULL if none */
};

void write_table(const struct writer *writer, const struct table *table);

/* The bits of the guidelines from SINCE up to UNTIL; "" is the oldest, or the
 * newest. */
unsigned version_bits(const struct records *records, const char *since,
                      const char *until);

#endif
