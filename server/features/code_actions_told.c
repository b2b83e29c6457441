/* Offers to say, in a directive, what somebody has just done. */
#include "code_actions.h"

#include <string.h>

#include "directive.h"
#include "memory.h"
#include "report_moment.h"

/* What an action does to a directive: one key is set, and another goes. */
struct change {
    enum fix_id title;
    enum key_id sets, drops;
};

static const struct change posted = {FIX_POSTED_NOW, KEY_POSTED, KEY_DRAFT};
static const struct change answered = {FIX_ANSWERED, KEY_UPDATED, KEY_QUESTION};

static bool is_key(const struct directive_entry *entry, enum key_id key)
{
    return slice_is_word(entry->key, rule_keys[key].key);
}

/* The entries of TITLE as CHANGE leaves them, at the moment NOW. */
static void change_entries(struct slice title, const struct change *change,
                           struct slice now, struct buffer *changed)
{
    struct slice rest = title;
    struct directive_entry entry;

    while (directive_entry_next(&rest, &entry)) {
        struct slice whole = {title.bytes,
                              (size_t)(rest.bytes - title.bytes)};

        title = rest;
        if (is_key(&entry, change->sets) || is_key(&entry, change->drops))
            continue;
        whole = slice_trim(whole, " \t\r\n,");
        if (whole.length) {
            buffer_add_slice(changed, whole);
            buffer_add_string(changed, ", ");
        }
    }
    buffer_addf(changed, "%s=", rule_keys[change->sets].key);
    buffer_add_slice(changed, now);
}

static bool has_key(struct slice title, enum key_id key)
{
    struct directive_entry entry;

    while (directive_entry_next(&title, &entry)) {
        if (is_key(&entry, key))
            return true;
    }
    return false;
}

/* The words of the first directive in the elements FIRST..END-1 that gives KEY,
 * or else of the first there is; empty if there is none. */
static struct span find_title(const struct reports *reports, size_t first,
                              size_t end, enum key_id key)
{
    const struct elements *elements = &reports->elements;
    struct span found = {0, 0};

    for (size_t at = first; elements_mark(elements, &at, end); at++) {
        struct slice bytes = text_slice(reports->text,
                                        elements->items[at].span);
        struct directive directive;
        size_t from = 0;

        if (elements->items[at].kind != ELEMENT_DEFINITION)
            continue;
        while (directive_next(bytes, &from, &directive)) {
            size_t start = elements->items[at].span.start +
                           (size_t)(directive.title.bytes - bytes.bytes);
            bool has = has_key(directive.title, key);

            if (!directive_is(&directive, DIRECTIVE_NAME) ||
                !directive.title.length || (found.end && !has))
                continue;
            found = (struct span){start, start + directive.title.length};
            if (has)
                return found;
        }
    }
    return found;
}

/* Adds what makes CHANGE in the directive whose words are TITLE; if there is
 * none, in a new one below the heading of REPORT. */
static void add_change(struct code_actions *actions,
                       const struct code_action_source *source,
                       const struct report *report, struct span title,
                       const struct change *change,
                       const struct report_moment *now)
{
    struct buffer moment = {NULL, 0, 0};
    struct buffer text = {NULL, 0, 0};
    struct edit edit = {.span = title};
    struct fix fix = {.which = change->title,
                      .title = (char *)rule_fixes[change->title].title,
                      .edits = &edit,
                      .edit_count = 1};

    report_moment_add_iso(&moment, now);
    if (title.end) {
        change_entries(text_slice(source->text, title), change,
                       buffer_slice(&moment), &text);
    } else {
        size_t line = text_line_at(source->text, report->heading.start);
        size_t end = text_line_content(source->text, line).end;

        edit.span = (struct span){end, end};
        buffer_addf(&text, "\n\n[%s]: # (%s=%s)", DIRECTIVE_NAME,
                    rule_keys[change->sets].key, moment.bytes);
    }
    edit.text = text.bytes;
    code_actions_add_fix(actions, source, NULL, &fix);
    buffer_free(&text);
    buffer_free(&moment);
}

/* Is SPAN on the heading of REPORT, or in a directive of its own? */
static bool is_at(const struct reports *reports, const struct report *report,
                  struct span span)
{
    const struct elements *elements = &reports->elements;
    size_t end = report->first_element + report->element_count;

    if (span.start >= report->heading.start &&
        span.start <= report->heading.end)
        return true;
    for (size_t at = report->first_element; elements_mark(elements, &at, end);
         at++) {
        const struct element *element = &elements->items[at];

        if (element->kind == ELEMENT_DEFINITION &&
            span.start >= element->span.start &&
            span.start <= element->span.end)
            return true;
    }
    return false;
}

/* Is SPAN in the directives above the first report? */
static bool is_above(const struct reports *reports, struct span span)
{
    return reports->count && span.start < reports->items[0].heading.start &&
           directive_begins(text_line_bytes(
               reports->text, text_line_at(reports->text, span.start)));
}

void code_actions_tell(struct code_actions *actions,
                       const struct code_action_source *source,
                       const struct reports *reports, struct span span,
                       const struct report_moment *now)
{
    bool above = is_above(reports, span);

    for (size_t i = 0; i < reports->count; i++) {
        const struct report *report = &reports->items[i];
        size_t end = report->first_element + report->element_count;
        bool here = is_at(reports, report, span);

        if (report->rule->superseded || report->form == HEADING_ABSENT)
            continue;
        if (here && !report->facts.posted.given)
            add_change(actions, source, report,
                       find_title(reports, report->first_element, end,
                                  KEY_DRAFT),
                       &posted, now);
        if ((here || (above && !i)) && report->facts.question.given)
            add_change(actions, source, report,
                       find_title(reports, 0, reports->elements.count,
                                  KEY_QUESTION),
                       &answered, now);
    }
}
