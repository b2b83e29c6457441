/*
 * certificate_row.h - one certificate of a list, each of its cells read once.
 */
#ifndef CHECKS_CERTIFICATE_ROW_H
#define CHECKS_CERTIFICATE_ROW_H

#include "certificates.h"
#include "hexadecimal.h"
#include "moment.h"

/* The value of a cell, and where it is; all zero: there is no such cell. */
struct certificate_value {
    const struct rule_column *column;
    struct slice text;          /* of the record's bytes, as is SPAN */
    struct span span;
};

/* A value that should be a day. */
struct certificate_day {
    bool known;                 /* MOMENT is */
    struct moment moment;
};

/* The slices are of the record that was read. */
struct certificate_row {
    struct certificate_value values[COLUMN_COUNT];  /* by column_id */
    struct hash precertificate, certificate;
    bool numbered;              /* the serial number is one */
    struct certificate_day begin, end, revocation;
};

/* Reads RECORD of a list with HEADER into ROW. */
void certificate_row_read(const struct certificate_header *header,
                          const struct certificate_record *record,
                          struct certificate_row *row);

#endif
