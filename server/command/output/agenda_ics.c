/*
 * agenda_ics.c - prints what is due as a calendar (RFC 5545), for any program
 * that shows one.
 */
#include "agenda.h"

#include <inttypes.h>

#include "agenda_words.h"
#include "date.h"
#include "glyph.h"
#include "memory.h"
#include "utf8.h"

/* Of a line, without its end; a longer one continues after a blank. */
#define LINE_BYTES 75

static void write_folded(FILE *stream, struct slice line)
{
    size_t room = LINE_BYTES;
    size_t size;

    for (size_t at = 0; at < line.length; at += size) {
        utf8_character(line.bytes + at, &size);
        if (size > room) {
            fputs("\r\n ", stream);
            room = LINE_BYTES - 1;
        }
        fwrite(line.bytes + at, 1, size, stream);
        room -= size;
    }
    fputs("\r\n", stream);
}

/* NAME and a value of the type TEXT, in which some characters are escaped. */
static void write_text(FILE *stream, const char *name, struct slice value)
{
    struct buffer safe = {NULL, 0, 0};
    struct buffer line = {NULL, 0, 0};

    glyph_add_safe(&safe, value);
    buffer_addf(&line, "%s:", name);
    for (size_t i = 0; i < safe.length; i++) {
        if (byte_is_in(safe.bytes[i], "\\;,"))
            buffer_add_char(&line, '\\');
        buffer_add_char(&line, safe.bytes[i]);
    }
    write_folded(stream, buffer_slice(&line));
    buffer_free(&line);
    buffer_free(&safe);
}

/* Adds 20260301, and T100000Z if MOMENT is TIMED. */
static void add_moment(struct buffer *line, const struct report_moment *moment,
                       bool timed)
{
    char iso[16];
    struct slice day = date_iso(moment->day, iso);

    for (size_t i = 0; i < day.length; i++) {
        if (day.bytes[i] != '-')
            buffer_add_char(line, day.bytes[i]);
    }
    if (timed)
        buffer_addf(line, "T%02d%02d00Z", moment->minute / 60,
                    moment->minute % 60);
}

static void write_moment(FILE *stream, const char *name,
                         const struct report_moment *moment, bool timed)
{
    struct buffer line = {NULL, 0, 0};

    buffer_add_string(&line, name);
    buffer_add_string(&line, timed ? ":" : ";VALUE=DATE:");
    add_moment(&line, moment, timed);
    write_folded(stream, buffer_slice(&line));
    buffer_free(&line);
}

/* FNV-1a: the same words always give the same number. */
static uint64_t digest(uint64_t hash, const char *words)
{
    for (; words && *words; words++)
        hash = (hash ^ (unsigned char)*words) * UINT64_C(1099511628211);
    return hash;
}

/*
 * What identifies an event: which deadline, of what, in which bug (or file, if
 * no bug is known). It must be the same each time the calendar is made, or
 * users who import it again get everything twice.
 */
static void write_uid(FILE *stream, const struct agenda_item *item)
{
    const char *bug = item->thread->bug;
    uint64_t hash = UINT64_C(14695981039346656037);
    struct buffer line = {NULL, 0, 0};

    hash = digest(hash, bug ? bug : item->path);
    hash = digest(hash, "\n");
    hash = digest(hash, item->due.deadline->name);
    hash = digest(hash, item->due.deadline->binding);
    hash = digest(hash, item->due.from->subject);
    buffer_addf(&line, "UID:%016" PRIx64 "@incident-ls", hash);
    write_folded(stream, buffer_slice(&line));
    buffer_free(&line);
}

static void write_alarm(FILE *stream, struct slice title)
{
    fputs("BEGIN:VALARM\r\n"
          "ACTION:DISPLAY\r\n"
          "TRIGGER:-P1D\r\n",
          stream);
    write_text(stream, "DESCRIPTION", title);
    fputs("END:VALARM\r\n", stream);
}

/* A day without a time is an event of that whole day. */
static void write_event(const struct agenda *agenda,
                        const struct agenda_item *item)
{
    FILE *stream = agenda->stream;
    struct buffer title = {NULL, 0, 0};
    struct buffer why = {NULL, 0, 0};
    struct buffer link = {NULL, 0, 0};

    buffer_add_string(&link, "URL:");
    if (item->thread->bug)
        buffer_addf(&title, "Bug %s: ", item->thread->bug);
    agenda_add_title(&title, &item->due);
    agenda_add_why(&why, &item->due);
    buffer_addf(&why, " - %s", item->path);
    agenda_add_link(&link, &item->due, agenda->guideline);
    fputs("BEGIN:VEVENT\r\n", stream);
    write_uid(stream, item);
    write_moment(stream, "DTSTAMP", &agenda->now, true);
    write_moment(stream, "DTSTART", &item->due.by, item->due.by.timed);
    write_text(stream, "SUMMARY", buffer_slice(&title));
    write_text(stream, "DESCRIPTION", buffer_slice(&why));
    write_folded(stream, buffer_slice(&link));
    fputs("TRANSP:TRANSPARENT\r\n", stream);
    write_alarm(stream, buffer_slice(&title));
    fputs("END:VEVENT\r\n", stream);
    buffer_free(&link);
    buffer_free(&why);
    buffer_free(&title);
}

static void write_ics(const struct agenda *agenda)
{
    fputs("BEGIN:VCALENDAR\r\n"
          "VERSION:2.0\r\n"
          "PRODID:-//incident-ls//incident-ls//EN\r\n"
          "CALSCALE:GREGORIAN\r\n"
          "METHOD:PUBLISH\r\n",
          agenda->stream);
    for (size_t i = 0; i < agenda->count; i++)
        write_event(agenda, &agenda->items[i]);
    fputs("END:VCALENDAR\r\n", agenda->stream);
}

const struct agenda_format agenda_ics = {"ics", write_ics};
