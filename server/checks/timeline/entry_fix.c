/* Puts an entry into a timeline, as its author would have written it. */
#include "entry_fix.h"

#include <string.h>

#include "date.h"
#include "layout.h"
#include "memory.h"

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

    if (!entry->timed || !other->timed || when.floating)
        return other->date.days > entry->day;
    return when.from > entry->day * SECONDS_A_DAY +
                           entry->minute * SECONDS_A_MINUTE;
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

/* " 07:42", and " UTC" where all times are of another zone or of none. */
static void add_time(const struct timeline_section *section,
                     const struct entry_fix *entry, struct buffer *line)
{
    bool stated = section->stated.kind != ZONE_NONE;

    buffer_add_char(line, ' ');
    buffer_add_time(line, entry->minute);
    if (entry->zoned &&
        (!stated || !section->stated.known || section->stated.offset))
        buffer_add_string(line, " UTC");
}

void entry_fix_add(const struct check *check,
                   const struct timeline_section *section,
                   const struct entry_fix *entry, struct finding *finding)
{
    const struct report_section *part = section->section;
    const struct timeline_entry *above;
    const struct timeline_entry *next = entry_after(section, entry, &above);
    const struct timeline_entry *model = above ? above : next;
    struct insertion insertion = {
        .at = next ? layout_line(check, next->span.start)
                   : layout_after(check, part->first_element +
                                             part->element_count - 1)};
    struct finding_words words = {0};
    char iso[DATE_ISO_ROOM];

    if (!finding || !model || !model->item || !model->dated)
        return;
    words.value = date_iso(entry->day, iso);
    layout_marker(check, model->span.start, &insertion.lines);
    buffer_add_slice(&insertion.lines, words.value);
    if (entry->timed)
        add_time(section, entry, &insertion.lines);
    buffer_add_string(&insertion.lines, separator_of(check, model));
    buffer_add_string(&insertion.lines, entry->words);
    buffer_add_char(&insertion.lines, '\n');
    layout_insert(check, finding_fix(finding, FIX_INSERT_ENTRY, &words),
                  &insertion);
    buffer_free(&insertion.lines);
}
