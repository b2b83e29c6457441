/*
 * output.h - what the compiler writes. The same records always give the same
 * output; they must have no faults.
 */
#ifndef COMPILER_OUTPUT_H
#define COMPILER_OUTPUT_H

#include <stdio.h>

#include "schema.h"
#include "tree.h"

/* The enums: tables.h. */
void write_header(FILE *file, const struct records *records);

/* The tables: tables.c. */
void write_tables(FILE *file, const struct records *records);

/* The sheet of a version of the guidelines, Markdown. */
void write_sheet(FILE *file, const struct records *records,
                 const struct record *guidelines);

/* The manual of the rules, Markdown. */
void write_manual(FILE *file, const struct records *records);

/* The rest are parts of these. */

/* Where rows are written to, and from what. */
struct writer {
    FILE *file;
    const struct records *records;
};

/* The part of tables.c with the lists of phrases. */
void write_phrases(const struct writer *writer);
/* ... with the tree of those that are looked for anywhere. */
void write_mentions(const struct writer *writer);
/* ... with the tree of the words of events, and the events' patterns. */
void write_events(const struct writer *writer);

/* Adds to TREE, with BITS, words without one of which no text tells an event
 * that is looked for anywhere. */
void add_events(struct tree *tree, const struct records *records,
                unsigned long long bits);

/* TEXT as a C string, with its quotes. */
void write_string(FILE *file, struct slice text);

/* ".NAME = ", the value, a comma and a line end. */
void write_text(FILE *file, const char *name, struct slice text);
void write_raw(FILE *file, const char *name, const char *value);
/* The same of the days from 1970-01-01 to DATE, YYYY-MM-DD. */
void write_day(FILE *file, const char *name, const char *date);

/* The members that KEYS, up to one without a name, give RECORD's row. */
void write_members(const struct writer *writer, const struct record *record,
                   const struct key *keys);

/* The bits of the guidelines from SINCE up to UNTIL; "" is the oldest, or the
 * newest. */
unsigned version_bits(const struct records *records, const char *since,
                      const char *until);

#endif
