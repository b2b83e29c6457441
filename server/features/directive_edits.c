/* Rewrites directives. */
#include "directive_edits.h"

#include <string.h>

#include "directive.h"
#include "memory.h"

#define WHITE " \t\r\n"

/* What is written into the directives among the elements FIRST..END-1. */
struct writing {
    struct directive_edits *edits;
    const struct reports *reports;
    const struct directive_fact *facts;
    size_t count;
    size_t first, end;
    unsigned said;    /* bit n: a directive says facts[n] */
    unsigned written; /* likewise, by what has been rewritten */
    bool begun;       /* a directive says what no other said */
};

/* What becomes of a directive. */
struct rewritten {
    struct buffer title;
    size_t entries;
    bool changed;
};

static void add_entry(struct rewritten *rewritten, struct slice words)
{
    if (rewritten->entries++)
        buffer_add_string(&rewritten->title, ", ");
    buffer_add_slice(&rewritten->title, words);
}

static void add_fact(struct rewritten *rewritten,
                     const struct directive_fact *fact)
{
    add_entry(rewritten, slice_of(fact->key->key));
    if (*fact->value)
        buffer_addf(&rewritten->title, "=%s", fact->value);
    rewritten->changed = true;
}

/* The index of the fact of WRITING that KEY is for; the count of facts if there
 * is none. */
static size_t fact_find(const struct writing *writing, struct slice key)
{
    size_t i = 0;

    while (i < writing->count &&
           !slice_is_word(key, writing->facts[i].key->key))
        i++;
    return i;
}

/* WHOLE is an entry with the comma after it; KEY is its key. */
static void rewrite_entry(struct writing *writing, struct rewritten *rewritten,
                          struct slice key, struct slice whole)
{
    size_t found = fact_find(writing, key);

    if (found == writing->count) {
        if (whole.length && whole.bytes[whole.length - 1] == ',')
            whole.length--;
        add_entry(rewritten, slice_trim(whole, WHITE));
        return;
    }
    rewritten->changed = true;
    if (writing->facts[found].value && !(writing->written & 1u << found))
        add_fact(rewritten, &writing->facts[found]);
    writing->written |= 1u << found;
}

static void add_unsaid(struct writing *writing, struct rewritten *rewritten)
{
    for (size_t i = 0; i < writing->count; i++) {
        if (writing->facts[i].value && !(writing->said & 1u << i))
            add_fact(rewritten, &writing->facts[i]);
    }
    writing->begun = true;
}

static void rewrite(struct writing *writing, struct rewritten *rewritten,
                    struct slice title)
{
    struct slice rest = title;
    struct directive_entry entry;

    *rewritten = (struct rewritten){.entries = 0};
    while (directive_entry_next(&rest, &entry)) {
        struct slice whole = {title.bytes, (size_t)(rest.bytes - title.bytes)};

        rewrite_entry(writing, rewritten, entry.key, whole);
        title = rest;
    }
    if (!writing->begun)
        add_unsaid(writing, rewritten);
}

static bool is_blank(const struct text *text, struct span span)
{
    return !slice_trim(text_slice(text, span), WHITE).length;
}

/* The directive at SPAN of TEXT, with its lines where nothing else is on them,
 * and with one of the blank lines around it. */
static struct span lines_of(const struct text *text, struct span span)
{
    size_t first = text_line_at(text, span.start);
    size_t last = text_line_at(text, span.end);
    struct span lines = {text_line(text, first).start,
                         text_line(text, last).end};

    if (!is_blank(text, (struct span){lines.start, span.start}) ||
        !is_blank(text, (struct span){span.end, lines.end}))
        return span;
    if (last + 1 < text_line_count(text) &&
        is_blank(text, text_line(text, last + 1)) &&
        (!first || is_blank(text, text_line(text, first - 1))))
        lines.end = text_line(text, last + 1).end;
    return lines;
}

static void add(struct writing *writing, struct span span, char *text)
{
    *memory_add(writing->edits) = (struct edit){span, text};
}

