/*
 * csv.h - comma-separated values (RFC 4180), a record at a time.
 *
 * A pure machine: bytes go in, in pieces of any size, and records come out.
 * What it holds is bounded, however long the input: of a record that is longer
 * than CSV_RECORD_MOST the rest is read and dropped. Records end with LF, CR
 * LF or a lone CR; lines of nothing but blanks and a byte order mark at the
 * beginning are passed over.
 *
 *     csv_begin(&csv, ',');
 *     while (csv_read(&csv, &input))
 *         ... csv.record, csv.fields ...
 *     if (csv_finish(&csv))
 *         ... the last record, if no line end stood after it ...
 *     csv_free(&csv);
 */
#ifndef REPORT_CSV_H
#define REPORT_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "text.h"

#define CSV_RECORD_MOST 65536   /* bytes kept of a record */
#define CSV_FIELDS 64           /* fields told apart; others are counted */

struct csv {
    /* The record that was read, until the next call. */
    struct buffer record;       /* its bytes, without the line end */
    struct span fields[CSV_FIELDS]; /* the values in them: no blanks or quotes
                                   around; doubled quotes stay doubled */
    size_t field_count;         /* may be more than CSV_FIELDS */
    size_t offset, line;        /* of the record, from 0, in all the input */
    bool cut;                   /* it is longer than what is kept */
    bool unclosed;              /* its last field ends for want of input */

    /* What is read now; for csv.c alone. */
    char separator;
    enum csv_state {
        CSV_BETWEEN,            /* no byte of the record yet */
        CSV_FRONT,              /* before a field, or in its leading blanks */
        CSV_PLAIN,
        CSV_QUOTED,
        CSV_QUOTE               /* in a quoted field, after a quote */
    } state;
    bool after_return;          /* a LF now would belong to the CR before */
    bool blank;                 /* nothing but blanks so far */
    size_t next_offset, next_line;  /* after what was read */
    size_t length;              /* of the record so far, kept or not */
    size_t field_start;
};

/* SEPARATOR is mostly ','. CSV is to be freed with csv_free(). */
void csv_begin(struct csv *csv, char separator);

/*
 * Takes bytes from the front of INPUT up to the end of a record; false if
 * INPUT is used up before that.
 */
bool csv_read(struct csv *csv, struct slice *input);

/* True if the end of the input ends a record. */
bool csv_finish(struct csv *csv);

/* The value of FIELD, up to the next call; empty if there is none. */
struct slice csv_value(const struct csv *csv, size_t field);

/* Frees what CSV holds. */
void csv_free(struct csv *csv);

/*
 * What parts the fields of LINE: the one of comma, semicolon and tab that it
 * holds most of outside quotes, a comma if it holds none.
 */
char csv_separator(struct slice line);

#endif
