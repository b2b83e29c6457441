/* The part Lessons: are there actions for what went wrong? */
#include "facts.h"

#include "answer.h"
#include "memory.h"
#include "skeleton.h"
#include "table.h"

static const struct report_section *actions_section(const struct check *check)
{
    return report_section_find(check->report, SECTION_ACTION_ITEMS);
}

/* What SECTION shows, from its first element to its last. */
static struct span content_of(const struct check *check,
                              const struct report_section *section)
{
    const struct element *elements = check->reports->elements.items;
    size_t end = section->first_element + section->element_count;
    struct span span = {section->heading.end, section->heading.end};

    for (size_t at = section->first_element; at < end; at++) {
        if (elements[at].kind == ELEMENT_BREAK ||
            elements[at].kind == ELEMENT_DEFINITION)
            continue;
        if (span.start == section->heading.end)
            span.start = elements[at].span.start;
        span.end = elements[at].span.end;
    }
    return span;
}

/* Does SECTION say, in a table or without one, that there is no action? Where
 * it is empty, that is what is wrong with it. */
static bool says_no_action(const struct check *check,
                           const struct report_section *section)
{
    struct actions rows;
    bool none;

    if (section->empty || check->facts->items.actions.count)
        return false;
    actions_read(check->reports, check->report, &rows);
    none = rows.count || item_says_nothing(check, content_of(check, section));
    actions_free(&rows);
    return none;
}

/* The template's table in place of N/A, or its row below such rows. */
static void offer_action(const struct check *check,
                         const struct report_section *section,
                         struct finding *finding)
{
    struct slice body = skeleton_body(check->report->rule, section->rule);
    struct fix *fix = body.length
                          ? finding_fix(finding, FIX_INSERT_ACTION, NULL)
                          : NULL;
    struct insertion insertion = {.above = false};
    struct table table;

    if (!fix)
        return;
    if (!table_find(check->reports, section, &table)) {
        struct span content = content_of(check, section);

        content.start = layout_line(check, content.start);
        body.length--;              /* the line's end is there already */
        fix_edit(fix, content, body);
        return;
    }
    body = skeleton_rows(body);
    insertion.at = layout_after(check, table.header + table.row_count);
    buffer_add_slice(&insertion.lines, body);
    layout_insert(check, fix, &insertion);
    buffer_free(&insertion.lines);
}

static void check_lesson(const struct check *check, enum field_id id,
                         const struct report_section *actions)
{
    const struct report_field *field = answer_field(check, id);
    struct finding_words words = {0};
    struct finding *finding;

    if (!answer_given(check, field) || item_says_nothing(check, field->value))
        return;
    words.label = check_word(field->rule->label);
    finding = check_add(check, CASE_LESSONS_WITHOUT_ACTION, field->label,
                        &words);
    check_relate(finding, actions->heading, &words);
    offer_action(check, actions, finding);
}

/* Does anything in SECTION speak of revocation? */
static bool speaks_of_revocation(const struct check *check,
                                 const struct report_section *section)
{
    char *folded = answer_fold(check, content_of(check, section));
    bool speaks = rule_phrase_in(PHRASES_REVOCATION, folded) != NULL;

    memory_free(folded);
    return speaks;
}

static void check_delay(const struct check *check,
                        const struct report_section *actions)
{
    if (actions->empty || !answer_revocation_delay(check))
        return;
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->rule == actions->rule &&
            speaks_of_revocation(check, section))
            return;
    }
    check_add(check, CASE_DELAY_WITHOUT_ACTION, actions->heading, NULL);
}

void check_lessons(const struct check *check)
{
    const struct report_section *actions = actions_section(check);

    if (!actions || check->report->rule->id != REPORT_FULL)
        return;
    if (says_no_action(check, actions)) {
        check_lesson(check, FIELD_DIDNT_GO_WELL, actions);
        check_lesson(check, FIELD_ADDITIONAL, actions);
    }
    check_delay(check, actions);
}
