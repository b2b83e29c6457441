/* Finds the places of a report that lead somewhere else. */
#include "links.h"

#include <string.h>

#include "crtsh.h"
#include "inline.h"
#include "memory.h"
#include "policy.h"
#include "shorthand.h"

#define BUG BUGZILLA "show_bug.cgi?id="
#define DIGITS_MOST 8

/* Links being gathered from one line. */
struct gatherer {
    const struct reports *reports;
    struct links *links;
    struct slice line;
    size_t start; /* of the line in the text */
    struct inlines inlines;
    size_t next; /* the inline that may hide what comes */
};

/* Adds a link at SPAN of the line; TARGET is given up. */
static void add(struct gatherer *gatherer, struct span span, char *target,
                const char *tooltip)
{
    if (gatherer->links->count == LINKS_MOST) {
        memory_free(target);
        return;
    }
    *memory_add(gatherer->links) =
        (struct link){.span = span_move(span, gatherer->start),
                      .target = target,
                      .tooltip = tooltip};
}

/* Takes WORD and blanks after it at *AT. */
static bool take_word(struct slice line, const char *word, size_t *at)
{
    size_t end = *at + strlen(word);

    if (!slice_has_word(line, *at, word) || slice_at(line, end) != ' ')
        return false;
    *at = slice_skip(line, end, " ");
    return true;
}

/* Takes a number at *AT; its digits are NUMBER. */
static bool take_number(struct slice line, size_t *at, struct slice *number)
{
    size_t start = *at + (slice_at(line, *at) == '#');
    size_t end = slice_skip_digits(line, start);

    *number = slice_part(line, start, end);
    if (!number->length || number->length > DIGITS_MOST ||
        byte_is_word(slice_at(line, end)))
        return false;
    *at = end;
    return true;
}

/* "bug 123" or "Bug 123 comment 4" at AT; where it ends, or AT. */
static size_t read_bug(struct gatherer *gatherer, size_t at)
{
    struct slice line = gatherer->line;
    struct buffer target = {0};
    struct slice number, comment;
    size_t end = at;
    size_t after;

    if (!take_word(line, "bug", &end) || !take_number(line, &end, &number))
        return at;
    buffer_add_string(&target, BUG);
    buffer_add_slice(&target, number);
    after = end + 1;
    if (slice_at(line, end) == ' ' && take_word(line, "comment", &after) &&
        take_number(line, &after, &comment)) {
        buffer_add_string(&target, "#c");
        buffer_add_slice(&target, comment);
        end = after;
    }
    add(gatherer, (struct span){at, end}, buffer_take(&target),
        "Open the bug in Bugzilla");
    return end;
}

/* True if AT is in something whose words are no text: code, a link. */
static bool is_hidden(struct gatherer *gatherer, size_t at)
{
    const struct inlines *inlines = &gatherer->inlines;

    while (gatherer->next < inlines->count &&
           inlines->items[gatherer->next].span.end <= at)
        gatherer->next++;
    return gatherer->next < inlines->count &&
           inlines->items[gatherer->next].span.start <= at;
}

static void find_bugs(struct gatherer *gatherer)
{
    struct slice line = gatherer->line;
    size_t at = 0;

    gatherer->next = 0;
    while (at < line.length) {
        size_t end = at;

        if ((line.bytes[at] == 'b' || line.bytes[at] == 'B') &&
            (!at || !byte_is_word(line.bytes[at - 1])) &&
            !is_hidden(gatherer, at))
            end = read_bug(gatherer, at);
        at = end > at ? end : at + 1;
    }
}

static void find_certificates(struct gatherer *gatherer)
{
    struct crtsh found;
    size_t at = 0;

    while (gatherer->links->count < LINKS_MOST &&
           crtsh_find(gatherer->line, at, &found)) {
        add(gatherer, found.span,
            memory_copy(gatherer->line.bytes + found.span.start,
                        span_length(found.span)),
            "Open the certificate at crt.sh");
        at = found.span.end;
    }
}

/* An address without a scheme, or a place in the same text, is no file. */
static bool is_file(struct slice target)
{
    return target.length && target.bytes[0] != '#' &&
           slice_find(target, 0, ":") == target.length &&
           !slice_is(slice_part(target, 0, 2), "//") && !slice_is(target, "/");
}

static void find_files(struct gatherer *gatherer)
{
    for (size_t index = 0; index < gatherer->inlines.count; index++) {
        const struct inline_item *item = &gatherer->inlines.items[index];
        struct span span = item->target;
        struct slice target = slice_part(gatherer->line, span.start, span.end);
        size_t before = gatherer->links->count;

        if (item->kind != INLINE_LINK || !is_file(target))
            continue;
        add(gatherer, span, memory_copy(target.bytes, target.length),
            "Open the file");
        if (gatherer->links->count > before)
            gatherer->links->items[before].file = true;
    }
}

static void read_element(struct gatherer *gatherer,
                         const struct element *element)
{
    gatherer->start = element->span.start;
    gatherer->line = text_slice(gatherer->reports->text, element->span);
    find_certificates(gatherer);
    if (element->kind == ELEMENT_OPAQUE || element->kind == ELEMENT_DEFINITION)
        return;
    inlines_read(&gatherer->inlines, gatherer->line);
    find_bugs(gatherer);
    find_files(gatherer);
    inlines_free(&gatherer->inlines);
}

/* The policies in a section's field for them. */
static void find_policies(struct gatherer *gatherer,
                          const struct report_section *section)
{
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];
        struct policy_name name;
        size_t at = 0;

        if (!field->rule || field->rule->type != TYPE_POLICIES)
            continue;
        gatherer->start = field->value.start;
        gatherer->line = text_slice(gatherer->reports->text, field->value);
        while (gatherer->links->count < LINKS_MOST &&
               policy_find(gatherer->line, at, NULL, &name)) {
            add(gatherer, name.span,
                memory_copy(name.policy.rule->url,
                            strlen(name.policy.rule->url)),
                name.policy.rule->title);
            at = name.span.end;
        }
    }
}

static void read_report(struct gatherer *gatherer, const struct report *report)
{
    size_t end = report->first_element + report->element_count;

    for (size_t index = report->first_element; index < end; index++)
        read_element(gatherer, &gatherer->reports->elements.items[index]);
    for (size_t index = 0; index < report->section_count; index++)
        find_policies(gatherer, &report->sections[index]);
}

void links_read(const struct reports *reports, struct links *links)
{
    struct gatherer gatherer = {.reports = reports, .links = links};

    *links = (struct links){NULL, 0, 0};
    for (size_t index = 0; index < reports->count; index++)
        read_report(&gatherer, &reports->items[index]);
}

void links_free(struct links *links)
{
    for (size_t index = 0; index < links->count; index++)
        memory_free(links->items[index].target);
    memory_free(links->items);
    *links = (struct links){NULL, 0, 0};
}
