/*
 * output.h - what the compiler writes. All of it is the same for the same
 * records, and all of it expects records without faults.
 */
#ifndef COMPILER_OUTPUT_H
#define COMPILER_OUTPUT_H

#include <stdio.h>

#include "members.h"

/* The enums: tables.h. */
void write_header(FILE *file, const struct records *records);

/* The tables: tables.c. */
void write_tables(FILE *file, const struct records *records);

/* The part of tables.c with reports, sections, fields and columns. */
void write_reports(const struct writer *writer);

/* The part of tables.c with the lists of phrases. */
void write_phrases(const struct writer *writer);

/* The sheet of a version of the guidelines, Markdown. */
void write_sheet(FILE *file, const struct records *records,
                 const struct record *guidelines);

/* The manual of the rules, Markdown. */
void write_manual(FILE *file, const struct records *records);

/* The sheet's part with the rules and their messages. */
void write_sheet_rules(FILE *file, const struct records *records);

#endif
