/*
 * phrase_tree.h - the trees of phrases that rules_compile writes. Of rules/
 * alone.
 */
#ifndef RULES_PHRASE_TREE_H
#define RULES_PHRASE_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The state that is the empty beginning of all phrases. */
#define RULE_TREE_ROOT 1

/*
 * A tree of phrases, each of which stands for a set of bits. The state that a
 * byte leads to stands at the byte's class past LONGER, if there SHORTER says
 * so. Blanks stand for hyphens too. A state has eight bytes because most of
 * the time of rule_mentions() goes into finding them.
 */
struct rule_state {
    unsigned longer;            /* where states that are one byte longer are */
    unsigned short shorter;     /* the state that this is one byte longer than;
                                   0: there is no such state */
    unsigned short set;         /* what it stands for as a phrase; 0: none */
};

struct rule_tree {
    const struct rule_state *states;
    const uint64_t *sets;
    unsigned char classes[256];     /* of folded bytes */
    unsigned char written[256];     /* of bytes as they are written; 0 where
                                       one must look closer */
    unsigned short firsts[256];     /* the states of bytes as they are written;
                                       1 where one must look closer */
    uint64_t openings[512];         /* bits: three letters with which a phrase
                                       may begin; most words have others */
};
extern const struct rule_tree rule_mention_tree, rule_event_tree;

/* The number of LETTER, small or capital, in the alphabet. */
static inline size_t rule_letter(char letter)
{
    return (unsigned char)letter & 31;
}

/* False if no phrase begins with the three LETTERS. */
static inline bool rule_tree_opens(const struct rule_tree *tree,
                                   const char *letters)
{
    size_t bit = rule_letter(letters[0]) << 10 |
                 rule_letter(letters[1]) << 5 | rule_letter(letters[2]);

    return tree->openings[bit / 64] >> bit % 64 & 1;
}

/* The state that a byte of CLASS leads to from STATE; 0 if no phrase goes on
 * so. */
static inline size_t rule_tree_next(const struct rule_tree *tree, size_t state,
                                    size_t class)
{
    size_t next = tree->states[state].longer + class;

    return tree->states[next].shorter == state ? next : 0;
}

/* The same of FORM, a folded byte. */
static inline size_t rule_tree_step(const struct rule_tree *tree, size_t state,
                                    char form)
{
    return rule_tree_next(tree, state, tree->classes[(unsigned char)form]);
}

#endif
