/*
 * certificate_maker.h - a list of certificates, made of what was pasted for
 * one.
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
 * Makes a list of what is pasted in the Appendix that OFFSET is in: at OFFSET,
 * or else the first there is. False, with nothing in LIST, if that is none, or
 * has this form already.
 */
bool certificate_maker_read(struct made_list *list,
                            const struct reports *reports, size_t offset);

#endif
