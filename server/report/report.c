/* Finds the reports in a text, and builds their model. */
#include "report.h"

#include <string.h>

#include "memory.h"
#include "name.h"
#include "section.h"
#include "sentence.h"
#include "table.h"

/* How many bytes of a text that is too long are looked at. */
#define FRONT ((size_t)1 << 14)

/* An update has a field within this many elements of its heading. */
#define UPDATE_LINES_MOST 64

static struct slice words_of(const struct reports *reports, size_t element)
{
    return text_slice(reports->text, reports->elements.items[element].span);
}

/* The report that is named at ELEMENT, or NULL: by a heading, a paragraph of
 * one line, or the first line of one if it is nothing but the name. */
static const struct rule_report *named_at(const struct reports *reports,
                                           size_t element)
{
    const struct element *line = &reports->elements.items[element];
    struct slice words;
    const struct rule_report *rule;
    char folded[LABEL_ROOM];

    if (!(line->mentions & RULE_MENTION_NAMES))
        return NULL;
    if (line->kind == ELEMENT_HEADING)
        return name_report(words_of(reports, element), true);
    if (!line->divides || !line->first || line->depth)
        return NULL;
    words = words_of(reports, element);
    if (words.length >= LABEL_ROOM)
        return NULL;
    rule = name_report(words, false);
    if (rule && !line->last) {
        size_t length;

        name_fold(words, folded);
        rule_report_find(folded, &length);
        return folded[length] ? NULL : rule;
    }
    return rule;
}

/* The field of SECTION that LINE begins, or NULL. */
static const struct rule_field *field_in(struct slice line,
                                         const struct rule_section *section)
{
    struct label label;

    for (size_t n = 0; label_read(line, n, &label); n++) {
        const struct rule_field *field =
            rule_field_find(section, label.folded);

        if (field)
            return field;
    }
    return NULL;
}

static bool has_field(struct slice line, const struct rule_section *section)
{
    return field_in(line, section) != NULL;
}

/* Does a field of RULE's own stand below ELEMENT, before the next heading? */
static bool has_own_field(const struct reports *reports, size_t element,
                          const struct rule_report *rule)
{
    const struct elements *elements = &reports->elements;

    for (size_t at = element + 1;
         at < elements->count && at <= element + UPDATE_LINES_MOST &&
         elements->items[at].kind != ELEMENT_HEADING;
         at++) {
        if (elements->items[at].kind == ELEMENT_LINE &&
            has_field(words_of(reports, at), rule->sections[0]))
            return true;
    }
    return false;
}

/* The report that begins at ELEMENT, or NULL. People call their updates what
 * our templates for them are called, so that takes one of their fields. */
static const struct rule_report *rule_at(const struct reports *reports,
                                           size_t element)
{
    const struct rule_report *rule = named_at(reports, element);

    if (rule && rule_report_repeats(rule) &&
        !has_own_field(reports, element, rule))
        return NULL;
    return rule;
}

static struct report *add_report(struct reports *reports,
                                 const struct rule_report *rule,
                                 size_t element)
{
    const struct element *heading = &reports->elements.items[element];
    struct report *report;

    report = memory_add(reports);
    *report = (struct report){.rule = rule, .form = HEADING_PLAIN,
                              .heading = heading->span,
                              .first_element = element + 1};
    if (heading->kind == ELEMENT_HEADING) {
        report->form = HEADING_MARKED;
        report->level = heading->level;
    }
    return report;
}

/* A plain line that says "Preliminary Report" right above the real heading is
 * a caption, not a report; between them may be what is not rendered. */
static void drop_caption(struct reports *reports, size_t element)
{
    const struct element *items = reports->elements.items;
    const struct report *last;

    if (!reports->count)
        return;
    last = &reports->items[reports->count - 1];
    while (element > last->first_element &&
           items[element - 1].kind == ELEMENT_DEFINITION)
        element--;
    if (last->form == HEADING_PLAIN && last->first_element == element)
        reports->count--;
}

/* The questions of the oldest reports; three of them are no accident. */
#define QUESTIONS_LEAST 3
/* The fields of a closure. With three of them, its closing sentence is one. */
#define CLOSURE_FIELDS_LEAST 3

