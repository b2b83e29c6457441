/* Offers to say, in a directive, what somebody has just done. */
#include "code_actions.h"

#include "directive.h"
#include "directive_edits.h"
#include "memory.h"
#include "report_moment.h"

/* What an action does to a directive: one key is set, and another goes. */
struct change {
    enum fix_id title;
    enum key_id sets, drops;
};

static const struct change posted = {FIX_POSTED_NOW, KEY_POSTED, KEY_DRAFT};
static const struct change answered = {FIX_ANSWERED, KEY_UPDATED, KEY_QUESTION};

/* Adds the action that makes CHANGE, at the moment NOW, in the directives of
 * REPORT. */
static void add_change(struct code_actions *actions,
                       const struct code_action_source *source,
                       const struct reports *reports,
                       const struct report *report, const struct change *change,
                       const struct report_moment *now)
{
    struct buffer moment = {NULL, 0, 0};
    struct directive_edits edits;
    struct fix fix = {.which = change->title,
                      .title = (char *)rule_fixes[change->title].title};

    report_moment_add_iso(&moment, now);
    directive_edits_read(
        &edits, reports, report->heading.start,
        (struct directive_fact[]){{&rule_keys[change->sets], moment.bytes},
                                  {&rule_keys[change->drops], NULL}},
        2);
    fix.edits = edits.items;
    fix.edit_count = edits.count;
    if (edits.count)
        code_actions_add_fix(actions, source, NULL, &fix);
    directive_edits_free(&edits);
    buffer_free(&moment);
}

/* Is SPAN on the heading of REPORT, or in a directive of its own? */
static bool is_at(const struct reports *reports, const struct report *report,
                  struct span span)
{
    const struct elements *elements = &reports->elements;
    size_t end = report->first_element + report->element_count;

    if (span_touches(report->heading, span.start))
        return true;
    for (size_t at = report->first_element; elements_mark(elements, &at, end);
         at++) {
        const struct element *element = &elements->items[at];

        if (element->kind == ELEMENT_DEFINITION &&
            span_touches(element->span, span.start))
            return true;
    }
    return false;
}

/* Is SPAN in the directives above the first report? */
static bool is_above(const struct reports *reports, struct span span)
{
    return reports->count && span.start < reports->items[0].heading.start &&
           directive_begins(text_line_bytes(
               reports->text, text_line_at(reports->text, span.start)));
}

void code_actions_directives(struct code_actions *actions,
                             const struct code_action_source *source,
                             const struct reports *reports, struct span span,
                             const struct report_moment *now)
{
    bool above = is_above(reports, span);

    for (size_t i = 0; i < reports->count; i++) {
        const struct report *report = &reports->items[i];
        bool here = is_at(reports, report, span);

        if (report->rule->superseded || report->form == HEADING_ABSENT)
            continue;
        if (here && !report->facts.posted.given)
            add_change(actions, source, reports, report, &posted, now);
        if ((here || (above && !i)) && report->facts.question.given)
            add_change(actions, source, reports, report, &answered, now);
    }
}
