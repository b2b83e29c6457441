/* Finds what makes a report a draft, to take it out. */
#include "draft.h"

#include <string.h>
#include <strings.h>

#include "directive.h"
#include "memory.h"

/* A directive without the entries that make a draft. */
struct remainder {
    struct buffer title;
    size_t drafts, others;      /* how many entries there are */
};

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static bool is_blank(struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (!is_white(text.bytes[at]))
            return false;
    }
    return true;
}

static struct slice trimmed(struct slice text)
{
    while (text.length && is_white(*text.bytes)) {
        text.bytes++;
        text.length--;
    }
    while (text.length && is_white(text.bytes[text.length - 1]))
        text.length--;
    return text;
}

static bool makes_draft(const struct directive_entry *entry)
{
    const char *key = rule_keys[KEY_DRAFT].key;

    return entry->key.length == strlen(key) &&
           !strncasecmp(entry->key.bytes, key, entry->key.length);
}

/* Fills REMAINDER from TITLE; its buffer is the caller's. */
static void read_remainder(struct slice title, struct remainder *remainder)
{
    struct slice rest = title;
    struct directive_entry entry;

    *remainder = (struct remainder){.drafts = 0};
    while (directive_entry_next(&rest, &entry)) {
        struct slice whole = {title.bytes,
                              (size_t)(rest.bytes - title.bytes)};

        title = rest;
        if (makes_draft(&entry)) {
            remainder->drafts++;
            continue;
        }
        if (whole.length && rest.length &&
            whole.bytes[whole.length - 1] == ',')
            whole.length--;
        whole = trimmed(whole);
        if (remainder->others++)
            buffer_add_string(&remainder->title, ", ");
        buffer_add_slice(&remainder->title, whole);
    }
}

/* DIRECTIVE, at SPAN of TEXT, with its lines where nothing else is on them, and
 * with one of the blank lines around these. */
static struct span lines_of(const struct text *text, struct span span)
{
    size_t first = text_line_at(text, span.start);
    size_t last = text_line_at(text, span.end);
    struct span lines = {text_line(text, first).start,
                         text_line(text, last).end};

    if (!is_blank(text_slice(text, (struct span){lines.start, span.start})) ||
        !is_blank(text_slice(text, (struct span){span.end, lines.end})))
        return span;
    if (last + 1 < text_line_count(text) &&
        is_blank(text_slice(text, text_line(text, last + 1))) &&
        (!first || is_blank(text_slice(text, text_line(text, first - 1)))))
        lines.end = text_line(text, last + 1).end;
    return lines;
}

static void add(struct draft *draft, struct span span, char *text)
{
    draft->edits = memory_grow(draft->edits, &draft->room, draft->count + 1,
                               sizeof *draft->edits);
    draft->edits[draft->count++] = (struct edit){span, text};
}

/* The definitions of element AT. */
static void read_definitions(struct draft *draft, const struct reports *reports,
                             size_t at)
{
    struct span span = reports->elements.items[at].span;
    struct slice bytes = text_slice(reports->text, span);
    struct directive directive;
    size_t from = 0;

    while (directive_next(bytes, &from, &directive)) {
        struct remainder left;
        struct span place = span_move(directive.span, span.start);

        if (!directive_is(&directive, DIRECTIVE_NAME))
            continue;
        read_remainder(directive.title, &left);
        if (left.drafts && left.others) {
            place.start =
                span.start + (size_t)(directive.title.bytes - bytes.bytes);
            place.end = place.start + directive.title.length;
            add(draft, place, buffer_take(&left.title));
        } else if (left.drafts) {
            buffer_add(&left.title, "", 0);
            add(draft, lines_of(reports->text, place),
                buffer_take(&left.title));
        }
        buffer_free(&left.title);
    }
}

void draft_read(struct draft *draft, const struct reports *reports)
{
    *draft = (struct draft){NULL, 0, 0};
    for (size_t at = 0; at < reports->elements.count; at++) {
        if (reports->elements.items[at].kind == ELEMENT_DEFINITION)
            read_definitions(draft, reports, at);
    }
}

void draft_free(struct draft *draft)
{
    for (size_t index = 0; index < draft->count; index++)
        memory_free(draft->edits[index].text);
    memory_free(draft->edits);
    *draft = (struct draft){NULL, 0, 0};
}
