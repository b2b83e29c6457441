/* Explains the directives, by which an author tells the checker something. */
#include "hover_parts.h"

#include "array.h"
#include "days.h"
#include "due.h"

static void explain_name(struct answer *answer)
{
    const struct rule_directive *directive =
        rule_directive_find(hover_bytes(answer, answer->spot.directive));

    if (!directive)
        return;
    explain_directive(&answer->prose, directive);
    answer->span = answer->spot.directive;
}

/* A fact of a report, or a rule that is silenced. */
static void explain_entry(struct answer *answer)
{
    const struct rule_directive *directive =
        rule_directive_find(hover_bytes(answer, answer->spot.directive));
    struct slice bytes = hover_bytes(answer, answer->spot.key);
    const struct rule_key *key = rule_key_find(bytes);
    int rule = rule_find(bytes);

    if (!directive)
        return;
    if (directive->takes_facts && key)
        explain_key(&answer->prose, key);
    else if (!directive->takes_facts && rule >= 0)
        explain_rule(&answer->prose, &rules[rule], answer->guideline);
    answer->span = answer->spot.key;
}

/* The moment that each key gives. */
static const struct {
    enum key_id key;
    enum moment_id moment;
} moments[] = {
    {KEY_AWARE, MOMENT_AWARE},
    {KEY_DISCLOSED, MOMENT_DISCLOSED},
    {KEY_QUESTION, MOMENT_QUESTION},
};

/* What is due after what KEY gives, which is of DATE. */
static void add_deadlines(struct answer *answer, const struct rule_key *key,
                          const struct date *date)
{
    const struct report_moment from = {.given = true, .day = date->days};
    enum moment_id moment = MOMENT_NONE;

    for (size_t i = 0; i < LENGTH_OF(moments); i++) {
        if (key == &rule_keys[moments[i].key])
            moment = moments[i].moment;
    }
    for (size_t i = 0; moment && i < DEADLINE_COUNT; i++) {
        const struct rule_deadline *deadline = &rule_deadlines[i];
        struct report_moment by = due_after(&from, deadline);
        struct buffer words = {0};

        if (deadline->from != moment ||
            !rule_applies(deadline->versions, answer->guideline))
            continue;
        buffer_addf(&words, "%s: ", deadline->why);
        date_add(&words, by.day);
        buffer_add_string(&words, ", ");
        days_add(&words, by.day - answer->question->today);
        prose_item(&answer->prose, true, deadline->name, words.bytes);
        buffer_free(&words);
    }
}

static void explain_fact(struct answer *answer)
{
    const struct rule_key *key =
        rule_key_find(hover_bytes(answer, answer->spot.key));
    struct date date;

    if (hover_word(answer))
        return;
    if (!key || !hover_date_at(answer, &date)) {
        explain_entry(answer);
        return;
    }
    hover_distance(answer, &date);
    add_deadlines(answer, key, &date);
}

void hover_directive(struct answer *answer)
{
    switch (answer->spot.kind) {
    case SPOT_KEY:
        explain_entry(answer);
        break;
    case SPOT_KEY_VALUE:
        explain_fact(answer);
        break;
    default:
        explain_name(answer);
        break;
    }
}
