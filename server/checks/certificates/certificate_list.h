/*
 * certificate_list.h - one list of certificates being checked, row by row.
 *
 * A list comes from a report or from a file of its own, in any form; what is
 * checked is the same. Findings of one case are kept up to a limit and counted
 * beyond it: memory is bounded, however long the list.
 */
#ifndef CHECKS_CERTIFICATE_LIST_H
#define CHECKS_CERTIFICATE_LIST_H

#include <stdint.h>

#include "certificate_row.h"
#include "check.h"
#include "crtsh.h"
#include "fingerprints.h"
#include "tally.h"

/* Findings of one case in one list; further ones are counted. */
#define CERTIFICATE_FINDINGS 100

/* How a list is written. */
enum certificate_form {
    CERTIFICATES_CSV,
    CERTIFICATES_TABLE,
    CERTIFICATES_LINKS
};

/* What the report that a list belongs to says of it. */
struct certificate_facts {
    bool certain;               /* PERSONAL is known */
    bool personal;              /* the certificates are S/MIME certificates */
    bool server;                /* ... are those of TLS servers */
    bool many;                  /* so many that links will do */
    int day;                    /* the report's, from 1970-01-01 */
};

struct certificate_list {
    const struct check *check;  /* of a file: no report in it */
    enum certificate_form form;
    bool certain;               /* whether PERSONAL is known */
    bool personal;              /* the certificates are S/MIME certificates */
    bool server;                /* ... are those of TLS servers */
    bool many;                  /* so many that links may stand for them */
    /* Where the bytes of the record under way stand in the text that findings
     * are about; asked for before the first finding of a record only. */
    size_t (*place)(void *context);
    void *context;
    bool by_line;               /* that text has not all of the lines */
    char separator;             /* of fields, if it is CSV */
    struct slice source;        /* all of it, if at hand; else {NULL, 0} */
    size_t source_start;        /* where that begins in the text */

    struct certificate_header header;
    size_t width;               /* the header's cells */
    size_t rows;                /* certificates read */
    size_t repeated;            /* ... that had been read before */
    struct tally tally;         /* of the others */
    struct fingerprints seen;   /* hashes of certificates */
    struct fingerprints seen_before;    /* ... of precertificates */
    struct fingerprints seen_serials;
    struct certificate_record record;   /* under way */
    struct certificate_row row; /* ... and its values, if a certificate */
    size_t line;                /* ... and where, from 0 */
    bool placed;
    size_t start;               /* what place() said, if placed */
    struct span first;          /* of the first record, or link, checked */
    /* By case: how many findings were kept, and the first's place among the
     * check's findings, which counts the others. */
    unsigned char kept[CASE_COUNT];
    size_t firsts[CASE_COUNT];
};

/*
 * The names in RECORD become the header of LIST, and are checked. The caller
 * has set the first part of LIST, and the rest is zero.
 */
void certificate_list_header(struct certificate_list *list,
                             const struct certificate_record *record);
/* LIST has no header; its first RECORD is yet to be checked. */
void certificate_list_headless(struct certificate_list *list,
                               const struct certificate_record *record);

/* Checks a certificate, on LINE (from 0) of the input. */
void certificate_list_row(struct certificate_list *list,
                          const struct certificate_record *record,
                          size_t line);
/* Says of RECORD that its last value has no end. */
void certificate_list_quote(struct certificate_list *list,
                            const struct certificate_record *record,
                            size_t line);
/* Checks a link in RECORD, whose bytes its span and hash are of. */
void certificate_list_link(struct certificate_list *list,
                           const struct certificate_record *record,
                           const struct crtsh *link, size_t line);

/* Frees what LIST holds. */
void certificate_list_end(struct certificate_list *list);

/*
 * Adds a finding at CELL, a span of the record's bytes. NULL if its rule is
 * off, or if there are enough of them.
 */
struct finding *certificate_list_add(struct certificate_list *list,
                                     enum case_id which, struct span cell,
                                     const struct finding_words *words);
/* Makes sure that it is known where the record under way stands. */
void certificate_list_place(struct certificate_list *list);
/* The same span in the text; of a finding's record only. */
struct span certificate_list_span(const struct certificate_list *list,
                                  struct span cell);

/* Checks the values of the record under way. */
void certificate_values(struct certificate_list *list);

#endif