/* What the elements before FIRST..END hold of a template without heading. */
struct skeleton {
    size_t first;               /* the first section's heading */
    size_t sections;            /* different ones of the full template */
    size_t fields;              /* template fields below a Summary */
    bool summary;
    bool related;               /* has Related Incidents */
    bool old;                   /* has marks of guidelines 2.0 */
    size_t questions;           /* different ones of guidelines 1.0 */
    size_t first_question;      /* the element of the first */
    const struct rule_phrase *asked;    /* the last of them */
    size_t closure_fields;      /* different ones, outside of all sections */
    size_t first_closure_field;
    bool closes;                /* has the closing sentence */
};

static void look_at_heading(struct skeleton *found, struct slice words,
                            size_t element, bool seen[SECTION_COUNT])
{
    const struct rule_section *section;
    char folded[LABEL_ROOM];

    name_fold(words, folded);
    section = rule_section_find(&rule_reports[REPORT_FULL], folded);
    if (rule_phrase_is(PHRASES_2_0_MARKS, folded))
        found->old = true;
    if (!section || seen[section->id])
        return;
    seen[section->id] = true;
    if (!found->sections++)
        found->first = element;
    found->summary |= section->id == SECTION_SUMMARY;
    found->related |= section->id == SECTION_RELATED_INCIDENTS;
}

/* The question that WORDS begin with, past a number or a bullet. */
static void look_at_question(struct skeleton *found, struct slice words,
                             size_t element)
{
    char folded[LABEL_ROOM];
    const struct rule_phrase *phrase;

    name_fold(slice_cut(words, LABEL_ROOM - 1), folded);
    phrase = rule_phrase_begins(PHRASES_2_0_MARKS, folded);
    if (!phrase || strcmp(phrase->means, "1.0") || phrase == found->asked)
        return;
    if (!found->questions++)
        found->first_question = element;
    found->asked = phrase;
}

/* A field of a closure, or its sentence, where no section is. */
static void look_at_closure(struct skeleton *found, struct slice words,
                            size_t element, bool seen[FIELD_COUNT])
{
    const struct rule_report *rule = &rule_reports[REPORT_CLOSURE];
    const struct rule_field *field = field_in(words, rule->sections[0]);

    if (field && !seen[field->id]) {
        seen[field->id] = true;
        if (!found->closure_fields++)
            found->first_closure_field = element;
    } else if (found->closure_fields >= CLOSURE_FIELDS_LEAST) {
        found->closes |= sentence_in(words, rule->closing);
    }
}

static struct skeleton look_for_skeleton(const struct reports *reports,
                                         size_t end)
{
    struct skeleton found = {0};
    bool seen[SECTION_COUNT] = {false};
    bool seen_fields[FIELD_COUNT] = {false};

    for (size_t at = 0; at < end; at++) {
        const struct element *element = &reports->elements.items[at];
        struct slice words = text_slice(reports->text, element->span);

        if (element->kind <= ELEMENT_LINE &&
            element_mentions(element, PHRASES_2_0_MARKS))
            look_at_question(&found, words, at);
        if (element->kind == ELEMENT_LINE && !found.sections)
            look_at_closure(&found, words, at, seen_fields);
        if (element->kind == ELEMENT_HEADING &&
            (element->mentions & RULE_MENTION_NAMES ||
             element_mentions(element, PHRASES_2_0_MARKS)))
            look_at_heading(&found, words, at, seen);
        else if (element->kind == ELEMENT_LINE && found.summary)
            found.fields +=
                has_field(words, &rule_sections[SECTION_SUMMARY]);
        else if (element->kind == ELEMENT_ROW && element->first)
            found.old |= table_is_of_2_0(words);
    }
    return found;
}

/* Adds report ID, which begins at the element FIRST and has no heading. */
static void add_without_heading(struct reports *reports, enum report_id id,
                                size_t first)
{
    struct report *report = add_report(reports, &rule_reports[id], first);

    report->form = HEADING_ABSENT;
    report->level = 0;
    report->first_element = first;
}

/* A template without its heading, in the elements before END. */
static void add_headless(struct reports *reports, size_t end)
{
    struct skeleton found = look_for_skeleton(reports, end);
    bool whole = found.sections >= 3;

    if (whole || (found.summary && found.fields >= 2))
        add_without_heading(reports,
                            found.old && !found.related ? REPORT_INCIDENT_2
                            : whole                     ? REPORT_FULL
                                                        : REPORT_PRELIMINARY,
                            found.first);
    else if (found.questions >= QUESTIONS_LEAST)
        add_without_heading(reports, REPORT_INCIDENT_2, found.first_question);
    else if (found.closure_fields + found.closes > CLOSURE_FIELDS_LEAST)
        add_without_heading(reports, REPORT_CLOSURE,
                            found.first_closure_field);
}

