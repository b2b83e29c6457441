/*
 * mention.c - which lists of phrases a text may hold a phrase of, in one pass.
 *
 * Words are looked at as they are written, as far as each byte stands for
 * itself.
 */
#include "byte.h"
#include "phrase_tree.h"
#include "rules.h"

/* Goes on from STATE at AT, where not each byte stands for itself. */
static uint64_t read_closely(struct slice text, size_t at, size_t state)
{
    const struct rule_tree *tree = &rule_mention_tree;
    struct fold_reader reader = {.text = text, .at = at};
    uint64_t lists = 0;
    char form;

    while (state && (form = fold_read(&reader))) {
        state = rule_tree_step(tree, state, form);
        lists |= tree->sets[tree->states[state].set];
    }
    return lists;
}

/* The class of the byte at AT; 0 where one must look closer. A blank stands for
 * itself between two bytes that do. */
static size_t class_at(struct slice text, size_t at)
{
    const struct rule_tree *tree = &rule_mention_tree;
    size_t class = tree->written[(unsigned char)text.bytes[at]];

    if (!class && text.bytes[at] == ' ' && at + 1 < text.length &&
        tree->written[(unsigned char)text.bytes[at + 1]])
        return tree->classes[' '];
    return class;
}

/* The lists of which a phrase begins at AT in TEXT. */
static uint64_t begun(struct slice text, size_t at)
{
    const struct rule_tree *tree = &rule_mention_tree;
    size_t state = tree->firsts[(unsigned char)text.bytes[at]];
    uint64_t lists = tree->sets[tree->states[state].set];

    if (state == RULE_TREE_ROOT)
        return read_closely(text, at, state);
    while (state && ++at < text.length) {
        size_t class = class_at(text, at);

        if (!class)
            return lists | read_closely(text, at, state);
        state = rule_tree_next(tree, state, class);
        if (tree->states[state].set)
            lists |= tree->sets[tree->states[state].set];
    }
    return lists;
}

/* Past the word that begins at AT, or the byte if none does. */
static size_t past_word(struct slice text, size_t at)
{
    if (byte_is_letter(text.bytes[at++])) {
        while (at < text.length && byte_is_letter(text.bytes[at]))
            at++;
    }
    return at;
}

uint64_t rule_mentions(struct slice text)
{
    const struct rule_tree *tree = &rule_mention_tree;
    uint64_t lists = tree->sets[0];
    size_t at = 0;

    while (at < text.length) {
        size_t end = past_word(text, at);

        if (end - at < 3 ? tree->firsts[(unsigned char)text.bytes[at]] != 0
                         : rule_tree_opens(tree, text.bytes + at))
            lists |= begun(text, at);
        at = end + (slice_at(text, end) == ' ');
    }
    return lists;
}
