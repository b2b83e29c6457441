/* Finds out which events the words of a timeline's entry tell. */
#include "event.h"

#include <string.h>

#include "byte.h"
#include "memory.h"

/* The most bytes of an entry that are looked at. */
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

/* Is the word at AT one of a report's name? Digits are of a date. */
static bool names_report(const char *at)
{
    char word[16];
    size_t length = (size_t)(past_word(at) - at);

    if (!byte_is_letter(*at))
        return true;
    if (length >= sizeof word)
        return false;
    memcpy(word, at, length);
    word[length] = '\0';
    return rule_phrase_is(PHRASES_REPORT_NAME, word) != NULL;
}

/* The words of a sentence that has WORDS and is only the NAME of a report: in a
 * timeline that means that it is posted. */
static uint64_t with_post(uint64_t words, bool name)
{
    return name && words ? words | rule_event_words_at("posted") : words;
}

unsigned events_told(struct slice text)
{
    size_t room = (text.length < TEXT_MOST ? text.length : TEXT_MOST) + 1;
    char *folded = memory_new(room);
    uint64_t words = 0;
    unsigned events = 0;
    bool name = true;

    fold(text, folded, room);
    for (const char *at = folded; *at; at = past_word(at)) {
        if (byte_is_alphanumeric(*at)) {
            words |= rule_event_words_at(at);
            name = name && names_report(at);
        }
        if (!ends_sentence(at))
            continue;
        events |= events_of(with_post(words, name));
        words = 0;
        name = true;
    }
    events |= events_of(with_post(words, name));
    memory_free(folded);
    return events;
}
