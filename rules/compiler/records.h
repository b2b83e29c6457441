/*
 * records.h - the records of a folder, as written in its files.
 *
 * A record is a run of "key: value" lines; blank lines separate records, a
 * line that begins with '#' is a comment. An indented line continues the value
 * above it: after a blank, or on a line of its own if it begins with "- ". A
 * value of lines "|TEXT$" keeps them as they are, each with a line end after
 * it, so that blanks before the '$' can be seen.
 *
 * The strings live in the buffers of their files, until records_free().
 */
#ifndef COMPILER_RECORDS_H
#define COMPILER_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "faults.h"
#include "fold.h"

struct entry {
    const char *key;
    char *value;
    int line;
};

struct record {
    const struct kind *kind;    /* of its first key; NULL if unknown */
    const char *file;           /* "rules/fields.txt" */
    int line;
    struct entry *entries;
    size_t count;
};

/* {NULL, 0, NULL, 0} is empty. */
struct records {
    struct record *items;
    size_t count;
    char **buffers;
    size_t buffer_count;
};

/*
 * Adds the records of the file at PATH, which must outlive RECORDS. False,
 * with a fault, if it cannot be read; each mistake in it is a fault too.
 */
bool records_read(struct records *records, const char *path,
                  struct faults *faults);
void records_free(struct records *records);     /* leaves it empty */

/* The entry called KEY, or NULL. */
const struct entry *record_entry(const struct record *record, const char *key);

/* The value of KEY, "" if the record does not have it. */
const char *record_text(const struct record *record, const char *key);

/* The value of the first key, which names the record. */
const char *record_name(const struct record *record);

/*
 * The next of the parts of a list "a | b | c" that *LIST points into; false
 * at its end, or at the "=" of "a | b = what it means". Blanks around a part
 * are no part of it.
 */
bool list_next(const char **list, struct slice *part);

#endif
