/* Keeps what was read of the dates and times of a line. */
#include "when_note.h"

#include "memory.h"
#include "when.h"

/* Longer lines are read each time. */
#define LINE_MOST 65535

/* So much of a line is looked at for what it speaks of. */
#define STATEMENT_MOST 240

/* A part of the line. */
struct part {
    uint16_t start, end;
};

struct packed_date {
    struct part span;
    int32_t days;
    int16_t year;
    uint8_t month, day;
    uint8_t form;
    bool valid;
};

struct packed_time {
    struct part span;
    uint16_t end;
    int16_t offset;
    uint8_t hour, minute, second;
    bool valid, zoned;
};

struct packed_zone {
    struct part span;
    int16_t offset;
    uint8_t kind;
    bool known;
};

struct when_note {
    struct packed_date date, last;
    struct packed_time time;
    struct packed_zone zone;
    bool dated, timed, heading, vague, period;
};

static struct part pack(struct span span)
{
    return (struct part){(uint16_t)span.start, (uint16_t)span.end};
}

static struct span unpack(struct part part)
{
    return (struct span){part.start, part.end};
}

static struct packed_date pack_date(const struct date *date)
{
    return (struct packed_date){
        .span = pack(date->span), .days = date->days,
        .year = (int16_t)date->year, .month = (uint8_t)date->month,
        .day = (uint8_t)date->day, .form = (uint8_t)date->form,
        .valid = date->valid};
}

static struct date unpack_date(const struct packed_date *date)
{
    return (struct date){
        .span = unpack(date->span), .days = date->days,
        .year = date->year, .month = date->month, .day = date->day,
        .form = (enum date_form)date->form, .valid = date->valid};
}

static struct packed_time pack_time(const struct time *time)
{
    return (struct packed_time){
        .span = pack(time->span), .end = (uint16_t)time->end,
        .offset = (int16_t)time->offset, .hour = (uint8_t)time->hour,
        .minute = (uint8_t)time->minute, .second = (uint8_t)time->second,
        .valid = time->valid, .zoned = time->zoned};
}

static struct time unpack_time(const struct packed_time *time)
{
    return (struct time){
        .span = unpack(time->span), .end = time->end,
        .offset = time->offset, .hour = time->hour, .minute = time->minute,
        .second = time->second, .valid = time->valid, .zoned = time->zoned};
}

static struct packed_zone pack_zone(const struct zone *zone)
{
    return (struct packed_zone){
        .span = pack(zone->span), .offset = (int16_t)zone->offset,
        .kind = (uint8_t)zone->kind, .known = zone->known};
}

static struct zone unpack_zone(const struct packed_zone *zone)
{
    return (struct zone){
        .span = unpack(zone->span), .offset = zone->offset,
        .kind = (enum zone_kind)zone->kind, .known = zone->known};
}

static struct when_note *note_of(const struct timeline_entry *entry)
{
    struct when_note *note = memory_new(sizeof *note);

    *note = (struct when_note){
        .date = pack_date(&entry->date), .last = pack_date(&entry->last),
        .time = pack_time(&entry->time), .zone = pack_zone(&entry->zone),
        .dated = entry->dated, .timed = entry->timed,
        .heading = entry->heading, .vague = entry->vague,
        .period = entry->period};
    return note;
}

static void recall(const struct when_note *note, struct timeline_entry *entry)
{
    entry->date = unpack_date(&note->date);
    entry->last = unpack_date(&note->last);
    entry->time = unpack_time(&note->time);
    entry->zone = unpack_zone(&note->zone);
    entry->dated = note->dated;
    entry->timed = note->timed;
    entry->heading = note->heading;
    entry->vague = note->vague;
    entry->period = note->period;
}

void when_note_read(struct reports *reports, size_t element,
                    struct timeline_entry *entry)
{
    struct element *item = &reports->elements.items[element];
    struct slice line;

    if (item->when) {
        recall(item->when, entry);
        return;
    }
    line = text_slice(reports->text, item->span);
    when_read(line, entry);
    if (line.length <= LINE_MOST)
        item->when = note_of(entry);
}

static bool speaks_of_times(struct slice line)
{
    char folded[STATEMENT_MOST + 1];

    fold(line, folded, sizeof folded);
    return rule_phrase_in(PHRASES_TIMES, folded) != NULL;
}

bool when_note_speaks_of_times(struct reports *reports, size_t element)
{
    struct element *item = &reports->elements.items[element];

    if (item->times == ELEMENT_TIMES_UNKNOWN)
        item->times =
            speaks_of_times(text_slice(reports->text, item->span))
                ? ELEMENT_TIMES_TOLD
                : ELEMENT_TIMES_UNTOLD;
    return item->times == ELEMENT_TIMES_TOLD;
}
