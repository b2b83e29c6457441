/* Finds the policies that a text names. */
#include "policy.h"

#include "label.h"
#include "name.h"

/* True if no word goes on at AT. */
static bool ends_at(struct slice text, size_t at)
{
    return !byte_is_word(slice_at(text, at));
}

/* How much of REST the folded PHRASE takes, as whole words; 0 if none. */
static size_t taken(struct slice rest, const char *phrase)
{
    size_t length = name_begins(rest, phrase);

    return length && ends_at(rest, length) ? length : 0;
}

static size_t taken_by(struct slice rest, const struct rule_policy *policy)
{
    char folded[LABEL_ROOM];
    size_t longest = 0;

    for (size_t name = 0; policy->aliases[name]; name++) {
        size_t length = taken(rest, policy->aliases[name]);

        if (length > longest)
            longest = length;
    }
    for (int which = 0; which < 2; which++) {
        const char *name = which ? policy->title : policy->name;
        size_t length;

        if (fold_forms[(unsigned char)*name] !=
            fold_forms[(unsigned char)*rest.bytes])
            continue;
        fold(slice_of(name), folded, sizeof folded);
        length = taken(rest, folded);
        if (length > longest)
            longest = length;
    }
    return longest;
}

/* The policy that is named at AT. */
static bool read_at(struct slice text, size_t at, struct policy_name *name)
{
    struct slice rest = slice_from(text, at);
    size_t longest = 0;

    for (size_t index = 0; index < rule_policy_count; index++) {
        size_t length = taken_by(rest, &rule_policies[index]);

        if (length <= longest)
            continue;
        longest = length;
        *name = (struct policy_name){&rule_policies[index], {at, at + length}};
    }
    return longest > 0;
}

bool policy_find(struct slice text, size_t from, struct policy_name *name)
{
    for (size_t at = from; at < text.length; at++) {
        if (byte_is_letter(text.bytes[at]) &&
            (!at || !byte_is_word(text.bytes[at - 1])) &&
            read_at(text, at, name))
            return true;
    }
    return false;
}
