/*
 * mentions.c - writes the tree of all phrases, for a text to be gone through
 * once for all lists.
 *
 * The states are found from those that are one byte shorter, and then laid out
 * as mention.c wants them.
 */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "faults.h"
#include "output.h"

/* The longest phrase, folded, with its NUL. */
#define PHRASE_ROOM 256

/* A phrase or a name, and the bit of its list. */
struct phrase {
    char bytes[PHRASE_ROOM];
    unsigned long long list;
};

/* A beginning that phrases have: the first LENGTH bytes of PHRASE. */
struct state {
    size_t phrase, length;
    size_t first, end;          /* the states that are one byte longer */
    unsigned long long lists;
};

struct tree {
    struct phrase *phrases;
    size_t count;
    struct state *states;
    size_t state_count;
    unsigned long long unknown; /* the lists that aren't in it */
};

/* TEXT is a phrase, or a name, of LIST. */
static void add_phrase(struct tree *tree, struct slice text, size_t list)
{
    struct phrase *phrase;

    tree->phrases = grow(tree->phrases, tree->count + 1, sizeof *phrase);
    phrase = &tree->phrases[tree->count];
    phrase->list = 1ull << list;
    if (!fold(text, phrase->bytes, sizeof phrase->bytes))
        return;
    for (char *at = phrase->bytes; *at; at++) {
        if (*at == '-')
            *at = ' ';
    }
    tree->count++;
}

/* Adds what the entries of RECORD called KEY list. */
static void add_listed(struct tree *tree, const struct record *record,
                       const char *key, size_t list)
{
    struct slice part;

    for (size_t i = 0; i < record->count; i++) {
        const char *rest = record->entries[i].value;

        if (strcmp(record->entries[i].key, key) != 0)
            continue;
        while (list_next(&rest, &part))
            add_phrase(tree, part, list);
    }
}

/* Adds the name of each record of KIND, and the others under KEY. */
static void add_names(struct tree *tree, const struct records *records,
                      const char *kind, const char *key, size_t list)
{
    const struct record *record;

    for (size_t i = 0; (record = records_nth(records, kind, i)); i++) {
        add_phrase(tree, as_slice(record_name(record)), list);
        add_listed(tree, record, key, list);
    }
}

/* The bits of a set: one for each list that is looked for anywhere, one for
 * all others, of which nothing will be known, and one for names. */
#define UNKNOWN_BIT 62
#define NAMES_BIT 63

static void read_phrases(struct tree *tree, const struct records *records)
{
    const struct record *record;
    size_t bit = 0;

    tree->unknown = 1ull << UNKNOWN_BIT;
    for (size_t i = 0; (record = records_nth(records, "phrases", i)); i++) {
        if (*record_text(record, "anywhere") && bit < UNKNOWN_BIT)
            add_listed(tree, record, "phrase", bit++);
    }
    add_names(tree, records, "report", "headings", NAMES_BIT);
    add_names(tree, records, "section", "aliases", NAMES_BIT);
}

/* The bit of each list, in the order of the lists. */
static void write_bits(FILE *file, const struct records *records)
{
    const struct record *record;
    size_t bit = 0;

    fputs("\nconst unsigned char rule_mention_bits[] = {\n", file);
    for (size_t i = 0; (record = records_nth(records, "phrases", i)); i++) {
        bool known = *record_text(record, "anywhere") && bit < UNKNOWN_BIT;

        fprintf(file, "    %zu,\n", known ? bit++ : (size_t)UNKNOWN_BIT);
    }
    fputs("};\n", file);
}

static bool begins_like(const struct tree *tree, size_t phrase,
                        const struct state *state)
{
    return strncmp(tree->phrases[phrase].bytes,
                   tree->phrases[state->phrase].bytes, state->length) == 0;
}

/* Adds the first LENGTH bytes of PHRASE, unless a state from FIRST on is that.
 * A phrase that is no longer ends there. */
static void add_state(struct tree *tree, size_t first, size_t phrase,
                      size_t length)
{
    size_t i = first;
    bool ends = tree->phrases[phrase].bytes[length] == '\0';

    while (i < tree->state_count &&
           !begins_like(tree, phrase, &tree->states[i]))
        i++;
    if (i == tree->state_count) {
        tree->states = grow(tree->states, i + 1, sizeof *tree->states);
        tree->states[i] = (struct state){.phrase = phrase, .length = length};
        tree->state_count++;
    }
    if (ends)
        tree->states[i].lists |= tree->phrases[phrase].list;
}

/* Adds the states that are one byte longer than the state INDEX. */
static void add_longer(struct tree *tree, size_t index)
{
    const struct state state = tree->states[index];
    size_t first = tree->state_count;

    for (size_t i = 0; i < tree->count; i++) {
        if (tree->phrases[i].bytes[state.length] != '\0' &&
            begins_like(tree, i, &state))
            add_state(tree, first, i, state.length + 1);
    }
    tree->states[index].first = first;
    tree->states[index].end = tree->state_count;
}

