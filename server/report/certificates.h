/*
 * certificates.h - lists of certificates: which of their fields is which.
 */
#ifndef REPORT_CERTIFICATES_H
#define REPORT_CERTIFICATES_H

#include <stdbool.h>
#include <stddef.h>

#include "rules.h"
#include "text.h"

/* More fields than this in a record are not looked at. */
#define CERTIFICATE_CELLS 64

/*
 * One record of a list: its bytes, and where the cells are in them. For a
 * list that lies on its side the bytes are all of the table. What is beyond
 * CERTIFICATE_CELLS is counted only.
 */
struct certificate_record {
    struct slice bytes;
    const struct span *cells;
    size_t count;
};

/* The bytes of a cell; empty if there is no such cell. */
struct slice certificate_cell(const struct certificate_record *record,
                              size_t cell);

/* What the cells of a list mean. */
struct certificate_header {
    const struct rule_column *columns[CERTIFICATE_CELLS];   /* NULL: extra */
    bool misnamed[CERTIFICATE_CELLS];   /* meant, but called otherwise */
    size_t count;               /* cells of the header; at most the above */
    size_t named;               /* columns that are known */
};

/*
 * Reads RECORD as a header. Words that the tables know as wrong for a column
 * stand for it where nothing else does.
 */
void certificate_header_read(struct certificate_header *header,
                             const struct certificate_record *record);

/*
 * The columns of a list that has no header, after its first RECORD: the
 * template's where it has as many cells, else what can be told from a hash.
 */
void certificate_header_guess(struct certificate_header *header,
                              const struct certificate_record *record);

/* True if HEADER has enough columns to be nothing else. */
bool certificate_header_is(const struct certificate_header *header);

/* True if a cell of RECORD is a hash: it is a certificate, no header. */
bool certificate_record_is(const struct certificate_record *record);

/* The cell that is COLUMN; header->count if there is none. */
size_t certificate_column(const struct certificate_header *header,
                          enum column_id column);

#endif
