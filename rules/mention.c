/*
 * mention.c - which lists of phrases a text may hold a phrase of, in one pass.
 *
 * All phrases lie in one tree, which rules_compile writes as a double array:
 * the state that a byte of class C leads to from state S stands at C behind
 * where S says, if there it says that it comes from S. Words are looked at as
 * they are written, as far as each byte stands for itself.
 */
#include "rules.h"

/* The empty beginning of all phrases. */
#define ROOT 1

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The state that FORM, a folded byte, leads to from STATE; 0 if no phrase goes
 * on so. */
static size_t step(size_t state, char form)
{
    size_t next = rule_mention_states[state].longer +
                  (size_t)rule_mention_classes[(unsigned char)form];

    return rule_mention_states[next].shorter == state ? next : 0;
}

/* The form of the byte at AT; '\0' if one must look closer. */
static char form_at(struct slice text, size_t at)
{
    char form = fold_forms[(unsigned char)text.bytes[at]];

    if (!form && text.bytes[at] == ' ' && at + 1 < text.length &&
        fold_forms[(unsigned char)text.bytes[at + 1]])
        return ' ';
    return form;
}

/* Goes on from STATE at AT, where not each byte stands for itself. */
static uint64_t read_closely(struct slice text, size_t at, size_t state)
{
    struct fold_reader reader = {.text = text, .at = at};
    uint64_t lists = 0;
    char form;

    while (state && (form = fold_read(&reader))) {
        state = step(state, form);
        lists |= rule_mention_sets[rule_mention_states[state].lists];
    }
    return lists;
}

/* The lists of which a phrase begins at AT in TEXT. */
static uint64_t begun(struct slice text, size_t at)
{
    size_t state = rule_mention_firsts[(unsigned char)text.bytes[at]];
    uint64_t lists = 0;

    if (state == ROOT)
        return read_closely(text, at, state);
    while (state) {
        char form;

        if (rule_mention_states[state].lists)
            lists |= rule_mention_sets[rule_mention_states[state].lists];
        if (++at == text.length)
            break;
        form = form_at(text, at);
        if (!form)
            return lists | read_closely(text, at, state);
        state = step(state, form);
    }
    return lists;
}

uint64_t rule_mentions(struct slice text)
{
    uint64_t lists = rule_mention_sets[0];

    for (size_t at = 0; at < text.length;) {
        if (rule_mention_firsts[(unsigned char)text.bytes[at]])
            lists |= begun(text, at);
        if (is_letter(text.bytes[at++])) {
            while (at < text.length && is_letter(text.bytes[at]))
                at++;
        }
    }
    return lists;
}
