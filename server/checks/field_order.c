/* The part Fields: does each stand there once, by its name, and in order? */
#include "field_order.h"

#include "layout.h"
#include "memory.h"

static void check_duplicates(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        const struct report_field *first;
        struct finding_words words = {0};

        if (!field->rule)
            continue;
        first = scope_find(scope, field->rule);
        if (first == field)
            continue;
        words.label = check_word(field->rule->label);
        words.section = scope_name(scope);
        check_relate(
            check_add(scope->check, CASE_DUPLICATE_FIELD, field->label, &words),
            first->label, &words);
    }
}

static void add_name(struct finding *finding, const struct report_field *field)
{
    struct finding_words words = {.expected = check_word(field->near->label)};

    fix_edit(finding_fix(finding, field->mistaken ? FIX_REPLACE : FIX_RESPELL,
                         &words),
             field->label, words.expected);
}

static void check_unknown(const struct scope *scope)
{
    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];
        struct finding_words words = {0};

        if (!field->near || (field->rule && field->rule != field->near) ||
            (field->mistaken && scope_find_anywhere(scope, field->near)))
            continue;
        words.value = check_slice(scope->check, field->label);
        words.label = words.value;
        words.expected = check_word(field->near->label);
        add_name(
            check_add(scope->check, CASE_UNKNOWN_FIELD, field->label, &words),
            field);
    }
}

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
    chunk.span.end = last ? layout_after(check, field->last_element)
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

/* All fields of SCOPE into the order of the template. */
static void fix_order(const struct scope *scope, struct finding *finding)
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
    chunks = memory_new(count * sizeof *chunks);
    read_chunks(scope, first, chunks);
    for (size_t index = 0; index < count; index++)
        add_chunk(check, &chunks[index], index + 1 == count, &lines);
    words.section = scope_name(scope);
    fix_edit(finding_fix(finding, FIX_REORDER_FIELDS, &words), span,
             buffer_slice(&lines));
    buffer_free(&lines);
    memory_free(chunks);
}

static void add_misplaced(const struct scope *scope,
                          const struct report_field *field)
{
    const struct report_field *above = scope_above(scope, field->rule);
    struct finding_words words = {.label = check_word(field->rule->label)};
    struct finding *finding;

    if (above)
        words.expected = check_word(above->rule->label);
    finding = check_add(scope->check,
                        above ? CASE_FIELD_ORDER : CASE_FIELD_ORDER_FIRST,
                        field->label, &words);
    if (above)
        check_relate(finding, above->label, &words);
    fix_order(scope, finding);
}

static void check_order(const struct scope *scope)
{
    const struct report_field *fields[FIELD_COUNT];
    size_t places[FIELD_COUNT] = {0};
    size_t count = 0;
    size_t misplaced;

    for (size_t index = 0; index < scope->count; index++) {
        const struct report_field *field = &scope->fields[index];

        if (!field->rule || scope_find(scope, field->rule) != field)
            continue;
        places[count] = field->rule->id;
        fields[count++] = field;
    }
    misplaced = check_out_of_order(places, count);
    if (misplaced < count)
        add_misplaced(scope, fields[misplaced]);
}

void field_order_check(const struct scope *scope)
{
    check_duplicates(scope);
    check_unknown(scope);
    check_order(scope);
}
