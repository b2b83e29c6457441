/* Puts an entry into a timeline, as its author would have written it. */
#include "entry_fix.h"

#include <string.h>

#include "date.h"
#include "layout.h"
#include "memory.h"
#include "table.h"

const char *entry_fix_words(enum field_id field)
{
    if (field == FIELD_START_DATE)
        return rule_offers[OFFER_ENTRY_BEGINS].label;
    if (field == FIELD_END_DATE)
        return rule_offers[OFFER_ENTRY_ENDS].label;
    return rule_offers[OFFER_ENTRY_AWARE].label;
}

/* Is OTHER, which has a day, certainly later than ENTRY? */
static bool is_later(const struct timeline_section *section,
                     const struct timeline_entry *other,
                     const struct entry_fix *entry)
{
    struct timeline_when when = timeline_when(other, &section->stated);
    long long moment = entry->day * SECONDS_A_DAY +
                       entry->minute * SECONDS_A_MINUTE;

    if (section->stated.known)
        moment -= section->stated.offset * SECONDS_A_MINUTE;
    if (!entry->timed || !other->timed || when.floating)
        return other->date.days > entry->day;
    return when.from > moment;
}

/* The first top-level entry later than ENTRY; of those that come before it, the
 * last is in *ABOVE (NULL if none). */
static const struct timeline_entry *entry_after(
    const struct timeline_section *section, const struct entry_fix *entry,
    const struct timeline_entry **above)
{
    const struct timeline *timeline = &section->timeline;

    *above = NULL;
    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *other = &timeline->entries[i];

        if (other->parent != TIMELINE_TOP)
            continue;
        if (timeline_has_day(other) && is_later(section, other, entry))
            return other;
        *above = other;
    }
    return NULL;
}

/* What parts the time of MODEL, or its date, from its words. */
static const char *separator_of(const struct check *check,
                                const struct timeline_entry *model)
{
    size_t end = model->timed ? model->time.end : model->date.span.end;
    struct slice rest = check_slice(check, (struct span){end, model->span.end});
    const char *mark = rest.length ? memchr(rest.bytes, ':', rest.length)
                                   : NULL;

    if (mark && mark - rest.bytes <= 8)
        return ": ";
    return slice_begins(rest, " - ") || slice_begins(rest, " UTC - ") ? " - "
                                                                      : " ";
}

/* ENTRY by the clock of all times, where that is stated. */
static struct entry_fix by_clock_of(const struct timeline_section *section,
                                    const struct entry_fix *entry)
{
    struct entry_fix local = *entry;

    if (!entry->timed || !entry->zoned || !section->stated.known)
        return local;
    local.minute += section->stated.offset;
    local.day += local.minute < 0 ? -1 : local.minute / MINUTES_A_DAY;
    local.minute = (local.minute + MINUTES_A_DAY) % MINUTES_A_DAY;
    return local;
}

/* "07:42", and " UTC" where all times are of another zone or of none. */
static void add_time(const struct timeline_section *section,
                     const struct entry_fix *entry, struct buffer *line)
{
    buffer_add_time(line, entry->minute);
    if (entry->zoned && !section->stated.known)
        buffer_add_string(line, " UTC");
}

/* What is put in: the lines, and where. */
struct placing {
    const struct check *check;
    const struct timeline_section *section;
    struct entry_fix entry;     /* by the clock of all times */
    struct insertion insertion;
};

static void add_day(struct placing *placing)
{
    date_add(&placing->insertion.lines, placing->entry.day);
}

static void add_words(struct placing *placing,
                      const struct timeline_entry *model)
{
    struct buffer *lines = &placing->insertion.lines;

    buffer_add_string(lines, separator_of(placing->check, model));
    buffer_add_string(lines, placing->entry.words);
    buffer_add_char(lines, '\n');
}

