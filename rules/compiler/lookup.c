/*
 * lookup.c - finds kinds, keys, words and records by their names.
 */
#include <string.h>

#include "schema.h"

/* Names are short; of a longer one the beginning decides. */
#define NAME_ROOM 512

const struct kind *kind_find(const char *name)
{
    for (const struct kind *kind = kinds; kind->name; kind++) {
        if (strcmp(kind->name, name) == 0)
            return kind;
    }
    return NULL;
}

/* True if KEY is what NAME says; "means since" stands before a version. */
static bool key_matches(const struct key *schema, const char *key)
{
    size_t length = strlen(schema->name);

    if (schema->form != FORM_ADDED)
        return strcmp(schema->name, key) == 0;
    return strncmp(schema->name, key, length) == 0 && key[length] == ' ';
}

const struct key *key_find(const struct kind *kind, const char *key)
{
    for (const struct key *schema = kind->keys; schema->name; schema++) {
        if (key_matches(schema, key))
            return schema;
    }
    return NULL;
}

const char *word_constant(const struct word *words, const char *word)
{
    for (; words->word; words++) {
        if (strcmp(words->word, word) == 0)
            return words->constant;
    }
    return NULL;
}

static bool is_of_kind(const struct record *record, const char *name)
{
    return record->kind && strcmp(record->kind->name, name) == 0;
}

const struct record *records_nth(const struct records *records,
                                 const char *name, size_t count)
{
    for (size_t i = 0; i < records->count; i++) {
        if (is_of_kind(&records->items[i], name) && count-- == 0)
            return &records->items[i];
    }
    return NULL;
}

const struct record *records_find(const struct records *records,
                                  const char *kind, struct slice name)
{
    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->items[i];

        if (is_of_kind(record, kind) &&
            same_name(text_slice(record_name(record)), name))
            return record;
    }
    return NULL;
}

size_t records_index(const struct records *records,
                     const struct record *record)
{
    size_t index = 0;

    for (const struct record *item = records->items; item < record; item++)
        index += item->kind == record->kind;
    return index;
}

bool same_name(struct slice one, struct slice other)
{
    char first[NAME_ROOM];
    char second[NAME_ROOM];

    fold(one, first, sizeof first);
    fold(other, second, sizeof second);
    return strcmp(first, second) == 0;
}

struct slice text_slice(const char *text)
{
    return (struct slice){text, strlen(text)};
}
