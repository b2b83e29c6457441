/*
 * finding.h - what a check has to say, and where.
 *
 * A finding speaks in offsets and plain strings; only protocol/ knows what a
 * diagnostic is. Findings own their messages.
 */
#ifndef CHECKS_FINDING_H
#define CHECKS_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"
#include "rules.h"
#include "text.h"

/* Another place that the finding is about: the first of two sections. */
struct finding_related {
    struct span span;
    char *message;
};

/* TEXT in place of SPAN. Lines in TEXT end with LF; whoever applies it writes
 * the document's own line ends. */
struct edit {
    struct span span;
    char *text;
};

/*
 * What would make a finding go, in the texts that people have. Whether it does
 * in this one is for those who offer it to try. The edits of one fix don't
 * touch each other.
 */
struct fix {
    enum fix_id which;          /* rule_fixes[which].safe: may be applied along
                                   with others, without being asked for */
    char *title;
    bool preferred;             /* the one for a single key; at most one */
    struct edit *edits;
    size_t edit_count;
};

struct finding {
    enum case_id which;
    enum severity severity;     /* settings and drafts allowed for; never off */
    struct span span;           /* not empty unless the text is */
    struct span report;         /* the heading of its report */
    char *message;              /* one sentence, UTF-8 */
    struct finding_related *related;
    size_t related_count;
    struct fix *fixes;          /* the nearest first */
    size_t fix_count;
    size_t number;              /* in the order of adding; breaks ties */
    size_t alike;               /* how many it stands for: itself and those
                                   that were only counted */
    bool repeated;              /* one before it says the same: not shown, but
                                   there for its fixes */
};

/* The rule that FINDING enforces. */
static inline enum rule_id finding_rule_id(const struct finding *finding)
{
    return rule_cases[finding->which].rule;
}

static inline const struct rule *finding_rule(const struct finding *finding)
{
    return &rules[finding_rule_id(finding)];
}

/*
 * A text can be made to have more findings than anyone reads; what comes
 * beyond this many is counted, not kept.
 */
#define FINDINGS_KEPT 5000

/* {0} is empty. */
struct findings {
    struct finding *items;
    size_t count, room;
    size_t more;                /* beyond FINDINGS_KEPT */
};

/*
 * What stands in a message's braces; an unused word stays {NULL, 0}. Long
 * words are cut at a character's start and get an ellipsis.
 */
struct finding_words {
    struct slice value, label, section, report, other, expected;
    size_t count;
};

/*
 * Adds TEXT with the places in its braces filled in from WORDS (NULL if it has
 * none). Long words are cut at a character's start and get an ellipsis. Words
 * come from a report, which somebody else may have written: what is added can
 * only be read.
 */
void message_add(struct buffer *message, const char *text,
                 const struct finding_words *words);
/* The same as a string, the caller's, for memory_free(). */
char *message_fill_in(const char *text, const struct finding_words *words);

/*
 * Adds a finding of WHICH at SPAN with its message filled in from WORDS (NULL
 * if it has no braces). The finding may be given related places until the
 * next is added. NULL if there are enough of them: it is only counted.
 */
struct finding *findings_add(struct findings *findings, enum case_id which,
                             struct span span,
                             const struct finding_words *words);
/* MESSAGE is filled in like that of a case. FINDING may be NULL. */
void finding_relate(struct finding *finding, struct span span,
                    const char *message, const struct finding_words *words);

/*
 * Adds a fix to FINDING, its title filled in from WORDS; the edits are to be
 * added to it at once. FINDING may be NULL, the fix then is too. The first fix
 * of a finding is the preferred one unless PREFERRED is cleared.
 */
struct fix *finding_fix(struct finding *finding, enum fix_id which,
                        const struct finding_words *words);
/* Adds an edit; TEXT is copied. FIX may be NULL. */
void fix_edit(struct fix *fix, struct span span, struct slice text);
/* For a fix that belongs to no finding; others go with theirs. */
void fix_free(struct fix *fix);

/*
 * Into the order of the text; where two begin at once, of the catalogue, and
 * of one rule in the order they were added.
 */
void findings_sort(struct findings *findings);

/* The index of the first of FINDINGS, sorted, that begins at OFFSET or after
 * it; their count if none does. */
size_t findings_from(const struct findings *findings, size_t offset);

/* Adds the address of the guidelines' section that RULE enforces. */
void finding_href(const struct rule *rule,
                  const struct rule_guideline *guideline,
                  struct buffer *href);

/* Drops those of the findings that DROPPED (one of each) says. */
void findings_drop(struct findings *findings, const bool *dropped);
void findings_free(struct findings *findings);      /* leaves it empty */

#endif