/* DIRECTIVE is one of the definitions in BYTES, which stand at START. */
static void write_directive(struct writing *writing, struct slice bytes,
                            size_t start, const struct directive *directive)
{
    struct span place = span_move(directive->span, start);
    struct rewritten rewritten;

    rewrite(writing, &rewritten, directive->title);
    buffer_add(&rewritten.title, "", 0);
    if (rewritten.changed && rewritten.entries) {
        place.start = start + (size_t)(directive->title.bytes - bytes.bytes);
        place.end = place.start + directive->title.length;
        add(writing, place, buffer_take(&rewritten.title));
    } else if (rewritten.changed) {
        add(writing, lines_of(writing->reports->text, place),
            buffer_take(&rewritten.title));
    }
    buffer_free(&rewritten.title);
}

static void note(struct writing *writing, struct slice title)
{
    struct directive_entry entry;

    while (directive_entry_next(&title, &entry)) {
        size_t found = fact_find(writing, entry.key);

        if (found < writing->count)
            writing->said |= 1u << found;
    }
}

/* Notes what the definitions of element AT say, or rewrites them. */
static void read_definitions(struct writing *writing, size_t at, bool writes)
{
    struct span span = writing->reports->elements.items[at].span;
    struct slice bytes = text_slice(writing->reports->text, span);
    struct directive directive;
    size_t from = 0;

    while (directive_next(bytes, &from, &directive)) {
        if (!directive_is(&directive, DIRECTIVE_NAME))
            continue;
        if (writes && directive.title.length)
            write_directive(writing, bytes, span.start, &directive);
        else
            note(writing, directive.title);
    }
}

static void read_elements(struct writing *writing, bool writes)
{
    for (size_t at = writing->first; at < writing->end; at++) {
        if (writing->reports->elements.items[at].kind == ELEMENT_DEFINITION)
            read_definitions(writing, at, writes);
    }
}

/* Adds a directive ABOVE the heading of REPORT, or below it. */
static void add_directive(struct writing *writing, const struct report *report,
                          bool above)
{
    const struct text *text = writing->reports->text;
    struct span line =
        text_line(text, text_line_at(text, report->heading.start));
    size_t at = above ? line.start : line.end;
    struct rewritten rewritten = {.entries = 0};
    struct buffer words = {NULL, 0, 0};

    add_unsaid(writing, &rewritten);
    if (rewritten.entries) {
        if (!above)
            buffer_add_string(&words, "\n");
        buffer_addf(&words, "[%s]: # (%s)\n%s", DIRECTIVE_NAME,
                    rewritten.title.bytes, above ? "\n" : "");
        add(writing, (struct span){at, at}, buffer_take(&words));
    }
    buffer_free(&rewritten.title);
}

static void write_facts(struct writing *writing, const struct report *report,
                        bool above)
{
    read_elements(writing, false);
    writing->begun = !report;
    read_elements(writing, true);
    if (report && !writing->begun)
        add_directive(writing, report, above);
}

static bool is_of_one_report(const struct directive_fact *facts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (facts[i].key == &rule_keys[KEY_POSTED])
            return true;
    }
    return false;
}

void directive_edits_read(struct directive_edits *edits,
                          const struct reports *reports, size_t offset,
                          const struct directive_fact *facts, size_t count)
{
    struct writing writing = {edits, reports, facts, count,
                              .end = reports->elements.count};
    const struct report *report = reports->items;
    bool above = reports->count == 1 || !is_of_one_report(facts, count);

    *edits = (struct directive_edits){NULL, 0, 0};
    if (!reports->count)
        return;
    if (!above) {
        report = report_at(reports, offset);
        writing.first = report->first_element;
        writing.end = report->first_element + report->element_count;
    }
    write_facts(&writing, report, above);
}

void directive_edits_without(struct directive_edits *edits,
                             const struct reports *reports, enum key_id key)
{
    struct directive_fact fact = {&rule_keys[key], NULL};
    struct writing writing = {edits, reports, &fact, 1,
                              .end = reports->elements.count};

    *edits = (struct directive_edits){NULL, 0, 0};
    write_facts(&writing, NULL, true);
}

void directive_edits_free(struct directive_edits *edits)
{
    for (size_t i = 0; i < edits->count; i++)
        memory_free(edits->items[i].text);
    memory_free(edits->items);
    *edits = (struct directive_edits){NULL, 0, 0};
}
