/*
 * tree.c - lays phrases out as a double array.
 *
 * The states are found from those that are one byte shorter, and then given
 * places: the state that a byte of class C leads to from state S stands at C
 * past where S says, if there it says that it comes from S.
 */
#include "tree.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "byte.h"
#include "faults.h"
#include "fold.h"
#include "phrase_tree.h"

/* The longest phrase, folded, with its NUL. */
#define PHRASE_ROOM 256

struct tree_phrase {
    char bytes[PHRASE_ROOM];
    unsigned long long bits;
};

/* A beginning, of LENGTH bytes, that the phrases from FROM up to TO have. */
struct tree_state {
    size_t from, to, length;
    size_t first, end;          /* the states that are one byte longer */
    unsigned long long bits;
};

void tree_add(struct tree *tree, struct slice text, unsigned long long bits)
{
    struct tree_phrase *phrase;

    tree->phrases = grow(tree->phrases, tree->count + 1, sizeof *phrase);
    phrase = &tree->phrases[tree->count];
    phrase->bits = bits;
    if (!fold(text, phrase->bytes, sizeof phrase->bytes))
        return;
    for (char *at = phrase->bytes; *at; at++) {
        if (*at == '-')
            *at = ' ';
    }
    tree->count++;
}

/* Adds a state to those that there is room for. */
static void add_state(struct tree *tree, size_t from, size_t to, size_t length)
{
    struct tree_state *state = &tree->states[tree->state_count++];

    *state = (struct tree_state){.from = from, .to = to, .length = length};
    for (size_t i = from; i < to && !tree->phrases[i].bytes[length]; i++)
        state->bits |= tree->phrases[i].bits;
}

/* Adds the states that are one byte longer than the state INDEX. */
static void add_longer(struct tree *tree, size_t index)
{
    const struct tree_state state = tree->states[index];
    const struct tree_phrase *phrases = tree->phrases;
    size_t to = state.from;

    tree->states[index].first = tree->state_count;
    while (to < state.to) {
        size_t from = to;
        char byte = phrases[from].bytes[state.length];

        while (to < state.to && phrases[to].bytes[state.length] == byte)
            to++;
        if (byte)
            add_state(tree, from, to, state.length + 1);
    }
    tree->states[index].end = tree->state_count;
}

static int compare_phrases(const void *a, const void *b)
{
    return strcmp(((const struct tree_phrase *)a)->bytes,
                  ((const struct tree_phrase *)b)->bytes);
}

/* State 0 is the empty beginning of all. No byte of a phrase leads to more than
 * one state. */
static void grow_tree(struct tree *tree)
{
    size_t most = 1;

    for (size_t i = 0; i < tree->count; i++)
        most += strlen(tree->phrases[i].bytes);
    tree->states = grow(NULL, most, sizeof *tree->states);
    tree->state_count = 0;
    if (tree->count)
        qsort(tree->phrases, tree->count, sizeof *tree->phrases,
              compare_phrases);
    add_state(tree, 0, tree->count, 0);
    for (size_t i = 0; i < tree->state_count; i++)
        add_longer(tree, i);
}

static size_t last_byte(const struct tree *tree, size_t state)
{
    const char *bytes = tree->phrases[tree->states[state].from].bytes;

    return (unsigned char)bytes[tree->states[state].length - 1];
}

/* Bytes that no phrase has are of class 1; a hyphen does for a blank. */
static void find_classes(const struct tree *tree, size_t classes[256])
{
    size_t count = 1;

    for (size_t i = 0; i < 256; i++)
        classes[i] = 1;
    for (size_t i = 1; i < tree->state_count; i++) {
        size_t *class = &classes[last_byte(tree, i)];

        if (*class == 1)
            *class = ++count;
    }
    classes['-'] = classes[' '];
}

/* The states in their places: 0 is no state's, and 1 the root's, which no
 * state leads to. */
struct cells {
    struct cell {
        size_t longer, shorter;
        unsigned long long bits;
    } *items;
    size_t count;
    size_t first_free;          /* none before it is */
    size_t *places;             /* of the tree's states */
    size_t classes[256];
};

static void make_room(struct cells *cells, size_t count)
{
    if (count <= cells->count)
        return;
    cells->items = grow(cells->items, count, sizeof *cells->items);
    memset(cells->items + cells->count, 0,
           (count - cells->count) * sizeof *cells->items);
    cells->count = count;
}

/* Are the cells free in which those longer than STATE would stand from BASE
 * on? */
static bool is_free(struct cells *cells, const struct tree *tree,
                    const struct tree_state *state, size_t base)
{
    make_room(cells, base + 256);
    for (size_t i = state->first; i < state->end; i++) {
        if (cells->items[base + cells->classes[last_byte(tree, i)]].shorter)
            return false;
    }
    return true;
}

/* The least base with which the first of those longer than STATE may be
 * free. */
