/*
 * rules.h - what the guidelines say, as constant tables.
 *
 * The tables are compiled from the records in rules/NAME.txt when the project
 * is built; they need no loading and can't fail. Everything that is the same
 * for all of the product (labels, values, requirements, definitions, messages)
 * stands here once. All strings end in NUL, are UTF-8 and live for ever; a
 * list of strings ends with NULL and is never NULL itself. A member called
 * "folded" holds words already folded as fold.h says.
 *
 * The enums of tables.h are generated, one constant a record, so that C code
 * names a rule (CASE_EMPTY_FIELD), a field (FIELD_ANALYSIS) or a list
 * (LIST_ACTION_STATUS) without repeating its label.
 */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

#include "deadlines.h"
#include "fold.h"
#include "phrase.h"
#include "tables.h"

/* In the order of the Language Server Protocol's numbers; 0 is "off". */
enum severity {
    SEVERITY_OFF,
    SEVERITY_ERROR,
    SEVERITY_WARNING,
    SEVERITY_INFORMATION,
    SEVERITY_HINT,
    SEVERITY_COUNT
};

/* What users call SEVERITY: "off", "error", "warning", "information",
 * "hint". */
const char *rule_severity_name(enum severity severity);

/* The severity called NAME, exactly; -1 if there is none. */
int rule_severity_find(struct slice name);

/* What a value must look like; the checks of the part "Values" go by it. */
enum value_type {
    TYPE_PROSE,             /* anything */
    TYPE_CCADB_ID,
    TYPE_DATE,
    TYPE_POLICIES,
    TYPE_CHOICE,            /* one of a closed list */
    TYPE_CHOICES,           /* several of a closed list, joined */
    TYPE_COUNT,             /* a number of certificates */
    TYPE_CERTIFICATE_TYPES,
    TYPE_YES_NO,            /* Yes or No, and why */
    TYPE_BUG,
    TYPE_REFERENCES,        /* to contributing factors */
    TYPE_GROUP,             /* nothing but its sub-fields */
    TYPE_HASH,
    TYPE_SERIAL,
    TYPE_REASON,
    TYPE_DATE_TIME
};

enum requirement {
    REQUIRED_ALWAYS,
    REQUIRED_OPTIONAL,          /* the guidelines call it optional */
    REQUIRED_BY_CA_OWNER        /* not of a third party that reports */
};

/* What a section holds, beside or instead of fields. */
enum section_content {
    CONTENT_FIELDS,
    CONTENT_TIMELINE,
    CONTENT_TABLE,
    CONTENT_FACTORS,
    CONTENT_CERTIFICATES
};

/* A version of the guidelines. Days count from 1970-01-01. */
struct rule_guideline {
    const char *number;         /* "3.1" */
    const char *effective_text; /* "2025-07-15" */
    int effective;
    int superseded;             /* 0 while it is in force */
    bool templated;             /* has today's three templates */
    const char *url;            /* the page of this version */
    const char *means;          /* what it brought */
};

/* A closed list of values. */
struct rule_list {
    const char *name;
    const char *means;
};

/* One value of a closed list. */
struct rule_value {
    enum value_id id;
    enum list_id list;
    const char *value;          /* as the template writes it */
    const char *folded;
    const char *const *spellings;   /* folded: the word otherwise spelt */
    const char *const *words;   /* folded: others that plainly mean it */
    const char *means;
    const char *oid;            /* its policy OID; "" if none or several */
};

