/* What may stand in a directive: keys, their values, the ids of rules. */
#include "completion_parts.h"

#include <string.h>

#include "date.h"
#include "directive.h"
#include "memory.h"
#include "report_moment.h"

/* How many days after a comment an update is due, unless the whiteboard says
 * otherwise. */
#define DAYS_TO_UPDATE (rule_deadlines[DEADLINE_UPDATE].days)

/* A directive as typed so far. In bytes of the line. */
struct typed_directive {
    const struct rule_directive *rule;
    size_t key;                 /* where the entry at the cursor begins */
    size_t value;               /* where its value does; 0 if it has none */
};

/* Where the title's words begin, after the bracket or quote; 0 if nowhere. */
static size_t title_start(struct slice line)
{
    size_t at = slice_skip(line, slice_find(line, 0, "#") + 1, " ");

    return byte_is_in(slice_at(line, at), "('\"") ? at + 1 : 0;
}

/* Fills TYPED with where the entry of START..END that goes on to END begins,
 * blanks skipped, and where its value does. */
static void find_entry(struct slice line, size_t start, size_t end,
                       struct typed_directive *typed)
{
    typed->key = start;
    typed->value = 0;
    for (size_t at = start; at < end; at++) {
        if (line.bytes[at] == ',') {
            typed->key = at + 1;
            typed->value = 0;
        } else if (line.bytes[at] == '=' && !typed->value) {
            typed->value = at + 1;
        }
    }
    while (typed->key < end && line.bytes[typed->key] == ' ')
        typed->key++;
}

static bool read_directive(const struct context *context,
                           struct typed_directive *typed)
{
    struct slice line = context->bytes;
    const char *close = memchr(line.bytes, ']', line.length);
    size_t start;

    if (!line.length || !directive_begins(line) || !close)
        return false;
    typed->rule =
        rule_directive_find(slice_part(line, 1, (size_t)(close - line.bytes)));
    start = title_start(line);
    if (!typed->rule || !start || context->column < start ||
        memchr(line.bytes + start, ')', context->column - start))
        return false;
    find_entry(line, start, context->column, typed);
    return true;
}

/* Adds an item in place of what is typed from FROM on. */
static void add(struct completer *completer, size_t from, const char *label,
                const char *means)
{
    const struct context *context = completer->context;
    struct span span = {context->line.start + from, context->offset};
    struct completion *item;

    if (!completer_matches(completer_typed(completer, from, context->column),
                           label))
        return;
    item = completer_add(completer, COMPLETION_KEY, label, span);
    if (!item)
        return;
    buffer_add_string(&item->means, means);
    buffer_add_string(&item->filter, label);
    snippet_add_string(&item->snippet, label);
}

/* Does KEY take a moment, or at least may it? */
static bool takes_moment(const struct rule_key *key)
{
    const struct rule_phrase *fact =
        rule_phrase_is(PHRASES_DIRECTIVE_FACT, key->key);

    return fact && !strcmp(fact->means, "moment");
}

/* The current moment; for what is to come, the day a week from now. */
static void add_moment_words(struct buffer *words,
                             const struct template_facts *facts,
                             const struct rule_key *key)
{
    bool comes = key == &rule_keys[KEY_NEXT_UPDATE];

    report_moment_add_iso(
        words, &(struct report_moment){
                   .given = true,
                   .timed = !comes,
                   .day = facts->today + (comes ? DAYS_TO_UPDATE : 0),
                   .minute = facts->minute});
}

/* What follows a key: the current moment, to be typed over. */
static void add_value_of(struct completer *completer,
                         const struct rule_key *key, struct snippet *snippet)
{
    struct buffer words = {NULL, 0, 0};

    snippet_add_string(snippet, "=");
    if (!takes_moment(key))
        return;
    add_moment_words(&words, &completer->source->facts, key);
    snippet_add_stop(snippet, buffer_slice(&words));
    buffer_free(&words);
}

static void add_keys(struct completer *completer, size_t from)
{
    for (size_t id = 0; id < KEY_COUNT; id++) {
        const struct rule_key *key = &rule_keys[id];
        size_t count = completer->completions->count;

        add(completer, from, key->key, key->means);
        if (completer->completions->count > count &&
            strchr(key->example, '='))
            add_value_of(completer, key,
                         &completer->completions->items[count].snippet);
    }
}

static void add_rules(struct completer *completer, size_t from)
{
    for (size_t id = 0; id < RULE_COUNT; id++)
        add(completer, from, rules[id].id, rules[id].summary);
}

static void add_guidelines(struct completer *completer, size_t from)
{
    for (size_t index = rule_guideline_count; index-- > 0;) {
        if (rule_guidelines[index].templated)
            add(completer, from, rule_guidelines[index].number,
                rule_guidelines[index].means);
    }
}

/* Offers today and the current moment, or the day a week from now. */
static void add_moments(struct completer *completer,
                        const struct rule_key *key, size_t from)
{
    char today[DATE_ISO_ROOM];
    struct buffer words = {NULL, 0, 0};

    date_iso(completer->source->facts.today, today);
    add_moment_words(&words, &completer->source->facts, key);
    if (key != &rule_keys[KEY_NEXT_UPDATE])
        add(completer, from, today, "");
    add(completer, from, words.bytes, "");
    buffer_free(&words);
}

static void add_title(struct completer *completer, size_t from)
{
    struct slice name = completer->source->facts.owner_name;
    struct buffer title = {NULL, 0, 0};

    if (!name.length)
        return;
    buffer_add_char(&title, '"');
    buffer_add_slice(&title, name);
    buffer_add_string(&title, ": ");
    add(completer, from, title.bytes, rule_keys[KEY_TITLE].means);
    buffer_free(&title);
}

static void add_values(struct completer *completer, enum key_id key,
                       size_t from)
{
    switch (key) {
    case KEY_GUIDELINES:
        add_guidelines(completer, from);
        break;
    case KEY_WHITEBOARD:
        for (size_t index = 0; index < rule_tag_count; index++)
            add(completer, from, rule_tags[index].tag, rule_tags[index].means);
        break;
    case KEY_TITLE:
        add_title(completer, from);
        break;
    default:
        if (takes_moment(&rule_keys[key]) || key == KEY_CLOSED)
            add_moments(completer, &rule_keys[key], from);
        for (size_t index = 0; rule_keys[key].words[index]; index++)
            add(completer, from, rule_keys[key].words[index],
                rule_keys[key].means);
        break;
    }
}

static void complete_fact(struct completer *completer,
                          const struct typed_directive *typed)
{
    const struct rule_key *key;

    if (!typed->value) {
        add_keys(completer, typed->key);
        return;
    }
    key =
        rule_key_find(completer_typed(completer, typed->key, typed->value - 1));
    if (key)
        add_values(completer, (enum key_id)(key - rule_keys), typed->value);
}

void complete_directives(struct completer *completer)
{
    struct typed_directive typed;

    if (!read_directive(completer->context, &typed))
        return;
    if (typed.rule->takes_facts)
        complete_fact(completer, &typed);
    else if (!typed.value)
        add_rules(completer, typed.key);
}
