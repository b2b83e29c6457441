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

/* Where a value goes, and what it must be. */
struct value_slot {
    const struct rule_field *field;   /* or NULL */
    const struct rule_column *column; /* or NULL */
    enum value_type type;
    int list; /* enum list_id, or -1 */
    bool na_allowed;
    bool parted;        /* a blank must go before the value */
    bool untouched;     /* SPAN holds what a template asks: all may stand there
                           instead, and TYPED is empty */
    struct span span;   /* what is replaced */
    struct slice typed; /* of it, before the cursor */
};

/* What an item shows and inserts; borrowed. */
struct value_offer {
    enum completion_kind kind;
    const char *label;          /* found by its words, and by those of NAMES */
    const char *detail, *means; /* or NULL */
    const char *text;           /* NULL: the label */
    const char *name;           /* another one; or NULL */
    const char *const *aliases; /* more of them, ended by NULL; or NULL */
};

/*
 * Adds an item that replaces SPAN, with LABEL as its label; valid until the
 * next is added. NULL if there are COMPLETIONS_MOST. The other strings are
 * empty.
 */
struct completion *completer_add(struct completer *completer,
                                 enum completion_kind kind, const char *label,
                                 struct span span);

/* The same with an item that replaces the whole line and is a part of a report
 * that MEANS, Markdown, explains. */
struct completion *completer_add_line(struct completer *completer,
                                      const char *label, const char *means);

/* The same with an item for SLOT; NULL too if it does not begin as SLOT was
 * typed. More may be added to its text. */
struct completion *completer_add_value(struct completer *completer,
                                       const struct value_slot *slot,
                                       const struct value_offer *offer);

/* Has editors compare ITEM with what is typed up to END, and NAME. */
void completer_filter(const struct completer *completer, size_t end,
                      const char *name, struct completion *item);

/* True if SPAN holds what a template asks, or just PLACEHOLDER, "" for none. */
bool completer_is_untouched(const struct completer *completer,
                            struct span span, const char *placeholder);

/* Has editors compare ITEM, which was found by one of its words, with TYPED as
 * that goes on. */
void completer_filter_words(struct slice typed, const char *label,
                            struct completion *item);

/* Removes the items from index FIRST on. */
void completions_cut(struct completions *completions, size_t first);

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

#endif
