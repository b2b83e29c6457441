/* The part Timeline: do its times say how far they are from UTC? */
#include "timeline_check.h"

#include "memory.h"

/* What explains another entry is in the zone of that. */
static bool is_concerned(const struct timeline_entry *entry)
{
    return entry->timed && entry->time.valid && !entry->detail &&
           entry->zone.kind != ZONE_OFFSET;
}

static const struct timeline_entry *first_concerned(
    const struct timeline *timeline)
{
    for (size_t index = 0; index < timeline->count; index++) {
        if (is_concerned(&timeline->entries[index]))
            return &timeline->entries[index];
    }
    return NULL;
}

/* Where ELEMENT's line begins, and what a paragraph above it begins with ends.
 * The blanks that make code would make code of that, too. */
static struct span indent_of(const struct check *check,
                             const struct element *element)
{
    const struct text *text = check->reports->text;
    struct span line =
        text_line_content(text, text_line_at(text, element->span.start));
    struct slice bytes = check_slice(check, line);
    size_t end = 0;

    while (!element->code && end < bytes.length &&
           (bytes.bytes[end] == ' ' || bytes.bytes[end] == '\t'))
        end++;
    return (struct span){line.start, line.start + end};
}

/* "All times are UTC." as a paragraph above all that the section holds. */
static void state_zone(const struct timeline_check *checking,
                       struct finding *finding)
{
    const struct check *check = checking->check;
    const struct element *first =
        &check->reports->elements.items[checking->section->first_element];
    struct finding_words words = {
        .expected = check_word(
            rule_phrase_lists[PHRASES_TIMES].phrases[0].means)};
    struct span indent = indent_of(check, first);
    struct buffer line = {NULL, 0, 0};
    struct slice blanks = check_slice(check, indent);

    buffer_add_slice(&line, words.expected);
    buffer_add_string(&line, "\n\n");
    buffer_add_slice(&line, blanks);
    fix_edit(finding_fix(finding, FIX_STATE_ZONE, &words),
             (struct span){indent.end, indent.end}, buffer_slice(&line));
    buffer_free(&line);
}

/* ZONE at OFFSET, apart from the words on either side. */
static void append_at(const struct check *check, size_t offset,
                      struct slice zone, struct fix *fix)
{
    struct slice past = check_slice(check, (struct span){offset, offset + 1});
    struct buffer words = {NULL, 0, 0};

    buffer_add_char(&words, ' ');
    buffer_add_slice(&words, zone);
    if (past.length && byte_is_alphanumeric(*past.bytes))
        buffer_add_char(&words, ' ');
    fix_edit(fix, (struct span){offset, offset}, buffer_slice(&words));
    buffer_free(&words);
}

/* UTC after each time that has no zone. */
static void append_zone(const struct timeline_check *checking,
                        struct finding *finding)
{
    char written[16];
    struct finding_words words = {.expected = zone_write(0, written)};
    struct fix *fix = finding_fix(finding, FIX_APPEND_ZONE, &words);

    for (size_t index = 0; index < checking->timeline->count; index++) {
        const struct timeline_entry *entry =
            &checking->timeline->entries[index];

        if (is_concerned(entry))
            append_at(checking->check, entry->time.end, words.expected, fix);
    }
}

/* Is ENTRY's time in a zone that is only named? Others have none of their own,
 * which is fine where the zone of all times is stated. */
static bool is_named(const struct timeline_entry *entry)
{
    return is_concerned(entry) && entry->zone.kind == ZONE_NAMED;
}

/* Are all that are concerned in named zones whose offsets are known? */
static bool all_known(const struct timeline_check *checking)
{
    const struct timeline *timeline = checking->timeline;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];
        bool stated = entry->zone.kind == ZONE_NONE &&
                      checking->stated.kind == ZONE_OFFSET;

        if (is_concerned(entry) && !stated && !entry->zone.known)
            return false;
    }
    return true;
}

/* "CET (UTC+1)" into EXPECTED; the caller frees it. */
static struct slice explain_zone(const struct check *check,
                                 const struct zone *zone,
                                 struct buffer *expected)
{
    struct slice name = check_slice(check, zone->span);
    char written[16];
    struct slice offset = zone_write(zone->offset, written);

    buffer_add_slice(expected, name);
    buffer_add_string(expected, " (");
    buffer_add_slice(expected, offset);
    buffer_add_char(expected, ')');
    return buffer_slice(expected);
}

static void explain_at(const struct check *check, const struct zone *zone,
                       struct fix *fix)
{
    struct buffer expected = {NULL, 0, 0};

    fix_edit(fix, zone->span, explain_zone(check, zone, &expected));
    buffer_free(&expected);
}

/* Only the name of a zone is given: for all times if it is the stated one. */
static void add_named(const struct timeline_check *checking,
                      const struct zone *zone)
{
    const struct check *check = checking->check;
    const struct timeline *timeline = checking->timeline;
    struct buffer expected = {NULL, 0, 0};
    struct finding_words words = {
        .expected = explain_zone(check, zone, &expected)};
    bool stated = zone == &checking->stated;
    struct finding *finding;
    struct fix *fix;

    words.value = check_slice(check, zone->span);
    finding = check_add(check,
                        zone->known ? CASE_TIMELINE_TIMEZONE_OFFSET
                                    : CASE_TIMELINE_TIMEZONE_NAMED,
                        zone->span, &words);
    if (stated ? zone->known : all_known(checking)) {
        fix = finding_fix(finding, FIX_WRITE_OFFSET, &words);
        if (stated)
            explain_at(check, zone, fix);
        for (size_t index = 0; !stated && index < timeline->count; index++) {
            if (is_named(&timeline->entries[index]))
                explain_at(check, &timeline->entries[index].zone, fix);
        }
    }
    buffer_free(&expected);
}

/* The first entry whose time has the name of a zone, whatever is said of all
 * the others. */
static const struct timeline_entry *first_named(
    const struct timeline *timeline)
{
    for (size_t index = 0; index < timeline->count; index++) {
        if (is_named(&timeline->entries[index]))
            return &timeline->entries[index];
    }
    return NULL;
}

void timeline_check_zone(const struct timeline_check *checking)
{
    const struct timeline_entry *entry = first_concerned(checking->timeline);
    struct finding *finding;

    if (!entry)
        return;
    if (checking->stated.kind == ZONE_OFFSET) {
        entry = first_named(checking->timeline);
        if (entry)
            add_named(checking, &entry->zone);
        return;
    }
    if (checking->stated.kind == ZONE_NAMED) {
        add_named(checking, &checking->stated);
        return;
    }
    if (entry->zone.kind == ZONE_NAMED) {
        add_named(checking, &entry->zone);
        return;
    }
    finding = check_add(checking->check, CASE_TIMELINE_TIMEZONE,
                        entry->time.span, NULL);
    state_zone(checking, finding);
    append_zone(checking, finding);
}
