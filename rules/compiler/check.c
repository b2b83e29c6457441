/*
 * check.c - checks records one by one against their schema, and what single
 * values may look like.
 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A longer message does not fit in an editor's list of problems. */
#define MESSAGE_LENGTH 160

static const char *const places[] = {
    "{value}", "{label}",    "{section}", "{report}",
    "{other}", "{expected}", "{count}",   NULL,
};

/* The place in braces that TEXT begins with, or NULL. */
static const char *place_at(const char *text)
{
    for (size_t i = 0; places[i]; i++) {
        if (strncmp(text, places[i], strlen(places[i])) == 0)
            return places[i];
    }
    return NULL;
}

/* What is wrong with the places in VALUE, or its length; NULL if nothing. */
static const char *places_fault(const char *value)
{
    if (strlen(value) > MESSAGE_LENGTH)
        return "is longer than 160 bytes";
    for (const char *text = value; *text; text++) {
        const char *place = place_at(text);

        if (place)
            text += strlen(place) - 1;
        else if (*text == '{' || *text == '}')
            return "has a brace that is not {value}, {label}, {section}, "
                   "{report}, {other}, {expected} or {count}";
    }
    return NULL;
}

static bool ends_a_sentence(const char *value)
{
    return strchr(".?", value[strlen(value) - 1]) != NULL;
}

static const char *message_fault(const char *value)
{
    if (!ends_a_sentence(value))
        return "does not end like a sentence";
    return places_fault(value);
}

static const char *title_fault(const char *value)
{
    if (ends_a_sentence(value))
        return "ends like a sentence";
    return places_fault(value);
}

static const char *anchor_fault(const char *value)
{
    if (value[strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789-")] != '\0')
        return "is not the anchor of a heading";
    return NULL;
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};

    return days[month - 1] + (month == 2 && is_leap(year));
}

static bool has_digits_at(const char *value, const char *form)
{
    if (strlen(value) != strlen(form))
        return false;
    for (size_t i = 0; form[i]; i++) {
        bool digit = value[i] >= '0' && value[i] <= '9';

        if (form[i] == '0' ? !digit : value[i] != form[i])
            return false;
    }
    return true;
}

bool read_day(const char *value, int *day)
{
    int year = 0;
    int month = 0;
    int date = 0;

    if (!has_digits_at(value, "0000-00-00"))
        return false;
    year = (int)strtol(value, NULL, 10);
    month = (int)strtol(value + 5, NULL, 10);
    date = (int)strtol(value + 8, NULL, 10);
    if (year < 1970 || month < 1 || month > 12 || date < 1 ||
        date > days_in(year, month))
        return false;
    *day = date - 1;
    while (--month > 0)
        *day += days_in(year, month);
    while (--year >= 1970)
        *day += 365 + is_leap(year);
    return true;
}

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
    if (!records_find(place->records, "guidelines", slice_of(version)))
        complain_of(place, slice_of(version),
                    "is not a version of the guidelines");
}

static void check_names_form(const struct place *place)
{
    const char *list = place->entry->value;
    struct slice name;
    char folded[8];

    while (list_next(&list, &name)) {
        if (fold(name, folded, sizeof folded) == 0)
            complain_of(place, name, "is empty when folded");
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

/* The words are few, and whoever misses one needs them. */
static void check_word(const struct place *place)
{
    const struct word *words = place->schema->words;
    char list[512] = "";
    size_t length = 0;

    if (word_find(words, place->entry->value))
        return;
    for (; words->word && length < sizeof list; words++)
        length += (size_t)snprintf(list + length, sizeof list - length,
                                   "%s%s", length ? " | " : "", words->word);
    fault(place->faults, place->record->file, place->entry->line,
          "\"%s: %s\" is not one of the words for it: %s", place->entry->key,
          place->entry->value, list);
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
        check_word(place);
        break;
    case FORM_NUMBER:
        check_characters(place, "0123456789", "this is not a number");
        break;
    case FORM_DATE:
        check_text(place, read_day(value, &day) ? NULL
                                                : "this is not a YYYY-MM-DD");
        break;
    case FORM_VERSION:
        check_version(place, value);
        break;
    case FORM_ADDED:
        check_version(place, place->entry->key + strlen("means since "));
        break;
    case FORM_REFERENCE:
        check_reference(place, slice_of(value));
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
                              : "this is not an https:// address");
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
              "\"%s\" is here twice", entry->key);
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
