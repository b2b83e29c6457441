/* Reads action items from the tables of their section. */
#include "action.h"

#include "memory.h"
#include "table.h"

static void add_row(struct reports *reports, const struct table *table,
                    size_t element, struct action *action)
{
    bool torn = table_is_torn(reports, table, element);

    action->element = element;
    for (size_t index = 0; index < table->column_count; index++) {
        const struct rule_column *column = table->columns[index];

        if (column && !action->cells[column->id].end &&
            !(torn && column->type != TYPE_PROSE))
            action->cells[column->id] = table_cell(reports, table, element,
                                                   index);
    }
}

void actions_add(struct reports *reports,
                 const struct report_section *section, struct actions *actions)
{
    struct report_section rest = *section;
    struct table table;

    while (table_find(reports, &rest, &table)) {
        size_t end = table.header + table.row_count + 1;

        actions->items = memory_grow(actions->items, &actions->room,
                                     actions->count + table.row_count,
                                     sizeof *actions->items);
        for (size_t row = table.header + 1; row < end; row++) {
            struct action *action = &actions->items[actions->count++];

            *action = (struct action){.section = section};
            add_row(reports, &table, row, action);
        }
        rest.element_count -= end - rest.first_element;
        rest.first_element = end;
    }
}

void actions_read(struct reports *reports, const struct report *report,
                  struct actions *actions)
{
    *actions = (struct actions){NULL, 0, 0};
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->rule && section->rule->id == SECTION_ACTION_ITEMS)
            actions_add(reports, section, actions);
    }
}

void actions_free(struct actions *actions)
{
    memory_free(actions->items);
    *actions = (struct actions){NULL, 0, 0};
}

bool action_has(const struct action *action, enum column_id column)
{
    struct span cell = action->cells[column];

    return cell.end > cell.start;
}
