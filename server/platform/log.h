/*
 * log.h - one line per event on stderr, for whoever looks after the server.
 *
 * Never the text of a document: reports may be embargoed. A line is dropped
 * rather than waited for when nobody reads stderr.
 */
#ifndef PLATFORM_LOG_H
#define PLATFORM_LOG_H

#include "format.h"

/* FORMAT is printf's, without a line end; a long line is cut. */
void log_line(const char *format, ...) FORMAT(1, 2);

#endif