/* "- 2025-03-01 07:42 ..." in the form of MODEL. */
static bool add_item(struct placing *placing,
                     const struct timeline_entry *model)
{
    struct buffer *lines = &placing->insertion.lines;

    layout_marker(placing->check, model->span.start, lines);
    add_day(placing);
    if (placing->entry.timed) {
        buffer_add_char(lines, ' ');
        add_time(placing->section, &placing->entry, lines);
    }
    add_words(placing, model);
    return true;
}

static bool holds(struct span cell, struct span span)
{
    return span.start >= cell.start && span.end <= cell.end;
}

/* One cell of a row like MODEL's. TOLD: the words stand in one before it. */
static void add_cell(struct placing *placing,
                     const struct timeline_entry *model, struct span cell,
                     bool *told)
{
    struct buffer *lines = &placing->insertion.lines;
    bool dated = holds(cell, model->date.span);
    bool timed = model->timed ? holds(cell, model->time.span) : dated;

    buffer_add_string(lines, "| ");
    if (dated)
        add_day(placing);
    if (dated && timed && placing->entry.timed)
        buffer_add_char(lines, ' ');
    if (timed && placing->entry.timed)
        add_time(placing->section, &placing->entry, lines);
    if (!dated && !timed && !*told) {
        buffer_add_string(lines, placing->entry.words);
        *told = true;
    }
    buffer_add_char(lines, ' ');
}

/* A row with the cells of MODEL. */
static bool add_row(struct placing *placing, const struct timeline_entry *model)
{
    struct span cells[TABLE_COLUMNS];
    struct slice row = check_slice(placing->check, model->span);
    size_t count = table_cells(row, cells, TABLE_COLUMNS);
    bool told = false;

    for (size_t i = 0; i < count; i++)
        add_cell(placing, model, span_move(cells[i], model->span.start),
                 &told);
    buffer_add_string(&placing->insertion.lines, "|\n");
    return told;
}

/* "- 07:42 ..." in the form of MODEL, below a date. */
static void add_below(struct placing *placing,
                      const struct timeline_entry *model)
{
    struct buffer *lines = &placing->insertion.lines;

    layout_marker(placing->check, model->span.start, lines);
    add_time(placing->section, &placing->entry, lines);
    add_words(placing, model);
}

/* The line of HEADING with the day of the entry for its own. */
static void add_heading(struct placing *placing,
                        const struct timeline_entry *heading)
{
    const struct check *check = placing->check;
    struct buffer *lines = &placing->insertion.lines;
    size_t start = layout_line(check, heading->span.start);
    size_t next = layout_next_line(check, heading->span.start);

    layout_copy(check, (struct span){start, heading->date.span.start}, lines);
    add_day(placing);
    layout_copy(check, (struct span){heading->date.span.end, next}, lines);
    if (next == text_length(check->reports->text))
        return;
    if (layout_is_blank(check, next))
        buffer_add_char(lines, '\n');
}

/* The number of the entry past those below the heading at INDEX. */
static size_t past_heading(const struct timeline *timeline, size_t index)
{
    size_t end = index + 1;

    while (end < timeline->count && !timeline->entries[end].heading)
        end++;
    return end;
}

/* Puts the entry below the date at INDEX, by its time. */
static void place_below(struct placing *placing, size_t index)
{
    const struct timeline *timeline = &placing->section->timeline;
    const struct report_section *part = placing->section->section;
    size_t end = past_heading(timeline, index);
    size_t past = part->first_element + part->element_count;

    if (end < timeline->count)
        past = timeline->entries[end].element;
    placing->insertion.at = layout_after(placing->check, past - 1);
    for (size_t i = index + 1; i < end; i++) {
        const struct timeline_entry *other = &timeline->entries[i];

        if (other->detail || !other->timed ||
            time_minute(&other->time) <= placing->entry.minute)
            continue;
        placing->insertion.at = layout_line(placing->check, other->span.start);
        return;
    }
}

/* Where a date of its own for the entry goes: before the first later one.
 * Returns the one whose form it takes. */
