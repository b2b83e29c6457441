/* Reads the directives by which an author silences rules. */
#include "silence.h"

#include <stdlib.h>
#include <string.h>

#include "directive.h"
#include "memory.h"

/* The directives of one element. */
struct reading {
    struct silences *silences;
    struct slice definitions;
    struct span span;           /* of DEFINITIONS, in the text */
    struct span below;          /* the next line that isn't blank */
};

static const struct {
    const char *does;
    enum silence_kind kind;
} kinds[] = {
    {"disable", SILENCE_BEGINS},
    {"enable", SILENCE_ENDS},
    {"disable-next-line", SILENCE_LINE},
};

static bool is_blank(struct text *text, size_t line)
{
    struct slice content = text_slice(text, text_line_content(text, line));

    for (size_t at = 0; at < content.length; at++) {
        if (content.bytes[at] != ' ' && content.bytes[at] != '\t')
            return false;
    }
    return true;
}

/* The first line below SPAN that isn't blank; empty at the end of the text. */
static struct span line_below(struct text *text, struct span span)
{
    size_t line = text_line_at(text, span.end) + 1;
    size_t count = text_line_count(text);

    while (line < count && is_blank(text, line))
        line++;
    if (line >= count)
        return (struct span){text_length(text), text_length(text)};
    return text_line(text, line);
}

static void add(struct silences *silences, const struct silence *silence)
{
    silences->items = memory_grow(silences->items, &silences->room,
                                  silences->count + 1, sizeof *silence);
    silences->items[silences->count] = *silence;
    silences->items[silences->count].number = silences->count;
    silences->count++;
}

static bool has_kind(const struct directive *directive,
                     enum silence_kind *kind)
{
    char folded[LABEL_ROOM];
    const struct rule_phrase *phrase;

    fold(directive->name, folded, sizeof folded);
    phrase = rule_phrase_is(PHRASES_DIRECTIVE, folded);
    for (size_t index = 0; phrase && index < sizeof kinds / sizeof *kinds;
         index++) {
        if (!strcmp(phrase->means, kinds[index].does)) {
            *kind = kinds[index].kind;
            return directive->formed;
        }
    }
    return false;
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
        silence->name.start = reading->span.start +
                              (size_t)(entry.key.bytes -
                                       reading->definitions.bytes);
        silence->name.end = silence->name.start + entry.key.length;
        if (silence->rule >= 0)
            add(reading->silences, silence);
    }
    if (!named) {
        silence->rule = SILENCE_ALL;
        silence->name = silence->directive;
        add(reading->silences, silence);
    }
}

static void read_directive(const struct reading *reading,
                           const struct directive *directive)
{
    size_t start = reading->span.start;
    struct silence silence = {
        .directive = {start + directive->span.start,
                      start + directive->span.end}};

    if (!has_kind(directive, &silence.kind))
        return;
    silence.start = silence.end = silence.directive.end;
    if (silence.kind == SILENCE_LINE) {
        silence.start = reading->below.start;
        silence.end = reading->below.end;
    }
    add_rules(reading, directive->title, &silence);
}

static void read_element(struct silences *silences, struct reports *reports,
                         const struct element *element)
{
    struct reading reading = {
        .silences = silences, .span = element->span,
        .below = line_below(reports->text, element->span)};
    struct directive directive;
    size_t at = 0;

    reading.definitions = text_slice(reports->text, element->span);
    while (directive_next(reading.definitions, &at, &directive))
        read_directive(&reading, &directive);
}

static int compare(const void *left, const void *right)
{
    const struct silence *a = left;
    const struct silence *b = right;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

void silences_read(struct silences *silences, struct reports *reports)
{
    *silences = (struct silences){NULL, 0, 0};
    for (size_t index = 0; index < reports->elements.count; index++) {
        const struct element *element = &reports->elements.items[index];

        if (element->kind == ELEMENT_DEFINITION)
            read_element(silences, reports, element);
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
