/*
 * lsp_command.h - the commands that a client can run, and what they answer.
 *
 *     incident-ls.insertTemplate  URI, position, keyword of a template
 *         The client is asked to insert it there. Answers null.
 *     incident-ls.templates
 *         Answers an array of {keyword, name, means, text, snippet}: TEXT is a
 *         snippet if SNIPPET is true, as it is for clients that take them.
 *     incident-ls.progress        URI
 *         Answers {reports, first, blanks}: for each report {name, range (of
 *         its heading), complete, fields, errors, warnings, words}; the range
 *         of the first error, or else warning, in the document, no FIRST if
 *         there is neither; and the ranges that wait to be filled in, empty
 *         where nothing stands in place of an answer. "blank": which of
 *         these, from 0, FIRST is about, if it is about one.
 *     incident-ls.check           URI
 *         The same; and until it is closed, no setting and no directive makes
 *         the document a draft again. The client is asked to take out of the
 *         document what does; then the answer holds "edited": true, and its
 *         ranges are those of the text before.
 *     incident-ls.bugzillaText    URI, position (the text's start without one)
 *         Answers {text, length, limit, errors, above}: the report at the
 *         position without directives; how many characters it has, and how
 *         many a comment may have; how many errors are in it, counting what a
 *         draft may lack; how many lines of it come before its heading.
 *     incident-ls.explain         name of a rule, true (or not)
 *         Answers {rule, text, href}: in Markdown what the rule wants, and
 *         where the guidelines say so. Without "true" the user is shown it as
 *         a message, for clients that make nothing of the answer.
 *     incident-ls.add             URI, position, what, true (or not)
 *         Answers {range, text, snippet}: one more of WHAT, "action-item",
 *         "related-incident", "timeline-entry" or "contributing-factor", and
 *         what it takes the place of: one that nobody has written in yet, or
 *         nothing. Without "true" the client is asked to insert it, and to put
 *         the cursor in it.
 *     incident-ls.setFacts        URI, position, {key: value, ...}
 *         The client is asked to have the directives say so: of the report at
 *         the position if one of the keys is "posted", else of the bug. A
 *         value is a word, "now", "" for a key alone, or null to take it out.
 *         The key "owner" is the field with the CA Owner's CCADB ID. Answers
 *         null.
 *     incident-ls.show            URI, position
 *         The client is asked to put the cursor there. Answers null.
 */
#ifndef PROTOCOL_LSP_COMMAND_H
#define PROTOCOL_LSP_COMMAND_H

#include "lsp.h"

/* What an action names that explains a rule. */
#define LSP_EXPLAIN_COMMAND "incident-ls.explain"
/* The same for one that tells facts. */
#define LSP_SET_FACTS_COMMAND "incident-ls.setFacts"
/* The same for one that adds something, and for a lens that leads somewhere. */
#define LSP_ADD_COMMAND "incident-ls.add"
#define LSP_SHOW_COMMAND "incident-ls.show"

enum lsp_command_id {
    LSP_INSERT_TEMPLATE,
    LSP_TEMPLATES,
    LSP_PROGRESS,
    LSP_CHECK,
    LSP_BUGZILLA_TEXT,
    LSP_EXPLAIN,
    LSP_ADD,
    LSP_SET_FACTS,
    LSP_SHOW,
    LSP_COMMAND_COUNT
};

struct lsp_command {
    enum lsp_command_id id;
    const json_t *arguments;        /* or NULL */
};

/* The arguments of the command that inserts a template. */
struct lsp_insertion {
    struct lsp_place place;
    struct slice keyword;
};

/* An array of what all of them are called. */
json_t *lsp_new_command_names(void);

/* Of workspace/executeCommand; refuses commands that are not ours. */
bool lsp_read_command(const json_t *params, struct lsp_command *command,
                      const char **fault);
/* The place that a command's arguments begin with. */
bool lsp_read_command_place(const json_t *arguments, struct lsp_place *place,
                            const char **fault);
/* The arguments of the commands that take more; false as in lsp.h. */
bool lsp_read_insertion(const json_t *arguments,
                        struct lsp_insertion *insertion, const char **fault);

/* What a rule's explanation is asked for with. */
struct lsp_explain_params {
    struct slice rule;
    bool quiet;                     /* the answer will do */
};

/* The same. */
bool lsp_read_explain(const json_t *arguments,
                      struct lsp_explain_params *params, const char **fault);

/* The arguments of the command that tells facts. */
struct lsp_facts_params {
    struct lsp_place place;
    const json_t *facts;            /* for lsp_read_fact() */
};

/* The same; *FAULT as in lsp.h. */
bool lsp_read_facts(const json_t *arguments, struct lsp_facts_params *params,
                    const char **fault);
/* The value of KEY; or it is to be GONE. False if PARAMS do not speak of it. */
bool lsp_read_fact(const struct lsp_facts_params *params, const char *key,
                   struct slice *value, bool *gone);

/* The arguments of the command that adds something. */
struct lsp_addition_params {
    struct lsp_place place;
    struct slice what;
    bool quiet;                     /* the answer will do */
};

/* The same. */
bool lsp_read_addition(const json_t *arguments,
                       struct lsp_addition_params *params,
                       const char **fault);

struct lsp_addition {
    struct range range;             /* that it takes the place of */
    struct slice text;
    bool snippet;
};

struct lsp_explanation {
    const char *rule, *text, *href;
};

struct lsp_template {
    const char *keyword, *name, *means;
    struct slice text;
    bool snippet;
};

struct lsp_progress {
    const char *name;
    struct range range;
    size_t complete, fields, errors, warnings;
    const char *words;
};

struct lsp_posting {
    struct slice text;
    size_t length, limit;           /* in characters */
    size_t errors, above;
};

/* What the commands answer, as the head of this file says. */
json_t *lsp_write_template(const struct lsp_template *template);
json_t *lsp_write_progress(const struct lsp_progress *progress);

struct lsp_standing {
    json_t *reports;                /* an array of progress, given up */
    const struct range *first;      /* NULL: there is none */
    const struct range *blanks;
    size_t blank_count;
    size_t blank;                   /* what FIRST is about; no number of one if
                                       it is something else */
    bool edited;
};

/* What "progress" and "check" answer. */
json_t *lsp_write_standing(const struct lsp_standing *standing);
/* Arguments that name a place: a URI and a position. */
json_t *lsp_write_place(struct slice uri, struct position position);
json_t *lsp_write_addition(const struct lsp_addition *addition);
json_t *lsp_write_explanation(const struct lsp_explanation *explanation);
json_t *lsp_write_posting(const struct lsp_posting *posting);

#endif
