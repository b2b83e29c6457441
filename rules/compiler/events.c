/*
 * events.c - writes the words of events as a tree, and the patterns of events.
 *
 * A word stands for one or more names, which patterns are made of. Each name
 * is a bit.
 */
#include <string.h>

#include "output.h"

#define BITS_MOST 64

struct names {
    struct slice items[BITS_MOST];
    size_t count;
};

/* The next of the names in *TEXT, which blanks or commas part. */
static bool next_name(struct slice *text, struct slice *name)
{
    size_t start = 0;
    size_t end;

    while (start < text->length && strchr(" ,", text->bytes[start]))
        start++;
    end = start;
    while (end < text->length && !strchr(" ,", text->bytes[end]))
        end++;
    *name = (struct slice){text->bytes + start, end - start};
    *text = (struct slice){text->bytes + end, text->length - end};
    return name->length > 0;
}

static size_t find_name(const struct names *names, struct slice name)
{
    size_t i = 0;

    while (i < names->count && (names->items[i].length != name.length ||
                                memcmp(names->items[i].bytes, name.bytes,
                                       name.length) != 0))
        i++;
    return i;
}

/* Takes the mark off NAME by which a pattern says that it must not be there;
 * true if there was one. */
static bool take_denial(struct slice *name)
{
    if (*name->bytes != '!')
        return false;
    name->bytes++;
    name->length--;
    return true;
}

/* The bits of what TEXT names, those that are DENIED or the others; what no
 * pattern has gets no bit. */
static unsigned long long bits_of(const struct names *names, struct slice text,
                                  bool denied)
{
    unsigned long long bits = 0;
    struct slice name;

    while (next_name(&text, &name)) {
        bool is_denied = take_denial(&name);
        size_t bit = find_name(names, name);

        if (is_denied == denied && bit < names->count)
            bits |= 1ull << bit;
    }
    return bits;
}

static void add_names(struct names *names, struct slice pattern)
{
    struct slice name;

    while (next_name(&pattern, &name)) {
        take_denial(&name);
        if (find_name(names, name) == names->count &&
            names->count < BITS_MOST)
            names->items[names->count++] = name;
    }
}

static bool is_event(const struct records *records, const struct record *value)
{
    const struct record *list =
        records_find(records, "list", slice_of(record_text(value, "list")));

    return strcmp(record_text(list, "id"), "EVENT") == 0;
}

static void write_patterns(const struct writer *writer, struct names *names)
{
    const struct record *value = NULL;
    struct slice pattern;
    size_t count = 0;

    fputs("\nconst struct rule_event_pattern rule_event_patterns[] = {\n",
          writer->file);
    for (size_t i = 0; (value = records_nth(writer->records, "value", i));
         i++) {
        const char *list = record_text(value, "words");

        if (!is_event(writer->records, value))
            continue;
        for (; list_next(&list, &pattern); count++) {
            add_names(names, pattern);
            fprintf(writer->file, "    {%zu, %#llx, %#llx},\n", i,
                    bits_of(names, pattern, false),
                    bits_of(names, pattern, true));
        }
    }
    fprintf(writer->file,
            "};\nconst size_t rule_event_pattern_count = %zu;\n", count);
}

/* What comes after the '=' of "a | b = what they stand for". */
static struct slice meaning_of(const char *phrases)
{
    return slice_of(phrases + strcspn(phrases, "=") + 1);
}

/* Does ENTRY of the words of events list some that stand for NAME? */
static bool stands_for(const struct entry *entry, struct slice name)
{
    struct slice meaning = meaning_of(entry->value);
    struct slice other;

    while (strcmp(entry->key, "phrase") == 0 && next_name(&meaning, &other)) {
        if (slice_same(other, name))
            return true;
    }
    return false;
}

static const struct record *event_words(const struct records *records)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "phrases", i)); i++) {
        if (strcmp(record_text(record, "id"), "EVENT_WORD") == 0)
            break;
    }
    return record;
}

/* Adds the words that stand for NAME. */
static void add_named(struct tree *tree, const struct records *records,
                      struct slice name, unsigned long long bits)
{
    const struct record *words = event_words(records);
    struct slice word;

    for (size_t i = 0; words && i < words->count; i++) {
        const char *list = words->entries[i].value;

        while (stands_for(&words->entries[i], name) && list_next(&list, &word))
            tree_add(tree, word, bits);
    }
}

void add_events(struct tree *tree, const struct records *records,
                unsigned long long bits)
{
    const struct record *value = NULL;
    struct slice pattern, name;

    for (size_t i = 0; (value = records_nth(records, "value", i)); i++) {
        const char *list = record_text(value, "words");

        if (!*record_text(value, "anywhere"))
            continue;
        while (list_next(&list, &pattern)) {
            if (next_name(&pattern, &name))
                add_named(tree, records, name, bits);
        }
    }
}

static void add_words(struct tree *tree, const struct names *names,
                      const struct record *phrases)
{
    struct slice word;

    for (size_t i = 0; i < phrases->count; i++) {
        const char *list = phrases->entries[i].value;
        unsigned long long bits;

        if (strcmp(phrases->entries[i].key, "phrase") != 0)
            continue;
        bits = bits_of(names, meaning_of(list), false);
        while (list_next(&list, &word))
            tree_add(tree, word, bits);
    }
}

void write_events(const struct writer *writer)
{
    const struct record *words = event_words(writer->records);
    struct names names = {.count = 0};
    struct tree tree = {NULL, 0, NULL, 0};

    write_patterns(writer, &names);
    if (words)
        add_words(&tree, &names, words);
    tree_write(&tree, writer->file, "event", 0);
}
