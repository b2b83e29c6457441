/*
 * certificate_csv.h - a list of certificates as text: comma-separated values
 * or a link a line.
 *
 * Works in pieces, so that a file need not be in memory. What the text is
 * shows in its first record.
 */
#ifndef CHECKS_CERTIFICATE_CSV_H
#define CHECKS_CERTIFICATE_CSV_H

#include "certificate_list.h"
#include "csv.h"

struct certificate_csv {
    struct certificate_list *list;
    struct csv csv;
    bool begun;                 /* the first record was read */
    bool known;                 /* it is a list at all */
};

/*
 * Reads into LIST, which the caller has set up except for its form, text that
 * begins with FIRST: a whole line if there is one.
 */
void certificate_csv_begin(struct certificate_csv *reader,
                           struct certificate_list *list, struct slice first);
/* Takes the next piece. */
void certificate_csv_read(struct certificate_csv *reader, struct slice piece);
/* Ends the text and the list, and frees what they hold. True if it was a
 * list. */
bool certificate_csv_end(struct certificate_csv *reader);

#endif
