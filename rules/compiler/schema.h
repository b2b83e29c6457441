/*
 * schema.h - which kinds of records there are, and what their keys may hold.
 */
#ifndef COMPILER_SCHEMA_H
#define COMPILER_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

#include "records.h"

enum form {
    FORM_TEXT,          /* prose */
    FORM_NAME,          /* one name, its own when folded */
    FORM_NAMES,         /* names, "a | b" */
    FORM_ID,            /* what C code calls the record: CAPITALS_AND_1 */
    FORM_WORD,          /* one of a few words */
    FORM_NUMBER,
    FORM_DATE,          /* YYYY-MM-DD */
    FORM_VERSION,       /* a version of the guidelines */
    FORM_ADDED,         /* "means since VERSION", prose */
    FORM_REFERENCE,     /* the name of a record of another kind */
    FORM_REFERENCES,
    FORM_MESSAGE,       /* a sentence with known places in braces */
    FORM_TITLE,         /* the same without an end: what an editor lists */
    FORM_PHRASES,       /* "a | b = what it means" */
    FORM_URL,
    FORM_ANCHOR,        /* of a heading: small-letters-and-1 */
    FORM_BLOCK          /* lines kept as they are */
};

enum need { NEEDED, OPTIONAL, REPEATED };

/* A word of the records and the C constant it stands for. */
struct word {
    const char *word, *constant;
};

struct key {
    const char *name;
    enum form form;
    enum need need;
    const struct word *words;   /* of FORM_WORD, up to a NULL */
    const char *refers;         /* of FORM_REFERENCE: a kind's name */
    bool alone;                 /* no other record of the scope has the name */
};

struct kind {
    const char *name;           /* its first key */
    const char *prefix;         /* of its enum: "FIELD"; NULL if none */
    const char *scope;          /* key within whose value names are alone */
    const struct key *keys;     /* up to a NULL name; the first is the name */
};

/* All kinds, up to a NULL name. */
extern const struct kind kinds[];

const struct kind *kind_find(const char *name);

/* The schema of KEY in records of KIND, or NULL. */
const struct key *key_find(const struct kind *kind, const char *key);

/* The constant of WORD, or NULL. */
const char *word_constant(const struct word *words, const char *word);

/* The COUNTth, from 0, record of the kind called NAME, or NULL. */
const struct record *records_nth(const struct records *records,
                                 const char *name, size_t count);

/* The record of the kind called KIND with that NAME, folded; or NULL. */
const struct record *records_find(const struct records *records,
                                  const char *kind, struct slice name);

/* Where RECORD stands among those of its kind, from 0. */
size_t records_index(const struct records *records,
                     const struct record *record);

/* True if both fold to the same. */
bool same_name(struct slice one, struct slice other);
struct slice text_slice(const char *text);

#endif
