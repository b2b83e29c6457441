/* whole_parse.h - what cmark-gfm takes for a text, for comparison. */
#ifndef BENCH_WHOLE_PARSE_H
#define BENCH_WHOLE_PARSE_H

#include "text.h"

/* Milliseconds for all of TEXT, tables and inline Markdown included. */
double whole_parse(struct slice text);

#endif
