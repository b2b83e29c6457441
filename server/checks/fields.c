/* The part Fields: is every field there, with a value? */
#include "answer.h"
#include "field_fix.h"
#include "field_order.h"

/* What would fix all findings of a report at once. */
struct repairs {
    struct gathered missing, empty;
};

/* Sub-fields aren't missed where the field they belong to isn't there, or
 * says that it doesn't apply. */
static bool is_asked(const struct scope *scope, const struct rule_field *rule)
{
    const struct report_field *parent;

    if (!check_asks_for(scope->check, rule))
        return false;
    if (!rule->parent)
        return true;
    parent = scope_find_anywhere(scope, rule->parent);
    return parent && (report_field_empty(parent) ||
                      answer_applies(scope->check, parent) == APPLIES);
}

static bool is_missing(const struct scope *scope, const struct rule_field *rule)
{
    return is_asked(scope, rule) && !scope_find_anywhere(scope, rule);
}

static bool has_any_field(const struct scope *scope)
{
    const struct rule_section *rule = scope->section->rule;

    for (size_t index = 0; index < rule->field_count; index++) {
        if (scope_find_anywhere(scope, &rule->fields[index]))
            return true;
    }
    return false;
}

/* One finding names them all where a section has none of its fields. */
static void miss_all(const struct scope *scope, struct gathered *gathered)
{
    const struct rule_section *rule = scope->section->rule;
    struct buffer names = {NULL, 0, 0};
    struct finding_words words = {0};

    for (size_t index = 0; index < rule->field_count; index++) {
        const struct rule_field *field = &rule->fields[index];

        if (!is_asked(scope, field) || field->required == REQUIRED_OPTIONAL)
            continue;
        if (words.count++)
            buffer_add_string(&names, ", ");
        buffer_add_string(&names, field->label);
    }
    words.expected = buffer_slice(&names);
    words.label = words.expected;
    words.section = scope_name(scope);
    if (words.count)
        field_fix_none(scope,
                       check_add(scope->check,
                                 words.count > 1 ? CASE_MISSING_FIELD_ALL
                                                 : CASE_MISSING_FIELD,
                                 scope->heading, &words),
                       gathered);
    buffer_free(&names);
}

/* The cases of a field that is optional, of one that always applies, and of
 * others. */
static const enum case_id missing_cases[] = {
    CASE_MISSING_FIELD_OPTIONAL, CASE_MISSING_FIELD_ALWAYS, CASE_MISSING_FIELD};
static const enum case_id empty_cases[] = {
    CASE_EMPTY_FIELD_OPTIONAL, CASE_EMPTY_FIELD_ALWAYS, CASE_EMPTY_FIELD};

/* The one of CASES that applies to RULE in this report. */
static enum case_id case_for(const struct check *check,
                             const struct rule_field *rule,
                             const enum case_id cases[3])
{
    if (rule->required == REQUIRED_OPTIONAL)
        return cases[0];
    return answer_may_be_na(check, rule) ? cases[2] : cases[1];
}

static void miss(const struct scope *scope, const struct rule_field *field,
                 struct gathered *gathered)
{
    struct finding_words words = {.label = check_word(field->label),
                                  .section = scope_name(scope)};
    enum case_id which =
        case_for(scope->check, field, missing_cases);

    field_fix_missing(scope,
                      check_add(scope->check, which, scope->heading, &words),
                      field, gathered);
}

static void check_missing(const struct scope *scope, struct gathered *gathered)
{
    const struct rule_section *rule = scope->section->rule;

    if (!has_any_field(scope)) {
        miss_all(scope, gathered);
    } else {
        for (size_t index = 0; index < rule->field_count; index++) {
            if (is_missing(scope, &rule->fields[index]))
                miss(scope, &rule->fields[index], gathered);
        }
    }
    gathered_end_scope(scope->check, gathered);
}

/* A field that has sub-fields holds nothing else; what is asked of an analysis
 * when a revocation is late, its own rule says. */
static bool may_be_empty(const struct scope *scope,
                         const struct report_field *field)
{
    return field->rule->type == TYPE_GROUP ||
           (field->rule->id == FIELD_ANALYSIS &&
            answer_revocation_delay(scope->check));
}

static void check_empty(const struct scope *scope, struct gathered *gathered)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        struct finding_words words = {0};
        enum case_id which;

        if (!field->rule || !report_field_empty(field) ||
            !check_asks_for(scope->check, field->rule) ||
            may_be_empty(scope, field))
            continue;
        words.label = check_word(field->rule->label);
        which = case_for(scope->check, field->rule, empty_cases);
        field_fix_empty(scope->check,
                        check_add(scope->check, which, field->label, &words),
                        field, gathered);
    }
}

static void check_scope(const struct scope *scope, struct repairs *repairs)
{
    if (scope->whole)
        check_missing(scope, &repairs->missing);
    check_empty(scope, &repairs->empty);
    field_order_check(scope);
}

static void check_section(const struct check *check,
                          const struct report_section *section,
                          struct repairs *repairs)
{
    struct scope scope = scope_of_section(check, section);

    if (!section->factor_count)
        check_scope(&scope, repairs);
    for (size_t index = 0; index < section->factor_count; index++) {
        scope = scope_of_factor(check, section, index);
        check_scope(&scope, repairs);
    }
}

/* In a preliminary report the sections of a full one are welcome, but only
 * its own must be complete. */
static bool is_own(const struct check *check,
                   const struct report_section *section)
{
    const struct rule_report *rule = check->report->rule;

    for (size_t index = 0; index < rule->section_count; index++) {
        if (rule->sections[index] == section->rule)
            return true;
    }
    return false;
}

void check_fields(const struct check *check)
{
    struct repairs repairs = {0};

    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];

        if (section->rule && section->rule->field_count &&
            is_own(check, section))
            check_section(check, section, &repairs);
    }
    gathered_add(check, &repairs.missing, FIX_INSERT_ALL_FIELDS);
    gathered_add(check, &repairs.empty, FIX_FILL_ALL_NA);
}
