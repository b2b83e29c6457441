/*
 * sentence.h - sentences that a report must contain, however it writes them.
 */
#ifndef REPORT_SENTENCE_H
#define REPORT_SENTENCE_H

#include <stdbool.h>

#include "text.h"

/* Does TEXT hold SENTENCE: its words in their order, whatever stands around
 * them, and however they are punctuated? */
bool sentence_in(struct slice text, const char *sentence);

/* Is LINE, of four words at least, all or a part of SENTENCE? */
bool sentence_has(const char *sentence, struct slice line);

#endif