static size_t first_base(struct cells *cells, const struct tree *tree,
                         const struct tree_state *state)
{
    size_t class;

    if (state->first == state->end)
        return 1;
    while (cells->first_free < cells->count &&
           cells->items[cells->first_free].shorter)
        cells->first_free++;
    class = cells->classes[last_byte(tree, state->first)];
    return cells->first_free > class ? cells->first_free - class : 1;
}

static void place_longer(struct cells *cells, const struct tree *tree,
                         size_t index)
{
    const struct tree_state *state = &tree->states[index];
    size_t base = first_base(cells, tree, state);

    while (!is_free(cells, tree, state, base))
        base++;
    cells->items[cells->places[index]].longer = base;
    for (size_t i = state->first; i < state->end; i++) {
        size_t place = base + cells->classes[last_byte(tree, i)];

        cells->places[i] = place;
        cells->items[place].shorter = cells->places[index];
        cells->items[place].bits = tree->states[i].bits;
    }
}

static void place_all(struct cells *cells, const struct tree *tree)
{
    *cells = (struct cells){.first_free = 2};
    find_classes(tree, cells->classes);
    cells->places = grow(NULL, tree->state_count, sizeof *cells->places);
    cells->places[0] = 1;
    make_room(cells, 2);
    cells->items[1].shorter = USHRT_MAX;
    for (size_t i = 0; i < tree->state_count; i++)
        place_longer(cells, tree, i);
}

/* The number of BITS among the SETS, to which they are added if need be. */
static size_t set_number(unsigned long long *sets, size_t *count,
                         unsigned long long bits)
{
    size_t i = 0;

    while (i < *count && sets[i] != bits)
        i++;
    if (i == *count)
        sets[(*count)++] = bits;
    return i;
}

/* The first set is that of the states which no phrase ends at. */
static void write_cells(FILE *file, const struct cells *cells,
                        unsigned long long always)
{
    unsigned long long *sets = grow(NULL, cells->count + 1, sizeof *sets);
    size_t count = 0;

    set_number(sets, &count, always);
    fputs("    (const struct rule_state[]){\n", file);
    for (size_t i = 0; i < cells->count; i++) {
        const struct cell *cell = &cells->items[i];

        fprintf(file, "        {%zu, %zu, %zu},\n", cell->longer,
                cell->shorter, set_number(sets, &count, cell->bits | always));
    }
    fputs("    },\n    (const uint64_t[]){\n", file);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "        %#llx,\n", sets[i]);
    fputs("    },\n", file);
    free(sets);
}

static void write_classes(FILE *file, const struct cells *cells)
{
    fputs("    {\n", file);
    for (size_t i = 0; i < 256; i++)
        fprintf(file, "        %zu,\n", cells->classes[i]);
    fputs("    },\n    {\n", file);
    for (size_t i = 0; i < 256; i++) {
        unsigned char form = (unsigned char)fold_forms[i];

        fprintf(file, "        %zu,\n", form ? cells->classes[form] : 0);
    }
    fputs("    },\n", file);
}

/* The state that BYTE leads to at the beginning; the root of one that must be
 * looked at more closely, 0 of marks and blanks, which are left out there. */
static size_t first_state(const struct cells *cells, unsigned char byte)
{
    unsigned char form = (unsigned char)fold_forms[byte];
    size_t place = cells->items[1].longer + cells->classes[form];

    if (!form)
        return byte & 0x80 ? 1 : 0;
    return cells->items[place].shorter == 1 ? place : 0;
}

static void write_firsts(FILE *file, const struct cells *cells)
{
    fputs("    {\n", file);
    for (unsigned i = 0; i < 256; i++)
        fprintf(file, "        %zu,\n", first_state(cells, (unsigned char)i));
    fputs("    },\n", file);
}

/* Marks the letters that PHRASE may begin with; a short one goes on with any. */
static void mark_openings(unsigned long long openings[512], const char *phrase)
{
    size_t first = 0;
    size_t count = 1;

    for (size_t i = 0; i < 3; i++) {
        first = first << 5 | rule_letter(*phrase);
        if (!*phrase)
            count <<= 5;
        else if (!byte_is_letter(*phrase++))
            return;
    }
    for (size_t bit = first; bit < first + count; bit++)
        openings[bit / 64] |= 1ull << bit % 64;
}

static void write_openings(FILE *file, const struct tree *tree)
{
    unsigned long long openings[512] = {0};

    for (size_t i = 0; i < tree->count; i++)
        mark_openings(openings, tree->phrases[i].bytes);
    fputs("    {\n", file);
    for (size_t i = 0; i < 512; i++)
        fprintf(file, "        %#llx,\n", openings[i]);
    fputs("    }\n", file);
}

void tree_write(struct tree *tree, FILE *file, const char *name,
                unsigned long long always)
{
    struct cells cells;

    grow_tree(tree);
    place_all(&cells, tree);
    fprintf(file, "\nconst struct rule_tree rule_%s_tree = {\n", name);
    write_cells(file, &cells, always);
    write_classes(file, &cells);
    write_firsts(file, &cells);
    write_openings(file, tree);
    fputs("};\n", file);
    free(cells.items);
    free(cells.places);
    free(tree->phrases);
    free(tree->states);
}
