/*
 * appendix.h - the lists of certificates that an Appendix holds.
 */
#ifndef CHECKS_APPENDIX_H
#define CHECKS_APPENDIX_H

#include "certificate_list.h"

/* What was found in the Appendix of a report while its lists were checked:
 * those in the text, and those in files that have been read. */
struct appendix {
    const struct check *check;
    bool certain, personal, server, many;   /* as in struct certificate_list */
    size_t start;               /* of the record under way, in the text */
    struct certificate_list links;  /* all of them, wherever they stand */
    size_t lists;               /* with fields: text, tables or files */
    size_t rows, repeated;      /* certificates in those */
    struct tally tally;         /* what their rows say */
    struct span first;          /* of the first of those */
    bool unread;                /* a list is in a file that isn't read (yet) */
    bool announced;             /* the line before says that one follows */
    struct span no_list;        /* a line on a file that is no list; or empty */
    bool plain;                 /* it speaks of a plain list, too */
    struct span search;         /* a line with a link to a search; or empty */
    bool linked;                /* it has links of any kind */
    bool attached;              /* it speaks of a list in a file, which isn't
                                   among those that were read */
    bool explained;             /* ... or of lists or reasons elsewhere */
};

/*
 * Fills APPENDIX from SECTION and checks the lists in it. The caller has set
 * CERTAIN, PERSONAL and MANY, the rest is zero; it calls appendix_end() once
 * after all sections.
 */
void appendix_read(struct appendix *appendix,
                   const struct report_section *section);
void appendix_end(struct appendix *appendix);

/* Fills APPENDIX from all of CHECK's report, and checks the lists in it. */
void certificates_read(const struct check *check, struct appendix *appendix);

#endif
