/*
 * template.h - the guidelines' templates, with places to fill in.
 *
 * What is written differs from the published skeletons in two things: it says
 * that it is a draft, and each field, cell and empty section holds what belongs
 * there, in words that the checks take for a placeholder until others stand
 * there.
 */
#ifndef FEATURES_TEMPLATE_H
#define FEATURES_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "snippet.h"
#include "table.h"
#include "text.h"

/* What goes into templates and isn't in the tables; borrowed. */
struct template_facts {
    int today;                  /* from 1970-01-01, UTC */
    int minute;                 /* of that day, UTC */
    struct slice owner_id;      /* of the CA Owner in the CCADB; empty: unset */
    struct slice owner_name;    /* likewise */
};

/* One of the templates. */
struct template {
    const char *keyword;        /* "full" */
    const char *name;           /* "Full Incident Report" */
    const char *means;          /* Markdown */
    const struct rule_report *report;
};

/* Template number INDEX, from 0; false after the last. */
bool template_at(size_t index, struct template *template);
/* The template of that keyword, or of that name as a file is called by it,
 * "revocation-update"; false if there is none. */
bool template_find(struct slice keyword, struct template *template);

/* Adds TEMPLATE, from its heading to the end of its last line. */
void template_add(struct snippet *snippet, const struct template *template,
                  const struct template_facts *facts);

/*
 * Adds the first line of SKELETON, the heading of a report, and below it the
 * directive that makes a draft of the report until it is taken out.
 */
void template_add_draft(struct snippet *snippet, const char *skeleton,
                        const char *facts);

/*
 * Adds what stands below SECTION's heading, without a line end after it.
 * REPORT is the kind of report it stands in.
 */
void template_add_section(struct snippet *snippet,
                          const struct rule_section *section,
                          const struct rule_report *report,
                          const struct template_facts *facts);

/* Adds contributing factor NUMBER with its fields, likewise. */
void template_add_factor(struct snippet *snippet, size_t number,
                         const struct template_facts *facts);

/* Adds what FIELD or a cell of COLUMN holds until it is filled in. */
void template_add_value(struct snippet *snippet,
                        const struct rule_field *field,
                        const struct template_facts *facts);
const char *template_cell(const struct rule_column *column);
void template_add_cell(struct snippet *snippet,
                       const struct rule_column *column);

/* Adds a row of TABLE, with places in its cells. */
void template_add_row(struct snippet *snippet, const struct table *table);

/* The number of the factor that SECTION would have next. */
size_t template_next_factor(const struct report_section *section);

/* What stands in an entry of SECTION, or in all of it, until it is filled in;
 * "" if SECTION has fields. */
const char *template_prompt(const struct rule_section *section);

/* Adds the day and the minute, "2026-06-02 10:00". */
void template_add_now(struct buffer *moment,
                      const struct template_facts *facts);

/* Adds the beginning of a timeline's entry: the date, the time, UTC. */
void template_add_moment(struct snippet *snippet,
                         const struct template_facts *facts);

/* The same for that DAY, whose time is to be filled in. */
void template_add_day(struct snippet *snippet, int day);

/*
 * Fills EDIT with what inserts TEMPLATE as plain text above the line that
 * OFFSET (clamped) is in, or in place of that line if it is blank, parted
 * by blank lines from what is around it. The text has the line ends of TEXT
 * and is the caller's (memory_free).
 */
void template_insert(const struct text *text, size_t offset,
                     const struct template *template,
                     const struct template_facts *facts, struct edit *edit);

#endif
