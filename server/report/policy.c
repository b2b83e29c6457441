/* Finds the policies that a text names. */
#include "policy.h"

#include <string.h>

#include "name.h"

/* How many of OWN's versions, from number FIRST on, are of its policy. */
static size_t own_count(const struct own_policies *own, size_t first)
{
    size_t end = first + 1;

    while (end < own->count &&
           !strcmp(own->items[end].folded, own->items[first].folded))
        end++;
    return end - first;
}

bool policy_at(const struct own_policies *own, size_t index,
               struct policy *policy)
{
    size_t first = 0;

    if (index < rule_policy_count) {
        const struct rule_policy *rule = &rule_policies[index];

        *policy = (struct policy){rule, NULL, rule->edition_count};
        return true;
    }
    if (!own)
        return false;
    for (index -= rule_policy_count; index && first < own->count; index--)
        first += own_count(own, first);
    if (first >= own->count)
        return false;
    *policy = (struct policy){NULL, &own->items[first], own_count(own, first)};
    return true;
}

bool policy_same(const struct policy *one, const struct policy *other)
{
    return one->rule == other->rule && one->own == other->own;
}

const char *policy_label(const struct policy *policy)
{
    return policy->rule ? policy->rule->name : policy->own->name;
}

/* The longer of LENGTH and how much of REST the folded PHRASE takes, as whole
 * words. */
static size_t longer(size_t length, struct slice rest, const char *phrase)
{
    size_t taken;

    if (byte_lower(slice_at(rest, 0)) != *phrase)
        return length;
    taken = name_begins(rest, phrase);
    return taken > length && !byte_is_word(slice_at(rest, taken)) ? taken
                                                                  : length;
}

static size_t longest(size_t length, struct slice rest,
                      const char *const *phrases)
{
    for (; *phrases; phrases++)
        length = longer(length, rest, *phrases);
    return length;
}

static size_t taken_by(struct slice rest, const struct policy *policy)
{
    const struct rule_policy *rule = policy->rule;
    size_t length;

    if (!rule)
        return longer(0, rest, policy->own->folded);
    length = longer(0, rest, rule->folded);
    length = longer(length, rest, rule->title_folded);
    length = longest(length, rest, rule->aliases);
    return longest(length, rest, rule->former);
}

/* The policy that is named at AT. */
static bool read_at(struct slice text, size_t at,
                    const struct own_policies *own, struct policy_name *name)
{
    struct slice rest = slice_from(text, at);
    struct policy policy;
    size_t most = 0;

    for (size_t index = 0; policy_at(own, index, &policy); index++) {
        size_t length = taken_by(rest, &policy);

        if (length <= most)
            continue;
        most = length;
        *name = (struct policy_name){policy, {at, at + length}};
    }
    return most > 0;
}

bool policy_find(struct slice text, size_t from, const struct own_policies *own,
                 struct policy_name *name)
{
    for (size_t at = from; at < text.length; at++) {
        if (byte_is_word(text.bytes[at]) &&
            (!at || !byte_is_word(text.bytes[at - 1])) &&
            read_at(text, at, own, name))
            return true;
    }
    return false;
}
