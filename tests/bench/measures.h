/* measures.h - what a server takes for what a user does with one report. */
#ifndef BENCH_MEASURES_H
#define BENCH_MEASURES_H

#include <stdbool.h>
#include <stddef.h>

#include "editor.h"
#include "spots.h"

struct keystrokes {
    double median, p99;
    double work;                /* a processor's, on average */
    size_t count;               /* of those measured */
};

/* Medians in milliseconds, memory in bytes, of one server and one report. */
struct measures {
    size_t length;              /* of the report */
    double parse;               /* of all of it, by cmark-gfm */
    double open;                /* to diagnostics, once */
    struct keystrokes keystrokes[SPOT_KINDS];       /* to diagnostics */
    double burst;               /* of MEASURES_BURST keystrokes, likewise */
    double completion, symbols; /* each asked for along with a keystroke */
    double hover;
    /* Resident memory: at first, once open, after a keystroke, after many; and
     * what another such report adds to one that is open. */
    size_t idle, opened, typed, edited, another;
};

#define MEASURES_BURST 200
#define MEASURES_EDITS 10000

/* The time until SERVER, started, answers initialize. */
double measures_start(const struct server *server);

/*
 * Of a report of about SIZE bytes. Unless ALL is wanted, LENGTH, OPEN, IDLE,
 * OPENED, TYPED and the keystrokes anywhere have to do.
 */
struct measures measures_take(const struct server *server, size_t size,
                              bool all);

#endif
