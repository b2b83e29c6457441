/* Finds out which events the words of a timeline's entry tell. */
#include "event.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"

/* The words that patterns are made of: each is a bit. */
#define GROUPS_MOST 64
#define PATTERNS_MOST 96
#define GROUP_ROOM 24

/* An entry that is longer is looked at up to here. */
#define TEXT_MOST 4096

struct pattern {
    unsigned event;
    uint64_t groups;
};

/* Phrases are found by their first two bytes. */
#define CHAINS 1024

struct event_words {
    const char *groups[GROUPS_MOST];    /* as far as patterns have them */
    size_t group_lengths[GROUPS_MOST];
    size_t group_count;
    struct pattern patterns[PATTERNS_MOST];
    size_t pattern_count;
    unsigned short first[CHAINS];   /* a phrase's number and 1 */
    unsigned short *next;           /* of each phrase, likewise */
    uint64_t *masks;                /* of each phrase; 0: not yet known */
};

static const struct rule_phrases *phrases(void)
{
    return &rule_phrase_lists[PHRASES_EVENT_WORD];
}

/* The bit of the group called NAME; 0 if no pattern has it. */
static uint64_t group_find(const struct event_words *words, struct slice name)
{
    for (size_t i = 0; i < words->group_count; i++) {
        if (words->group_lengths[i] == name.length &&
            !memcmp(words->groups[i], name.bytes, name.length))
            return (uint64_t)1 << i;
    }
    return 0;
}

static uint64_t group_add(struct event_words *words, struct slice name)
{
    uint64_t found = group_find(words, name);

    if (found || words->group_count == GROUPS_MOST)
        return found;
    words->groups[words->group_count] = name.bytes;
    words->group_lengths[words->group_count] = name.length;
    return (uint64_t)1 << words->group_count++;
}

/* The next of the names in *REST, which blanks or commas part. */
static bool next_name(const char **rest, struct slice *name)
{
    *rest += strspn(*rest, " ,");
    *name = (struct slice){*rest, strcspn(*rest, " ,")};
    *rest += name->length;
    return name->length > 0;
}

static void add_pattern(struct event_words *words, unsigned event,
                        const char *names)
{
    struct pattern pattern = {.event = event};
    struct slice name;

    if (words->pattern_count == PATTERNS_MOST)
        return;
    while (next_name(&names, &name))
        pattern.groups |= group_add(words, name);
    words->patterns[words->pattern_count++] = pattern;
}

static size_t chain_of(const char *bytes)
{
    return ((unsigned char)bytes[0] * 31u + (unsigned char)bytes[1]) % CHAINS;
}

static void add_chains(struct event_words *words)
{
    const struct rule_phrases *list = phrases();

    words->next = memory_new_zeroed(list->count, sizeof *words->next);
    words->masks = memory_new_zeroed(list->count, sizeof *words->masks);
    for (size_t i = 0; i < list->count; i++) {
        unsigned short *first =
            &words->first[chain_of(list->phrases[i].folded)];

        words->next[i] = *first;
        *first = (unsigned short)(i + 1);
    }
}

struct event_words *event_words_new(void)
{
    struct event_words *words = memory_new_zeroed(1, sizeof *words);

    for (size_t i = 0; i < VALUE_COUNT; i++) {
        const struct rule_value *value = &rule_values[i];

        for (size_t n = 0;
             value->list == LIST_EVENT && value->words[n]; n++)
            add_pattern(words, EVENT(value->id), value->words[n]);
    }
    add_chains(words);
    return words;
}

void event_words_free(struct event_words *words)
{
    if (!words)
        return;
    memory_free(words->next);
    memory_free(words->masks);
    memory_free(words);
}

static uint64_t mask_of(struct event_words *words, size_t phrase)
{
    const char *names = phrases()->phrases[phrase].means;
    struct slice name;

    if (words->masks[phrase])
        return words->masks[phrase];
    while (next_name(&names, &name))
        words->masks[phrase] |= group_find(words, name);
    return words->masks[phrase];
}

/* The groups of the longest phrase that FOLDED begins with. */
static uint64_t groups_at(struct event_words *words, const char *folded)
{
    const struct rule_phrases *list = phrases();
    size_t number = words->first[chain_of(folded)];
    size_t longest = 0;
    size_t found = 0;

    for (; number; number = words->next[number - 1]) {
        const struct rule_phrase *phrase = &list->phrases[number - 1];

        if (phrase->length > longest &&
            rule_phrase_at(phrase->folded, folded)) {
            longest = phrase->length;
            found = number;
        }
    }
    return found ? mask_of(words, found - 1) : 0;
}

static unsigned events_of(const struct event_words *words, uint64_t groups)
{
    unsigned events = 0;

    for (size_t i = 0; i < words->pattern_count; i++) {
        const struct pattern *pattern = &words->patterns[i];

        if ((groups & pattern->groups) == pattern->groups)
            events |= pattern->event;
    }
    return events;
}

static bool ends_sentence(const char *at)
{
    return *at == ';' || (strchr(".!", *at) && (at[1] == ' ' || !at[1]));
}

/* What a sentence denies is not told by it. */
static unsigned without_denied(unsigned events)
{
    return events & EVENT(VALUE_EVENT_CONTINUED)
               ? events & ~EVENT(VALUE_EVENT_STOPPED)
               : events;
}

unsigned events_told(struct event_words *words, struct slice text)
{
    char *folded = memory_new(TEXT_MOST + 1);
    uint64_t groups = 0;
    unsigned events = 0;

    fold(text, folded, TEXT_MOST + 1);
    for (const char *at = folded; *at; at++) {
        if (isalpha((unsigned char)*at) &&
            (at == folded || !isalnum((unsigned char)at[-1])))
            groups |= groups_at(words, at);
        if (!ends_sentence(at))
            continue;
        events |= without_denied(events_of(words, groups));
        groups = 0;
    }
    events |= without_denied(events_of(words, groups));
    memory_free(folded);
    return events;
}
