/* Explains the directives, by which an author tells the checker something. */
#include "hover_parts.h"

#include "days.h"

#define HOURS_TO_REPORT 72
#define DAYS_TO_FULL_REPORT 14

static int directive_find(struct slice name)
{
    for (int index = 0; index < DIRECTIVE_COUNT; index++) {
        if (slice_is_word(name, rule_directives[index].name))
            return index;
    }
    return -1;
}

static void explain_name(struct answer *answer)
{
    int found = directive_find(hover_bytes(answer, answer->spot.directive));

    if (found < 0)
        return;
    explain_directive(&answer->prose, &rule_directives[found]);
    answer->span = answer->spot.directive;
}

static const struct rule_key *key_find(struct slice key)
{
    for (size_t index = 0; index < KEY_COUNT; index++) {
        if (slice_is_word(key, rule_keys[index].key))
            return &rule_keys[index];
    }
    return NULL;
}

/* A fact of a report, or a rule that is silenced. */
static void explain_entry(struct answer *answer)
{
    int directive = directive_find(hover_bytes(answer, answer->spot.directive));
    struct slice bytes = hover_bytes(answer, answer->spot.key);
    const struct rule_key *key = key_find(bytes);
    int rule = rule_find(bytes);

    if (directive < 0)
        return;
    if (rule_directives[directive].takes_facts && key)
        explain_key(&answer->prose, key);
    else if (!rule_directives[directive].takes_facts && rule >= 0)
        explain_rule(&answer->prose, &rules[rule], answer->guideline);
    answer->span = answer->spot.key;
}

/* What is due so long after DATE. */
static void add_deadline(struct answer *answer, const char *what, int day)
{
    struct buffer words = {0};

    date_add(&words, day);
    buffer_add_string(&words, ", ");
    days_add(&words, day - answer->question->today);
    prose_item(&answer->prose, true, what, words.bytes);
    buffer_free(&words);
}

static void explain_fact(struct answer *answer)
{
    const struct rule_key *key =
        key_find(hover_bytes(answer, answer->spot.key));
    struct date date;

    if (hover_word(answer))
        return;
    if (!key || !hover_date_at(answer, &date)) {
        explain_entry(answer);
        return;
    }
    hover_distance(answer, &date);
    if (key == &rule_keys[KEY_AWARE])
        add_deadline(answer, "A first report is due within 72 hours",
                     date.days + HOURS_TO_REPORT / 24);
    else if (key == &rule_keys[KEY_DISCLOSED])
        add_deadline(answer, "The full report is due within 14 days",
                     date.days + DAYS_TO_FULL_REPORT);
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
