/*
 * lsp_command.h - the commands that a client can have executed, and what they
 * answer. All of them but the first need no edit of the client's.
 *
 *     incident-ls.insertTemplate  URI, position, keyword of a template
 *         The client is asked to insert it there. Answers null.
 *     incident-ls.templates
 *         Answers an array of {keyword, name, means, text, snippet}: TEXT is a
 *         snippet if SNIPPET is true, which it is for clients that take them.
 *     incident-ls.progress        URI
 *         Answers {reports, first}: for each report {name, range (of its
 *         heading), complete, fields, errors, warnings, words}, and the range
 *         of the first error, or else warning, in the document; no FIRST if
 *         there is neither.
 *     incident-ls.check           URI
 *         The same, and from now on until it is closed no settings and no
 *         directive make a draft of the document. The client is asked to take
 *         out of it what does; then the answer holds "edited": true, and its
 *         ranges are those of the text before.
 *     incident-ls.bugzillaText    URI, position (the text's start without one)
 *         Answers {text, length, limit, errors, above}: the report at the
 *         position without directives, how many characters that has and a
 *         comment may have; how many errors are in it, those of what a draft
 *         may lack among them; how many lines of it stand above its heading.
 */
#ifndef PROTOCOL_LSP_COMMAND_H
#define PROTOCOL_LSP_COMMAND_H

#include "lsp.h"

enum lsp_command_id {
    LSP_INSERT_TEMPLATE,
    LSP_TEMPLATES,
    LSP_PROGRESS,
    LSP_CHECK,
    LSP_BUGZILLA_TEXT,
    LSP_COMMAND_COUNT
};

struct lsp_command {
    enum lsp_command_id id;
    const json_t *arguments;        /* or NULL */
};

/* The arguments of the command that inserts a template. */
struct lsp_insertion {
    struct lsp_place place;
    struct lsp_string keyword;
};

bool lsp_read_command(const json_t *params, struct lsp_command *command,
                      const char **fault);
/* The place that a command's arguments begin with. */
bool lsp_read_command_place(const json_t *arguments, struct lsp_place *place,
                            const char **fault);
bool lsp_read_insertion(const json_t *arguments,
                        struct lsp_insertion *insertion, const char **fault);

struct lsp_template {
    const char *keyword, *name, *means;
    struct lsp_string text;
    bool snippet;
};

struct lsp_progress {
    const char *name;
    struct lsp_range range;
    size_t complete, fields, errors, warnings;
    const char *words;
};

struct lsp_posting {
    struct lsp_string text;
    size_t length, limit;           /* in characters */
    size_t errors, above;
};

json_t *lsp_write_template(const struct lsp_template *template);
json_t *lsp_write_progress(const struct lsp_progress *progress);
/* REPORTS is an array of progress, given up; FIRST is NULL for none. */
json_t *lsp_write_standing(json_t *reports, const struct lsp_range *first,
                           bool edited);
json_t *lsp_write_posting(const struct lsp_posting *posting);

#endif
