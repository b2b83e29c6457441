/*
 * members.c - writes the members of a row from the entries of a record.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "output.h"

/* Only names are folded, and names are short. */
#define NAME_ROOM 512

static void write_character(FILE *file, char character)
{
    switch (character) {
    case '"':
    case '\\':
    case '?':       /* never the start of a trigraph */
        fprintf(file, "\\%c", character);
        break;
    case '\n':
        fputs("\\n", file);
        break;
    default:
        fputc(character, file);
    }
}

void write_string(FILE *file, struct slice text)
{
    fputc('"', file);
    for (size_t i = 0; i < text.length; i++) {
        write_character(file, text.bytes[i]);
        if (text.bytes[i] == '\n' && i + 1 < text.length)
            fputs("\"\n            \"", file);
    }
    fputc('"', file);
}

void write_text(FILE *file, const char *name, struct slice text)
{
    fprintf(file, "        .%s = ", name);
    write_string(file, text);
    fputs(",\n", file);
}

void write_raw(FILE *file, const char *name, const char *value)
{
    fprintf(file, "        .%s = %s,\n", name, value);
}

void write_day(FILE *file, const char *name, const char *date)
{
    int day = 0;

    read_day(date, &day);
    fprintf(file, "        .%s = %d,\n", name, day);
}

static void write_folded(FILE *file, const char *name, const char *text)
{
    char folded[NAME_ROOM];
    size_t length = fold(slice_of(text), folded, sizeof folded);

    write_text(file, name, (struct slice){folded, length});
}

static void write_folded_list(FILE *file, const char *name, const char *list)
{
    struct slice part;

    fprintf(file, "        .%s = (const char *const[]){", name);
    while (list_next(&list, &part)) {
        char folded[NAME_ROOM];
        size_t length = fold(part, folded, sizeof folded);

        fputs("\n            ", file);
        write_string(file, (struct slice){folded, length});
        fputc(',', file);
    }
    fputs(" NULL},\n", file);
}

unsigned version_bits(const struct records *records, const char *since,
                      const char *until)
{
    const struct record *record = NULL;
    bool within = *since == '\0';
    unsigned bits = 0;

    for (size_t i = 0; (record = records_nth(records, "guidelines", i)); i++) {
        within = within || strcmp(record_name(record), since) == 0;
        if (within)
            bits |= 1U << i;
        if (strcmp(record_name(record), until) == 0)
            within = false;
    }
    return bits;
}

static void write_bits(FILE *file, const char *name, unsigned bits)
{
    fprintf(file, "        .%s = 0x%X,\n", name, bits);
}

/* A word that may be missing leaves the member as it is, 0. */
static void write_word(FILE *file, const struct key *key, const char *value)
{
    const struct word *word = word_find(key->words, value);

    if (word && word->constant)
        write_raw(file, key->member, word->constant);
    else if (word)
        write_text(file, key->member, slice_of(value));
}

/* A member for the constant is -1 where nothing is referred to. */
static void write_reference(const struct writer *writer, const struct key *key,
                            const char *value)
{
    const struct record *record =
        records_find(writer->records, key->refers, slice_of(value));
    char constant[CONSTANT_ROOM] = "-1";

    if (record && key->worked_out)
        fprintf(writer->file, "        .%s = &%s[%zu],\n", key->worked_out,
                record->kind->table, records_index(writer->records, record));
    if (record)
        constant_of(record, constant);
    if (key->member)
        write_raw(writer->file, key->member, constant);
}

/* The first "means since VERSION" of RECORD, and its version; or NULL. */
static const struct entry *added_entry(const struct record *record,
                                       const char **version)
{
    size_t length = strlen("means since ");

    for (size_t i = 0; i < record->count; i++) {
        if (strncmp(record->entries[i].key, "means since ", length) == 0) {
            *version = record->entries[i].key + length;
            return &record->entries[i];
        }
    }
    return NULL;
}

static void write_added(const struct writer *writer, const struct key *key,
                        const struct record *record)
{
    const char *version = NULL;
    const struct entry *added = added_entry(record, &version);

    write_text(writer->file, key->member, slice_of(added ? added->value : ""));
    write_bits(writer->file, key->worked_out,
               added ? version_bits(writer->records, version, "") : 0);
}

static void write_plain(FILE *file, const struct key *key, const char *value)
{
    if (key->member)
        write_text(file, key->member, slice_of(value));
    if (!key->worked_out)
        return;
    if (key->form == FORM_DATE)
        write_day(file, key->worked_out, value);
    else
        write_folded(file, key->worked_out, value);
}

/* The record that RECORD renames, through all versions; itself if none. C code
 * knows a thing by its first name. */
static const struct record *first_of(const struct writer *writer,
                                     const struct record *record)
{
    const char *older = record_text(record, "renames");

    while (*older) {
        record =
            records_find(writer->records, record->kind->name, slice_of(older));
        older = record_text(record, "renames");
    }
    return record;
}

/* What the key's form becomes; all that is left is a string. */
static void write_member(const struct writer *writer,
                         const struct record *record, const struct key *key)
{
    const char *value = record_text(record, key->name);

    switch (key->form) {
    case FORM_ID:
        fprintf(writer->file, "        .%s = %zu,\n", key->member,
                records_index(writer->records, first_of(writer, record)));
        break;
    case FORM_NAMES:
        write_folded_list(writer->file, key->member, value);
        break;
    case FORM_WORD:
        write_word(writer->file, key, value);
        break;
    case FORM_NUMBER:
        fprintf(writer->file, "        .%s = %ld,\n", key->member,
                strtol(value, NULL, 10));
        break;
    case FORM_VERSION:
        write_bits(writer->file, key->member,
                   version_bits(writer->records, value,
                                record_text(record, "until")));
        break;
    case FORM_ADDED:
        write_added(writer, key, record);
        break;
    case FORM_REFERENCE:
        write_reference(writer, key, value);
        break;
    default:
        write_plain(writer->file, key, value);
    }
}

void write_members(const struct writer *writer, const struct record *record,
                   const struct key *keys)
{
    for (; keys->name; keys++) {
        if (keys->member || keys->worked_out)
            write_member(writer, record, keys);
    }
}
