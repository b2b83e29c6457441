/*
 * attachments.h - the lists of certificates that a report links to as files.
 *
 * Checks read no files. They say which lists a report links to, and use what is
 * known of them; their caller reads the files in the meantime, and then runs
 * the checks again.
 */
#ifndef CHECKS_ATTACHMENTS_H
#define CHECKS_ATTACHMENTS_H

#include "certificate_file.h"
#include "check.h"

enum attachment_state {
    ATTACHMENT_NEW,             /* still to be read, or to be read again */
    ATTACHMENT_READING,
    ATTACHMENT_READ,
    ATTACHMENT_UNREADABLE,
    ATTACHMENT_STOPPED          /* the user didn't want to wait for it */
};

struct attachment {
    char *target;               /* the address in the link */
    bool linked;                /* at the last check... */
    size_t report;              /* ... by the report whose heading is here, */
    struct span link;           /* and there */
    enum attachment_state state;
    struct certificate_facts facts;     /* of the report, at that check */
    /* Once READ: */
    size_t counts[SEVERITY_COUNT];      /* findings in the list */
    bool known;                 /* it is a list */
    bool links;                 /* of links, without fields */
    size_t rows, repeated;      /* certificates; those that came before */
    struct tally tally;         /* what the rows say; its spans are empty */
    /* For those who read the files. */
    size_t job;                 /* the last one; 0 before */
    bool again;                 /* it has changed while being read */
    bool shown;                 /* findings in it have been published */
};

/* {NULL, 0, 0} is empty. */
struct attachments {
    struct attachment *items;
    size_t count, room;
};

/* Before a check: none is known to be linked. NULL is allowed. */
void attachments_begin(struct attachments *attachments);
struct attachment *attachments_find(const struct attachments *attachments,
                                    struct slice target);
/* Forgets the one at INDEX. */
void attachments_remove(struct attachments *attachments, size_t index);
/* Adds to COPY, which is empty, all that is known of ATTACHMENTS. */
void attachments_copy(struct attachments *copy,
                      const struct attachments *attachments);
void attachments_free(struct attachments *attachments); /* leaves it empty */

/* Keeps in ATTACHMENT what was found in LIST, which has been read to its
 * end. */
void attachment_keep(struct attachment *attachment,
                     const struct certificate_file *list);

/*
 * Looks for links to lists in SPAN, a line or a cell of the Appendix: true if
 * there is one. New ones are added, with FACTS, to the attachments of the
 * check's options; of the others it is said what is wrong in them. A list that
 * several reports link to is, while one of them is checked, that one's.
 */
bool attachments_check(const struct check *check, struct span span,
                       const struct certificate_facts *facts);

/*
 * How many certificates are in those lists that LINE links to and that have
 * been read. COUNTED says of each attachment whether it was counted before, and
 * is brought up to date.
 */
size_t attachments_rows(const struct attachments *attachments,
                        struct slice line, bool *counted);

#endif
