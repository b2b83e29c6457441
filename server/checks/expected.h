/*
 * expected.h - the events that the guidelines expect a timeline to tell, and
 * which of them a report owes by its facts.
 */
#ifndef CHECKS_EXPECTED_H
#define CHECKS_EXPECTED_H

#include "facts.h"

enum expected_state {
    EXPECTED_NOT_OWED,          /* by this report, as far as can be told */
    EXPECTED_MISSING,
    EXPECTED_TOLD               /* by an entry's words, or by its day */
};

#define EXPECTED_COUNT 11

struct expected {
    enum value_id event;        /* a VALUE_EVENT_ */
    enum expected_state state;
};

/* True if FACTS are of a full report with one timeline that has been begun and
 * whose language is known: only then anything is expected of it. */
bool expected_applies(const struct check *check, const struct facts *facts);

/* Fills LIST, in the order in which things happen. */
void expected_read(const struct facts *facts,
                   struct expected list[EXPECTED_COUNT]);

#endif
