/* Makes a list, as the template has it, of a table of fields. */
#include "table_list.h"

#include "layout.h"
#include "memory.h"

/* The field that the row ELEMENT of SECTION is; NULL if it is none. */
static const struct report_field *field_of(const struct report_section *section,
                                           size_t element)
{
    for (size_t i = 0; i < section->field_count; i++) {
        const struct report_field *field = &section->fields[i];

        if (field->element == element && field->form == LABEL_CELL)
            return field->rule ? field : NULL;
    }
    return NULL;
}

/* Adds an item to LIST for the row ELEMENT. A header that is no field has the
 * names of the two columns, which a list has no place for. */
static bool add_row(const struct check *check,
                    const struct report_section *section, size_t element,
                    struct buffer *list)
{
    const struct elements *elements = &check->reports->elements;
    const struct element *row = &elements->items[element];
    const struct report_field *field = field_of(section, element);
    struct slice value;

    if (!field)
        return row->first;
    if (list->length)
        buffer_add_char(list, '\n');
    buffer_addf(list, "- **%s:**", field->rule->label);
    value = check_slice(check, elements->cells[row->first_cell + 1]);
    if (value.length) {
        buffer_add_char(list, ' ');
        buffer_add_slice(list, value);
    }
    return true;
}

/* Adds an edit to FIX that makes a list of the table whose header is element
 * FIRST, before END; where the next block begins. *WHOLE becomes false if the
 * table has other rows than fields. A table without any is left alone. */
static size_t add_table(const struct check *check,
                        const struct report_section *section, size_t first,
                        size_t end, struct fix *fix, bool *whole)
{
    const struct element *elements = check->reports->elements.items;
    struct buffer list = {NULL, 0, 0};
    bool fields = true;
    size_t at = first;

    for (; at < end && elements[at].kind == ELEMENT_ROW &&
           elements[at].group == elements[first].group; at++)
        fields &= add_row(check, section, at, &list);
    if (list.length && (!fields || elements[first].depth))
        *whole = false;
    else if (list.length && fix)
        fix_edit(fix,
                 (struct span){layout_line(check, elements[first].span.start),
                               text_line_end(check->reports->text,
                                             elements[at - 1].span.end)},
                 buffer_slice(&list));
    buffer_free(&list);
    return at;
}

/* Adds the edits for all tables of SECTION to FIX; false if one can't become a
 * list. FIX may be NULL, to learn that. */
static bool add_tables(const struct check *check,
                       const struct report_section *section, struct fix *fix)
{
    size_t end = section->first_element + section->element_count;
    bool whole = true;

    for (size_t at = section->first_element; at < end;) {
        if (check->reports->elements.items[at].kind == ELEMENT_ROW)
            at = add_table(check, section, at, end, fix, &whole);
        else
            at++;
    }
    return whole;
}

void table_list_add(const struct check *check, struct finding *finding,
                    const struct report_section *section)
{
    struct finding_words words = {.section = check_word(section->rule->name)};

    if (finding && add_tables(check, section, NULL))
        add_tables(check, section,
                   finding_fix(finding, FIX_LIST_FIELDS, &words));
}
