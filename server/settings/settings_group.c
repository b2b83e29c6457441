/* Applies the members of an object of the settings, and says what is wrong. */
#include "settings_group.h"

#include <string.h>

#include "memory.h"
#include "settings_problems.h"

#define LIST_MOST 200       /* bytes of a list that people still read */

struct slice setting_slice(const json_t *string)
{
    return (struct slice){json_string_value(string),
                          json_string_length(string)};
}

bool setting_is_line(struct slice text, size_t room)
{
    return text.length < room && !memchr(text.bytes, '\0', text.length) &&
           !memchr(text.bytes, '\n', text.length);
}

void setting_complain(const struct reading *reading, const char *key,
                      const json_t *value, const char *allowed)
{
    char *found = settings_problem_value(value);

    settings_problems_add(reading->problems, "\"%s\" is %s; it must be %s.",
                          key, found, allowed);
    memory_free(found);
}

char *setting_enumerate(const char *const *names, const char *and)
{
    struct buffer list = {NULL, 0, 0};

    for (; *names; names++) {
        buffer_add_char(&list, '"');
        buffer_add_string(&list, *names);
        buffer_add_char(&list, '"');
        if (names[1])
            buffer_add_string(&list, names[2] ? ", " : and);
    }
    return buffer_take(&list);
}

/* Says that KEY is not a member of GROUP, and which of the KNOWN ones may be
 * meant, or all of them if that is soon said. */
static void complain_key(const struct reading *reading,
                         const struct group *group, const char *key,
                         const char *const *known)
{
    const char *nearest = rule_nearest(key, known);
    char *found = settings_problem_key(key);
    char *list = setting_enumerate(known, " and ");

    if (nearest)
        settings_problems_add(reading->problems,
                              "\"%s\" is not %s; did you mean \"%s\"?", found,
                              group->member, nearest);
    else if (strlen(list) <= LIST_MOST)
        settings_problems_add(reading->problems,
                              "\"%s\" is not %s; there are %s.", found,
                              group->member, list);
    else
        settings_problems_add(reading->problems, "\"%s\" is not %s.", found,
                              group->member);
    memory_free(list);
    memory_free(found);
}

static void apply_member(const struct reading *reading,
                         const struct group *group, const char *key,
                         const json_t *value)
{
    const char **known = memory_new((group->count + 1) * sizeof *known);
    size_t index = group->count;

    for (size_t i = 0; i < group->count; i++) {
        known[i] = group->key(i);
        if (!strcmp(known[i], key))
            index = i;
    }
    known[group->count] = NULL;
    if (index < group->count)
        group->apply(reading, index, value);
    else if (!settings_problems_are_enough(reading->problems))
        complain_key(reading, group, key, known);
    memory_free(known);
}

void settings_apply_members(const struct reading *reading,
                            const struct group *group, const json_t *object)
{
    const char *key;
    json_t *value;

    /* jansson's iteration takes no const, but changes nothing. */
    json_object_foreach((json_t *)object, key, value) {
        if (!json_is_null(value))
            apply_member(reading, group, key, value);
    }
}

void settings_apply_group(const struct reading *reading, const char *key,
                          const struct group *group, const json_t *value)
{
    struct buffer allowed = {NULL, 0, 0};

    if (json_is_object(value)) {
        settings_apply_members(reading, group, value);
        return;
    }
    buffer_add_string(&allowed, "an object such as ");
    buffer_add_string(&allowed, group->example);
    setting_complain(reading, key, value, allowed.bytes);
    buffer_free(&allowed);
}
