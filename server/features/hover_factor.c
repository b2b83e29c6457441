/* Tells of a contributing factor which action items and lessons name it. */
#include "hover_parts.h"

#include "action.h"
#include "glyph.h"
#include "memory.h"
#include "reference.h"

/* No more of them are told. */
#define NAMED_MOST 10
/* No more bytes of each. */
#define WORDS_MOST 120

/* The factor under the pointer. */
struct named {
    struct answer *answer;
    const struct report_section *causes;
    size_t index;               /* of the factor */
    size_t count;               /* of what has been told */
};

static void tell(struct named *named, const char *kind, struct span span)
{
    struct prose *prose = &named->answer->prose;
    struct buffer shown = {NULL, 0, 0};
    struct slice words = slice_trim(hover_bytes(named->answer, span), " \t-*+");

    if (named->count++ >= NAMED_MOST)
        return;
    prose_item(prose, named->count == 1, kind, "");
    buffer_add_char(&prose->words, ' ');
    glyph_add_safe(&shown, slice_cut(words, WORDS_MOST));
    prose_code(prose, buffer_slice(&shown));
    buffer_free(&shown);
}

/* Does one of REFERENCES name the factor? */
static bool names(const struct named *named,
                  const struct references *references)
{
    for (size_t i = 0; i < references->count; i++) {
        if (reference_names(&references->items[i], named->causes,
                            named->index))
            return true;
    }
    return false;
}

static void tell_actions(struct named *named)
{
    const struct reports *reports = named->answer->question->reports;
    struct actions actions;

    actions_read(reports, named->answer->spot.report, &actions);
    for (size_t i = 0; i < actions.count; i++) {
        const struct action *action = &actions.items[i];
        struct references references = {NULL, 0, 0};

        references_read(reports, named->causes,
                        action->cells[COLUMN_ROOT_CAUSES], &references);
        if (names(named, &references))
            tell(named, "Action item", action->cells[COLUMN_ACTION]);
        references_free(&references);
    }
    actions_free(&actions);
}

/* The lines of Lessons Learned that name it, each once. */
static void tell_lessons(struct named *named)
{
    const struct reports *reports = named->answer->question->reports;
    const struct report *report = named->answer->spot.report;
    struct references references = {NULL, 0, 0};
    size_t last = 0;

    references_read_prose(reports, report, named->causes, &references);
    for (size_t i = 0; i < references.count; i++) {
        const struct reference *one = &references.items[i];
        size_t line = text_line_at(reports->text, one->span.start);
        struct spot spot;

        if (line == last ||
            !reference_names(one, named->causes, named->index))
            continue;
        spot_at(reports, one->span.start, &spot);
        if (!spot.section || !spot.section->rule ||
            spot.section->rule->id != SECTION_LESSONS_LEARNED)
            continue;
        tell(named, "Lesson", text_line_content(reports->text, line));
        last = line;
    }
    references_free(&references);
}

void hover_factor(struct answer *answer)
{
    const struct report_section *causes = answer->spot.section;
    struct named named = {.answer = answer, .causes = causes};

    named.index = (size_t)(answer->spot.factor - causes->factors);
    prose_break(&answer->prose);
    tell_actions(&named);
    tell_lessons(&named);
    if (!named.count)
        prose_paragraph(&answer->prose,
                        "No action item and no lesson names this factor.");
}
