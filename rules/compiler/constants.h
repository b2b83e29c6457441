/*
 * constants.h - what the C code calls the records.
 */
#ifndef COMPILER_CONSTANTS_H
#define COMPILER_CONSTANTS_H

#include "schema.h"

/* Room for any constant; of a longer one the beginning decides. */
#define CONSTANT_ROOM 96

/*
 * Writes the enum constant of RECORD to CONSTANT, of CONSTANT_ROOM bytes:
 * FIELD_ANALYSIS, CASE_EMPTY_FIELD_OPTIONAL; "" if it has none. A rule has two
 * constants; this is its RULE_.
 */
void constant_of(const struct record *record, char *constant);

/* The constant of the first case of a rule, or that of a further case. */
void constant_of_case(const struct record *record, char *constant);

/* The constant of the record of the kind KIND that is called NAME. */
void constant_of_name(const struct records *records, const char *kind,
                      const char *name, char *constant);

#endif
