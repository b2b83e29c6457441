/*
 * certificate_sheet.h - which field of pasted certificates is which.
 */
#ifndef FEATURES_CERTIFICATE_SHEET_H
#define FEATURES_CERTIFICATE_SHEET_H

#include "certificate_grid.h"
#include "certificates.h"

struct sheet {
    const struct grid *grid;        /* borrowed */
    struct certificate_header header;
    bool aside;                     /* it lies on its side */
    bool named;                     /* its first record names the fields */
    bool links;                     /* some have one that tells no hash */
};

/*
 * Reads GRID, which must outlive SHEET: as names its first record counts, or
 * its first column if it lies on its side. False if it holds no certificates.
 */
bool sheet_read(struct sheet *sheet, const struct grid *grid);

/* The number after the last certificate's; the first one's is 1 if SHEET is
 * named, else 0. */
size_t sheet_end(const struct sheet *sheet);

/*
 * What certificate NUMBER has for COLUMN; for a hash just its digits, even
 * where they are a link. Empty if there is nothing.
 */
struct slice sheet_value(const struct sheet *sheet, size_t number,
                         const struct rule_column *column);

/* The link of certificate NUMBER that tells no hash, or an empty one. */
struct slice sheet_link(const struct sheet *sheet, size_t number);

/* True if the guidelines have no column for FIELD. The top row of a table on
 * its side, "Field", "First", "Second", only heads the others. */
bool sheet_has_extra(const struct sheet *sheet, size_t field);

#endif
