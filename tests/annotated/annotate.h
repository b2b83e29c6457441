/*
 * annotate.h - reports that carry the findings they should get.
 *
 * Below a line of the report stand its findings, each on a line of its own,
 * with carets under what it is about:
 *
 *     - **Kind:** Prevention
 *                 ^^^^^^^^^^ information action-kind: "Prevention" is ...
 *
 * Carets count characters. A finding that goes on over N further lines has
 * "+N" after its carets, one with related places a line "- LINE: message"
 * for each. A near miss is marked in the same way, with tildes: there the rule
 * finds nothing, and the rest of the line says why one might think so.
 *
 *     - **Kind:** *Prevent*
 *                 ~~~~~~~~~ not action-kind: emphasis doesn't matter
 *
 * A first line `%% today=2026-06-01 guidelines=3.1 draft owner=Example_Trust`
 * sets options. None of these lines is part of the report.
 */
#ifndef TESTS_ANNOTATE_H
#define TESTS_ANNOTATE_H

#include "checks.h"

/* A line of tildes: RULE finds nothing at SPAN of the report. */
struct near_miss {
    size_t line;                /* where the line above begins */
    struct span span;
    struct slice rule;
    struct slice written;       /* the whole line, in the annotated file */
};

/* The report of an annotated file, and the options it is to be checked with. */
struct fixture {
    struct buffer options;      /* the %% line, or empty */
    struct buffer report;
    struct check_options checks;
    struct near_miss *near_misses;
    size_t near_miss_count;
};

/* Splits WRITTEN, the annotated file, which has to outlive the fixture;
 * fixture_free() gives memory back. */
void fixture_read(struct fixture *fixture, struct slice written);
void fixture_free(struct fixture *fixture);

/* Writes the fixture as it should be, if its report has FINDINGS. */
void fixture_write(const struct fixture *fixture,
                   const struct findings *findings, struct buffer *written);

#endif
