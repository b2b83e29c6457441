/* Reads the directives by which an author silences rules. */
#include "silence.h"

#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "directive.h"
#include "memory.h"

/* The directives of one element. */
struct reading {
    struct silences *silences;
    const struct elements *elements;
    const struct text *text;
    struct slice definitions;
    struct span span;  /* of DEFINITIONS, in the text */
    struct span below; /* the last line that was looked for */
};

static const struct {
    const char *does;
    enum silence_kind kind;
} kinds[] = {
    {"disable", SILENCE_BEGINS},
    {"enable", SILENCE_ENDS},
    {"disable-next-line", SILENCE_LINE},
};

static void add(struct silences *silences, const struct silence *silence)
{
    struct silence *added = memory_add(silences);

    *added = *silence;
    added->number = silences->count - 1;
}

static bool has_kind(const struct directive *directive, enum silence_kind *kind)
{
    char folded[LABEL_ROOM];
    const struct rule_phrase *phrase;

    fold(directive->name, folded, sizeof folded);
    phrase = rule_phrase_is(PHRASES_DIRECTIVE, folded);
    for (size_t index = 0; phrase && index < LENGTH_OF(kinds); index++) {
        if (!strcmp(phrase->means, kinds[index].does)) {
            *kind = kinds[index].kind;
            return directive->formed;
        }
    }
    return false;
}

/* Is LINE one of link reference definitions? */
static bool is_defining(const struct reading *reading, struct span line)
{
    size_t past = elements_from(reading->elements, line.end);

    return past &&
           reading->elements->items[past - 1].kind == ELEMENT_DEFINITION;
}

/* Is there nothing on LINE but a directive for the line below? */
static bool is_passed_over(const struct reading *reading, size_t line)
{
    struct span span = text_line_content(reading->text, line);
    struct directive directive;
    enum silence_kind kind;
    size_t at = 0;

    return slice_is_blank(text_line_bytes(reading->text, line)) ||
           (directive_next(text_slice(reading->text, span), &at, &directive) &&
            has_kind(&directive, &kind) && kind == SILENCE_LINE &&
            is_defining(reading, span));
}

/*
 * The line that a directive which ends at END is for: the next one that isn't
 * blank, others of its kind passed over, which are for the same line. Empty at
 * the end of the text.
 */
static struct span line_below(struct reading *reading, size_t end)
{
    const struct text *text = reading->text;
    size_t line = text_line_at(text, end) + 1;
    size_t count = text_line_count(text);

    if (end < reading->below.start)
        return reading->below;
    while (line < count && is_passed_over(reading, line))
        line++;
    reading->below = line < count
                         ? text_line(text, line)
                         : (struct span){text_length(text), text_length(text)};
    return reading->below;
}

/* One for each rule that is named, or one for all. */
static void add_rules(const struct reading *reading, struct slice title,
                      struct silence *silence)
{
    struct directive_entry entry;
    bool named = false;

    while (directive_entry_next(&title, &entry)) {
        if (!entry.key.length)
            continue;
        named = true;
        silence->rule = rule_find(entry.key);
        silence->name = span_move(slice_place(reading->definitions, entry.key),
                                  reading->span.start);
        if (silence->rule >= 0)
            add(reading->silences, silence);
    }
    if (!named) {
        silence->rule = SILENCE_ALL;
        silence->name = silence->directive;
        add(reading->silences, silence);
    }
}

static void read_directive(struct reading *reading,
                           const struct directive *directive)
{
    size_t start = reading->span.start;
    size_t title =
        (size_t)(directive->title.bytes - reading->definitions.bytes);
    struct silence silence = {.directive = span_move(directive->span, start)};

    if (!has_kind(directive, &silence.kind))
        return;
    silence.start = silence.end = silence.directive.end;
    if (silence.kind == SILENCE_LINE) {
        silence.end = line_below(reading, silence.directive.end).end;
        reading->definitions = text_slice(reading->text, reading->span);
    }
    add_rules(reading,
              (struct slice){reading->definitions.bytes + title,
                             directive->title.length},
              &silence);
}

/* BELOW is the line that the last directive for one was for: what stands above
 * it is for the same one. */
static void read_element(struct silences *silences,
                         const struct reports *reports,
                         const struct element *element, struct span *below)
{
    struct reading reading = {.silences = silences,
                              .elements = &reports->elements,
                              .text = reports->text,
                              .span = element->span,
                              .below = *below,
                              .definitions =
                                  text_slice(reports->text, element->span)};
    struct directive directive;
    size_t at = 0;

    while (directive_next(reading.definitions, &at, &directive))
        read_directive(&reading, &directive);
    *below = reading.below;
}

static int compare(const void *left, const void *right)
{
    const struct silence *a = left;
    const struct silence *b = right;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

void silences_read(struct silences *silences, const struct reports *reports)
{
    const struct elements *elements = &reports->elements;
    struct span below = {0, 0};

    *silences = (struct silences){NULL, 0, 0};
    for (size_t at = 0; elements_mark(elements, &at, elements->count); at++) {
        const struct element *element = &elements->items[at];

        if (element->kind == ELEMENT_DEFINITION)
            read_element(silences, reports, element, &below);
    }
    if (silences->count)
        qsort(silences->items, silences->count, sizeof *silences->items,
              compare);
}

void silences_free(struct silences *silences)
{
    memory_free(silences->items);
    *silences = (struct silences){NULL, 0, 0};
}
