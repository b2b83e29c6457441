/* Explains what is written where a value may stand. */
#include "hover_parts.h"

#include <string.h>

#include "edition.h"
#include "facts.h"
#include "policy.h"

/* A date where a date belongs, or after "Next update". */
static bool explain_date(struct answer *answer, bool belongs)
{
    struct span before = hover_near(answer);
    struct date date;
    char folded[2 * HOVER_NEAR_MOST + 1];

    if (!hover_date_at(answer, &date))
        return false;
    before.end = date.span.start;
    fold(hover_bytes(answer, before), folded, sizeof folded);
    if (!belongs && !rule_phrase_in(PHRASES_NEXT_UPDATE, folded))
        return false;
    hover_distance(answer, &date);
    return true;
}

/* What may stand in a place: the row of a field or of a column. */
struct expected {
    enum value_type type;
    int list;
    const struct rule_field *field;
    const struct rule_column *column;
};

static const struct rule_value *value_of(const struct expected *expected,
                                         struct slice bytes)
{
    char folded[2 * HOVER_NEAR_MOST + 1];
    enum match match;

    fold(bytes, folded, sizeof folded);
    if (expected->type == TYPE_CERTIFICATE_TYPES)
        return rule_value_in((enum list_id)expected->list, folded);
    return rule_value_match((enum list_id)expected->list, folded, &match);
}

static bool ends_part(char byte)
{
    return byte != '\0' && strchr(",;&+|", byte) != NULL;
}

/* The value under the pointer: its word alone, or what is between commas. */
static bool explain_choice(struct answer *answer,
                           const struct expected *expected)
{
    struct span span = hover_around(answer, answer->spot.span, hover_ends_word);
    const struct rule_value *value = NULL;

    if (expected->list < 0)
        return false;
    if (expected->type != TYPE_CERTIFICATE_TYPES && span.end > span.start)
        value = value_of(expected, hover_bytes(answer, span));
    if (!value && expected->type != TYPE_YES_NO) {
        span = hover_around(answer, answer->spot.span, ends_part);
        value = value_of(expected, hover_bytes(answer, span));
    }
    if (!value)
        return false;
    explain_value(&answer->prose, value);
    answer->span = span;
    return true;
}

static void explain_edition(struct answer *answer, const struct policy *policy)
{
    const struct hover_question *question = answer->question;
    struct rule_edition then;
    struct fact_day started;
    size_t index;
    bool told;

    facts_read_start(question->reports, answer->spot.report, &started);
    told = started.sure == FACT_SAID && edition_on(policy, started.day, &index);
    if (told)
        then = edition_at(policy, index);
    explain_policy(&answer->prose, policy, told ? &then : NULL);
}

/* The policy that is named under the pointer. */
static bool explain_named_policy(struct answer *answer,
                                 const struct expected *expected)
{
    struct span near = hover_near_in(answer, answer->spot.span);
    struct slice bytes = hover_bytes(answer, near);
    const struct own_policies *own = answer->question->policies;
    struct policy_name name;
    size_t at = 0;

    while (expected->type == TYPE_POLICIES &&
           policy_find(bytes, at, own, &name)) {
        at = name.span.end;
        name.span.start += near.start;
        name.span.end += near.start;
        if (!span_touches(name.span, answer->question->offset))
            continue;
        explain_edition(answer, &name.policy);
        answer->span = name.span;
        return true;
    }
    return false;
}

static struct expected expected_of(const struct spot *spot)
{
    const struct rule_field *field = spot->field ? spot->field->rule : NULL;
    const struct rule_column *column = spot->column;

    if (column)
        return (struct expected){column->type, column->list, NULL, column};
    if (field)
        return (struct expected){field->type, field->list, field, NULL};
    return (struct expected){TYPE_PROSE, -1, NULL, NULL};
}

void hover_row(struct answer *answer)
{
    struct expected expected = expected_of(&answer->spot);

    if (expected.field)
        explain_field(&answer->prose, expected.field, answer->guideline);
    else if (expected.column)
        explain_column(&answer->prose, expected.column, answer->guideline);
    answer->span = answer->spot.span;
}

/* Prose speaks for itself; other values get what is known of them, or of the
 * place they stand in. */
void hover_value(struct answer *answer)
{
    struct expected expected = expected_of(&answer->spot);
    bool date = expected.type == TYPE_DATE || expected.type == TYPE_DATE_TIME;

    if (hover_word(answer) || explain_date(answer, date) ||
        explain_choice(answer, &expected) ||
        explain_named_policy(answer, &expected))
        return;
    if (expected.type != TYPE_PROSE && expected.type != TYPE_GROUP &&
        expected.type != TYPE_YES_NO)
        hover_row(answer);
}
