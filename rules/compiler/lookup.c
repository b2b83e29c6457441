/*
 * lookup.c - finds kinds, keys, words and records by their names, and the
 * constants that C code calls them.
 */
#include <stdio.h>
#include <string.h>

#include "schema.h"

/* Names are short; a longer one is cut. */
#define NAME_ROOM 512

const struct kind *kind_find(const char *name)
{
    for (const struct kind *kind = kinds; kind->name; kind++) {
        if (strcmp(kind->name, name) == 0)
            return kind;
    }
    return NULL;
}

/* True if KEY is what SCHEMA names; "means since" comes before a version. */
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

const struct word *word_find(const struct word *words, const char *word)
{
    for (; words->word; words++) {
        if (strcmp(words->word, word) == 0)
            return words;
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
            same_name(slice_of(record_name(record)), name))
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

bool belongs_to(const struct record *record, const char *key,
                const struct record *owner)
{
    return same_name(slice_of(record_text(record, key)),
                     slice_of(record_name(owner)));
}

/* "empty-field" gives EMPTY_FIELD. */
static void raise(char *name)
{
    for (; *name; name++) {
        if (*name == '-')
            *name = '_';
        else if (*name >= 'a' && *name <= 'z')
            *name = (char)(*name - 'a' + 'A');
    }
}

void constant_of(const struct record *record, char *constant)
{
    const struct entry *id = record_entry(record, "id");

    constant[0] = '\0';
    if (is_of_kind(record, "rule")) {
        snprintf(constant, CONSTANT_ROOM, "RULE_%s", record_name(record));
        raise(constant);
    } else if (is_of_kind(record, "case")) {
        constant_of_case(record, constant);
    } else if (id) {
        snprintf(constant, CONSTANT_ROOM, "%s_%s", record->kind->prefix,
                 id->value);
    }
}

void constant_of_case(const struct record *record, char *constant)
{
    if (is_of_kind(record, "rule"))
        snprintf(constant, CONSTANT_ROOM, "CASE_%s", record_name(record));
    else
        snprintf(constant, CONSTANT_ROOM, "CASE_%s_%s",
                 record_text(record, "rule"), record_name(record));
    raise(constant);
}
