/*
 * completer.h - what the parts of completion share: one cursor.
 */
#ifndef FEATURES_COMPLETER_H
#define FEATURES_COMPLETER_H

#include "completion.h"
#include "context.h"

/* One request; all borrowed. */
struct completer {
    struct completions *completions;
    const struct completion_source *source;
    const struct context *context;
};

/*
 * Adds an item that replaces SPAN, with LABEL as its label; valid until the
 * next is added. NULL if there are enough. The other strings are empty.
 */
struct completion *completer_add(struct completer *completer,
                                 enum completion_kind kind, const char *label,
                                 struct span span);

/* The same with an item that replaces the whole line and is a part of a report
 * that MEANS, Markdown, explains. */
struct completion *completer_add_line(struct completer *completer,
                                      const char *label, const char *means);

/* ITEM is compared with what is typed up to END, and NAME. */
void completer_filter(const struct completer *completer, size_t end,
                      const char *name, struct completion *item);

/* Takes all items from number FIRST on out again. */
void completer_cut(struct completer *completer, size_t first);

/* True if a word of WORDS begins as TYPED goes on, capitals aside; of an empty
 * TYPED too. */
bool completer_matches(struct slice typed, const char *words);

/* The bytes FROM..TO of the cursor's line. */
struct slice completer_typed(const struct completer *completer, size_t from,
                             size_t to);

/* The cursor's whole line. */
struct span completer_line(const struct completer *completer);

/* Begins or ends an item's text with a blank line where one is needed. */
void completer_part_above(const struct completer *completer,
                          struct completion *item);
void completer_part_below(const struct completer *completer,
                          struct completion *item);

/* The parts; each adds what belongs where the cursor is. */
void complete_templates(struct completer *completer);
void complete_headings(struct completer *completer);
void complete_labels(struct completer *completer);
void complete_entries(struct completer *completer);
void complete_events(struct completer *completer);
void complete_values(struct completer *completer);
void complete_certificates(struct completer *completer);
void complete_directives(struct completer *completer);

#endif
