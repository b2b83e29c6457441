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

/* The lists of which a phrase begins at AT in TEXT. */
static uint64_t begun(struct slice text, size_t at)
{
    const struct rule_tree *tree = &rule_mention_tree;
    size_t state = tree->firsts[(unsigned char)text.bytes[at]];
    uint64_t lists = 0;

    if (state == RULE_TREE_ROOT)
        return read_closely(text, at, state);
    while (state) {
        char form;

        if (tree->states[state].set)
            lists |= tree->sets[tree->states[state].set];
        if (++at == text.length)
            break;
        form = fold_form_at(text, at);
        if (!form)
            return lists | read_closely(text, at, state);
        state = rule_tree_step(tree, state, form);
    }
    return lists;
}

uint64_t rule_mentions(struct slice text)
{
    const struct rule_tree *tree = &rule_mention_tree;
    uint64_t lists = tree->sets[0];

    for (size_t at = 0; at < text.length;) {
        if (tree->firsts[(unsigned char)text.bytes[at]])
            lists |= begun(text, at);
        if (byte_is_letter(text.bytes[at++])) {
            while (at < text.length && byte_is_letter(text.bytes[at]))
                at++;
        }
    }
    return lists;
}