struct rule_field {
    enum field_id id;           /* of the first, if it had several names */
    const char *label;          /* as the template writes it, without colon */
    const char *folded;
    const char *const *aliases; /* folded */
    const char *const *mistaken;    /* folded: labels to be renamed to it */
    const char *begins;         /* folded: a label that begins so will do; "" */
    enum section_id section;
    const struct rule_field *parent;    /* of a sub-field; else NULL */
    enum value_type type;
    int list;                   /* enum list_id of a choice, else -1 */
    enum requirement required;
    bool preliminary;           /* a preliminary report asks for it too; else
                                   it is merely welcome there */
    bool na_allowed;
    bool ahead;                 /* a day to come, as a rule */
    bool must_apply_when_full;  /* N/A is no answer in a full report */
    const char *required_text;  /* for people: "Always.", "Only when ..." */
    const char *placeholder;    /* what a snippet shows: "What happened?" */
    const char *example;
    const char *means;          /* the definition, Markdown */
    const char *means_added;    /* what newer versions add to it; "" */
    unsigned added_versions;    /* those versions */
    const char *anchor;         /* of the guidelines' page, without '#' */
    unsigned versions;          /* bit n: in guidelines[n] */
};

/* A column of a section's table, or of the certificate list. */
struct rule_column {
    enum column_id id;
    const char *label;
    const char *folded;
    const char *const *aliases; /* folded */
    const char *const *mistaken;    /* folded: headers to be renamed to it */
    enum section_id section;
    enum value_type type;
    int list;                   /* enum list_id, or -1 */
    bool na_allowed;
    bool ahead;                 /* a day to come, as a rule */
    const char *placeholder;    /* the template's example cell; "" */
    const char *placeholder_folded;
    const char *example;
    const char *means;
    const char *means_added;
    unsigned added_versions;
    const char *anchor;
    unsigned versions;
};

struct rule_section {
    enum section_id id;
    const char *name;           /* "Root Cause Analysis" */
    const char *folded;
    const char *const *aliases; /* folded */
    const char *const *mistaken;    /* folded: headings to be renamed to it */
    enum section_content content;
    bool may_not_be_empty;      /* empty-section applies */
    const struct rule_field *fields;    /* in template order */
    size_t field_count;
    const struct rule_column *columns;  /* in template order */
    size_t column_count;
    const char *skeleton;       /* Markdown below the heading, as the (full)
                                   template, no blank lines around it; "" */
    const char *means;
    const char *means_added;
    unsigned added_versions;
    const char *anchor;
    unsigned versions;
};

/* A kind of report: a template, or an old one that is only recognised. */
struct rule_report {
    enum report_id id;
    const char *name;           /* "Full Incident Report" */
    const char *folded;
    const char *const *headings;    /* folded; the heading begins with one */
    int level;                  /* of its heading in the template */
    bool superseded;            /* of guidelines 1.0 or 2.0 */
    bool follows;               /* a comment that follows a report; its heading
                                   is its first section's, too */
    const struct rule_section *const *sections; /* in template order */
    size_t section_count;
    const struct rule_section *const *welcome;  /* known here, never missed */
    size_t welcome_count;
    const char *keyword;        /* `incident-ls new KEYWORD`; "" if none */
    const char *closing;        /* the closing sentence; "" */
    const char *closing_means;  /* what it says and takes; "" */
    const char *skeleton;       /* the whole template, LF, as published */
    const char *means;
    const char *means_added;
    unsigned added_versions;
    const char *anchor;
};

/* A rule of the catalogue, and the cases in which it speaks. */
struct rule {
    const char *id;             /* "empty-field": public, never changes */
    const char *part;           /* "Fields" */
    enum severity severity;     /* of its first case */
    const char *summary;        /* one line: what it finds */
    const char *means;          /* what the guidelines want, and why */
    const char *anchor;
    bool softened;              /* something is still to be filled in: a draft
                                   gets it as information at most */
    bool form;                  /* on the report's form, not on what it says:
                                   no fix may bring one */
    const char *bad;            /* what it speaks of, some lines that end with
                                   LF each; "" if there is no example */
    const char *good;           /* the same, put right */
};

/*
 * A message has its places in braces: {value} {label} {section} {report}
 * {other} {expected} {count}. Which of them a case uses is for its check.
 */
