/* Finds the action items and lessons that name a contributing factor. */
#include "factor_mentions.h"

#include "glyph.h"

/* The most bytes of a cell or a line that are shown, and the most of those. */
#define SHOWN_MOST 120
#define LISTED_MOST 20

/* A factor, and where its mentions go: into a count, or a list as well. */
struct seeker {
    const struct factor_mentions *mentions;
    size_t factor;
    struct prose *prose; /* NULL: they are only counted */
    size_t count;
};

static bool names(const struct seeker *seeker,
                  const struct references *references, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (reference_names(&references->items[i], seeker->mentions->section,
                            seeker->factor))
            return true;
    }
    return false;
}

/* One more mention, in SPAN, under TITLE. */
static void add(struct seeker *seeker, enum offer_id title, struct span span)
{
    const struct check *check = &seeker->mentions->view->check;
    struct slice words = check_slice(check, span);
    struct slice cut = slice_cut(words, SHOWN_MOST);
    struct buffer shown = {NULL, 0, 0};
    bool first = !seeker->count++;

    if (!seeker->prose || seeker->count > LISTED_MOST)
        return;
    if (first)
        prose_title(seeker->prose, rule_offers[title].label, "");
    glyph_add_unlinked(&shown, cut);
    if (cut.length < words.length)
        buffer_add_string(&shown, "…");
    prose_quote(seeker->prose, first, buffer_slice(&shown));
    buffer_free(&shown);
}

static size_t seek_actions(struct seeker *seeker)
{
    const struct action_items *items = &seeker->mentions->view->facts.items;

    seeker->count = 0;
    for (size_t i = 0; i < items->actions.count; i++) {
        const struct action *action = &items->actions.items[i];

        if (names(seeker, &items->references, items->firsts[i],
                  items->firsts[i + 1]) &&
            !item_is_example(&seeker->mentions->view->check, action))
            add(seeker, OFFER_ACTIONS_TITLE, action->cells[COLUMN_ACTION]);
    }
    return seeker->count;
}

/* The line of a lesson is a mention, however often it names the factor. */
static void seek_line(struct seeker *seeker, struct span line)
{
    const struct references *lessons = &seeker->mentions->lessons;

    for (size_t i = 0; i < lessons->count; i++) {
        const struct reference *reference = &lessons->items[i];

        if (reference->span.start >= line.start &&
            reference->span.end <= line.end &&
            reference_names(reference, seeker->mentions->section,
                            seeker->factor)) {
            add(seeker, OFFER_LESSONS_TITLE, line);
            return;
        }
    }
}

static size_t seek_lessons(struct seeker *seeker)
{
    const struct check *check = &seeker->mentions->view->check;
    const struct report_section *lessons =
        report_section_find(check->report, SECTION_LESSONS_LEARNED);
    size_t end = lessons ? lessons->first_element + lessons->element_count : 0;

    seeker->count = 0;
    for (size_t at = lessons ? lessons->first_element : 0; at < end; at++)
        seek_line(seeker, check->reports->elements.items[at].span);
    return seeker->count;
}

void factor_mentions_read(struct factor_mentions *mentions,
                          const struct facts_view *view,
                          const struct report_section *section)
{
    *mentions = (struct factor_mentions){.view = view, .section = section};
    if (report_section_find(view->check.report, SECTION_LESSONS_LEARNED))
        references_read_prose(view->check.reports, view->check.report, section,
                              &mentions->lessons);
}

void factor_mentions_free(struct factor_mentions *mentions)
{
    references_free(&mentions->lessons);
}

void factor_mentions_add_words(const struct factor_mentions *mentions,
                               size_t factor, struct buffer *words)
{
    struct seeker seeker = {mentions, factor, NULL, 0};
    struct finding_words given = {.count = seek_actions(&seeker)};

    message_add(words, rule_offers[OFFER_NAMING_ACTIONS].label, &given);
    given.count = seek_lessons(&seeker);
    if (given.count)
        message_add(words, rule_offers[OFFER_NAMING_LESSONS].label, &given);
}

void factor_mentions_explain(const struct factor_mentions *mentions,
                             size_t factor, struct prose *prose)
{
    struct seeker seeker = {mentions, factor, prose, 0};

    if (!seek_actions(&seeker))
        prose_title(prose, rule_offers[OFFER_NO_ACTIONS].label, "");
    seek_lessons(&seeker);
}
