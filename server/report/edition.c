/* Finds versions of policies by number and by day. */
#include "edition.h"

#include <string.h>

struct rule_edition edition_at(const struct policy *policy, size_t index)
{
    const struct own_policy *own;

    if (policy->rule)
        return policy->rule->editions[index];
    own = &policy->own[index];
    return (struct rule_edition){
        .number = own->version, .day = own->since, .url = ""};
}

bool edition_on(const struct policy *policy, int day, size_t *index)
{
    for (size_t i = policy->edition_count; i-- > 0;) {
        if (edition_at(policy, i).day > day)
            continue;
        *index = i;
        return true;
    }
    return false;
}

/* The last day of those that are given for it. */
static int latest(const struct rule_edition *edition)
{
    return edition->also > edition->day ? edition->also : edition->day;
}

bool edition_superseded(const struct policy *policy, size_t index, int *day)
{
    int followed = edition_at(policy, index).followed;
    bool any = false;

    for (size_t i = index + 1; i < policy->edition_count; i++) {
        struct rule_edition newer = edition_at(policy, i);

        if (!any || latest(&newer) < *day)
            *day = latest(&newer);
        any = true;
    }
    if (any && followed >= *day)
        *day = followed + 1;
    return any;
}

int edition_earliest(const struct policy *policy, size_t index)
{
    struct rule_edition edition = edition_at(policy, index);

    return edition.also && edition.also < edition.day ? edition.also
                                                      : edition.day;
}

/* The digits at AT of a version as a number, past what parts it from those
 * before; 0 where there are none. */
static unsigned long part_at(struct slice number, size_t *at)
{
    unsigned long part = 0;

    while (slice_digit_at(number, *at))
        part = part * 10 + (unsigned long)(number.bytes[(*at)++] - '0');
    if (slice_at(number, *at) == '.')
        (*at)++;
    return part;
}

/* "3.10" is "3.10.0". */
static bool same_number(struct slice one, struct slice other)
{
    size_t at = 0, other_at = 0;

    while (at < one.length || other_at < other.length) {
        size_t before = at, other_before = other_at;

        if (part_at(one, &at) != part_at(other, &other_at))
            return false;
        if (at == before && other_at == other_before)
            return slice_same(slice_from(one, at), slice_from(other, other_at));
    }
    return true;
}

bool edition_numbered(const struct policy *policy, struct slice number,
                      size_t *index)
{
    for (size_t i = 0; i < policy->edition_count; i++) {
        struct rule_edition edition = edition_at(policy, i);

        if (edition.unnumbered ||
            !same_number(slice_of(edition.number), number))
            continue;
        *index = i;
        return true;
    }
    return false;
}

bool edition_dated(const struct policy *policy, int day, size_t *index)
{
    for (size_t i = 0; day && i < policy->edition_count; i++) {
        if (edition_at(policy, i).day != day)
            continue;
        *index = i;
        return true;
    }
    return false;
}
