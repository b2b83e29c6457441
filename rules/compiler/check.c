/*
 * check.c - checks records one by one against their schema.
 */
#include "check.h"

#include <string.h>

#include "schema.h"

/* One value and what is to be said of it. */
struct place {
    const struct records *records;
    const struct record *record;
    const struct key *schema;
    const struct entry *entry;
    struct faults *faults;
};

static void complain(const struct place *place, const char *what)
{
    fault(place->faults, place->record->file, place->entry->line,
          "\"%s: %s\": %s", place->entry->key, place->entry->value, what);
}

/* A fault that names the part of a list that it is about. */
static void complain_of(const struct place *place, struct slice part,
                        const char *what)
{
    fault(place->faults, place->record->file, place->entry->line,
          "\"%s\": \"%.*s\" %s", place->entry->key, (int)part.length,
          part.bytes, what);
}

static void check_reference(const struct place *place, struct slice name)
{
    const char *kind = place->schema->refers;

    if (!records_find(place->records, kind, name)) {
        fault(place->faults, place->record->file, place->entry->line,
              "\"%s\": there is no %s called \"%.*s\"", place->entry->key,
              kind, (int)name.length, name.bytes);
    }
}

static void check_version(const struct place *place, const char *version)
{
    if (!records_find(place->records, "guidelines", text_slice(version)))
        complain_of(place, text_slice(version),
                    "is no version of the guidelines");
}

static void check_names_form(const struct place *place)
{
    const char *list = place->entry->value;
    struct slice name;
    char folded[8];

    while (list_next(&list, &name)) {
        if (fold(name, folded, sizeof folded) == 0)
            complain_of(place, name, "is nothing when folded");
    }
}

static void check_references(const struct place *place)
{
    const char *list = place->entry->value;
    struct slice name;

    while (list_next(&list, &name))
        check_reference(place, name);
}

static void check_characters(const struct place *place, const char *allowed,
                             const char *what)
{
    const char *value = place->entry->value;

    if (value[strspn(value, allowed)] != '\0')
        complain(place, what);
}

/* FAULT is what is wrong, or NULL. */
static void check_text(const struct place *place, const char *what)
{
    if (what)
        complain(place, what);
}

static void check_value(const struct place *place)
{
    const char *value = place->entry->value;
    int day = 0;

    switch (place->schema->form) {
    case FORM_TEXT:
    case FORM_BLOCK:
        break;
    case FORM_NAME:
    case FORM_NAMES:
    case FORM_PHRASES:
        check_names_form(place);
        break;
    case FORM_ID:
        check_characters(place, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_",
                         "an id is CAPITALS, digits and underscores");
        break;
    case FORM_WORD:
        if (!word_constant(place->schema->words, value))
            complain(place, "that isn't one of the words for it");
        break;
    case FORM_NUMBER:
        check_characters(place, "0123456789", "that isn't a number");
        break;
    case FORM_DATE:
        check_text(place, read_day(value, &day) ? NULL
                                                : "that isn't a YYYY-MM-DD");
        break;
    case FORM_VERSION:
        check_version(place, value);
        break;
    case FORM_ADDED:
        check_version(place, place->entry->key + strlen("means since "));
        break;
    case FORM_REFERENCE:
        check_reference(place, text_slice(value));
        break;
    case FORM_REFERENCES:
        check_references(place);
        break;
    case FORM_MESSAGE:
        check_text(place, message_fault(value));
        break;
    case FORM_TITLE:
        check_text(place, title_fault(value));
        break;
    case FORM_URL:
        check_text(place, strncmp(value, "https://", 8) == 0
                              ? NULL
                              : "that isn't a https:// address");
        break;
    case FORM_ANCHOR:
        check_text(place, anchor_fault(value));
        break;
    }
}

static bool is_repeated(const struct record *record, size_t entry)
{
    for (size_t i = 0; i < entry; i++) {
        if (strcmp(record->entries[i].key, record->entries[entry].key) == 0)
            return true;
    }
    return false;
}

static void check_entry(const struct place *place, size_t number)
{
    const struct entry *entry = place->entry;

    if (!place->schema)
        fault(place->faults, place->record->file, entry->line,
              "a %s has no key \"%s\"", place->record->kind->name, entry->key);
    else if (*entry->value == '\0')
        fault(place->faults, place->record->file, entry->line,
              "\"%s\" has no value", entry->key);
    else if (place->schema->need != REPEATED &&
             is_repeated(place->record, number))
        fault(place->faults, place->record->file, entry->line,
              "\"%s\" stands here twice", entry->key);
    else
        check_value(place);
}

static void check_needed(const struct record *record, struct faults *faults)
{
    const struct key *key = record->kind->keys;

    for (; key->name; key++) {
        if (key->need != OPTIONAL && !record_entry(record, key->name))
            fault(faults, record->file, record->line,
                  "the %s \"%s\" has no \"%s\"", record->kind->name,
                  record_name(record), key->name);
    }
}

static void check_record(const struct records *records,
                         const struct record *record, struct faults *faults)
{
    for (size_t i = 0; i < record->count; i++) {
        struct place place = {records, record,
                              key_find(record->kind, record->entries[i].key),
                              &record->entries[i], faults};

        check_entry(&place, i);
    }
    check_needed(record, faults);
}

static void set_kinds(struct records *records, struct faults *faults)
{
    for (size_t i = 0; i < records->count; i++) {
        struct record *record = &records->items[i];

        record->kind = kind_find(record->entries[0].key);
        if (!record->kind)
            fault(faults, record->file, record->line,
                  "no record begins with the key \"%s\"",
                  record->entries[0].key);
    }
}

void check_forms(struct records *records, struct faults *faults)
{
    set_kinds(records, faults);
    for (size_t i = 0; i < records->count; i++) {
        if (records->items[i].kind)
            check_record(records, &records->items[i], faults);
    }
}
