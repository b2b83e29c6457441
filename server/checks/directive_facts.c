/* The part Where it will be posted: the facts that directives give. */
#include "directives.h"

#include <string.h>

#include "array.h"
#include "memory.h"

static void check_flag(const struct directive_place *place,
                       const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (entry->value.length)
        directives_add(place, CASE_BAD_DIRECTIVE_FLAG, entry->value, &words);
}

static void check_reporter(const struct directive_place *place,
                           const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (!directives_phrase(PHRASES_REPORTER, entry->value))
        directives_unlisted(place, CASE_BAD_DIRECTIVE_CHOICE, PHRASES_REPORTER,
                            &words);
}

static void check_version(const struct directive_place *place,
                          const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};
    struct buffer clause = {NULL, 0, 0};

    if (rule_guideline_find(entry->value))
        return;
    for (size_t index = 0; index < rule_guideline_count; index++) {
        if (index)
            buffer_add_string(&clause,
                              index + 1 < rule_guideline_count ? ", " : " or ");
        buffer_add_string(&clause, rule_guidelines[index].number);
    }
    words.expected = buffer_slice(&clause);
    directives_add(place, CASE_BAD_DIRECTIVE_CHOICE,
                   entry->value.length ? entry->value : entry->key, &words);
    buffer_free(&clause);
}

/* A time of day without an offset: UTC is meant, and better said. */
static void check_zone(const struct directive_place *place,
                       const struct directive_entry *entry)
{
    struct finding_words words = {.value = entry->value};
    struct buffer zoned = {NULL, 0, 0};

    buffer_add_slice(&zoned, entry->value);
    buffer_add_char(&zoned, 'Z');
    words.expected = buffer_slice(&zoned);
    directives_respell(place, CASE_BAD_DIRECTIVE_ZONE, entry->value, &words);
    buffer_free(&zoned);
}

static void check_moment(const struct directive_place *place,
                         const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};
    struct report_moment moment;
    bool zoned;

    if (!report_moment_read(entry->value, &moment, &zoned))
        directives_add(place, CASE_BAD_DIRECTIVE_MOMENT,
                       entry->value.length ? entry->value : entry->key, &words);
    else if (moment.timed && !zoned)
        check_zone(place, entry);
}

static bool is_tag(struct slice word)
{
    char folded[LABEL_ROOM];

    fold(word, folded, sizeof folded);
    for (size_t index = 0; index < rule_tag_count; index++) {
        const struct rule_tag *tag = &rule_tags[index];

        if (!strcmp(tag->tag, folded))
            return true;
        for (size_t alias = 0; tag->aliases[alias]; alias++) {
            if (!strcmp(tag->aliases[alias], folded))
                return true;
        }
    }
    return false;
}

static void check_tag(const struct directive_place *place, struct slice word)
{
    struct finding_words words = {.value = word};
    const char **known;

    if (is_tag(word))
        return;
    known = memory_new_zeroed(rule_tag_count + 1, sizeof *known);
    for (size_t index = 0; index < rule_tag_count; index++)
        known[index] = rule_tags[index].tag;
    directives_unknown(place, CASE_BAD_DIRECTIVE_TAG, known, &words);
    memory_free(known);
}

static bool parts_tags(char byte)
{
    return strchr(" \t\r\n[];", byte) != NULL;
}

/* A whiteboard copied whole has its tags in brackets, and other words beside
 * them. */
static void check_tags(const struct directive_place *place,
                       const struct directive_entry *entry)
{
    struct slice value = entry->value;
    bool bracketed = value.length && memchr(value.bytes, '[', value.length);

    for (size_t start = 0; start < value.length;) {
        size_t end = start;

        while (end < value.length && !parts_tags(value.bytes[end]))
            end++;
        if (end > start &&
            (!bracketed || (start && value.bytes[start - 1] == '[' &&
                            slice_at(value, end) == ']')))
            check_tag(place, slice_part(value, start, end));
        start = end + 1;
    }
}

static bool is_number(struct slice value)
{
    for (size_t at = 0; at < value.length; at++) {
        if (value.bytes[at] < '0' || value.bytes[at] > '9')
            return false;
    }
    return value.length > 0;
}

static void check_bug(const struct directive_place *place,
                      const struct directive_entry *entry)
{
    struct finding_words words = {.label = entry->key, .value = entry->value};

    if (!is_number(entry->value))
        directives_add(place, CASE_BAD_DIRECTIVE_BUG,
                       entry->value.length ? entry->value : entry->key, &words);
}

/* A flag that may give the day as well. */
static void check_closed(const struct directive_place *place,
                         const struct directive_entry *entry)
{
    if (entry->value.length)
        check_moment(place, entry);
}

static void check_text(const struct directive_place *place,
                       const struct directive_entry *entry)
{
    (void)place;
    (void)entry;
}

static const struct {
    const char *type; /* as the list of facts calls it */
    void (*check)(const struct directive_place *place,
                  const struct directive_entry *entry);
} types[] = {
    {"flag", check_flag},     {"reporter", check_reporter},
    {"tags", check_tags},     {"version", check_version},
    {"moment", check_moment}, {"text", check_text},
    {"bug", check_bug},       {"closed", check_closed},
};

void directives_fact(const struct directive_place *place,
                     const struct directive_entry *entry)
{
    const struct rule_phrase *fact =
        directives_phrase(PHRASES_DIRECTIVE_FACT, entry->key);
    struct finding_words words = {.value = entry->key};

    if (!fact) {
        directives_unlisted(place, CASE_BAD_DIRECTIVE, PHRASES_DIRECTIVE_FACT,
                            &words);
        return;
    }
    for (size_t index = 0; index < LENGTH_OF(types); index++) {
        if (!strcmp(types[index].type, fact->means))
            types[index].check(place, entry);
    }
}
