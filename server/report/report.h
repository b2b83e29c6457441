/*
 * report.h - what a report is made of: sections, fields, factors, values.
 *
 * A text always has a model, whatever is wrong with it; what is wrong is for
 * the checks to say. The model holds spans of the text and rows of the rule
 * tables, and owns nothing else; it is built again when the text has changed
 * and must not outlive it.
 *
 * One file may hold several reports (a full report and its closure), each
 * from its heading to the next one's.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "element.h"
#include "label.h"
#include "report_facts.h"
#include "rules.h"

/* How the heading of a report or a section stands in the text. */
enum heading_form {
    HEADING_MARKED,         /* a Markdown heading */
    HEADING_PLAIN,          /* its words on a line of their own */
    HEADING_ABSENT          /* not at all: told from what follows */
};

struct report_field {
    const struct rule_field *rule;  /* NULL: not of the template */
    const struct rule_field *near;  /* what an unknown label is near to */
    bool mistaken;                  /* it is other words for NEAR, no slip */
    enum label_form form;
    struct span label;              /* its words */
    struct span whole;              /* with marks and colon */
    unsigned depth;                 /* in how many list items */
    bool item;                      /* the label begins a list item */
    bool inline_value;              /* the value begins on the label's line */
    struct span value;              /* empty: at the label's end, or in its
                                       cell */
    struct span answer;             /* the value's first line */
    size_t element;                 /* the label's */
    size_t last_element;            /* the value's last one */
};

/* A contributing factor: its fields are those from FIRST on. */
struct report_factor {
    struct span heading;            /* all of its line */
    struct span title;              /* empty if it has none */
    uint64_t number;           /* 0 if it has none */
    size_t element;                 /* the heading's */
    size_t first_field, field_count;
};

struct report_section {
    const struct rule_section *rule;    /* NULL: not of the template */
    const struct rule_section *near;    /* what an unknown name is near to */
    bool mistaken;                  /* it is other words for NEAR, no slip */
    enum heading_form form;
    struct span heading;            /* its words */
    unsigned char level;            /* 0 unless marked */
    bool in_list;
    size_t first_element, element_count;    /* below the heading */
    bool empty;                     /* nothing a reader would see below it */
    struct report_field *fields;
    size_t field_count, field_room;
    struct report_factor *factors;
    size_t factor_count, factor_room;
};

struct report {
    const struct rule_report *rule;
    enum heading_form form;
    struct span heading;            /* absent: the first section's */
    unsigned char level;            /* 0 unless marked */
    size_t first_element, element_count;    /* below the heading */
    struct report_section *sections;
    size_t section_count, section_room;
    /* The first of each kind in the report, by its id; or NULL. */
    const struct report_section *first_sections[SECTION_COUNT];
    const struct report_field *firsts[FIELD_COUNT];
    struct report_facts facts;
};

/* More bytes, 16 times what can be posted, are no report: see TOO_LONG. */
#define REPORTS_TEXT_MOST ((size_t)1 << 20)

/* The model of one text. */
struct reports {
    const struct text *text;
    struct slice bytes;     /* all of TEXT */
    const struct rule_guideline *guideline;     /* where a report names none */
    bool too_long;          /* of the text only the front was looked at, for
                               the heading of a report: that has nothing in it,
                               and is the only one */
    struct elements elements;
    struct report *items;
    size_t count, room;
    size_t latest;          /* the index of the last full or preliminary one
                               in a template of today's; 0 if there is none */
};

/* Fills REPORTS, to be freed with reports_free(); TEXT is borrowed and must not
 * be edited while they are looked at. They are read by GUIDELINE, or by the
 * current guidelines. */
void reports_read_by(struct reports *reports, const struct text *text,
                     const struct blocks *blocks,
                     const struct rule_guideline *guideline);
void reports_read(struct reports *reports, const struct text *text,
                  const struct blocks *blocks);
void reports_free(struct reports *reports);     /* leaves it empty */

/* The first section of REPORT that is SECTION, or NULL. */
const struct report_section *report_section_find(const struct report *report,
                                                 enum section_id section);
/* The first such field of SECTION (NULL allowed), or NULL. */
const struct report_field *report_field_find(
    const struct report_section *section, enum field_id field);

/*
 * What REPORT, one of REPORTS, is posted as: all lines from its heading's, or
 * for the first report from the text's first past its front matter, to the
 * next one's heading.
 */
struct span report_comment(const struct reports *reports,
                           const struct report *report);

/* The report of REPORTS that the line of OFFSET is in, or the first if that is
 * above them all; NULL if there is none. */
const struct report *report_at(const struct reports *reports, size_t offset);
/* The section of that report that the line of OFFSET is in, or NULL. */
const struct report_section *report_section_at(const struct reports *reports,
                                               size_t offset);

/* Where what REPORT or SECTION holds ends: its last element, or its heading. */
size_t report_end(const struct reports *reports, const struct report *report);
size_t report_section_end(const struct reports *reports,
                          const struct report_section *section);
/* Likewise for FACTOR of SECTION: where its last value ends, or its heading. */
size_t report_factor_end(const struct report_section *section,
                         const struct report_factor *factor);

/* The guidelines that REPORT names, or OTHERWISE. */
const struct rule_guideline *
report_guideline(const struct report *report,
                 const struct rule_guideline *otherwise);

/* True if there is nothing to read as FIELD's value. */
bool report_field_empty(const struct report_field *field);

/* The digits of the number that FACTOR, which has one, is headed by. */
struct span factor_digits(const struct reports *reports,
                          const struct report_factor *factor);

#endif
