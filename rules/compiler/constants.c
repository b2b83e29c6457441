/*
 * constants.c - puts together the names of the enum constants.
 */
#include "constants.h"

#include <stdio.h>
#include <string.h>

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
    if (strcmp(record->kind->name, "rule") == 0) {
        snprintf(constant, CONSTANT_ROOM, "RULE_%s", record_name(record));
        raise(constant);
    } else if (strcmp(record->kind->name, "case") == 0) {
        constant_of_case(record, constant);
    } else if (id) {
        snprintf(constant, CONSTANT_ROOM, "%s_%s", record->kind->prefix,
                 id->value);
    }
}

void constant_of_case(const struct record *record, char *constant)
{
    if (strcmp(record->kind->name, "rule") == 0)
        snprintf(constant, CONSTANT_ROOM, "CASE_%s", record_name(record));
    else
        snprintf(constant, CONSTANT_ROOM, "CASE_%s_%s",
                 record_text(record, "rule"), record_name(record));
    raise(constant);
}

void constant_of_name(const struct records *records, const char *kind,
                      const char *name, char *constant)
{
    const struct record *record =
        records_find(records, kind, text_slice(name));

    constant[0] = '\0';
    if (record)
        constant_of(record, constant);
}
