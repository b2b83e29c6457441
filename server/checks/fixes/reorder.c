/* The fix that puts the fields of a section or factor in order. */
#include "field_fix.h"

/* A field with all of its lines, up to the next one. */
struct chunk {
    const struct report_field *field;
    size_t place; /* in the template */
    struct span span;
    bool parted; /* by a blank line from the next one */
};

static size_t first_known(const struct scope *scope)
{
    size_t first = 0;

    while (first < scope->count && !scope->fields[first].rule)
        first++;
    return first;
}

/* What moves with the field that is number INDEX. */
static struct chunk chunk_of(const struct scope *scope, size_t index)
{
    const struct check *check = scope->check;
    const struct report_field *field = &scope->fields[index];
    bool last = index + 1 == scope->count;
    struct chunk chunk = {.field = field,
                          .place = field->rule ? field->rule->id : 0};

    chunk.span.start = layout_element(check, field->element);
    chunk.span.end = last ? layout_behind(check, field->last_element)
                          : layout_element(check, field[1].element);
    chunk.parted = !last && layout_is_parted(check, chunk.span.end);
    return chunk;
}

/* The chunks in the template's order; an extra field stays below the one it
 * was below. */
static void read_chunks(const struct scope *scope, size_t first,
                        struct chunk *chunks)
{
    size_t count = 0;
    size_t place = 0;

    for (size_t index = first; index < scope->count; index++) {
        struct chunk chunk = chunk_of(scope, index);
        size_t at = count++;

        if (!scope->fields[index].rule)
            chunk.place = place;
        place = chunk.place;
        if (index + 1 == scope->count && index > first)
            chunk.parted =
                layout_is_parted(scope->check, chunk.span.start) ||
                scope_element(scope, chunk.field->last_element)->kind !=
                    ELEMENT_LINE;
        for (; at && chunks[at - 1].place > chunk.place; at--)
            chunks[at] = chunks[at - 1];
        chunks[at] = chunk;
    }
}

/* Would the prose behind the last field become the value of another one? */
static bool takes_prose(const struct scope *scope,
                        const struct report_field *field)
{
    size_t at = scope->fields[scope->count - 1].last_element + 1;

    if (field->inline_value || field == &scope->fields[scope->count - 1])
        return false;
    while (at < scope->end_element &&
           (scope_element(scope, at)->kind == ELEMENT_BREAK ||
            scope_element(scope, at)->kind == ELEMENT_DEFINITION))
        at++;
    return at < scope->end_element;
}

static void add_chunk(const struct check *check, const struct chunk *chunk,
                      bool last, struct buffer *lines)
{
    layout_copy(check, chunk->span, lines);
    while (lines->length && lines->bytes[lines->length - 1] == '\n')
        lines->length--;
    buffer_add_char(lines, '\n');
    if (chunk->parted && !last)
        buffer_add_char(lines, '\n');
}

void field_fix_order(const struct scope *scope, struct finding *finding)
{
    const struct check *check = scope->check;
    size_t first = first_known(scope);
    size_t count = scope->count - first;
    struct finding_words words = {0};
    struct span span;
    struct chunk *chunks;
    struct buffer lines = {NULL, 0, 0};

    span.start = chunk_of(scope, first).span.start;
    span.end = chunk_of(scope, scope->count - 1).span.end;
    if (layout_is_open(check, scope->fields[scope->count - 1].last_element))
        return;
    chunks = memory_new(count * sizeof *chunks);
    read_chunks(scope, first, chunks);
    for (size_t index = 0; index < count; index++)
        add_chunk(check, &chunks[index], index + 1 == count, &lines);
    words.section = scope_name(scope);
    if (!takes_prose(scope, chunks[count - 1].field))
        fix_edit(finding_fix(finding, FIX_REORDER_FIELDS, &words), span,
                 buffer_slice(&lines));
    buffer_free(&lines);
    memory_free(chunks);
}
