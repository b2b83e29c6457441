/*
 * members.c - writes the members of a row from the entries of a record.
 */
#include "members.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "constants.h"

/* Folded names are short; messages and definitions aren't folded. */
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

static void write_folded(FILE *file, struct slice text)
{
    char folded[NAME_ROOM];
    size_t length = fold(text, folded, sizeof folded);

    write_string(file, (struct slice){folded, length});
}

static void write_folded_list(FILE *file, const char *name, const char *list)
{
    struct slice part;

    fprintf(file, "        .%s = (const char *const[]){", name);
    while (list_next(&list, &part)) {
        fputs("\n            ", file);
        write_folded(file, part);
        fputc(',', file);
    }
    fputs(" NULL},\n", file);
}

static const struct entry *added_entry(const struct record *record)
{
    for (size_t i = 0; i < record->count; i++) {
        if (strncmp(record->entries[i].key, "means since ", 12) == 0)
            return &record->entries[i];
    }
    return NULL;
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

static void write_bits(const struct writer *writer, const char *name,
                       unsigned bits)
{
    fprintf(writer->file, "        .%s = 0x%X,\n", name, bits);
}

static void write_word(const struct writer *writer,
                       const struct record *record,
                       const struct member *member)
{
    const struct key *key = key_find(record->kind, member->key);

    write_raw(writer->file, member->name,
              word_constant(key->words, record_text(record, member->key)));
}

/* MISSING is what stands for no reference. */
static void write_reference(const struct writer *writer,
                            const struct record *record,
                            const struct member *member, const char *missing)
{
    const struct key *key = key_find(record->kind, member->key);
    char constant[CONSTANT_ROOM];

    constant_of_name(writer->records, key->refers,
                     record_text(record, member->key), constant);
    write_raw(writer->file, member->name,
              constant[0] == '\0' ? missing : constant);
}

static void write_day(const struct writer *writer, const char *name,
                      const char *value)
{
    int day = 0;

    read_day(value, &day);
    fprintf(writer->file, "        .%s = %d,\n", name, day);
}

static void write_itself(const struct writer *writer, const char *name,
                         const struct record *record)
{
    char constant[CONSTANT_ROOM];

    constant_of(record, constant);
    write_raw(writer->file, name, constant);
}

static void write_member(const struct writer *writer,
                         const struct record *record,
                         const struct member *member)
{
    const char *value = record_text(record, member->key);
    const struct entry *added = added_entry(record);

    switch (member->how) {
    case AS_TEXT:
        write_text(writer->file, member->name, text_slice(value));
        break;
    case AS_FOLDED:
        fprintf(writer->file, "        .%s = ", member->name);
        write_folded(writer->file, text_slice(value));
        fputs(",\n", writer->file);
        break;
    case AS_FOLDED_LIST:
        write_folded_list(writer->file, member->name, value);
        break;
    case AS_WORD:
        write_word(writer, record, member);
        break;
    case AS_YES:
        write_raw(writer->file, member->name,
                  strcmp(value, "yes") == 0 ? "true" : "false");
        break;
    case AS_NUMBER:
        fprintf(writer->file, "        .%s = %d,\n", member->name,
                (int)strtol(value, NULL, 10));
        break;
    case AS_DAY:
        write_day(writer, member->name, value);
        break;
    case AS_REFERENCE:
        write_reference(writer, record, member, "0");
        break;
    case AS_LIST:
        write_reference(writer, record, member, "-1");
        break;
    case AS_VERSIONS:
        write_bits(writer, member->name,
                   version_bits(writer->records, record_text(record, "since"),
                                record_text(record, "until")));
        break;
    case AS_ADDED:
        write_text(writer->file, member->name,
                   text_slice(added ? added->value : ""));
        break;
    case AS_ADDED_VERSIONS:
        write_bits(writer, member->name,
                   added ? version_bits(writer->records, added->key + 12, "")
                         : 0);
        break;
    case AS_ITSELF:
        write_itself(writer, member->name, record);
        break;
    }
}

void write_members(const struct writer *writer, const struct record *record,
                   const struct member *members)
{
    for (; members->name; members++)
        write_member(writer, record, members);
}

void write_table(const struct writer *writer, const struct table *table)
{
    const struct record *record = NULL;
    size_t i = 0;

    fprintf(writer->file, "\nconst %s[] = {\n", table->declared);
    for (; (record = records_nth(writer->records, table->kind, i)); i++) {
        fputs("    {\n", writer->file);
        write_members(writer, record, table->members);
        if (table->extra)
            table->extra(writer, record);
        fputs("    },\n", writer->file);
    }
    fputs("};\n", writer->file);
    if (table->count)
        fprintf(writer->file, "const size_t %s = %zu;\n", table->count, i);
}
