/* Applies the policies that a CA has of its own. */
#include "settings_group.h"

#include <string.h>

#include "array.h"
#include "date.h"
#include "memory.h"
#include "settings_problems.h"

#define EXAMPLE                                                               \
    "{\"name\": \"Example Trust CP/CPS\", \"version\": \"5.3\", "            \
    "\"since\": \"2026-01-10\"}"

/* The room of a member. */
#define ROOM(member) (sizeof((struct own_policy *)NULL)->member)

static bool take_name(struct own_policy *policy, struct slice name)
{
    if (!setting_is_line(name, ROOM(name)) ||
        !fold(name, policy->folded, sizeof policy->folded))
        return false;
    memcpy(policy->name, name.bytes, name.length);
    return true;
}

/* "v5.3" is "5.3". */
static bool take_version(struct own_policy *policy, struct slice version)
{
    if (byte_is_in(slice_at(version, 0), "vV") && slice_digit_at(version, 1))
        version = slice_from(version, 1);
    if (!version.length || !setting_is_line(version, ROOM(version)))
        return false;
    memcpy(policy->version, version.bytes, version.length);
    return true;
}

static bool take_since(struct own_policy *policy, struct slice day)
{
    struct date date;

    if (day.length != strlen("YYYY-MM-DD") || !date_find(day, 0, &date) ||
        !date.valid || date.form != DATE_ISO ||
        date.span.end - date.span.start != day.length)
        return false;
    policy->since = date.days;
    return true;
}

static const struct {
    const char *key;
    bool (*take)(struct own_policy *policy, struct slice value);
    const char *allowed;
} members[] = {
    {"name", take_name, "a string of one line, at most 127 bytes long"},
    {"version", take_version, "a string of one line, at most 31 bytes long"},
    {"since", take_since, "a day, YYYY-MM-DD, in quotes"},
};

static const char *policy_key(size_t index)
{
    return members[index].key;
}

static void apply_member(const struct reading *reading, size_t index,
                         const json_t *value)
{
    if (!json_is_string(value) ||
        !members[index].take(reading->policy, setting_slice(value)))
        setting_complain(reading, members[index].key, value,
                         members[index].allowed);
}

static const struct group policy_group = {
    "a key of a policy", EXAMPLE, LENGTH_OF(members), policy_key, apply_member,
};

/* Inserts POLICY among those of its name, after the older ones. */
static void add(struct own_policies *policies, const struct own_policy *policy)
{
    size_t at = policies->count;

    for (size_t i = 0; i < policies->count; i++) {
        if (!strcmp(policies->items[i].folded, policy->folded) &&
            (policies->items[i].since <= policy->since || at > i))
            at = policies->items[i].since <= policy->since ? i + 1 : i;
    }
    memmove(&policies->items[at + 1], &policies->items[at],
            (policies->count - at) * sizeof *policy);
    policies->items[at] = *policy;
    policies->count++;
}

/* Policy NUMBER of the list is VALUE, which is no object. */
static void complain_policy(const struct reading *reading, size_t number,
                            const json_t *value)
{
    char *found = settings_problem_value(value);

    settings_problems_add(reading->problems,
                          "policy %zu of \"policies\" is %s; it must be an "
                          "object such as %s.",
                          number + 1, found, policy_group.example);
    memory_free(found);
}

/* Policy NUMBER of the list; a wrong one is named and left out. */
static void apply_policy(const struct reading *reading, size_t number,
                         const json_t *value)
{
    struct own_policy policy = {.since = 0};
    struct reading inner = *reading;

    inner.policy = &policy;
    if (!json_is_object(value)) {
        complain_policy(reading, number, value);
        return;
    }
    settings_apply_members(&inner, &policy_group, value);
    if (!json_object_get(value, "name") || !json_object_get(value, "version"))
        settings_problems_add(
            reading->problems, "policy %zu of \"policies\" has no \"%s\".",
            number + 1, json_object_get(value, "name") ? "version" : "name");
    if (*policy.name && *policy.version)
        add(&reading->settings->checks.policies, &policy);
}

void settings_apply_policies(const struct reading *reading,
                             const json_t *value)
{
    struct own_policies *policies = &reading->settings->checks.policies;
    size_t count = json_array_size(value);

    if (!json_is_array(value)) {
        setting_complain(reading, "policies", value,
                         "a list such as [" EXAMPLE "]");
        return;
    }
    if (count > OWN_POLICIES_MOST)
        settings_problems_add(reading->problems,
                              "\"policies\" has %zu policies; only the first "
                              "%d are taken.",
                              count, OWN_POLICIES_MOST);
    memset(policies, 0, sizeof *policies);
    for (size_t i = 0; i < count && i < OWN_POLICIES_MOST; i++)
        apply_policy(reading, i, json_array_get(value, i));
}
