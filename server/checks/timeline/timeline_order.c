/* The part Timeline: does it run from the earliest to the latest event? */
#include "timeline_check.h"

#include <stdlib.h>

#include "memory.h"

/* The zones of the earth lie no more than a day apart. */
#define ZONES_MOST (SECONDS_A_DAY + 2 * 60 * SECONDS_A_MINUTE)

/* So many findings of a section carry the edits of all of its entries. */
#define FIXES_MOST 8

static struct timeline_when when_of(const struct timeline_check *checking,
                                    const struct timeline_entry *entry)
{
    return timeline_when(entry, &checking->stated);
}

static bool is_earlier(const struct timeline_when *when,
                       const struct timeline_when *above)
{
    long long apart = when->floating != above->floating ? ZONES_MOST : 0;

    return when->to + apart < above->from;
}

/* The entry that ENTRY, at INDEX, comes after: the last one of its like. A
 * date that others stand below counts only if it is itself too early. */
struct chain {
    const struct timeline_entry *last;      /* not a detail */
    const struct timeline_entry *detail;    /* the last one, of one parent */
};

static const struct timeline_entry *above(const struct chain *chain,
                                          const struct timeline_entry *entry)
{
    if (!entry->detail)
        return chain->last;
    if (chain->detail && chain->detail->parent == entry->parent)
        return chain->detail;
    return NULL;
}

static void add_words(const struct check *check, struct span span,
                      struct buffer *written)
{
    struct slice words = check_slice(check, span);

    if (written->length)
        buffer_add_char(written, ' ');
    buffer_add(written, words.bytes, words.length);
}

/* "2025-03-01 10:20 UTC+1" as it is written, the date perhaps in a line
 * above. */
static struct slice write_when(const struct check *check,
                               const struct timeline_entry *entry,
                               struct buffer *written)
{
    add_words(check, entry->date.span, written);
    if (entry->timed)
        add_words(check, entry->time.span, written);
    if (entry->timed && entry->zone.kind != ZONE_NONE &&
        entry->zone.span.start > entry->time.span.start)
        add_words(check, entry->zone.span, written);
    return buffer_slice(written);
}

static struct span place_of(const struct timeline_entry *entry)
{
    if (entry->dated)
        return entry->date.span;
    return entry->timed ? entry->time.span : entry->span;
}

static struct finding *add(const struct check *check,
                           const struct timeline_entry *entry,
                           const struct timeline_entry *last)
{
    struct buffer written[2] = {{NULL, 0, 0}, {NULL, 0, 0}};
    struct finding_words words = {
        .value = write_when(check, entry, &written[0]),
        .other = write_when(check, last, &written[1])};
    struct finding *finding = check_add(check, CASE_TIMELINE_ORDER,
                                        place_of(entry), &words);

    check_relate(finding, last->span, &words);
    buffer_free(&written[0]);
    buffer_free(&written[1]);
    return finding;
}

/* An entry's place in the text, and when it happened. */
struct place {
    size_t index;
    struct timeline_when when;
};

static int compare(const void *left, const void *right)
{
    const struct place *a = left;
    const struct place *b = right;

    if (a->when.from != b->when.from)
        return a->when.from < b->when.from ? -1 : 1;
    return a->index < b->index ? -1 : 1;
}

/* Is ENTRY one line of its own, with all that is needed to sort it? */
static bool is_movable(const struct timeline_entry *entry)
{
    return entry->parent == TIMELINE_TOP && entry->dated && entry->timed &&
           timeline_has_day(entry) && entry->time.valid &&
           (entry->zone.known || entry->zone.kind == ZONE_NONE);
}

/* Are the entries one list of single lines, or one table? */
static bool is_sortable(const struct timeline_check *checking)
{
    const struct timeline_entry *entries = checking->timeline->entries;
    size_t count = checking->timeline->count;
    size_t end = checking->section->first_element +
                 checking->section->element_count;

    for (size_t index = 0; index < count; index++) {
        if (!is_movable(&entries[index]) || (!entries[index].item &&
                                             !entries[index].row))
            return false;
        if (index && entries[index].element != entries[index - 1].element + 1)
            return false;
    }
    if (entries[count - 1].element + 1 == end)
        return true;
    return checking->check->reports->elements
               .items[entries[count - 1].element + 1].depth == 0;
}

/* Puts into the line of each entry what belongs there; bullets and numbers
 * stay where they are. */
static void sort_entries(const struct timeline_check *checking,
                         struct finding *finding)
{
    const struct timeline *timeline = checking->timeline;
    struct place *places = memory_new_zeroed(timeline->count, sizeof *places);
    struct fix *fix = finding_fix(finding, FIX_SORT_ENTRIES, NULL);

    for (size_t index = 0; index < timeline->count; index++)
        places[index] = (struct place){
            index, when_of(checking, &timeline->entries[index])};
    qsort(places, timeline->count, sizeof *places, compare);
    for (size_t index = 0; index < timeline->count; index++) {
        struct span from = timeline->entries[places[index].index].span;

        if (places[index].index != index)
            fix_edit(fix, timeline->entries[index].span,
                     check_slice(checking->check, from));
    }
    memory_free(places);
}

void timeline_check_order(const struct timeline_check *checking)
{
    const struct timeline *timeline = checking->timeline;
    bool sortable = timeline->count > 1 && is_sortable(checking);
    struct chain chain = {NULL, NULL};
    size_t found = 0;

    for (size_t index = 0; index < timeline->count; index++) {
        const struct timeline_entry *entry = &timeline->entries[index];
        const struct timeline_entry *last = above(&chain, entry);
        struct timeline_when when, before;
        bool earlier = false;

        if (!timeline_has_day(entry))
            continue;
        if (last) {
            when = when_of(checking, entry);
            before = when_of(checking, last);
            earlier = is_earlier(&when, &before);
        }
        if (earlier) {
            struct finding *finding = add(checking->check, entry, last);

            if (sortable && finding && found++ < FIXES_MOST)
                sort_entries(checking, finding);
        }
        if (entry->detail)
            chain.detail = entry;
        else if (earlier || !(entry->heading || entry->divided))
            chain.last = entry;
    }
}
