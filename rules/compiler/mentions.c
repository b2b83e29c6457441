/*
 * mentions.c - writes the tree of the phrases that are looked for anywhere.
 */
#include <string.h>

#include "array.h"
#include "output.h"

/* PHRASE without an article at its front, with which too many words begin: the
 * rest stands wherever the phrase does. */
static struct slice without_article(struct slice phrase)
{
    static const char *const articles[] = {"the ", "an ", "a "};

    for (size_t i = 0; i < LENGTH_OF(articles); i++) {
        if (slice_begins(phrase, articles[i]))
            return slice_from(phrase, strlen(articles[i]));
    }
    return phrase;
}

/* Adds what the entries of RECORD called KEY list. */
static void add_listed(struct tree *tree, const struct record *record,
                       const char *key, size_t list)
{
    struct slice part;

    for (size_t i = 0; i < record->count; i++) {
        const char *rest = record->entries[i].value;

        if (strcmp(record->entries[i].key, key) != 0)
            continue;
        while (list_next(&rest, &part))
            tree_add(tree, without_article(part), 1ull << list);
    }
}

/* Adds the name of each record of KIND, and the others under KEY. */
static void add_names(struct tree *tree, const struct records *records,
                      const char *kind, const char *key, size_t list)
{
    const struct record *record;

    for (size_t i = 0; (record = records_nth(records, kind, i)); i++) {
        tree_add(tree, slice_of(record_name(record)), 1ull << list);
        add_listed(tree, record, key, list);
    }
}

/* The bits of a set: one for each list that is looked for anywhere, one for
 * events, one for all other lists, of which nothing will be known, and one for
 * names. */
#define EVENTS_BIT 61
#define UNKNOWN_BIT 62
#define NAMES_BIT 63

static void read_phrases(struct tree *tree, const struct records *records)
{
    const struct record *record;
    size_t bit = 0;

    for (size_t i = 0; (record = records_nth(records, "phrases", i)); i++) {
        if (*record_text(record, "anywhere") && bit < EVENTS_BIT)
            add_listed(tree, record, "phrase", bit++);
    }
    add_events(tree, records, 1ull << EVENTS_BIT);
    add_names(tree, records, "report", "headings", NAMES_BIT);
    add_names(tree, records, "section", "aliases", NAMES_BIT);
}

/* The bit of each list, in the order of the lists. */
static void write_bits(FILE *file, const struct records *records)
{
    const struct record *record;
    size_t bit = 0;

    fputs("\nconst unsigned char rule_mention_bits[] = {\n", file);
    for (size_t i = 0; (record = records_nth(records, "phrases", i)); i++) {
        bool known = *record_text(record, "anywhere") && bit < EVENTS_BIT;

        fprintf(file, "    %zu,\n", known ? bit++ : (size_t)UNKNOWN_BIT);
    }
    fputs("};\n", file);
}

void write_mentions(const struct writer *writer)
{
    struct tree tree = {NULL, 0, NULL, 0};

    read_phrases(&tree, writer->records);
    tree_write(&tree, writer->file, "mention", 1ull << UNKNOWN_BIT);
    write_bits(writer->file, writer->records);
}
