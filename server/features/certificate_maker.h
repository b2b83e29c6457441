/*
 * certificate_maker.h - a list of certificates, made from whatever was pasted.
 *
 * Rows of a spreadsheet, tables, tables on their side, links to crt.sh and bare
 * hashes become comma-separated values with the columns of the guidelines, in
 * their order. What is not known stays an empty cell; what the guidelines have
 * no column for comes after theirs.
 */
#ifndef FEATURES_CERTIFICATE_MAKER_H
#define FEATURES_CERTIFICATE_MAKER_H

#include "memory.h"
#include "report.h"

struct made_list {
    struct span span;           /* the whole lines that it takes the place of,
                                   without the last line end */
    struct buffer text;         /* with LF; the caller's, for buffer_free() */
};

/*
 * Makes a list from what was pasted into the Appendix that OFFSET is in: from
 * what is at OFFSET, or else from the first that can be one. False, with LIST
 * empty, if there is nothing of the kind, or if it has this form already.
 */
bool certificate_maker_read(struct made_list *list,
                            const struct reports *reports, size_t offset);

#endif
