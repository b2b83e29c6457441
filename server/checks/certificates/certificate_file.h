/*
 * certificate_file.h - a list of certificates in a file of its own.
 *
 * The file comes in pieces and is not kept; memory grows with the number of
 * its certificates only, by less than seventy bytes each.
 */
#ifndef CHECKS_CERTIFICATE_FILE_H
#define CHECKS_CERTIFICATE_FILE_H

#include "certificate_csv.h"
#include "cutting.h"

struct certificate_file {
    struct findings findings;   /* about the text of the cutting */
    struct cutting cutting;
    size_t rows;                /* certificates */
    size_t repeated;            /* ... that came before */
    struct tally tally;         /* what the rows say; its spans are empty */
    bool links;                 /* each is a link, without fields */
    size_t skipped;             /* bytes of a mark before the first line */
    bool valid;                 /* it is UTF-8 so far */
    bool known;                 /* once it has ended: it is a list */

    /* For certificate_file.c alone. */
    struct check_options options;
    struct check check;
    struct certificate_list list;
    struct certificate_csv reader;
    struct buffer rest;         /* the beginning of a character, or of the
                                   first line */
    bool begun;
};

/*
 * FACTS may be NULL, where no report is known. To be freed; it must stay
 * where it is until then.
 */
void certificate_file_begin(struct certificate_file *file,
                            const struct check_options *options,
                            const struct certificate_facts *facts);
/* Takes the next piece; false if no more is wanted, since it isn't UTF-8. */
bool certificate_file_read(struct certificate_file *file, struct slice piece);
/* After the last piece: the findings are complete, and in order. */
void certificate_file_end(struct certificate_file *file);
void certificate_file_free(struct certificate_file *file);

/* True if the end of PATH says that a list may be in it. */
bool certificate_file_is(struct slice path);

#endif
