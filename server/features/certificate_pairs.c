/* Reads certificates given line by line. */
#include "certificate_pairs.h"

#include "certificates.h"

/* The longest name that is looked at. */
#define NAME_MOST 60

/* What a line tells. */
struct pair {
    struct slice name, value;
    const struct rule_column *column;   /* NULL: the guidelines have none */
};

struct pairs {
    const struct reports *reports;
    struct grid *grid;
    struct slice names[CERTIFICATE_CELLS];
    const struct rule_column *columns[CERTIFICATE_CELLS];
    struct slice values[CERTIFICATE_CELLS];     /* of one certificate */
    size_t count;
};

static const struct rule_column *column_named(struct slice name)
{
    const struct span cell = {0, name.length};
    const struct certificate_record record = {name, &cell, 1};
    struct certificate_header header;

    certificate_header_read(&header, &record);
    return header.columns[0];
}

static bool read_pair(const struct pairs *pairs, size_t at, struct pair *pair)
{
    const struct element *element = &pairs->reports->elements.items[at];
    struct slice line = text_slice(pairs->reports->text, element->span);
    size_t colon = slice_find(line, 0, ":");

    if (element->kind != ELEMENT_LINE || colon >= line.length ||
        colon > NAME_MOST || slice_has(line, colon, "://"))
        return false;
    pair->name = slice_trim(slice_part(line, 0, colon), " \t*_");
    pair->value = slice_trim(slice_from(line, colon + 1), " \t*_");
    pair->column = column_named(pair->name);
    return pair->name.length && pair->value.length;
}

/* The index of the field that PAIR gives; the count of fields if it is new. */
static size_t field_of(const struct pairs *pairs, const struct pair *pair)
{
    size_t field = 0;

    while (field < pairs->count &&
           (pair->column ? pairs->columns[field] != pair->column
                         : !slice_same(pairs->names[field], pair->name)))
        field++;
    return field;
}

/* The element after the lines from AT on that name a field; the first line of a
 * paragraph must name one that the guidelines have a column for. */
static size_t read_names(struct pairs *pairs, size_t at, size_t end)
{
    const struct element *items = pairs->reports->elements.items;
    size_t past = at;
    struct pair pair;

    for (; past < end && read_pair(pairs, past, &pair); past++) {
        size_t field = field_of(pairs, &pair);
        bool goes_on = past > at && items[past].group == items[past - 1].group;

        if (!pair.column && !goes_on)
            break;
        if (field == CERTIFICATE_CELLS)
            break;
        if (field == pairs->count) {
            pairs->names[field] = pair.name;
            pairs->columns[pairs->count++] = pair.column;
        }
    }
    return past;
}

static void end_record(struct pairs *pairs)
{
    grid_add_cells(pairs->grid, pairs->values, pairs->count);
    for (size_t field = 0; field < pairs->count; field++)
        pairs->values[field] = slice_of("");
}

static void read_values(struct pairs *pairs, size_t at, size_t past)
{
    struct pair pair;

    for (size_t field = 0; field < pairs->count; field++)
        pairs->values[field] = slice_of("");
    for (; at < past && read_pair(pairs, at, &pair); at++) {
        size_t field = field_of(pairs, &pair);

        if (pairs->values[field].length)
            end_record(pairs);
        pairs->values[field] = pair.value;
    }
    end_record(pairs);
}

size_t certificate_pairs_read(const struct reports *reports, size_t at,
                              size_t end, struct grid *grid)
{
    struct pairs pairs = {.reports = reports, .grid = grid};
    size_t past = read_names(&pairs, at, end);

    if (past > at) {
        grid_add_cells(grid, pairs.names, pairs.count);
        read_values(&pairs, at, past);
    }
    return past;
}
