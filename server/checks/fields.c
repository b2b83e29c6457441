/* The part Fields: is every field there, once, in order, with a value? */
#include "check.h"

#include <string.h>

#include "answer.h"
#include "memory.h"

/* The fields of a section or of one contributing factor. */
struct scope {
    const struct check *check;
    const struct report_section *section;
    const struct report_field *fields;
    size_t count;
    struct span heading;            /* where a missing field is missed */
    struct slice name;              /* of the section or factor */
    bool whole;                     /* false: only in a duplicate section */
};

bool check_asks_for(const struct check *check, const struct rule_field *field)
{
    if (!rule_applies(field->versions, check->guideline))
        return false;
    if (check->report->rule->id != REPORT_PRELIMINARY)
        return true;
    return field->preliminary &&
           !(field->required == REQUIRED_BY_CA_OWNER &&
             check->report->facts.third_party);
}

static const struct report_field *find_in(const struct report_field *fields,
                                          size_t count,
                                          const struct rule_field *rule)
{
    for (size_t index = 0; index < count; index++) {
        if (fields[index].rule == rule)
            return &fields[index];
    }
    return NULL;
}

/* A section that stands there twice is complete if both together are. */
static const struct report_field *find_field(const struct scope *scope,
                                             const struct rule_field *rule)
{
    const struct report_field *found =
        find_in(scope->fields, scope->count, rule);
    const struct report *report = scope->check->report;

    for (size_t index = 0; !found && !scope->section->factor_count &&
                           index < report->section_count; index++) {
        const struct report_section *other = &report->sections[index];

        if (other->rule == scope->section->rule)
            found = find_in(other->fields, other->field_count, rule);
    }
    return found;
}

/* Sub-fields aren't missed where the field they belong to isn't there, or
 * says that it doesn't apply. */
static bool is_asked(const struct scope *scope, const struct rule_field *rule)
{
    const struct report_field *parent;

    if (!check_asks_for(scope->check, rule))
        return false;
    if (!rule->parent)
        return true;
    parent = find_field(scope, rule->parent);
    return parent && (report_field_empty(parent) ||
                      answer_applies(scope->check, parent) == APPLIES);
}

static bool is_missing(const struct scope *scope,
                       const struct rule_field *rule)
{
    return is_asked(scope, rule) && !find_field(scope, rule);
}

static bool has_any_field(const struct scope *scope)
{
    const struct rule_section *rule = scope->section->rule;

    for (size_t index = 0; index < rule->field_count; index++) {
        if (find_field(scope, &rule->fields[index]))
            return true;
    }
    return false;
}

/* One finding names them all where a section has none of its fields. */
static void miss_all(const struct scope *scope)
{
    const struct rule_section *rule = scope->section->rule;
    struct buffer names = {NULL, 0, 0};
    struct finding_words words = {.section = scope->name};

    for (size_t index = 0; index < rule->field_count; index++) {
        const struct rule_field *field = &rule->fields[index];

        if (!is_asked(scope, field) || field->required == REQUIRED_OPTIONAL)
            continue;
        if (words.count++)
            buffer_add_string(&names, ", ");
        buffer_add_string(&names, field->label);
    }
    words.expected = (struct slice){names.bytes, names.length};
    words.label = words.expected;
    if (words.count)
        check_add(scope->check,
                  words.count > 1 ? CASE_MISSING_FIELD_ALL
                                  : CASE_MISSING_FIELD,
                  scope->heading, &words);
    buffer_free(&names);
}

/* Which of the cases OPTIONAL, ALWAYS and PLAIN speaks of RULE. */
static enum case_id case_for(const struct rule_field *rule,
                             enum case_id optional, enum case_id always,
                             enum case_id plain)
{
    if (rule->required == REQUIRED_OPTIONAL)
        return optional;
    return rule->na_allowed ? plain : always;
}

