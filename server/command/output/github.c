/*
 * github.c - prints findings as workflow commands, which GitHub shows beside
 * the changes.
 */
#include "output.h"

#include <string.h>

#include "memory.h"
#include "shown.h"

/* Writes TEXT with '%', line ends and the bytes of MORE as %XX. */
static void write_escaped(FILE *stream, const char *text, const char *more)
{
    struct buffer words = {NULL, 0, 0};

    for (; *text; text++) {
        char escaped[4];

        if (strchr("%\r\n", *text) || strchr(more, *text)) {
            snprintf(escaped, sizeof escaped, "%%%02X",
                     (unsigned)(unsigned char)*text);
            buffer_add_string(&words, escaped);
        } else {
            buffer_add_char(&words, *text);
        }
    }
    shown_write(stream, buffer_slice(&words));
    buffer_free(&words);
}

/* What a command is called; GitHub has nothing below a notice. */
static const char *const commands[SEVERITY_COUNT] = {
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_INFORMATION] = "notice",
    [SEVERITY_HINT] = "notice",
};

/* GitHub takes columns only for what is within one line. */
static void write_span(FILE *stream, const struct output_file *file,
                       struct span span)
{
    struct output_place start = output_place(file, span.start);
    struct output_place end = output_place(file, span.end);

    fprintf(stream, ",line=%zu,endLine=%zu", start.line, end.line);
    if (start.line == end.line)
        fprintf(stream, ",col=%zu,endColumn=%zu", start.column, end.column);
}

static void write_finding(FILE *stream, const struct output_file *file,
                          const struct finding *finding)
{
    fprintf(stream, "::%s file=", commands[finding->severity]);
    write_escaped(stream, file->path, ":,");
    write_span(stream, file, finding->span);
    fputs(",title=", stream);
    write_escaped(stream, finding_rule(finding)->id, ":,");
    fputs("::", stream);
    write_escaped(stream, finding->message, "");
    fputc('\n', stream);
}

static void write_file(struct output *output, const struct output_file *file)
{
    for (size_t i = 0; i < file->findings->count; i++)
        write_finding(output->stream, file, &file->findings->items[i]);
}

static void write_failure(struct output *output, const char *path,
                          const char *what)
{
    fputs("::error file=", output->stream);
    write_escaped(output->stream, path, ":,");
    fputs("::", output->stream);
    write_escaped(output->stream, what, "");
    fputc('\n', output->stream);
}

const struct output_format output_github = {
    "github", false, NULL, write_file, write_failure, NULL,
};
