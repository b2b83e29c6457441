/*
 * phrases.c - writes the lists of phrases, each with an index by first byte.
 */
#include <stdlib.h>
#include <string.h>

#include "faults.h"
#include "output.h"

/* The longest phrase, folded, with its NUL. */
#define PHRASE_ROOM 256

/* One phrase of the list being written. */
struct phrase {
    char folded[PHRASE_ROOM];
    size_t length;
    struct slice means;
};

struct phrases {
    struct phrase *items;
    size_t count;
};

/* What comes after the '=' of "a | b = what it means". */
static struct slice phrase_meaning(const char *value)
{
    const char *meaning = strchr(value, '=');

    return slice_of(meaning ? meaning + 1 + strspn(meaning + 1, " ") : "");
}

static size_t count_phrases(const struct record *record)
{
    struct slice part;
    size_t count = 0;

    for (size_t i = 0; i < record->count; i++) {
        const char *list = record->entries[i].value;

        if (strcmp(record->entries[i].key, "phrase") != 0)
            continue;
        while (list_next(&list, &part))
            count++;
    }
    return count;
}

static void add_phrases(struct phrases *phrases, const char *value)
{
    const char *list = value;
    struct slice part;

    while (list_next(&list, &part)) {
        struct phrase *phrase = &phrases->items[phrases->count++];

        phrase->length = fold(part, phrase->folded, sizeof phrase->folded);
        phrase->means = phrase_meaning(value);
    }
}

static struct phrases read_phrases(const struct record *record)
{
    struct phrases phrases = {NULL, 0};

    phrases.items =
        grow(NULL, count_phrases(record) + 1, sizeof *phrases.items);
    for (size_t i = 0; i < record->count; i++) {
        if (strcmp(record->entries[i].key, "phrase") == 0)
            add_phrases(&phrases, record->entries[i].value);
    }
    return phrases;
}

/* How many phrases after number INDEX the next with the same first byte comes;
 * 0 if none does. */
static size_t next_alike(const struct phrases *phrases, size_t index)
{
    char first = phrases->items[index].folded[0];

    for (size_t i = index + 1; i < phrases->count; i++) {
        if (phrases->items[i].folded[0] == first)
            return i - index;
    }
    return 0;
}

static bool is_first_alike(const struct phrases *phrases, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (phrases->items[i].folded[0] == phrases->items[index].folded[0])
            return false;
    }
    return true;
}

static void write_phrase(FILE *file, const struct phrases *phrases,
                         size_t index)
{
    const struct phrase *phrase = &phrases->items[index];

    fputs("        {", file);
    write_string(file, (struct slice){phrase->folded, phrase->length});
    fputs(", ", file);
    write_string(file, phrase->means);
    fprintf(file, ", %zu, %zu},\n", phrase->length,
            next_alike(phrases, index));
}

/* The numbers of the first phrases, from 1 on, by their first bytes. */
static void write_firsts(FILE *file, const struct phrases *phrases)
{
    fputs("        ", file);
    for (size_t i = 0; i < phrases->count; i++) {
        if (is_first_alike(phrases, i))
            fprintf(file, "[%u] = %zu, ",
                    (unsigned)(unsigned char)phrases->items[i].folded[0],
                    i + 1);
    }
    fputs("\n", file);
}

void write_phrases(const struct writer *writer)
{
    const struct record *record = NULL;

    fputs("\nconst struct rule_phrases rule_phrase_lists[] = {\n",
          writer->file);
    for (size_t i = 0; (record = records_nth(writer->records, "phrases", i));
         i++) {
        struct phrases phrases = read_phrases(record);

        fputs("    {(const struct rule_phrase[]){\n", writer->file);
        for (size_t j = 0; j < phrases.count; j++)
            write_phrase(writer->file, &phrases, j);
        fprintf(writer->file, "    }, %zu, {\n", phrases.count);
        write_firsts(writer->file, &phrases);
        fputs("    }},\n", writer->file);
        free(phrases.items);
    }
    fputs("};\n", writer->file);
}