/* State 0 is the empty beginning of all. */
static void grow_tree(struct tree *tree)
{
    tree->states = grow(NULL, 1, sizeof *tree->states);
    tree->states[0] = (struct state){.length = 0};
    tree->state_count = 1;
    for (size_t i = 0; i < tree->state_count; i++)
        add_longer(tree, i);
}

static size_t last_byte(const struct tree *tree, size_t state)
{
    const char *bytes = tree->phrases[tree->states[state].phrase].bytes;

    return (unsigned char)bytes[tree->states[state].length - 1];
}

/* Bytes that no phrase has are of class 0; a hyphen does for a blank. */
static void find_classes(const struct tree *tree, size_t classes[256])
{
    size_t count = 0;

    for (size_t i = 1; i < tree->state_count; i++) {
        size_t *class = &classes[last_byte(tree, i)];

        if (!*class)
            *class = ++count;
    }
    classes['-'] = classes[' '];
}

/* The tree as a double array, its cells numbered as mention.c wants them. */
struct cells {
    struct cell {
        size_t longer, shorter;
        unsigned long long lists;
    } *items;
    unsigned long long unknown;
    size_t count;
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
                    const struct state *state, size_t base)
{
    make_room(cells, base + 256);
    for (size_t i = state->first; i < state->end; i++) {
        if (cells->items[base + cells->classes[last_byte(tree, i)]].shorter)
            return false;
    }
    return true;
}

static void place_longer(struct cells *cells, const struct tree *tree,
                         size_t index)
{
    const struct state *state = &tree->states[index];
    size_t base = 1;

    while (!is_free(cells, tree, state, base))
        base++;
    cells->items[cells->places[index]].longer = base;
    for (size_t i = state->first; i < state->end; i++) {
        size_t place = base + cells->classes[last_byte(tree, i)];

        cells->places[i] = place;
        cells->items[place].shorter = cells->places[index];
        cells->items[place].lists = tree->states[i].lists;
    }
}

/* Cell 0 is no state's, and cell 1 the root's, which no state leads to. */
static void place_all(struct cells *cells, const struct tree *tree)
{
    *cells = (struct cells){.unknown = tree->unknown};
    find_classes(tree, cells->classes);
    cells->places = grow(NULL, tree->state_count, sizeof *cells->places);
    cells->places[0] = 1;
    make_room(cells, 2);
    cells->items[1].shorter = USHRT_MAX;
    for (size_t i = 0; i < tree->state_count; i++)
        place_longer(cells, tree, i);
}

/* The number of LISTS among the SETS, to which it is added if need be. */
static size_t set_number(unsigned long long *sets, size_t *count,
                         unsigned long long lists)
{
    size_t i = 0;

    while (i < *count && sets[i] != lists)
        i++;
    if (i == *count)
        sets[(*count)++] = lists;
    return i;
}

static void write_cells(FILE *file, const struct cells *cells)
{
    unsigned long long *sets = grow(NULL, cells->count + 1, sizeof *sets);
    size_t count = 0;

    set_number(sets, &count, cells->unknown);
    fputs("\nconst struct rule_mention rule_mention_states[] = {\n", file);
    for (size_t i = 0; i < cells->count; i++) {
        const struct cell *cell = &cells->items[i];

        fprintf(file, "    {%zu, %zu, %zu},\n", cell->longer, cell->shorter,
                set_number(sets, &count, cell->lists | cells->unknown));
    }
    fputs("};\n\nconst uint64_t rule_mention_sets[] = {\n", file);
    for (size_t i = 0; i < count; i++)
        fprintf(file, "    %#llx,\n", sets[i]);
    fputs("};\n", file);
    free(sets);
}

static void write_classes(FILE *file, const struct cells *cells)
{
    fputs("\nconst unsigned char rule_mention_classes[256] = {\n", file);
    for (size_t i = 0; i < 256; i++)
        fprintf(file, "    %zu,\n", cells->classes[i]);
    fputs("};\n", file);
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
    fputs("\nconst unsigned short rule_mention_firsts[256] = {\n", file);
    for (unsigned i = 0; i < 256; i++)
        fprintf(file, "    %zu,\n", first_state(cells, (unsigned char)i));
    fputs("};\n", file);
}

void write_mentions(const struct writer *writer)
{
    struct tree tree = {NULL, 0, NULL, 0, 0};
    struct cells cells;

    read_phrases(&tree, writer->records);
    grow_tree(&tree);
    place_all(&cells, &tree);
    write_cells(writer->file, &cells);
    write_classes(writer->file, &cells);
    write_firsts(writer->file, &cells);
    write_bits(writer->file, writer->records);
    free(cells.items);
    free(cells.places);
    free(tree.phrases);
    free(tree.states);
}
