/*
 * human.c - prints findings for people: a line each, and on a terminal the
 * source below it.
 */
#include "output.h"

#include <string.h>

#include "excerpt.h"
#include "glyph.h"
#include "memory.h"

#define GUTTER 8 /* cells: "  1234 | " but for the last */

static const char *const colours[SEVERITY_COUNT] = {
    [SEVERITY_ERROR] = "\033[1;31m",
    [SEVERITY_WARNING] = "\033[1;33m",
    [SEVERITY_INFORMATION] = "\033[1;34m",
    [SEVERITY_HINT] = "\033[1;36m",
};

static const char bold[] = "\033[1m";
static const char faint[] = "\033[2m";
static const char plain[] = "\033[0m";

/* Writes TEXT, in COLOUR if OUTPUT has colours. */
static void write_coloured(const struct output *output, const char *colour,
                           const char *text)
{
    if (output->colour)
        fprintf(output->stream, "%s%s%s", colour, text, plain);
    else
        fputs(text, output->stream);
}

static char *safe(const char *text)
{
    struct buffer buffer = {NULL, 0, 0};

    glyph_add_safe(&buffer, slice_of(text));
    return buffer_take(&buffer);
}

/* "report.md:3:7: " */
static void write_place(const struct output *output,
                        const struct output_file *file, size_t offset)
{
    struct output_place place = output_place(file, offset);
    struct buffer words = {NULL, 0, 0};

    glyph_add_safe(&words, slice_of(file->path));
    buffer_addf(&words, ":%zu:%zu:", place.line, place.column);
    write_coloured(output, bold, words.bytes);
    fputc(' ', output->stream);
    buffer_free(&words);
}

static void write_excerpt(const struct output *output,
                          const struct output_file *file, struct span span,
                          const char *colour)
{
    size_t line = output_place(file, span.start).line;
    size_t width = output->width > GUTTER ? output->width - GUTTER : 0;
    struct excerpt excerpt;
    char gutter[32];

    excerpt_read(&excerpt, file->text, span, width);
    snprintf(gutter, sizeof gutter, "%5zu |", line);
    write_coloured(output, faint, gutter);
    fprintf(output->stream, " %s\n", excerpt.source.bytes);
    write_coloured(output, faint, "      |");
    fputc(' ', output->stream);
    write_coloured(output, colour, excerpt.marks.bytes);
    fputc('\n', output->stream);
    excerpt_free(&excerpt);
}

static void write_related(const struct output *output,
                          const struct output_file *file,
                          const struct finding_related *related)
{
    char *message = safe(related->message);

    write_place(output, file, related->span.start);
    fprintf(output->stream, "note: %s\n", message);
    if (output->terminal)
        write_excerpt(output, file, related->span, faint);
    memory_free(message);
}

static void write_finding(const struct output *output,
                          const struct output_file *file,
                          const struct finding *finding)
{
    const char *colour = colours[finding->severity];
    char *message = safe(finding->message);

    write_place(output, file, finding->span.start);
    write_coloured(output, colour, rule_severity_name(finding->severity));
    fprintf(output->stream, ": %s [%s]\n", message, finding_rule(finding)->id);
    if (output->terminal)
        write_excerpt(output, file, finding->span, colour);
    for (size_t i = 0; i < finding->related_count; i++)
        write_related(output, file, &finding->related[i]);
    memory_free(message);
}

static void write_file(struct output *output, const struct output_file *file)
{
    char *path;

    for (size_t i = 0; i < file->findings->count; i++)
        write_finding(output, file, &file->findings->items[i]);
    if (file->report || file->found || output->quiet)
        return;
    path = safe(file->path);
    fflush(output->stream);
    fprintf(stderr, "incident-ls: %s holds no report\n", path);
    memory_free(path);
}

/* ", 2 warnings", if there are any. */
static void add_count(struct buffer *words, size_t count, const char *noun)
{
    if (count && words->length)
        buffer_add_string(words, ", ");
    if (count)
        buffer_add_count(words, count, noun);
}

/* The summary goes to stderr, so that stdout holds nothing but findings. */
static void write_summary(struct output *output)
{
    struct buffer words = {NULL, 0, 0};
    const size_t *counts = output->counts;

    if (!output->file_count || output->quiet)
        return;
    add_count(&words, counts[SEVERITY_ERROR], "error");
    add_count(&words, counts[SEVERITY_WARNING], "warning");
    if (counts[SEVERITY_INFORMATION]) /* it has no plural */
        buffer_addf(&words, "%s%zu information", words.length ? ", " : "",
                    counts[SEVERITY_INFORMATION]);
    add_count(&words, counts[SEVERITY_HINT], "hint");
    if (!words.length)
        buffer_add_string(&words, "no findings");
    fflush(output->stream);
    buffer_add_string(&words, " in ");
    buffer_add_count(&words, output->file_count, "file");
    if (output->fixable)
        buffer_addf(&words, "; --fix mends %zu of them", output->fixable);
    fprintf(stderr, "incident-ls: %s\n", words.bytes);
    buffer_free(&words);
}

const struct output_format output_human = {
    "human", true, NULL, write_file, NULL, write_summary,
};
