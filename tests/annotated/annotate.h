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
 * "+N" behind its carets, one with related places a line "- LINE: message"
 * for each. A first line `%% today=2026-06-01 guidelines=3.1 draft
 * owner=Example_Trust` (all on one line) sets options; such lines are no part of the report.
 */
#ifndef TESTS_ANNOTATE_H
#define TESTS_ANNOTATE_H

#include "checks.h"

/* The report of an annotated file, and the options it is to be checked with. */
struct fixture {
    struct buffer options;      /* the %% line, or empty */
    struct buffer report;
    struct check_options checks;
};

/* Splits WRITTEN, the annotated file; fixture_free() gives memory back. */
void fixture_read(struct fixture *fixture, struct slice written);
void fixture_free(struct fixture *fixture);

/* Writes the fixture as it should be, if its report has FINDINGS. */
void fixture_write(const struct fixture *fixture,
                   const struct findings *findings, struct buffer *written);

#endif
