/*
 * name.h - the names in headings: of reports, sections and factors.
 */
#ifndef REPORT_NAME_H
#define REPORT_NAME_H

#include <stdbool.h>
#include <stdint.h>

#include "rules.h"
#include "text.h"

/*
 * Folds the words of a heading into FOLDED (LABEL_ROOM bytes) without #s that
 * no blank follows and without a number in front ("3. Timeline").
 */
void name_fold(struct slice words, char *folded);

/*
 * The kind of report that WORDS, a heading or a line of its own, begin; NULL if
 * none. A suffix may follow the name; in a line that isn't a heading, only one
 * that can't be part of a sentence.
 */
const struct rule_report *name_report(struct slice words, bool heading);

/* False if WORDS, a line, are no name of a report or section, whatever stands
 * around them. */
bool name_divides(struct slice words);

/*
 * How much of WORDS the folded phrase NAME takes at their front, capitals and
 * the number of blanks aside; 0 if they begin with something else.
 */
size_t name_begins(struct slice words, const char *name);

/* What the line of a contributing factor says. Spans count from its start. */
struct factor_name {
    uint64_t number;       /* 0 if it has none */
    struct span title;          /* empty if it has none */
};

/*
 * True if LINE begins a contributing factor: "Contributing Factor #1: title"
 * and its like, in strong text unless it is a HEADING or says Contributing
 * Factor in full.
 */
bool name_factor(struct slice line, bool heading, struct factor_name *name);

#endif
