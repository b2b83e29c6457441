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

/* Adds "Full report", and its subject if it is one of several. */
void agenda_add_title(struct buffer *words, const struct agenda_item *item);
/* Adds "within 14 days of the first disclosure (2026-03-01)". */
void agenda_add_why(struct buffer *words, const struct agenda_item *item);
/* Adds the address where the guidelines say so. */
void agenda_add_link(struct buffer *words, const struct agenda *agenda,
                     const struct agenda_item *item);

#endif
