/* What the parts of completion share: items added, the cursor's line read. */
#include "completer.h"

#include <string.h>
#include <strings.h>

#include "placeholder.h"

/* The longest text that an item is compared with. */
#define TYPED_MOST 256

struct completion *completer_add(struct completer *completer,
                                 enum completion_kind kind, const char *label,
                                 struct span span)
{
    struct completion *item;

    if (completer->completions->count >= COMPLETIONS_MOST)
        return NULL;
    item = memory_add(completer->completions);
    *item = (struct completion){.kind = kind, .span = span};
    item->snippet.skill = completer->source->skill;
    buffer_add_string(&item->label, label);
    return item;
}

struct completion *completer_add_line(struct completer *completer,
                                      const char *label, const char *means)
{
    struct completion *item = completer_add(completer, COMPLETION_ENTRY, label,
                                            completer_line(completer));

    if (item)
        buffer_add_string(&item->means, means);
    return item;
}

void completer_filter(const struct completer *completer, size_t end,
                      const char *name, struct completion *item)
{
    struct slice typed = completer_typed(completer, 0, end);

    buffer_add_slice(&item->filter, typed);
    if (slice_ends(typed, "-") || slice_ends(typed, "+"))
        buffer_add_char(&item->filter, ' ');
    buffer_add_string(&item->filter, name);
}

static void item_free(struct completion *item)
{
    buffer_free(&item->label);
    buffer_free(&item->detail);
    buffer_free(&item->means);
    buffer_free(&item->filter);
    snippet_free(&item->snippet);
}

void completions_cut(struct completions *completions, size_t first)
{
    while (completions->count > first)
        item_free(&completions->items[--completions->count]);
}

/* Does a word begin at AT? */
static bool is_word_start(const char *words, size_t at)
{
    return at == 0 || !byte_is_word(words[at - 1]);
}

bool completer_matches(struct slice typed, const char *words)
{
    char wanted[TYPED_MOST];
    char folded[TYPED_MOST];
    size_t length = fold(typed, wanted, sizeof wanted);

    fold(slice_of(words), folded, sizeof folded);
    if (typed.length >= sizeof wanted)
        return false;
    for (size_t at = 0; folded[at] || !length; at++) {
        if (is_word_start(folded, at) && !strncmp(folded + at, wanted, length))
            return true;
    }
    return false;
}

struct slice completer_typed(const struct completer *completer, size_t from,
                             size_t to)
{
    return slice_part(completer->context->bytes, from, to);
}

struct span completer_line(const struct completer *completer)
{
    return completer->context->line;
}

void completer_part_above(const struct completer *completer,
                          struct completion *item)
{
    if (!context_blank(completer->context, -1))
        snippet_add_string(&item->snippet, "\n");
}

void completer_part_below(const struct completer *completer,
                          struct completion *item)
{
    if (!context_blank(completer->context, 1))
        snippet_add_string(&item->snippet, "\n");
}

bool completer_is_untouched(const struct completer *completer,
                            struct span span, const char *placeholder)
{
    const struct check check = {.reports = completer->context->reports};
    struct slice text = text_slice(check.reports->text, span);

    return (*placeholder && slice_is(text, placeholder) &&
            !completer->source->typing) ||
           placeholder_is(&check, span);
}

/* Is OFFER called what begins as TYPED? */
static bool is_meant(const struct value_offer *offer, struct slice typed)
{
    if (completer_matches(typed, offer->label) ||
        (offer->name && completer_matches(typed, offer->name)))
        return true;
    for (size_t index = 0; offer->aliases && offer->aliases[index]; index++) {
        if (completer_matches(typed, offer->aliases[index]))
            return true;
    }
    return false;
}

void completer_filter_words(struct slice typed, const char *label,
                            struct completion *item)
{
    if (typed.length && strncasecmp(typed.bytes, label, typed.length)) {
        buffer_add_slice(&item->filter, typed);
        buffer_add_char(&item->filter, ' ');
    }
    buffer_add_string(&item->filter, label);
}

/*
 * Editors compare the filter with what stands before the cursor in the
 * span, and go on to do so: with what was there to be replaced, with the blank
 * that may be typed first.
 */
static void add_filter(const struct completer *completer,
                       const struct value_slot *slot, const char *label,
                       struct completion *item)
{
    if (slot->untouched) {
        buffer_add_slice(&item->filter,
                         text_slice(completer->context->reports->text,
                                    slot->span));
        return;
    }
    if (slot->parted && !slot->typed.length)
        buffer_add_char(&item->filter, ' ');
    completer_filter_words(slot->typed, label, item);
}

struct completion *completer_add_value(struct completer *completer,
                                       const struct value_slot *slot,
                                       const struct value_offer *offer)
{
    struct completion *item;

    if (!is_meant(offer, slot->typed))
        return NULL;
    item = completer_add(completer, offer->kind, offer->label, slot->span);
    if (!item)
        return NULL;
    if (offer->detail)
        buffer_add_string(&item->detail, offer->detail);
    if (offer->means)
        buffer_add_string(&item->means, offer->means);
    add_filter(completer, slot, offer->label, item);
    if (slot->parted)
        snippet_add_string(&item->snippet, " ");
    snippet_add_string(&item->snippet,
                       offer->text ? offer->text : offer->label);
    return item;
}
