/* Finds out which events the words of a timeline's entry tell. */
#include "event.h"

#include "byte.h"
#include "memory.h"

/* An entry that is longer is looked at up to here. */
#define TEXT_MOST 4096

/* The events that a sentence with WORDS tells. */
static unsigned events_of(uint64_t words)
{
    unsigned events = 0;

    if (!words)
        return 0;
    for (size_t i = 0; i < rule_event_pattern_count; i++) {
        const struct rule_event_pattern *pattern = &rule_event_patterns[i];

        if ((words & pattern->words) == pattern->words &&
            !(words & pattern->denied))
            events |= EVENT(pattern->event);
    }
    return events;
}

static bool ends_sentence(const char *at)
{
    return *at == ';' ||
           ((*at == '.' || *at == '!') && (at[1] == ' ' || !at[1]));
}

/* Past the word at AT, or past the byte if there is none. */
static const char *past_word(const char *at)
{
    if (!byte_is_alphanumeric(*at++))
        return at;
    while (byte_is_alphanumeric(*at))
        at++;
    return at;
}

unsigned events_told(struct slice text)
{
    size_t room = (text.length < TEXT_MOST ? text.length : TEXT_MOST) + 1;
    char *folded = memory_new(room);
    uint64_t words = 0;
    unsigned events = 0;

    fold(text, folded, room);
    for (const char *at = folded; *at; at = past_word(at)) {
        if (byte_is_alphanumeric(*at))
            words |= rule_event_words_at(at);
        if (!ends_sentence(at))
            continue;
        events |= events_of(words);
        words = 0;
    }
    events |= events_of(words);
    memory_free(folded);
    return events;
}
