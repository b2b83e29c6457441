/* Reads the date, the time and the zone that an entry begins with. */
#include "when.h"

#include <string.h>

#include "rules.h"
#include "table.h"

/* How far from its start an entry's date and time may begin. */
#define ENTRY_HEAD 16

/* A date and a time stand in the first cells of a row, if anywhere. */
#define ROW_HEAD 3

static void move(struct span *span, size_t by)
{
    span->start += by;
    span->end += by;
}

/* The end of the zone, the weekday or the joining word at AT in LINE; AT if
 * none is there. */
static size_t past_word(struct slice line, size_t at)
{
    struct zone zone;
    char folded[16];
    size_t end = at;

    if (zone_read(line, at, &zone))
        return zone.span.end;
    while (byte_is_letter(slice_at(line, end)))
        end++;
    fold(slice_part(line, at, end), folded, sizeof folded);
    return rule_phrase_is(PHRASES_WEEKDAY, folded) ||
                   rule_phrase_is(PHRASES_WHEN_JOINT, folded)
               ? end
               : at;
}

/* Does nothing stand in LINE from AT to END but marks, zones and words that
 * join a time and a date? */
static bool is_joined(struct slice line, size_t at, size_t end)
{
    while (at < end) {
        char byte = line.bytes[at];
        size_t past = byte_is_alphanumeric(byte) ? past_word(line, at) : at + 1;

        if (past == at ||
            (byte_is_beyond_ascii(byte) &&
             !byte_is_in(byte, "\xe2\x80\x90\x91\x93\x94\xc2\xa0")))
            return false;
        at = past;
    }
    return true;
}

/* Is there no letter and no digit in LINE from AT to END? */
static bool is_blank(struct slice line, size_t at, size_t end)
{
    while (at < end && !byte_is_alphanumeric(line.bytes[at]))
        at++;
    return at >= end;
}

/* The time that LINE has close to AT. */
static bool read_time(struct slice line, size_t at, struct time *time)
{
    return time_find_spelt(line, at, time) ||
           time_find_near(line, at, at + ENTRY_HEAD, time);
}

/* "12:00 on 2025-06-05": a time that the line begins with, and the date that
 * is joined to it. Dates further on are what the entry speaks of. */
static bool read_time_first(struct slice line, size_t from,
                            struct timeline_entry *entry)
{
    struct date date;

    if (!read_time(line, from, &entry->time) ||
        !is_blank(line, from, entry->time.span.start))
        return false;
    entry->timed = true;
    entry->dated = date_find(line, entry->time.end, &date) &&
                   is_joined(line, entry->time.end, date.span.start);
    if (entry->dated)
        entry->date = date;
    return true;
}

/* The date near the start of LINE from FROM on, and the time near it. */
static void read_head(struct slice line, size_t from,
                      struct timeline_entry *entry)
{
    size_t past = from;
    struct date date;

    if (!entry->dated) {
        bool dated = date_find_near(line, from, from + ENTRY_HEAD, &date);
        bool first = dated && is_blank(line, from, date.span.start);

        if (!first && read_time_first(line, from, entry))
            return;
        entry->dated = dated;
        if (dated) {
            entry->date = date;
            past = date.span.end;
        }
    }
    entry->timed = read_time(line, past, &entry->time);
}

/* Cuts ROW past its first cells, so that none of the others is read. */
static void read_cells(struct slice row, struct timeline_entry *entry)
{
    struct span cells[ROW_HEAD];
    size_t count = table_cells(row, cells, ROW_HEAD);
    size_t index = 0;

    for (; index < count && !entry->timed; index++)
        read_head((struct slice){row.bytes, cells[index].end},
                  cells[index].start, entry);
    if (entry->timed && !entry->dated && index < count) {
        struct slice line = {row.bytes, cells[index].end};

        entry->dated = date_find(line, cells[index].start, &entry->date) &&
                       is_blank(line, cells[index].start,
                                entry->date.span.start);
    }
}

/* "2023-11-23 - 2023-12-21": is it a second date that follows the first? */
static void read_period(struct slice line, struct timeline_entry *entry)
{
    size_t end = entry->date.span.end;

    entry->period = entry->dated && !entry->timed &&
                    date_find_near(line, end, end + 9, &entry->last);
    for (size_t at = end; entry->period && at < entry->last.span.start; at++)
        entry->period = strchr(" *-\xe2\x80\x93\x94to", line.bytes[at]) != NULL;
}

