/* Reads action items from the tables of their section. */
#include "action.h"

#include "memory.h"

/* A longer cell is looked at no further. */
#define CELL_MOST 256

struct action action_of_row(const struct reports *reports,
                            const struct report_section *section,
                            const struct table *table, size_t row)
{
    bool torn = table_is_torn(reports, table, row);
    struct action action = {.section = section, .element = row};

    for (size_t index = 0; index < table->column_count; index++) {
        const struct rule_column *column = table->columns[index];

        if (column && !action.cells[column->id].end &&
            !(torn && column->type != TYPE_PROSE))
            action.cells[column->id] = table_cell(reports, table, row, index);
    }
    return action;
}

bool action_table_next(const struct reports *reports,
                       struct report_section *rest,
                       struct table *table)
{
    size_t end;

    if (!table_find(reports, rest, table))
        return false;
    end = table->header + table->row_count + 1;
    rest->element_count -= end - rest->first_element;
    rest->first_element = end;
    return true;
}

static void read_section(const struct reports *reports,
                         const struct report_section *section,
                         struct actions *actions)
{
    struct report_section rest = *section;
    struct table table;

    while (action_table_next(reports, &rest, &table)) {
        for (size_t row = 1;
             row <= table.row_count && actions->count < ACTIONS_MOST; row++)
            *memory_add(actions) =
                action_of_row(reports, section, &table, table.header + row);
    }
}

void actions_read(const struct reports *reports, const struct report *report,
                  struct actions *actions)
{
    *actions = (struct actions){NULL, 0, 0};
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->rule && section->rule->id == SECTION_ACTION_ITEMS)
            read_section(reports, section, actions);
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

const struct rule_value *action_status(const struct reports *reports,
                                       const struct action *action)
{
    struct slice cell =
        text_slice(reports->text, action->cells[COLUMN_STATUS]);
    char folded[CELL_MOST];
    enum match match;

    fold(cell, folded, sizeof folded);
    return rule_value_match(LIST_ACTION_STATUS, folded, &match);
}
