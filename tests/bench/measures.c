/* Measures a server. */
#include "measures.h"

#include <time.h>

#include "big_report.h"
#include "stopwatch.h"
#include "whole_parse.h"

#define SEED 1
#define STARTS 21

/* A series ends after so many times, or so many milliseconds. */
#define TIMES_MOST 1000
#define TIMES_LEAST 10
#define SERIES_LONGEST 4000.0

/* Of many edits, so many are sent together: as a fast typist's are. */
#define AT_ONCE 4

/* Milliseconds a server gets to settle before its memory is looked at. */
#define SETTLING 300

/* Somebody who types. */
struct typist {
    struct editor editor;
    struct buffer report;
    struct slice text;              /* the same */
    struct spots spots;
    uint64_t seed;
    enum spot_kind kind;            /* of the places to type at */
    struct spot spot;
    bool typed;                     /* a letter at SPOT, to be deleted */
    struct times times;             /* of the last series */
};

/* Empties the times and takes them with ONCE. */
static double series(struct typist *typist,
                     double (*once)(struct typist *typist))
{
    struct times *times = &typist->times;
    double start = stopwatch_now();

    times->count = 0;
    while (times->count < TIMES_LEAST ||
           (times->count < TIMES_MOST &&
            stopwatch_now() - start < SERIES_LONGEST))
        times_add(times, once(typist));
    return times_median(times);
}

/* Every other keystroke takes the one before it back. */
static void strike(struct typist *typist)
{
    if (typist->typed) {
        editor_delete(&typist->editor, typist->spot);
    } else {
        typist->spot = spots_pick(&typist->spots, typist->kind, &typist->seed);
        editor_type(&typist->editor, typist->spot);
    }
    typist->typed = !typist->typed;
}

static void take_back(struct typist *typist)
{
    if (typist->typed) {
        strike(typist);
        editor_sync(&typist->editor);
    }
}

static double keystroke_once(struct typist *typist)
{
    strike(typist);
    return editor_sync(&typist->editor);
}

static double burst_once(struct typist *typist)
{
    for (size_t i = 0; i < MEASURES_BURST; i++)
        strike(typist);
    return editor_sync(&typist->editor);
}

/* An editor asks for both of these while the user types. */
static double ask_typing(struct typist *typist, const char *method, bool here)
{
    struct spot cursor;
    double time;

    strike(typist);
    cursor = typist->spot;
    cursor.character++;
    time = editor_ask(&typist->editor, method, here ? &cursor : NULL);
    take_back(typist);
    return time;
}

/* Behind the letter. */
static double completion_once(struct typist *typist)
{
    return ask_typing(typist, "textDocument/completion", true);
}

static double symbols_once(struct typist *typist)
{
    return ask_typing(typist, "textDocument/documentSymbol", false);
}

static double hover_once(struct typist *typist)
{
    typist->spot = spots_pick(&typist->spots, SPOT_ANYWHERE, &typist->seed);
    return editor_ask(&typist->editor, "textDocument/hover", &typist->spot);
}

static double parse_once(struct typist *typist)
{
    return whole_parse(typist->text);
}

static struct keystrokes take_keystrokes(struct typist *typist,
                                         enum spot_kind kind)
{
    double work = editor_work(&typist->editor);
    struct keystrokes keystrokes;

    typist->kind = kind;
    keystrokes.median = series(typist, keystroke_once);
    keystrokes.p99 = times_percentile(&typist->times, 99);
    keystrokes.count = typist->times.count;
    keystrokes.work = (editor_work(&typist->editor) - work) /
                      (double)keystrokes.count;
    take_back(typist);
    return keystrokes;
}

static void type_many(struct typist *typist)
{
    for (size_t i = 0; i < MEASURES_EDITS; i += AT_ONCE) {
        for (size_t j = 0; j < AT_ONCE; j++)
            strike(typist);
        editor_sync(&typist->editor);
    }
}

static size_t settled_memory(const struct typist *typist)
{
    nanosleep(&(struct timespec){0, SETTLING * 1000000L}, NULL);
    return editor_memory(&typist->editor);
}

static void begin(struct typist *typist, const struct server *server,
                  size_t size)
{
    *typist = (struct typist){.seed = SEED};
    big_report(&typist->report, size, SEED);
    typist->text = (struct slice){typist->report.bytes, typist->report.length};
    spots_find(&typist->spots, typist->text);
    editor_start(&typist->editor, server);
}

static void end(struct typist *typist)
{
    editor_stop(&typist->editor);
    times_free(&typist->times);
    spots_free(&typist->spots);
    buffer_free(&typist->report);
}

static struct measures open_and_type(struct typist *typist)
{
    struct measures measures = {.length = typist->text.length};

    measures.idle = settled_memory(typist);
    measures.open = editor_open(&typist->editor, typist->text);
    measures.opened = settled_memory(typist);
    keystroke_once(typist);
    measures.typed = settled_memory(typist);
    measures.keystrokes[SPOT_ANYWHERE] =
        take_keystrokes(typist, SPOT_ANYWHERE);
    return measures;
}

static void type_at_all(struct typist *typist, struct measures *measures)
{
    for (size_t kind = SPOT_ANYWHERE + 1; kind < SPOT_KINDS; kind++)
        measures->keystrokes[kind] =
            take_keystrokes(typist, (enum spot_kind)kind);
    typist->kind = SPOT_ANYWHERE;
    type_many(typist);
    measures->edited = settled_memory(typist);
    measures->burst = series(typist, burst_once);
    measures->hover = series(typist, hover_once);
    typist->kind = SPOT_ITEM;
    measures->completion = series(typist, completion_once);
    measures->symbols = series(typist, symbols_once);
    measures->parse = series(typist, parse_once);
}

/* Of a second report in a server that nothing else was done with. */
static size_t take_another(const struct server *server, size_t size)
{
    struct typist typist;
    size_t before, after;

    begin(&typist, server, size);
    editor_open(&typist.editor, typist.text);
    before = settled_memory(&typist);
    editor_open_another(&typist.editor, typist.text);
    after = settled_memory(&typist);
    end(&typist);
    return after - before;
}

struct measures measures_take(const struct server *server, size_t size,
                              bool all)
{
    struct typist typist;
    struct measures measures;

    begin(&typist, server, size);
    measures = open_and_type(&typist);
    if (all)
        type_at_all(&typist, &measures);
    end(&typist);
    if (all)
        measures.another = take_another(server, size);
    return measures;
}

double measures_start(const struct server *server)
{
    struct times times = {NULL, 0, 0};
    struct editor editor;
    double median;

    for (size_t i = 0; i < STARTS; i++) {
        times_add(&times, editor_start(&editor, server));
        editor_stop(&editor);
    }
    median = times_median(&times);
    times_free(&times);
    return median;
}
