/*
 * What a language server takes for what a user does, seen from the editor.
 *
 *     wire_bench [--row NAME] [--sizes KB,...] [--pull] [COMMAND ARGUMENT...]
 *
 * measures incident-ls, or the server COMMAND, and prints figures, with what
 * incident-ls aims at beside its own. With --row there is one row of a
 * Markdown table for each size instead, for servers side by side; with --pull
 * the server is asked for diagnostics.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measures.h"

#define SIZES_MAX 8

#define KB 1024.0

struct options {
    const char *row;                /* the server's name; NULL: figures */
    size_t sizes[SIZES_MAX];        /* of reports, in bytes */
    size_t size_count;
    struct server server;
};

static const char *const spot_names[SPOT_KINDS] = {
    [SPOT_ANYWHERE] = "keystroke anywhere",
    [SPOT_ROW] = "keystroke in a table's row",
    [SPOT_ITEM] = "keystroke in a list's item",
    [SPOT_CODE] = "keystroke in a line of code",
    [SPOT_HEADING] = "keystroke in a heading",
};

/* GOAL is NULL where there is none. */
static void print_figure(const char *name, double value, const char *unit,
                         const char *goal)
{
    printf("  %-36s %10.3f %s", name, value, unit);
    if (goal)
        printf("  goal %s", goal);
    printf("\n");
}

/* What MEMORY has more than the idle server. */
static void print_memory(const char *name, size_t memory,
                         const struct measures *measures, const char *goal)
{
    size_t cost = memory > measures->idle ? memory - measures->idle : 0;

    printf("  %-36s %10.3f MB  %.1f times the text over idle", name,
           (double)memory / KB / KB, (double)cost / (double)measures->length);
    if (goal)
        printf(", goal %s", goal);
    printf("\n");
}

/* The first report brings the program's pages into memory, too; the next one
 * shows what a text costs. */
static void print_text_memory(const struct measures *measures)
{
    printf("  %-36s %10.3f MB  %.1f times the text, goal 4\n",
           "memory of another such report",
           (double)measures->another / KB / KB,
           (double)measures->another / (double)measures->length);
}

static const char *keystroke_goal(size_t length)
{
    if ((double)length > 200 * KB)
        return "12 ms";
    return (double)length > 70 * KB ? "1 ms" : "0.6 ms";
}

static void print_keystrokes(const struct measures *measures,
                             enum spot_kind kind)
{
    const struct keystrokes *keystrokes = &measures->keystrokes[kind];

    printf("  %-36s %10.3f ms  p99 %.3f, work %.3f, %zu of them; goal %s\n",
           spot_names[kind], keystrokes->median, keystrokes->p99,
           keystrokes->work, keystrokes->count,
           keystroke_goal(measures->length));
}

static void print_measures(const struct measures *measures)
{
    double keystroke = measures->keystrokes[SPOT_ANYWHERE].median;

    printf("\nA report of %zu bytes:\n", measures->length);
    print_figure("open to diagnostics", measures->open, "ms", NULL);
    for (size_t kind = 0; kind < SPOT_KINDS; kind++)
        print_keystrokes(measures, (enum spot_kind)kind);
    print_figure("whole parse by cmark-gfm", measures->parse, "ms", NULL);
    print_figure("... beside a keystroke anywhere", measures->parse / keystroke,
                 "x", NULL);
    print_figure("burst of 200 keystrokes", measures->burst, "ms", NULL);
    print_figure("completion after a keystroke", measures->completion, "ms",
                 NULL);
    print_figure("symbols after a keystroke", measures->symbols, "ms", NULL);
    print_figure("hover", measures->hover, "ms", NULL);
    print_memory("memory once open", measures->opened, measures, NULL);
    print_text_memory(measures);
    print_memory("memory after a keystroke", measures->typed, measures, NULL);
    print_memory("memory after 10,000 more", measures->edited, measures,
                 "what it was before");
}

static void print_row(const char *name, double start,
                      const struct measures *measures)
{
    const struct keystrokes *keystrokes = &measures->keystrokes[SPOT_ANYWHERE];

    printf("| %s | %.0f KB | %.1f ms | %.1f ms | %.2f ms | %.2f ms |"
           " %.1f MB | %.1f MB |\n",
           name, (double)measures->length / KB, start, measures->open,
           keystrokes->median, keystrokes->p99,
           (double)measures->idle / KB / KB,
           (double)measures->opened / KB / KB);
    fflush(stdout);
}

static void print_rows(const struct options *options)
{
    double start = measures_start(&options->server);

    for (size_t i = 0; i < options->size_count; i++) {
        struct measures measures =
            measures_take(&options->server, options->sizes[i], false);

        print_row(options->row, start, &measures);
    }
}

static void print_all(const struct options *options)
{
    print_figure("start to the answer of initialize",
                 measures_start(&options->server), "ms", "5 ms");
    for (size_t i = 0; i < options->size_count; i++) {
        struct measures measures =
            measures_take(&options->server, options->sizes[i], true);

        if (i == 0)
            print_figure("memory when idle", (double)measures.idle / KB / KB,
                         "MB", "6 MB");
        print_measures(&measures);
        fflush(stdout);
    }
}

/* Kilobytes with commas between them. */
static bool read_sizes(const char *words, struct options *options)
{
    options->size_count = 0;
    while (options->size_count < SIZES_MAX) {
        char *end;
        unsigned long size = strtoul(words, &end, 10);

        if (end == words)
            return false;
        options->sizes[options->size_count++] = size << 10;
        if (*end == '\0')
            return true;
        if (*end != ',')
            return false;
        words = end + 1;
    }
    return false;
}

/* False if the arguments, which end with NULL, aren't understood. */
static bool read_options(const char *const *arguments, struct options *options)
{
    for (; *arguments && !strncmp(*arguments, "--", 2); arguments++) {
        if (!strcmp(*arguments, "--pull"))
            options->server.pulled = true;
        else if (!strcmp(*arguments, "--row") && arguments[1])
            options->row = *++arguments;
        else if (strcmp(*arguments, "--sizes") || !arguments[1] ||
                 !read_sizes(*++arguments, options))
            return false;
    }
    if (*arguments)
        options->server.command = arguments;
    return true;
}

int main(int count, char **arguments)
{
    static const char *const own[] = {INCIDENT_LS, "--stdio", NULL};
    struct options options = {
        .sizes = {4 << 10, 64 << 10, 99 << 10, 1000 << 10},
        .size_count = 4,
        .server = {own, false},
    };

    (void)count;
    if (!read_options((const char *const *)arguments + 1, &options)) {
        fprintf(stderr, "usage: wire_bench [--row NAME] [--sizes KB,...] [--pull] "
                        "[COMMAND ARGUMENT...]\n");
        return 2;
    }
    if (options.row)
        print_rows(&options);
    else
        print_all(&options);
    return 0;
}
