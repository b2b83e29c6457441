/* moment_words.h - a moment of a thread, in words. */
#ifndef CHECKS_MOMENT_WORDS_H
#define CHECKS_MOMENT_WORDS_H

#include "memory.h"
#include "report_facts.h"

/* Adds "2026-03-01 10:00 UTC", or the day alone where no time is known. */
void moment_words_add(struct buffer *words, const struct report_moment *moment);

/* The same for programs: "2026-03-01" or "2026-03-01T10:00Z". */
void moment_words_add_iso(struct buffer *words,
                          const struct report_moment *moment);

#endif
