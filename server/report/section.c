/* Divides a report into sections, headed in whatever way. */
#include "section.h"

#include "memory.h"
#include "name.h"

/* One report while it is being divided. */
struct divider {
    const struct reports *reports;
    struct report *report;
    bool headed[SECTION_COUNT];     /* has a Markdown heading somewhere */
    unsigned char level;            /* of its sections' headings */
};

const struct rule_section *section_named(const struct rule_report *report,
                                         struct slice words)
{
    char folded[LABEL_ROOM];

    name_fold(words, folded);
    return rule_section_find(report, folded);
}

static struct slice words_of(const struct divider *divider, size_t element)
{
    const struct reports *reports = divider->reports;

    return text_slice(reports->text, reports->elements.items[element].span);
}

/* The name of a section is also the label of a factor's field ("Timeline"):
 * below a root cause analysis a deeper heading or a line means the field. */
static bool is_field_name(const struct report_section *section,
                          struct slice words)
{
    char folded[LABEL_ROOM];

    if (!section || !section->rule)
        return false;
    name_fold(words, folded);
    return rule_field_find(section->rule, folded) != NULL;
}

static struct report_section *current(struct report *report)
{
    if (!report->section_count)
        return NULL;
    return &report->sections[report->section_count - 1];
}

static struct report_section *next_section(struct report *report)
{
    report->sections = memory_grow(report->sections, &report->section_room,
                                   report->section_count + 1,
                                   sizeof *report->sections);
    return &report->sections[report->section_count++];
}

static struct report_section *add_section(struct divider *divider,
                                          const struct rule_section *rule,
                                          size_t element)
{
    const struct element *heading =
        &divider->reports->elements.items[element];
    struct report_section *section = next_section(divider->report);

    *section = (struct report_section){
        .rule = rule, .heading = heading->span, .first_element = element + 1,
        .form = HEADING_PLAIN, .in_list = heading->depth > 0};
    if (heading->kind == ELEMENT_HEADING) {
        section->form = HEADING_MARKED;
        section->level = heading->level;
    }
    return section;
}

/* The section of REPORT, its own or welcome, number INDEX; NULL after them. */
static const struct rule_section *section_at(const struct rule_report *report,
                                             size_t index)
{
    if (index < report->section_count)
        return report->sections[index];
    index -= report->section_count;
    return index < report->welcome_count ? report->welcome[index] : NULL;
}

/* The section that FOLDED is near to; *MISTAKEN if it is another word for it,
 * not the same one misspelt. */
static const struct rule_section *near_section(
    const struct rule_report *report, const char *folded, bool *mistaken)
{
    const char *names[SECTION_COUNT + 1] = {NULL};
    const struct rule_section *section;
    const char *nearest;

    *mistaken = false;
    for (size_t index = 0; (section = section_at(report, index)); index++) {
        names[index] = section->folded;
        if (rule_is_listed(folded, section->mistaken)) {
            *mistaken = true;
            return section;
        }
    }
    nearest = rule_nearest(folded, names);
    return nearest ? rule_section_find(report, nearest) : NULL;
}

/* The section of the report that ELEMENT has the name of, or NULL. */
static const struct rule_section *named_at(const struct divider *divider,
                                           size_t element)
{
    if (!(divider->reports->elements.items[element].mentions &
          RULE_MENTION_NAMES))
        return NULL;
    return section_named(divider->report->rule, words_of(divider, element));
}

static void add_unknown(struct divider *divider, size_t element)
{
    struct report_section *section = add_section(divider, NULL, element);
    char folded[LABEL_ROOM];

    name_fold(words_of(divider, element), folded);
    section->near = near_section(divider->report->rule, folded,
                                 &section->mistaken);
}

static void divide_at_heading(struct divider *divider, size_t element)
{
    const struct element *heading =
        &divider->reports->elements.items[element];
    struct slice words = words_of(divider, element);
    const struct rule_section *rule = named_at(divider, element);
    struct report_section *section = current(divider->report);
    bool deeper = heading->level > divider->level;

    if (is_field_name(section, words) && (!rule || deeper))
        return;
    if (rule) {
        add_section(divider, rule, element);
    } else if (words.length && !deeper && !divider->report->rule->follows) {
        struct factor_name factor;
        bool causes = section && section->rule &&
                      section->rule->content == CONTENT_FACTORS;

        if (causes && name_factor(words, true, &factor))
            return;
        add_unknown(divider, element);
    }
}

/* A line that is nothing but a section's name heads it where nothing else
 * does. */
