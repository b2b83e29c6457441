/*
 * schema.h - which kinds of records there are, what their keys may hold, and
 * what becomes of them in C.
 */
#ifndef COMPILER_SCHEMA_H
#define COMPILER_SCHEMA_H

#include "records.h"

enum form {
    FORM_TEXT,          /* prose */
    FORM_NAME,          /* one name of the record */
    FORM_NAMES,         /* several, "a | b" */
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

/* A word of the records and its C constant; without a constant the word itself
 * is written, as a string. */
struct word {
    const char *word, *constant;
};

/*
 * A key, and the members of the record's row in tables.c that are written from
 * it; see members.c for what each form becomes. The second member is worked
 * out: text folded, a date in days, the versions of an addition, a pointer to
 * the row referred to.
 */
struct key {
    const char *name;
    enum form form;
    enum need need;
    const char *member;         /* NULL if there is none */
    const char *worked_out;     /* likewise */
    const struct word *words;   /* of FORM_WORD, up to a NULL */
    const char *refers;         /* of a reference: a kind's name */
    bool unique;                /* no two records of the scope have the same,
                                   which is true of all names and phrases */
};

#define KEY_ROOM 24

struct kind {
    const char *name;           /* its first key */
    const char *prefix;         /* of its enum: "FIELD"; NULL if none */
    const char *scope;          /* names are unique among records that agree in
                                   this key; NULL: among all of the kind */
    const char *row, *table;    /* "struct rule_tag", "rule_tags"; NULL */
    const char *count;          /* a variable for how many; NULL if none */
    struct key keys[KEY_ROOM];  /* up to a NULL name; the first is the name */
};

/* All kinds, up to a NULL name. */
extern const struct kind kinds[];

/* The kind called NAME, or NULL. */
const struct kind *kind_find(const char *name);

/* The schema of KEY in records of KIND, or NULL. */
const struct key *key_find(const struct kind *kind, const char *key);

/* WORD among WORDS, or NULL. */
const struct word *word_find(const struct word *words, const char *word);

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

/* True if RECORD's KEY is the name of OWNER: a field's "section". */
bool belongs_to(const struct record *record, const char *key,
                const struct record *owner);

/* Room for the name of any constant; a longer one is cut. */
#define CONSTANT_ROOM 96

/*
 * Writes the enum constant of RECORD to CONSTANT, of CONSTANT_ROOM bytes:
 * FIELD_ANALYSIS, CASE_EMPTY_FIELD_OPTIONAL; "" if it has none. A rule has two
 * constants; this is its RULE_.
 */
void constant_of(const struct record *record, char *constant);

/* The constant of the first case of a rule, or that of a further case. */
void constant_of_case(const struct record *record, char *constant);

#endif