struct rule_case {
    enum rule_id rule;
    const char *name;           /* "" for the first, else "spelling" */
    enum severity severity;
    const char *message;
    const char *related;        /* said of the related place; "" if none */
    unsigned versions;          /* bit n: it holds in guidelines[n] */
};

/* What can be done about a finding; the title has places like a message. */
struct rule_fix {
    const char *title;          /* "Replace with "{expected}"" */
    bool safe;                  /* changes no meaning: made along with others */
};

/* A policy that reports refer to. */
struct rule_policy {
    const char *name;           /* "TLS BRs" */
    const char *folded;
    const char *title;
    const char *title_folded;
    const char *const *aliases; /* folded */
    const char *const *former;  /* folded: titles it once had */
    const char *url;            /* of the newest version */
    const char *means;
    const struct rule_edition *editions;    /* oldest first, never empty */
    size_t edition_count;
};

/* A version of a policy. Days count from 1970-01-01. */
struct rule_edition {
    const char *number;         /* "2.1.2"; or what it goes by instead */
    bool unnumbered;            /* ... its date, for one */
    const char *date;           /* "2024-12-16"; "" if it isn't known */
    int day;                    /* it came into force on; 0: not known */
    int also;                   /* another day it may have been; or 0 */
    int followed;               /* it could be followed up to that day, though a
                                   newer one was in force; or 0 */
    const char *url;
};

/* A reason code of a CRL. */
struct rule_reason {
    const struct rule_value *value;     /* its name and meaning */
    int code;
    bool tls_subscriber;        /* allowed for a Subscriber's certificate */
};

/* A policy OID of the CA/Browser Forum. */
struct rule_oid {
    const char *oid;            /* "2.23.140.1.2.1" */
    const char *name;
    const struct rule_value *type;      /* of LIST_CERTIFICATE_TYPE */
    const struct rule_policy *policy;
    const char *means;
};

/* A tag of a bug's whiteboard. */
struct rule_tag {
    const char *tag;
    const char *const *aliases; /* folded: former names */
    bool revocation_delay;
    const char *means;
};

/* A directive: how an author tells the checker what the text doesn't say. */
struct rule_directive {
    const char *name;           /* "incident-ls-disable" */
    bool takes_facts;           /* else the ids of rules */
    const char *example;        /* all of its line */
    const char *means;
};

/* One of the facts a directive gives. */
struct rule_key {
    const char *key;            /* "reporter" */
    const char *const *words;   /* folded: the only values; none if any will
                                   do, or if it takes none */
    const char *example;        /* "reporter=third-party" */
    const char *means;
};

/* A step in the life of a report. */
struct rule_step {
    const char *name;           /* "How to submit it" */
    enum report_id report;
    const char *means;
    const char *url;            /* where it is done; "" */
    const char *anchor;
    unsigned versions;
};

/* What completion offers that has no name in the guidelines. */
struct rule_offer {
    const char *label;          /* "Row" */
    const char *typed;          /* to be compared with what is; "": LABEL */
    const char *prompt;         /* stands in it until something else does; "" */
};

/* Where a table of facts that age comes from. */
struct rule_facts {
    const char *name;
    const char *as_of;          /* "2026-08-01" */
    const char *source;
};

extern const struct rule_guideline rule_guidelines[];   /* oldest first */
extern const size_t rule_guideline_count;
extern const struct rule_report rule_reports[];         /* by report_id */
extern const struct rule_section rule_sections[];       /* by section_id */
extern const struct rule_field rule_fields[];           /* by field_id */
extern const struct rule_column rule_columns[];         /* by column_id */
extern const struct rule_list rule_lists[];             /* by list_id */
extern const struct rule_value rule_values[];           /* by value_id, in the
                                                           order of the lists */