static void divide_at_line(struct divider *divider, size_t element)
{
    const struct element *line = &divider->reports->elements.items[element];
    struct slice words = words_of(divider, element);
    const struct rule_section *rule;

    if (line->item || words.length >= LABEL_ROOM)
        return;
    rule = named_at(divider, element);
    if (!rule || divider->headed[rule->id] ||
        is_field_name(current(divider->report), words))
        return;
    divider->headed[rule->id] = true;
    add_section(divider, rule, element);
}

/* Which sections have headings, and of which level the first is. */
static void survey(struct divider *divider)
{
    struct report *report = divider->report;
    const struct elements *elements = &divider->reports->elements;
    size_t end = report->first_element + report->element_count;

    for (size_t at = report->first_element; elements_mark(elements, &at, end);
         at++) {
        const struct element *element = &elements->items[at];
        const struct rule_section *rule;

        if (element->kind != ELEMENT_HEADING)
            continue;
        rule = named_at(divider, at);
        if (!rule)
            continue;
        divider->headed[rule->id] = true;
        if (!divider->level)
            divider->level = element->level;
    }
    if (!divider->level)
        divider->level = (unsigned char)(report->level
                                             ? report->level + 1
                                             : report->rule->level + 1);
}

static bool has_content(const struct reports *reports,
                        const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &reports->elements.items[at];

        if (element->kind == ELEMENT_LINE || element->kind == ELEMENT_OPAQUE ||
            (element->kind == ELEMENT_ROW && !element->first))
            return true;
    }
    return false;
}

/* A name near to a section's stands for it, if nothing else does. */
static void adopt_near_names(struct report *report)
{
    bool taken[SECTION_COUNT] = {false};

    for (size_t index = 0; index < report->section_count; index++) {
        if (report->sections[index].rule)
            taken[report->sections[index].rule->id] = true;
    }
    for (size_t index = 0; index < report->section_count; index++) {
        struct report_section *section = &report->sections[index];

        if (section->rule || !section->near || section->mistaken ||
            taken[section->near->id])
            continue;
        section->rule = section->near;
        taken[section->near->id] = true;
    }
}

static void find_fields(const struct divider *divider,
                        struct report_section *section)
{
    const struct rule_guideline *guideline = divider->report->facts.guideline;

    if (section->rule && section->rule->field_count)
        fields_read(divider->reports, section,
                    guideline ? guideline : divider->reports->guideline);
}

static void finish_sections(struct divider *divider)
{
    struct report *report = divider->report;
    size_t end = report->first_element + report->element_count;

    adopt_near_names(report);
    for (size_t index = report->section_count; index-- > 0;) {
        struct report_section *section = &report->sections[index];

        section->element_count = end - section->first_element;
        section->empty = !has_content(divider->reports, section);
        end = section->first_element - 1;
        find_fields(divider, section);
    }
}

/* The heading of a comment that follows a report is its section's, too. */
static void add_own(struct divider *divider)
{
    struct report *report = divider->report;

    *next_section(report) = (struct report_section){
        .rule = report->rule->sections[0], .form = report->form,
        .heading = report->heading, .level = report->level,
        .first_element = report->first_element};
    divider->headed[report->rule->sections[0]->id] = true;
}

void sections_read(const struct reports *reports, struct report *report)
{
    struct divider divider = {.reports = reports, .report = report};
    const struct elements *elements = &reports->elements;
    size_t end = report->first_element + report->element_count;

    if (report->rule->follows)
        add_own(&divider);
    survey(&divider);
    for (size_t at = report->first_element; elements_mark(elements, &at, end);
         at++) {
        const struct element *element = &elements->items[at];

        if (!element->divides)
            continue;
        if (element->kind == ELEMENT_HEADING)
            divide_at_heading(&divider, at);
        else
            divide_at_line(&divider, at);
    }
    finish_sections(&divider);
}

void sections_free(struct report *report)
{
    for (size_t index = 0; index < report->section_count; index++) {
        memory_free(report->sections[index].fields);
        memory_free(report->sections[index].factors);
    }
    memory_free(report->sections);
}

struct span factor_digits(const struct reports *reports,
                          const struct report_factor *factor)
{
    struct span before = {factor->heading.start, factor->title.start};
    struct slice text = text_slice(reports->text, before);
    size_t end = text.length;
    size_t start;

    while (end && !byte_is_digit(text.bytes[end - 1]))
        end--;
    start = end;
    while (start && byte_is_digit(text.bytes[start - 1]))
        start--;
    return (struct span){before.start + start, before.start + end};
}
