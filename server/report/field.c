/* Finds the fields and contributing factors of a section, and their values. */
#include "section.h"

#include <string.h>

#include "memory.h"
#include "name.h"

/* A section while its fields are being found. */
struct reader {
    const struct reports *reports;
    struct report_section *section;
    const struct rule_guideline *guideline;
    struct report_field *field;     /* the one whose value may go on, or NULL */
    bool closed;                    /* its value has ended: closing prose */
};

static const struct element *element_at(const struct reader *reader,
                                        size_t index)
{
    return &reader->reports->elements.items[index];
}

static struct slice bytes_of(const struct reader *reader, struct span span)
{
    return text_slice(reader->reports->text, span);
}

/* The reading of LINE whose label is one of the section's fields. */
static const struct rule_field *template_label(
    const struct rule_section *section, struct slice line,
    struct label *label)
{
    for (size_t n = 0; label_read(line, n, label); n++) {
        const struct rule_field *rule = rule_field_find(section,
                                                        label->folded);

        if (rule)
            return rule;
    }
    return NULL;
}

/* "Label:" in strong text makes a field, whatever it says. */
static bool is_extra_label(struct slice line, struct label *label)
{
    return label_read(line, 0, label) && label->form == LABEL_STRONG &&
           label->colon;
}

/* The field that FOLDED is near to; *MISTAKEN if it is another label for it,
 * not the same one misspelt. */
static const struct rule_field *near_field(const struct rule_section *section,
                                           const char *folded, bool *mistaken)
{
    const char *names[FIELD_COUNT + 1] = {NULL};
    const char *nearest;

    *mistaken = false;
    for (size_t index = 0; index < section->field_count; index++) {
        names[index] = section->fields[index].folded;
        if (rule_is_listed(folded, section->fields[index].mistaken)) {
            *mistaken = true;
            return &section->fields[index];
        }
    }
    nearest = rule_nearest(folded, names);
    return nearest ? rule_field_find(section, nearest) : NULL;
}

bool report_field_empty(const struct report_field *field)
{
    return field->value.start == field->value.end;
}

static struct span moved(struct span span, size_t by)
{
    return (struct span){span.start + by, span.end + by};
}

static bool says_nothing(struct slice bytes)
{
    char folded[8];     /* room for any one character */

    return !byte_is_alphanumeric(slice_at(bytes, 0)) &&
           fold(bytes, folded, sizeof folded) == 0;
}

/* The first line of SPAN, without the marks of a quote. */
static struct span first_line(const struct reader *reader, struct span span)
{
    struct slice bytes = bytes_of(reader, span);
    size_t start = 0;
    size_t end;
    const char *stop;

    while (start < bytes.length && strchr("> \t", bytes.bytes[start]))
        start++;
    end = bytes.length;
    if ((stop = memchr(bytes.bytes + start, '\n', end - start)))
        end = (size_t)(stop - bytes.bytes);
    if ((stop = memchr(bytes.bytes + start, '\r', end - start)))
        end = (size_t)(stop - bytes.bytes);
    return (struct span){span.start + start, span.start + end};
}

static void add_value(struct reader *reader, struct span span, size_t element)
{
    struct report_field *field = reader->field;

    if (field->value.end == field->value.start) {
        field->value = span;
        field->answer = first_line(reader, span);
    }
    field->value.end = span.end;
    field->last_element = element;
}

/* RULE may be a name of another version of the guidelines: the field then is
 * near to the one that has the name now. */
static void add_field(struct reader *reader, const struct rule_field *rule,
                      const struct label *label, size_t index)
{
    const struct element *element = element_at(reader, index);
    struct report_section *section = reader->section;
    size_t at = element->span.start;
    struct span rest = {at + label->value, element->span.end};
    const struct rule_field *now =
        rule ? rule_field_in(rule, reader->guideline) : NULL;
    struct report_field *field;

    section->fields = memory_grow(section->fields, &section->field_room,
                                  section->field_count + 1, sizeof *field);
    field = &section->fields[section->field_count++];
    *field = (struct report_field){
        .rule = now,
        .near = now == rule ? NULL : now,
        .form = label->form,
        .label = moved(label->text, at),
        .whole = moved(label->whole, at),
        .depth = element->depth,
        .item = element->item,
        .element = index,
        .last_element = index,
    };
    field->value = (struct span){field->whole.end, field->whole.end};
    field->answer = field->value;
    reader->field = field;
    reader->closed = false;
    if (label->value < element->span.end - at &&
        !says_nothing(bytes_of(reader, rest))) {
        add_value(reader, rest, index);
        field->inline_value = true;
    }
}