static void check_missing(const struct scope *scope)
{
    const struct rule_section *rule = scope->section->rule;

    if (!has_any_field(scope)) {
        miss_all(scope);
        return;
    }
    for (size_t index = 0; index < rule->field_count; index++) {
        const struct rule_field *field = &rule->fields[index];
        struct finding_words words = {.label = check_word(field->label),
                                      .section = scope->name};

        if (is_missing(scope, field))
            check_add(scope->check,
                      case_for(field, CASE_MISSING_FIELD_OPTIONAL,
                               CASE_MISSING_FIELD_ALWAYS,
                               CASE_MISSING_FIELD),
                      scope->heading, &words);
    }
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

static void check_empty(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        struct finding_words words = {NULL};

        if (!field->rule || !report_field_empty(field) ||
            !check_asks_for(scope->check, field->rule) ||
            may_be_empty(scope, field))
            continue;
        words.label = check_word(field->rule->label);
        check_add(scope->check,
                  case_for(field->rule, CASE_EMPTY_FIELD_OPTIONAL,
                           CASE_EMPTY_FIELD_ALWAYS, CASE_EMPTY_FIELD),
                  field->label, &words);
    }
}

static void check_duplicates(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        const struct report_field *first;
        struct finding_words words = {NULL};

        if (!field->rule)
            continue;
        first = find_in(scope->fields, index, field->rule);
        if (!first)
            continue;
        words.label = check_word(field->rule->label);
        words.section = scope->name;
        check_relate(check_add(scope->check, CASE_DUPLICATE_FIELD,
                               field->label, &words),
                     first->label, &words);
    }
}

static void check_unknown(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        struct finding_words words = {NULL};

        if (!field->near || (field->rule && field->rule != field->near) ||
            (field->mistaken && find_field(scope, field->near)))
            continue;
        words.value = check_slice(scope->check, field->label);
        words.label = words.value;
        words.expected = check_word(field->near->label);
        check_add(scope->check, CASE_UNKNOWN_FIELD, field->label, &words);
    }
}

/* The last field of the template before RULE that the scope has. */
static const struct report_field *field_above(const struct scope *scope,
                                              const struct rule_field *rule)
{
    const struct report_field *found = NULL;

    while (!found && rule > scope->section->rule->fields)
        found = find_in(scope->fields, scope->count, --rule);
    return found;
}

static void add_misplaced(const struct scope *scope,
                          const struct report_field *field)
{
    const struct report_field *above = field_above(scope, field->rule);
    struct finding_words words = {.label = check_word(field->rule->label)};

    if (!above) {
        check_add(scope->check, CASE_FIELD_ORDER_FIRST, field->label, &words);
        return;
    }
    words.expected = check_word(above->rule->label);
    check_relate(check_add(scope->check, CASE_FIELD_ORDER, field->label,
                           &words),
                 above->label, &words);
}

static void check_order(const struct scope *scope)
{
    const struct report_field *fields[FIELD_COUNT];
    size_t places[FIELD_COUNT] = {0};
    size_t count = 0;
    size_t misplaced;

    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (!field->rule || find_in(scope->fields, index, field->rule))
            continue;
        places[count] = field->rule->id;
        fields[count++] = field;
    }
    misplaced = check_out_of_order(places, count);
    if (misplaced < count)
        add_misplaced(scope, fields[misplaced]);
}

static void check_scope(const struct scope *scope)
{
    if (scope->whole)
        check_missing(scope);
    check_empty(scope);
    check_duplicates(scope);
    check_unknown(scope);
    check_order(scope);
}

/* A factor is called what its line says, without marks around it. */
static struct slice factor_name(const struct check *check,
                                const struct report_factor *factor)
{
    struct slice name = check_slice(check, factor->heading);

    while (name.length && strchr("*_# ", name.bytes[name.length - 1]))
        name.length--;
    while (name.length && strchr("*_# ", *name.bytes)) {
        name.bytes++;
        name.length--;
    }
    return name;
}

static void check_section(const struct check *check,
                          const struct report_section *section)
{
    struct scope scope = {.check = check, .section = section,
                          .fields = section->fields,
                          .count = section->field_count,
                          .heading = section->heading,
                          .name = check_word(section->rule->name)};

    if (!section->factor_count) {
        scope.whole = check_is_first(check, section) &&
                      section->rule->content == CONTENT_FIELDS;
        check_scope(&scope);
        return;
    }
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];

        scope.fields = section->fields + factor->first_field;
        scope.count = factor->field_count;
        scope.heading = factor->heading;
        scope.name = factor_name(check, factor);
        scope.whole = true;
        check_scope(&scope);
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
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];

        if (section->rule && section->rule->field_count &&
            is_own(check, section))
            check_section(check, section);
    }
}
