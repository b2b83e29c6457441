/* The part Fields: does each stand there once, by its name, and in order? */
#include "field_order.h"

#include "field_fix.h"

static void check_duplicates(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        const struct report_field *first;
        struct finding_words words = {0};

        if (!field->rule)
            continue;
        first = scope_find(scope, field->rule);
        if (first == field)
            continue;
        words.label = check_word(field->rule->label);
        words.section = scope_name(scope);
        check_relate(
            check_add(scope->check, CASE_DUPLICATE_FIELD, field->label, &words),
            first->label, &words);
    }
}

static void add_name(struct finding *finding, const struct report_field *field)
{
    struct finding_words words = {.expected = check_word(field->near->label)};

    fix_edit(finding_fix(finding, field->mistaken ? FIX_REPLACE : FIX_RESPELL,
                         &words),
             field->label, words.expected);
}

static void check_unknown(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        struct finding_words words = {0};

        if (!field->near || (field->rule && field->rule != field->near) ||
            (field->mistaken && scope_find_anywhere(scope, field->near)))
            continue;
        words.value = check_slice(scope->check, field->label);
        words.label = words.value;
        words.expected = check_word(field->near->label);
        add_name(
            check_add(scope->check, CASE_UNKNOWN_FIELD, field->label, &words),
            field);
    }
}

static void add_misplaced(const struct scope *scope,
                          const struct report_field *field)
{
    const struct report_field *above = scope_above(scope, field->rule);
    struct finding_words words = {.label = check_word(field->rule->label)};
    struct finding *finding;

    if (above)
        words.expected = check_word(above->rule->label);
    finding = check_add(scope->check,
                        above ? CASE_FIELD_ORDER : CASE_FIELD_ORDER_FIRST,
                        field->label, &words);
    if (above)
        check_relate(finding, above->label, &words);
    field_fix_order(scope, finding);
}

static void check_order(const struct scope *scope)
{
    const struct report_field *fields[FIELD_COUNT];
    size_t places[FIELD_COUNT] = {0};
    size_t count = 0;
    size_t misplaced;

    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (!field->rule || scope_find(scope, field->rule) != field)
            continue;
        places[count] = field->rule->id;
        fields[count++] = field;
    }
    misplaced = check_out_of_order(places, count);
    if (misplaced < count)
        add_misplaced(scope, fields[misplaced]);
}

void field_order_check(const struct scope *scope)
{
    check_duplicates(scope);
    check_unknown(scope);
    check_order(scope);
}