/* The old templates' names are common English: it takes one of their sections
 * to mean a report. */
static bool has_old_section(const struct reports *reports, size_t first)
{
    const struct elements *elements = &reports->elements;

    for (size_t at = first; elements_mark(elements, &at, elements->count);
         at++) {
        char folded[LABEL_ROOM];

        if (elements->items[at].kind != ELEMENT_HEADING)
            continue;
        name_fold(words_of(reports, at), folded);
        if (section_named(&rule_reports[REPORT_FULL],
                          words_of(reports, at)) ||
            rule_phrase_in(PHRASES_2_0_MARKS, folded))
            return true;
        if (rule_at(reports, at))
            break;
    }
    return false;
}

/* The first element that begins a report; after the last if none does. */
static size_t first_report(const struct reports *reports)
{
    const struct elements *elements = &reports->elements;

    for (size_t at = 0; elements_mark(elements, &at, elements->count); at++) {
        if (rule_at(reports, at))
            return at;
    }
    return elements->count;
}

static void find_reports(struct reports *reports)
{
    const struct elements *elements = &reports->elements;
    size_t first = first_report(reports);

    add_headless(reports, first);
    for (size_t at = first; elements_mark(elements, &at, elements->count);
         at++) {
        const struct rule_report *rule = rule_at(reports, at);

        if (!rule || (rule->superseded && !has_old_section(reports, at + 1)))
            continue;
        drop_caption(reports, at);
        add_report(reports, rule, at);
    }
}

static size_t heading_element(const struct report *report)
{
    return report->first_element - (report->form != HEADING_ABSENT);
}

/* Each report ends where the next begins. Finds the latest along the way. */
static void bound_reports(struct reports *reports)
{
    size_t end = reports->elements.count;

    for (size_t index = reports->count; index-- > 0;) {
        struct report *report = &reports->items[index];

        report->element_count = end - report->first_element;
        end = heading_element(report);
        if (!reports->latest && (report->rule->id == REPORT_FULL ||
                                 report->rule->id == REPORT_PRELIMINARY))
            reports->latest = index;
    }
}

static void find_firsts(struct report *report)
{
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->rule && !report->first_sections[section->rule->id])
            report->first_sections[section->rule->id] = section;
        for (size_t at = 0; at < section->field_count; at++) {
            const struct report_field *field = &section->fields[at];

            if (field->rule && !report->firsts[field->rule->id])
                report->firsts[field->rule->id] = field;
        }
    }
}

static void read_report(struct reports *reports, struct report *report)
{
    size_t end = report->first_element + report->element_count;

    report_facts_read(&report->facts, reports, 0,
                      heading_element(&reports->items[0]));
    report_facts_read(&report->facts, reports, report->first_element, end);
    if (!report->rule->superseded)
        sections_read(reports, report);
    find_firsts(report);
}

void reports_read(struct reports *reports, const struct text *text,
                  const struct blocks *blocks)
{
    reports_read_by(reports, text, blocks, rule_guideline_current());
}

void reports_read_by(struct reports *reports, const struct text *text,
                     const struct blocks *blocks,
                     const struct rule_guideline *guideline)
{
    bool too_long = text_length(text) > REPORTS_TEXT_MOST;

    *reports = (struct reports){
        .text = text, .bytes = text_bytes(text), .guideline = guideline,
        .too_long = too_long};
    elements_read(&reports->elements, text, blocks,
                  too_long ? FRONT : text_length(text));
    find_reports(reports);
    if (too_long) {
        reports->count = reports->count > 0;
        return;
    }
    bound_reports(reports);
    for (size_t index = 0; index < reports->count; index++)
        read_report(reports, &reports->items[index]);
}

void reports_free(struct reports *reports)
{
    for (size_t index = 0; index < reports->count; index++)
        sections_free(&reports->items[index]);
    memory_free(reports->items);
    elements_free(&reports->elements);
    *reports = (struct reports){0};
}
