/*
 * agenda_human.c - prints what is due as a table: when, how far off, what; and
 * below it why and where.
 */
#include "agenda.h"

#include <string.h>

#include "agenda_words.h"
#include "glyph.h"
#include "memory.h"
#include "report_moment.h"
#include "utf8.h"

#define WHEN_CELLS 22
#define DISTANCE_CELLS 18
#define INDENT "    "
#define MINUTES_OF_AN_HOUR 60

static const char red[] = "\033[1;31m";
static const char faint[] = "\033[2m";
static const char plain[] = "\033[0m";

/* As much of WORDS as fits into WIDTH cells; all of it if WIDTH is 0. */
static void add_fitting(struct buffer *line, struct slice words, size_t width)
{
    size_t used = 0;
    size_t at = 0;
    size_t size;

    if (!width || glyph_cells(words) <= width) {
        buffer_add_slice(line, words);
        return;
    }
    while (at < words.length) {
        used += glyph_width(utf8_character(words.bytes + at, &size));
        if (used >= width)
            break;
        at += size;
    }
    buffer_add(line, words.bytes, at);
    buffer_add_string(line, "\xe2\x80\xa6");
}

static void fill(struct buffer *line, size_t width)
{
    size_t used = glyph_cells(buffer_slice(line));

    buffer_add_times(line, ' ', used < width ? width - used : 1);
}

/* "in 4 days", "today", "in 5 hours", "2 days overdue" */
static void add_distance(struct buffer *words, const struct agenda *agenda,
                         const struct agenda_item *item)
{
    const struct due *due = &item->due;
    long long minutes = due_distance(due, &agenda->now);
    long long days = due->by.day - (long long)agenda->now.day;

    if (item->over && days > -1) {
        buffer_add_count(words, (size_t)(-minutes / MINUTES_OF_AN_HOUR),
                         "hour");
        buffer_add_string(words, " overdue");
    } else if (item->over) {
        buffer_add_count(words, (size_t)-days, "day");
        buffer_add_string(words, " overdue");
    } else if (days > 0) {
        buffer_add_string(words, "in ");
        buffer_add_count(words, (size_t)days, "day");
    } else if (due->by.timed && agenda->now.timed) {
        buffer_add_string(words, "in ");
        buffer_add_count(words, (size_t)(minutes / MINUTES_OF_AN_HOUR), "hour");
    } else {
        buffer_add_string(words, "today");
    }
}

static void write_line(const struct agenda *agenda, struct slice line,
                       const char *colour)
{
    if (agenda->colour && *colour)
        fprintf(agenda->stream, "%s%.*s%s\n", colour, (int)line.length,
                line.bytes, plain);
    else
        fprintf(agenda->stream, "%.*s\n", (int)line.length, line.bytes);
}

static void write_first(const struct agenda *agenda,
                        const struct agenda_item *item)
{
    struct buffer line = {NULL, 0, 0};
    struct buffer title = {NULL, 0, 0};
    struct buffer safe = {NULL, 0, 0};
    size_t width = agenda->width;

    report_moment_add(&line, &item->due.by);
    fill(&line, WHEN_CELLS);
    add_distance(&line, agenda, item);
    fill(&line, WHEN_CELLS + DISTANCE_CELLS);
    agenda_add_title(&title, &item->due);
    glyph_add_safe(&safe, buffer_slice(&title));
    add_fitting(&line, buffer_slice(&safe),
                width > line.length ? width - line.length : 0);
    write_line(agenda, buffer_slice(&line), item->over ? red : "");
    buffer_free(&safe);
    buffer_free(&title);
    buffer_free(&line);
}

/* "    report.md:12", and why: on the next line if both do not fit. */
static void write_rest(const struct agenda *agenda,
                       const struct agenda_item *item)
{
    struct buffer where = {NULL, 0, 0};
    struct buffer why = {NULL, 0, 0};
    struct buffer link = {NULL, 0, 0};

    buffer_add_string(&where, INDENT);
    glyph_add_safe(&where, slice_of(item->path));
    buffer_addf(&where, ":%zu", item->due.from->line + 1);
    buffer_add_string(&why, INDENT);
    agenda_add_why(&why, &item->due);
    buffer_add_string(&link, INDENT);
    agenda_add_link(&link, &item->due, agenda->guideline);
    write_line(agenda, buffer_slice(&why), "");
    write_line(agenda, buffer_slice(&where), "");
    write_line(agenda, buffer_slice(&link), faint);
    buffer_free(&link);
    buffer_free(&why);
    buffer_free(&where);
}

static void write_human(const struct agenda *agenda)
{
    struct buffer head = {NULL, 0, 0};

    if (!agenda->count)
        return;
    buffer_add_string(&head, "When (UTC)");
    fill(&head, WHEN_CELLS);
    buffer_add_string(&head, "How far off");
    fill(&head, WHEN_CELLS + DISTANCE_CELLS);
    buffer_add_string(&head, "What");
    write_line(agenda, buffer_slice(&head), faint);
    for (size_t i = 0; i < agenda->count; i++) {
        write_first(agenda, &agenda->items[i]);
        write_rest(agenda, &agenda->items[i]);
    }
    buffer_free(&head);
}

const struct agenda_format agenda_human = {"human", write_human};