static void add_factor(struct reader *reader, const struct factor_name *name,
                       size_t index)
{
    struct span line = element_at(reader, index)->span;
    struct report_section *section = reader->section;
    struct report_factor *factor;

    section->factors = memory_grow(section->factors, &section->factor_room,
                                   section->factor_count + 1, sizeof *factor);
    factor = &section->factors[section->factor_count++];
    *factor = (struct report_factor){
        .heading = line, .title = moved(name->title, line.start),
        .number = name->number, .element = index,
        .first_field = section->field_count};
    reader->field = NULL;
}

/* Prose after a value that began on its label's line: "A full report will
 * follow." Inside the label's own list item it is still the value. */
static bool is_closing_prose(const struct report_field *field,
                             const struct element *label,
                             const struct element *element)
{
    if (!field->inline_value || element->group == label->group ||
        element->kind != ELEMENT_LINE)
        return false;
    if (field->item)
        return element->depth < field->depth;
    return element->depth == field->depth && !element->item;
}

static void add_content(struct reader *reader, size_t index)
{
    const struct element *element = element_at(reader, index);
    struct report_field *field = reader->field;

    if (!field || reader->closed || element->kind == ELEMENT_BREAK ||
        element->kind == ELEMENT_DEFINITION)
        return;
    if (is_closing_prose(field, element_at(reader, field->element), element)) {
        reader->closed = true;
        return;
    }
    if (!says_nothing(bytes_of(reader, element->span)))
        add_value(reader, element->span, index);
}

static bool is_plain(const struct label *label)
{
    return label->form == LABEL_PLAIN || label->form == LABEL_EMPHASIS;
}

/* A plain word with a colon is often part of a value: the label's own words
 * said again, or a point nested in a list below another label. */
static bool is_part_of_value(const struct reader *reader,
                             const struct rule_field *rule,
                             const struct label *label,
                             const struct element *element)
{
    const struct report_field *field = reader->field;

    if (!field || !is_plain(label))
        return false;
    if (field->rule && field->rule->id == rule->id && !rule->parent)
        return report_field_empty(field);
    return element->depth > field->depth && !rule->parent;
}

/* An extra label begins a field of its own, unless it stands deeper than the
 * label above it or is the first thing below that one: then it is value. */
static void read_extra(struct reader *reader, const struct label *label,
                       size_t index)
{
    const struct element *element = element_at(reader, index);
    const struct report_field *field = reader->field;
    bool mistaken;
    const struct rule_field *near =
        near_field(reader->section->rule, label->folded, &mistaken);

    if (field && (element->depth > field->depth ||
                  (!near && report_field_empty(field)))) {
        add_content(reader, index);
        return;
    }
    add_field(reader, NULL, label, index);
    reader->field->near =
        near ? rule_field_in(near, reader->guideline) : NULL;
    reader->field->mistaken = mistaken;
}

static void read_line(struct reader *reader, size_t index)
{
    const struct element *element = element_at(reader, index);
    const struct rule_section *section = reader->section->rule;
    struct slice line = bytes_of(reader, element->span);
    struct factor_name factor;
    struct label label;
    const struct rule_field *rule;

    if (section->content == CONTENT_FACTORS &&
        name_factor(line, false, &factor)) {
        add_factor(reader, &factor, index);
        return;
    }
    rule = template_label(section, line, &label);
    if (rule && !is_part_of_value(reader, rule, &label, element))
        add_field(reader, rule, &label, index);
    else if (!rule && is_extra_label(line, &label))
        read_extra(reader, &label, index);
    else
        add_content(reader, index);
}