/* The zone in LINE, the words of ELEMENT, which most often names none. */
static bool find_zone(const struct element *element, struct slice line,
                      struct zone *zone)
{
    return element_mentions(element, PHRASES_ZONE) ? zone_find(line, zone)
                                                   : zone_find_bare(line, zone);
}

/* The zone after the time, or between the date and it; else an offset
 * anywhere in the line tells it well enough. */
static void read_zone(const struct element *element, struct slice line,
                      struct timeline_entry *entry)
{
    size_t start = entry->dated ? entry->date.span.end : 0;
    size_t end = entry->timed ? entry->time.span.start : line.length;
    struct zone other;

    entry->zone = (struct zone){.kind = ZONE_NONE};
    if (!entry->timed && !entry->dated)
        return;
    if (entry->timed && zone_read(line, entry->time.end, &entry->zone) &&
        entry->zone.kind == ZONE_OFFSET)
        return;
    if (entry->timed && end > start &&
        zone_find(slice_part(line, start, end), &other)) {
        move(&other.span, start);
        if (entry->zone.kind == ZONE_NONE || other.kind == ZONE_OFFSET)
            entry->zone = other;
    }
    if (entry->zone.kind == ZONE_OFFSET ||
        !find_zone(element, line, &other) || other.kind != ZONE_OFFSET)
        return;
    if (entry->zone.known)
        entry->zone.kind = ZONE_OFFSET;
    else
        entry->zone = other;
}

/* Is there nothing to read in LINE after its date, but a zone or weekday? */
static bool is_only_date(struct slice line,
                         const struct timeline_entry *entry)
{
    return entry->dated && !entry->timed &&
           is_joined(line, entry->date.span.end, line.length);
}

/* Is it a year in digits, and no part of a longer number? */
static bool is_year_at(struct slice line, size_t at)
{
    return at + 4 <= line.length &&
           (line.bytes[at] == '1' || line.bytes[at] == '2') &&
           (at == 0 || !byte_is_digit(line.bytes[at - 1])) &&
           byte_is_digit(line.bytes[at + 1]) &&
           byte_is_digit(line.bytes[at + 2]) &&
           byte_is_digit(line.bytes[at + 3]) &&
           (at + 4 == line.length || !byte_is_digit(line.bytes[at + 4]));
}

/* "March 2023", "October 6", "2024": a date, but not to the day. */
static bool is_vague(struct slice line)
{
    char folded[2 * ENTRY_HEAD + 1];
    bool digits = false;
    bool year = false;

    if (line.length > 2 * ENTRY_HEAD)
        line.length = 2 * ENTRY_HEAD;
    for (size_t at = 0; at < line.length && at < ENTRY_HEAD; at++) {
        digits |= byte_is_digit(line.bytes[at]) != 0;
        year |= is_year_at(line, at);
    }
    fold(line, folded, sizeof folded);
    return year || (digits && rule_phrase_in(PHRASES_MONTH, folded));
}

void when_read(const struct element *element, struct slice line,
               struct timeline_entry *entry)
{
    if (element->kind == ELEMENT_ROW)
        read_cells(line, entry);
    else
        read_head(line, 0, entry);
    read_period(line, entry);
    read_zone(element, line, entry);
    entry->heading = is_only_date(line, entry);
    entry->vague = !entry->dated && is_vague(line);
}

bool when_is_bare(struct slice line, const struct timeline_entry *entry)
{
    char folded[2 * ENTRY_HEAD];
    const char *word = folded;

    line.length = entry->dated ? entry->date.span.start
                               : entry->time.span.start;
    if (entry->timed && entry->time.span.start < line.length)
        line.length = entry->time.span.start;
    fold(line, folded, sizeof folded);
    while (*word && !byte_is_letter(*word))
        word++;
    return !*word || rule_phrase_begins(PHRASES_WEEKDAY, word);
}

bool when_is_set_apart(struct slice line, const struct timeline_entry *entry)
{
    size_t at = entry->timed ? entry->time.span.end : entry->date.span.end;

    if (entry->timed && entry->dated)
        return true;
    while (at < line.length && strchr(" *_", line.bytes[at]))
        at++;
    return at == line.length || strchr(":-|\xe2", line.bytes[at]);
}