extern const struct rule rules[];                       /* by rule_id */
extern const struct rule_case rule_cases[];             /* by case_id */
extern const struct rule_fix rule_fixes[];              /* by fix_id */
extern const struct rule_edition rule_editions[];
extern const struct rule_policy rule_policies[];
extern const size_t rule_policy_count;
extern const struct rule_reason rule_reasons[];         /* by code */
extern const size_t rule_reason_count;
extern const struct rule_oid rule_oids[];
extern const size_t rule_oid_count;
extern const struct rule_tag rule_tags[];
extern const size_t rule_tag_count;
extern const struct rule_directive rule_directives[];   /* by directive_id */
extern const struct rule_key rule_keys[];               /* by key_id */
extern const struct rule_step rule_steps[];             /* by step_id, each
                                                           report's in order */
extern const struct rule_offer rule_offers[];           /* by offer_id */
extern const struct rule_facts rule_facts[];            /* by facts_id */

/* The version of that number ("3.1"), or NULL. */
const struct rule_guideline *rule_guideline_find(struct slice number);

/* The newest version; what the product checks against unless told. */
const struct rule_guideline *rule_guideline_current(void);

/* True if a row with these VERSIONS is part of GUIDELINE. */
bool rule_applies(unsigned versions, const struct rule_guideline *guideline);

/* The rule called ID, or -1. */
int rule_find(struct slice id);

/* What a directive may be called, and the keys it may have; NULL if there is
 * none of that NAME. Capitals (ASCII) make no difference. */
const struct rule_directive *rule_directive_find(struct slice name);
const struct rule_key *rule_key_find(struct slice name);

/*
 * The report whose heading begins with FOLDED's first words, the longest such
 * heading winning; NULL if none. *LENGTH gets how many bytes of FOLDED it took.
 */
const struct rule_report *rule_report_find(const char *folded, size_t *length);

/*
 * Look-ups by a whole folded name or alias; NULL if there is none. REPORT's
 * sections include those that are merely welcome in it. A name that an older
 * or newer version of the guidelines has is found too: see rule_applies().
 */
const struct rule_section *rule_section_find(const struct rule_report *report,
                                             const char *folded);
const struct rule_field *rule_field_find(const struct rule_section *section,
                                         const char *folded);
/* FIELD by the name that it has in GUIDELINE; FIELD itself if it has none. */
const struct rule_field *rule_field_in(const struct rule_field *field,
                                       const struct rule_guideline *guideline);
const struct rule_column *rule_column_find(const struct rule_section *section,
                                           const char *folded);

/* May a bug have several of REPORT? It may have several updates, but one
 * closure. */
bool rule_report_repeats(const struct rule_report *report);

/* True if FOLDED is one of WORDS, a list of folded ones that ends with NULL. */
bool rule_is_listed(const char *folded, const char *const *words);

/* How a value was recognised. */
enum match {
    MATCH_NONE,
    MATCH_WORDS,        /* other words that plainly mean it */
    MATCH_SPELLING,     /* the word, spelt or inflected otherwise */
    MATCH_EXACT         /* but for what folding removes, and details after it */
};

/*
 * The value of LIST that FOLDED, a whole folded answer, stands for, and how
 * well it says so; NULL with MATCH_NONE. Details after the value are fine:
 * "third party reported (chrome root program)" is an exact match, but
 * "yes/no" is none. Words count where they stand in the first sentence, the
 * longest deciding.
 */
const struct rule_value *rule_value_match(enum list_id list,
                                          const char *folded,
                                          enum match *match);

/*
 * The value of LIST whose name, spelling, words or policy OID stands anywhere
 * in FOLDED as whole words, the longest deciding; NULL if none does.
 */
const struct rule_value *rule_value_in(enum list_id list, const char *folded);

/*
 * The entry of WORDS nearest to FOLDED by edits (a swap of neighbours is one),
 * if it is near enough for "did you mean": at most one edit in four
 * characters, one at least and three at most; NULL if none is, or if FOLDED is
 * one of them. WORDS ends with NULL.
 */
const char *rule_nearest(const char *folded, const char *const *words);

#endif
