/*
 * agenda.h - what is due, in the forms that people and programs read.
 */
#ifndef OUTPUT_AGENDA_H
#define OUTPUT_AGENDA_H

#include <stdio.h>

#include "due.h"
#include "memory.h"

/* One thing that is due; everything is borrowed. */
struct agenda_item {
    struct due due;
    const struct thread *thread;
    const char *path;           /* of the file that says so */
    bool over;                  /* it is overdue */
};

/* The soonest first. */
struct agenda {
    struct agenda_item *items;
    size_t count, room;
    struct report_moment now;
    const struct rule_guideline *guideline;
    FILE *stream;
    bool colour;
    size_t width;               /* columns to fill; 0: as many as it takes */
};

struct agenda_format {
    const char *name;           /* as --format takes it */
    void (*write)(const struct agenda *agenda);
};

/* A table, JSON, and a calendar as in RFC 5545. */
extern const struct agenda_format agenda_human, agenda_json, agenda_ics;

#endif
