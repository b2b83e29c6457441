/*
 * names.c - checks that no two records answer to one name.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "constants.h"
#include "schema.h"

/* Names are short; of a longer one the beginning decides. */
#define NAME_ROOM 256

/* One name that a record goes by. */
struct name {
    const struct record *record;
    const struct entry *entry;
    char folded[NAME_ROOM];
};

/* All of them, in the order of the records. */
struct names {
    struct name *items;
    size_t count;
};

static void add_name(struct names *names, const struct record *record,
                     const struct entry *entry, struct slice text)
{
    struct name *name = NULL;

    names->items = grow(names->items, names->count + 1, sizeof *names->items);
    name = &names->items[names->count++];
    name->record = record;
    name->entry = entry;
    fold(text, name->folded, sizeof name->folded);
}

static void add_entry_names(struct names *names, const struct record *record,
                            const struct entry *entry)
{
    const struct key *key = key_find(record->kind, entry->key);
    const char *list = entry->value;
    struct slice part;

    if (!key || !key->alone)
        return;
    while (list_next(&list, &part))
        add_name(names, record, entry, part);
}

/* Adds each constant as a name, with no entry. */
static void add_constants(struct names *names, const struct record *record)
{
    char constant[CONSTANT_ROOM];

    constant_of(record, constant);
    if (constant[0] != '\0')
        add_name(names, record, NULL, text_slice(constant));
    if (strcmp(record->kind->name, "rule") == 0) {
        constant_of_case(record, constant);
        add_name(names, record, NULL, text_slice(constant));
    }
}

static const char *scope(const struct name *name)
{
    const char *key = name->record->kind->scope;

    return key ? record_text(name->record, key) : "";
}

/* A value may be among its own words, but a name stands once in an entry. */
static bool same(const struct name *one, const struct name *other)
{
    if (strcmp(one->folded, other->folded) != 0)
        return false;
    if (!one->entry || !other->entry)
        return !one->entry && !other->entry;
    if (one->record == other->record &&
        strcmp(one->entry->key, other->entry->key) != 0)
        return false;
    return one->record->kind == other->record->kind &&
           same_name(text_slice(scope(one)), text_slice(scope(other)));
}

static void check_alone(const struct names *names, size_t number,
                        struct faults *faults)
{
    const struct name *name = &names->items[number];

    for (size_t i = 0; i < number; i++) {
        const struct name *other = &names->items[i];

        if (same(name, other)) {
            fault(faults, name->record->file,
                  name->entry ? name->entry->line : name->record->line,
                  "the name \"%s\" is taken by the %s \"%s\" at line %d",
                  name->folded, other->record->kind->name,
                  record_name(other->record), other->record->line);
            return;
        }
    }
}

void check_names(const struct records *records, struct faults *faults)
{
    struct names names = {NULL, 0};

    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->items[i];

        for (size_t j = 0; j < record->count; j++)
            add_entry_names(&names, record, &record->entries[j]);
        add_constants(&names, record);
    }
    for (size_t i = 0; i < names.count; i++)
        check_alone(&names, i, faults);
    free(names.items);
}
