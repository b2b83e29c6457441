/*
 * tree.h - the tree of all phrases of some lists, for a text to be gone through
 * once for all of them.
 */
#ifndef COMPILER_TREE_H
#define COMPILER_TREE_H

#include <stdio.h>

#include "slice.h"

struct tree_phrase;
struct tree_state;

/* All zero at first. */
struct tree {
    struct tree_phrase *phrases;
    size_t count;
    struct tree_state *states;
    size_t state_count;
};

/* Adds TEXT, folded, with the bits of what it stands for. A hyphen in it is
 * written as a blank. */
void tree_add(struct tree *tree, struct slice text, unsigned long long bits);

/*
 * Writes it as "rule_NAME_tree", see phrase_tree.h, and frees it. Each set of
 * bits has ALWAYS among it.
 */
void tree_write(struct tree *tree, FILE *file, const char *name,
                unsigned long long always);

#endif
