/*
 * days.h - how far off a day is, in words.
 */
#ifndef FEATURES_DAYS_H
#define FEATURES_DAYS_H

#include "memory.h"

/* Adds "in 5 days", "tomorrow", "today", "yesterday", "5 days ago" for a day
 * that is DISTANCE days from today. */
void days_add(struct buffer *words, int distance);

#endif