static const struct timeline_entry *place_heading(struct placing *placing)
{
    const struct timeline *timeline = &placing->section->timeline;
    const struct report_section *part = placing->section->section;
    const struct timeline_entry *last = NULL;

    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *heading = &timeline->entries[i];

        if (!heading->heading)
            continue;
        last = heading;
        if (!timeline_has_day(heading) ||
            heading->date.days < placing->entry.day)
            continue;
        placing->insertion.at =
            layout_line(placing->check, heading->span.start);
        placing->insertion.below =
            layout_is_parted(placing->check, placing->insertion.at);
        return heading;
    }
    placing->insertion.at = layout_after(
        placing->check, part->first_element + part->element_count - 1);
    placing->insertion.above = true;
    return last;
}

static bool is_underlined(const struct check *check,
                          const struct timeline_entry *entry)
{
    return check->reports->elements.items[entry->element].underlined;
}

/* An entry with the time alone, below the date it is of; MODEL is one. */
static bool add_under_date(struct placing *placing,
                           const struct timeline_entry *model)
{
    const struct timeline *timeline = &placing->section->timeline;
    const struct timeline_entry *heading;

    if (!placing->entry.timed)
        return false;
    for (size_t i = 0; i < timeline->count; i++) {
        if (!timeline->entries[i].heading ||
            timeline->entries[i].date.days != placing->entry.day)
            continue;
        place_below(placing, i);
        add_below(placing, model);
        return true;
    }
    heading = place_heading(placing);
    if (!heading || is_underlined(placing->check, heading))
        return false;
    add_heading(placing, heading);
    add_below(placing, model);
    return true;
}

/* The first entry that can be a model of another: one with its date in it, or
 * with a time below a date. */
static const struct timeline_entry *find_model(const struct timeline *timeline)
{
    for (size_t i = 0; i < timeline->count; i++) {
        const struct timeline_entry *entry = &timeline->entries[i];

        if (entry->heading || entry->detail)
            continue;
        if ((entry->item || entry->row) && entry->dated)
            return entry;
        if (entry->item && entry->inherits && entry->timed)
            return entry;
    }
    return NULL;
}

/* The element that what comes last goes below: the last row of a table, or of
 * the section. */
static size_t section_last(const struct placing *placing,
                           const struct timeline_entry *model)
{
    const struct report_section *part = placing->section->section;
    const struct timeline *timeline = &placing->section->timeline;

    if (model->row)
        return timeline->entries[timeline->count - 1].element;
    return part->first_element + part->element_count - 1;
}

static bool add_lines(struct placing *placing)
{
    const struct timeline_section *section = placing->section;
    const struct timeline_entry *model = find_model(&section->timeline);
    const struct timeline_entry *above;
    const struct timeline_entry *next;

    if (!model)
        return false;
    if (!model->dated)
        return add_under_date(placing, model);
    next = entry_after(section, &placing->entry, &above);
    if (above && above->item == model->item && above->dated)
        model = above;
    placing->insertion.at =
        next ? layout_line(placing->check, next->span.start)
             : layout_after(placing->check, section_last(placing, model));
    return model->row ? add_row(placing, model) : add_item(placing, model);
}

/* Have entries of SECTION times of day? One more entry without would get a
 * finding. */
static bool tells_times(const struct timeline_section *section)
{
    for (size_t i = 0; i < section->timeline.count; i++) {
        if (section->timeline.entries[i].timed)
            return true;
    }
    return false;
}

void entry_fix_add(const struct check *check,
                   const struct timeline_section *section,
                   const struct entry_fix *entry, struct finding *finding)
{
    struct placing placing = {.check = check, .section = section,
                              .entry = by_clock_of(section, entry)};
    struct finding_words words = {0};
    char iso[DATE_ISO_ROOM];

    if (!finding || (!entry->timed && tells_times(section)))
        return;
    words.value = date_iso(placing.entry.day, iso);
    if (add_lines(&placing))
        layout_insert(check, finding_fix(finding, FIX_INSERT_ENTRY, &words),
                      &placing.insertion);
    buffer_free(&placing.insertion.lines);
}
