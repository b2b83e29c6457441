/* Do lessons, factors and action items answer each other? */
#include "agreement.h"

#include <string.h>

#include "answer.h"
#include "items.h"
#include "memory.h"
#include "placeholder.h"
#include "reference.h"

/* How many items FIELD's value has: those of its outermost list, or one. */
static size_t count_items(const struct check *check,
                          const struct report_field *field)
{
    const struct element *elements = check->reports->elements.items;
    unsigned outermost = 0;
    size_t count = 0;

    for (size_t at = field->element + 1; at <= field->last_element; at++) {
        const struct element *element = &elements[at];

        if (element->kind != ELEMENT_LINE || !element->item)
            continue;
        if (!count || element->depth < outermost) {
            outermost = element->depth;
            count = 0;
        }
        count += element->depth == outermost;
    }
    return count ? count : 1;
}

/* Does one of the items name a lesson, or something that can't be told? */
static bool any_names_lesson(const struct references *references)
{
    for (size_t i = 0; i < references->count; i++) {
        if (references->items[i].kind == REFERENCE_LESSON ||
            references->items[i].kind == REFERENCE_UNCLEAR)
            return true;
    }
    return false;
}

/* Is one of ACTIONS only the template's? */
static bool any_example(const struct check *check,
                        const struct actions *actions)
{
    for (size_t i = 0; i < actions->count; i++) {
        if (item_is_example(check, &actions->items[i]))
            return true;
    }
    return false;
}

static void check_lessons_answered(const struct check *check,
                                   const struct actions *actions)
{
    const struct report_field *field =
        answer_field(check, FIELD_DIDNT_GO_WELL);
    const struct report_section *causes = items_causes(check);
    size_t factors = causes ? causes->factor_count : 0;
    enum case_id which = CASE_LESSONS_WITHOUT_ACTION_FEWER;
    struct buffer digits = {NULL, 0, 0};
    struct finding_words words = {0};
    size_t lessons;

    if (!actions->count || !answer_given(check, field) ||
        item_says_nothing(check, field->value) ||
        placeholder_is(check, field->value) || any_example(check, actions))
        return;
    lessons = count_items(check, field);
    if (actions->count >= lessons) {
        which = CASE_LESSONS_WITHOUT_ACTION_UNNAMED;
        if (actions->count >= lessons + factors ||
            any_names_lesson(&check->facts->items.references))
            return;
    }
    buffer_add_number(&digits, actions->count);
    words.label = check_word(field->rule->label);
    words.count = lessons;
    words.other = buffer_slice(&digits);
    check_relate(check_add(check, which, field->label, &words),
                 actions->items[0].section->heading, &words);
    buffer_free(&digits);
}

static const struct report_field *interaction_of(
    const struct report_section *causes, size_t index)
{
    const struct report_factor *factor = &causes->factors[index];

    for (size_t i = 0; i < factor->field_count; i++) {
        const struct report_field *field =
            &causes->fields[factor->first_field + i];

        if (field->rule && field->rule->id == FIELD_FACTOR_INTERACTION)
            return field;
    }
    return NULL;
}

/* Does FIELD, filled in as it is, tell nothing of how factors interact? */
static bool tells_nothing(const struct check *check,
                          const struct report_field *field)
{
    enum not_applicable answer = answer_applies(check, field);

    return answer == NOT_APPLICABLE || answer == NOT_APPLICABLE_SPELT ||
           answer_is(check, field->value, PHRASES_NO_INTERACTION);
}

static void check_interaction(const struct check *check)
{
    const struct report_section *causes = items_causes(check);
    struct finding_words words = {0};

    if (!causes || causes->factor_count < 2)
        return;
    for (size_t i = 0; i < causes->factor_count; i++) {
        const struct report_field *field = interaction_of(causes, i);

        if (!field || report_field_empty(field) ||
            !tells_nothing(check, field))
            return;
    }
    words.count = causes->factor_count;
    check_add(check, CASE_INTERACTION, interaction_of(causes, 0)->answer,
              &words);
}

/* What people are trained in, or reminded of, is no change by itself: the part
 * of FOLDED where a change would stand. */
static const char *past_training(const char *folded)
{
    const char *end;

    if (!rule_phrase_begins(PHRASES_TRAINING, folded))
        return folded;
    end = strstr(folded, " and ");
    if (!end)
        end = folded + strcspn(folded, ";,");
    return end;
}

/* Does ACTION train or remind people, and change nothing else? */
static bool is_training(const struct check *check, const struct action *action)
{
    char *folded = answer_fold(check, action->cells[COLUMN_ACTION]);
    bool training = rule_phrase_in(PHRASES_TRAINING, folded) &&
                    !rule_phrase_in(PHRASES_SYSTEM_CHANGE,
                                    past_training(folded));

    memory_free(folded);
    return training;
}

static void check_training(const struct check *check,
                           const struct actions *actions)
{
    for (size_t i = 0; i < actions->count; i++) {
        if (!action_has(&actions->items[i], COLUMN_ACTION) ||
            !is_training(check, &actions->items[i]))
            return;
    }
    if (actions->count)
        check_add(check, CASE_TRAINING_ONLY,
                  actions->items[0].section->heading, NULL);
}

void agree_actions(const struct check *check)
{
    const struct actions *actions = &check->facts->items.actions;

    if (check->report->rule->id != REPORT_FULL)
        return;
    check_lessons_answered(check, actions);
    check_interaction(check);
    check_training(check, actions);
}
