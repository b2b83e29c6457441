/*
 * output.h - findings in the forms that people and programs read.
 *
 * Each format is a file. Here offsets become places: lines and columns count
 * from 1, and columns count code points, whatever their length or width.
 */
#ifndef OUTPUT_OUTPUT_H
#define OUTPUT_OUTPUT_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "checks.h"
#include "cutting.h"

/* A file that has been checked. Everything is borrowed. */
struct output_file {
    const char *path;           /* as the user wrote it; any bytes */
    struct text *text;
    const struct cutting *cutting;  /* TEXT is this part of it; else NULL */
    size_t skipped;             /* bytes of the file before TEXT: its mark */
    bool report;                /* it holds reports, or is a list */
    bool found;                 /* come upon in a folder, not asked for */
    bool draft;                 /* one of them is still being written */
    const struct rule_guideline *guideline;
    const struct findings *findings;
};

/* A run of `check`. {0} but for STREAM before begin(). */
struct output {
    FILE *stream;
    bool terminal;              /* STREAM is one: show the source */
    bool colour;
    bool quiet;                 /* print errors only, and no summary */
    size_t width;               /* of the terminal, in cells */
    const struct rule_guideline *guideline; /* where no file says otherwise */
    size_t file_count;
    size_t counts[SEVERITY_COUNT];
    size_t fixable;             /* findings that --fix would make go */
    json_t *files, *failures;   /* what the JSON formats have gathered */
};

/* How one format writes. Any but FILE may be NULL and then writes nothing. */
struct output_format {
    const char *name;
    bool counts_fixes;          /* it tells how many findings --fix mends */
    void (*begin)(struct output *output);
    void (*file)(struct output *output, const struct output_file *file);
    /* The file at PATH cannot be checked; WHAT says why. */
    void (*failure)(struct output *output, const char *path,
                    const char *what);
    void (*end)(struct output *output);
};

extern const struct output_format output_human;
extern const struct output_format output_json;
extern const struct output_format output_sarif;
extern const struct output_format output_github;

struct output_place {
    size_t line, column;        /* from 1 */
    size_t offset;              /* in bytes of the file, from 0 */
};

/* The place of OFFSET, which counts from the start of FILE's text. */
struct output_place output_place(const struct output_file *file,
                                 size_t offset);

/* Where GUIDELINE says what RULE enforces; for memory_free(). */
char *output_href(const struct rule *rule,
                  const struct rule_guideline *guideline);

/* Writes DOCUMENT; to a terminal, with everything escaped that it might obey,
 * for instance in the name of a file. */
void output_dump(const struct output *output, const json_t *document);

/* TEXT, any bytes, as JSON: what is not UTF-8 becomes U+FFFD. */
json_t *output_string(const char *text);

#endif