static void read_heading(struct reader *reader, size_t index)
{
    const struct element *element = element_at(reader, index);
    const struct rule_section *section = reader->section->rule;
    struct slice words = bytes_of(reader, element->span);
    struct label label = {.form = LABEL_HEADING, .colon = true,
                          .text = {0, words.length},
                          .whole = {0, words.length}, .value = words.length};
    struct factor_name factor;
    const struct rule_field *rule;

    name_fold(words, label.folded);
    rule = rule_field_find(section, label.folded);
    if (rule)
        add_field(reader, rule, &label, index);
    else if (section->content == CONTENT_FACTORS &&
             name_factor(words, true, &factor))
        add_factor(reader, &factor, index);
    else
        add_content(reader, index);
}

static void reject_near_labels(struct report_section *section, size_t first,
                               size_t end)
{
    for (size_t index = first; index < end; index++) {
        if (section->fields[index].near)
            section->fields[index].rule = NULL;
    }
}

/* A label near to a field's stands for it, if nothing else in its section or
 * factor does. */
static void adopt_near_labels(struct report_section *section, size_t first,
                              size_t end)
{
    bool taken[FIELD_COUNT] = {false};

    reject_near_labels(section, first, end);
    for (size_t index = first; index < end; index++) {
        const struct rule_field *rule = section->fields[index].rule;

        if (rule)
            taken[rule->id] = true;
    }
    for (size_t index = first; index < end; index++) {
        struct report_field *field = &section->fields[index];

        if (field->rule || !field->near || field->mistaken ||
            taken[field->near->id])
            continue;
        field->rule = field->near;
        taken[field->near->id] = true;
    }
}

/* Counts the fields of each factor, and says what near labels stand for. */
static void settle(struct report_section *section)
{
    if (!section->factor_count)
        adopt_near_labels(section, 0, section->field_count);
    else
        reject_near_labels(section, 0, section->factors->first_field);
    for (size_t index = 0; index < section->factor_count; index++) {
        struct report_factor *factor = &section->factors[index];
        size_t last = index + 1 < section->factor_count ? factor[1].first_field
                                                        : section->field_count;

        factor->field_count = last - factor->first_field;
        adopt_near_labels(section, factor->first_field, last);
    }
}

/* What a cell of the row at INDEX holds. */
static struct span cell_of(const struct reader *reader, size_t index,
                           size_t cell)
{
    const struct element *row = element_at(reader, index);

    return reader->reports->elements.cells[row->first_cell + cell];
}

/* A row of two cells, the first of which is a field's label. */
static bool read_pair(struct reader *reader, size_t index)
{
    const struct element *row = element_at(reader, index);
    size_t at = row->span.start;
    struct label label;
    const struct rule_field *rule;
    struct span name, value;

    if (row->cell_count != 2)
        return false;
    name = cell_of(reader, index, 0);
    value = cell_of(reader, index, 1);
    name_fold(bytes_of(reader, name), label.folded);
    rule = rule_field_find(reader->section->rule, label.folded);
    if (!rule)
        return false;
    label.form = LABEL_CELL;
    label.text = label.whole =
        (struct span){name.start - at, name.end - at};
    label.value = row->span.end - at;
    add_field(reader, rule, &label, index);
    reader->field->value = (struct span){value.start, value.start};
    reader->field->answer = reader->field->value;
    if (!says_nothing(bytes_of(reader, value))) {
        add_value(reader, value, index);
        reader->field->inline_value = true;
    }
    return true;
}

void fields_read(const struct reports *reports, struct report_section *section,
                 const struct rule_guideline *guideline)
{
    struct reader reader = {.reports = reports, .section = section,
                            .guideline = guideline};
    size_t end = section->first_element + section->element_count;

    for (size_t index = section->first_element; index < end; index++) {
        switch (element_at(&reader, index)->kind) {
        case ELEMENT_HEADING:
            read_heading(&reader, index);
            break;
        case ELEMENT_LINE:
            read_line(&reader, index);
            break;
        case ELEMENT_ROW:
            if (section->rule->column_count || !read_pair(&reader, index))
                add_content(&reader, index);
            break;
        default:
            add_content(&reader, index);
            break;
        }
    }
    settle(section);
}
