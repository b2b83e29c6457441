/*
 * settings.c - applies what the user has set, in an editor or in a file.
 */
#include "settings.h"

#include <string.h>

#include "array.h"
#include "memory.h"
#include "settings_group.h"
#include "settings_problems.h"

void settings_default(struct settings *settings)
{
    check_options_default(&settings->checks, 0);
    settings->off = 0;
}

char *settings_versions(void)
{
    const char **numbers =
        memory_new((rule_guideline_count + 1) * sizeof *numbers);
    size_t count = 0;
    char *list = NULL;

    for (size_t i = 0; i < rule_guideline_count; i++) {
        if (rule_guidelines[i].templated)
            numbers[count++] = rule_guidelines[i].number;
    }
    numbers[count] = NULL;
    list = setting_enumerate(numbers, " or ");
    memory_free(numbers);
    return list;
}

static void complain_version(const struct reading *reading, const json_t *value,
                             const char *remark)
{
    char *versions = settings_versions();
    struct buffer allowed = {NULL, 0, 0};

    buffer_add_string(&allowed, versions);
    buffer_add_string(&allowed, remark);
    setting_complain(reading, "guidelines", value, allowed.bytes);
    buffer_free(&allowed);
    memory_free(versions);
}

static void apply_guidelines(const struct reading *reading, const json_t *value)
{
    const struct rule_guideline *guideline = NULL;

    if (json_is_string(value))
        guideline = rule_guideline_find(setting_slice(value));
    if (guideline && guideline->templated)
        reading->settings->checks.guideline = guideline;
    else if (guideline)
        complain_version(reading, value,
                         " (older versions have other templates)");
    else if (json_is_string(value))
        complain_version(reading, value, "");
    else
        complain_version(reading, value, ", in quotes");
}

static void apply_draft(const struct reading *reading, const json_t *value)
{
    if (json_is_boolean(value))
        reading->settings->checks.draft = json_is_true(value);
    else
        setting_complain(reading, "draft", value, "true or false");
}

static const char *rule_key(size_t index)
{
    return rules[index].id;
}

static void apply_rule(const struct reading *reading, size_t index,
                       const json_t *value)
{
    int severity = -1;

    if (json_is_string(value))
        severity = rule_severity_find(setting_slice(value));
    if (severity < 0)
        setting_complain(reading, rules[index].id, value,
                 "\"error\", \"warning\", \"information\", \"hint\" or "
                 "\"off\"");
    else
        reading->settings->checks.severities[index] = (signed char)severity;
}

static const struct group rule_group = {
    "a rule", "{\"hard-wrap\": \"off\"}", RULE_COUNT, rule_key, apply_rule,
};

static const struct {
    const char *key;
    enum feature feature;
} features[] = {
    {"hover", FEATURE_HOVER},           {"documentSymbols", FEATURE_SYMBOLS},
    {"foldingRanges", FEATURE_FOLDING}, {"documentLinks", FEATURE_LINKS},
    {"codeLenses", FEATURE_LENSES},     {"inlayHints", FEATURE_HINTS},
    {"completion", FEATURE_COMPLETION}, {"formatting", FEATURE_FORMATTING},
    {"documentHighlights", FEATURE_HIGHLIGHTS},
};

static const char *feature_key(size_t index)
{
    return features[index].key;
}

static void apply_feature(const struct reading *reading, size_t index,
                          const json_t *value)
{
    if (json_is_true(value))
        reading->settings->off &= ~(unsigned)features[index].feature;
    else if (json_is_false(value))
        reading->settings->off |= features[index].feature;
    else
        setting_complain(reading, features[index].key, value, "true or false");
}

static const struct group feature_group = {
    "a feature that can be switched",
    "{\"inlayHints\": false}",
    LENGTH_OF(features),
    feature_key,
    apply_feature,
};

/* True if ID is the letter A and six digits. */
static bool is_owner_id(struct slice id)
{
    return id.length == 7 && slice_at(id, 0) == 'A' &&
           slice_skip_digits(id, 1) == 7;
}

static bool is_owner_name(struct slice name)
{
    return setting_is_line(name, sizeof((struct check_owner *)NULL)->name);
}

static const struct {
    const char *key;
    size_t offset, room;        /* in struct check_owner */
    bool (*accepts)(struct slice value);
    const char *allowed;
} owner_facts[] = {
    {"id", offsetof(struct check_owner, id),
     sizeof((struct check_owner *)NULL)->id, is_owner_id,
     "a string of the letter A and six digits, such as \"A000123\""},
    {"name", offsetof(struct check_owner, name),
     sizeof((struct check_owner *)NULL)->name, is_owner_name,
     "a string of one line, at most 255 bytes long"},
};

static const char *owner_key(size_t index)
{
    return owner_facts[index].key;
}

static void apply_owner(const struct reading *reading, size_t index,
                        const json_t *value)
{
    char *owner = (char *)&reading->settings->checks.owner;
    struct slice string = setting_slice(value);

    if (!json_is_string(value) || !owner_facts[index].accepts(string)) {
        setting_complain(reading, owner_facts[index].key, value,
                 owner_facts[index].allowed);
        return;
    }
    memset(owner + owner_facts[index].offset, 0, owner_facts[index].room);
    memcpy(owner + owner_facts[index].offset, string.bytes, string.length);
}

static const struct group owner_group = {
    "a key of \"caOwner\"",
    "{\"id\": \"A000123\"}",
    LENGTH_OF(owner_facts),
    owner_key,
    apply_owner,
};

/* Each setting is an object, or has a value of its own. */
static const struct {
    const char *key;
    const struct group *group;
    void (*apply)(const struct reading *reading, const json_t *value);
} known_settings[] = {
    {"guidelines", .apply = apply_guidelines},
    {"draft", .apply = apply_draft},
    {"rules", &rule_group},
    {"features", &feature_group},
    {"caOwner", &owner_group},
    {"policies", .apply = settings_apply_policies},
};

static const char *setting_key(size_t index)
{
    return known_settings[index].key;
}

static void apply_setting(const struct reading *reading, size_t index,
                          const json_t *value)
{
    if (known_settings[index].apply)
        known_settings[index].apply(reading, value);
    else
        settings_apply_group(reading, known_settings[index].key,
                    known_settings[index].group, value);
}

static const struct group setting_group = {
    "a setting", "{\"draft\": true}", LENGTH_OF(known_settings),
    setting_key, apply_setting,
};

/* VALUE is not an object. */
static void complain_object(const struct reading *reading, const json_t *value)
{
    char *found = settings_problem_value(value);

    settings_problems_add(reading->problems,
                          "the settings are %s; they must be an object such "
                          "as %s.",
                          found, setting_group.example);
    memory_free(found);
}

void settings_apply(struct settings *settings, const json_t *value,
                    struct settings_problems *problems)
{
    const struct reading reading = {settings, problems, NULL};

    if (!value || json_is_null(value))
        return;
    if (json_is_object(value))
        settings_apply_members(&reading, &setting_group, value);
    else
        complain_object(&reading, value);
}

/* What an editor's extension keeps in the same section for itself. */
static const char *const others[] = {"serverPath", "serverArguments", "trace"};

/* The innermost section of ours in VALUE, or VALUE. */
static const json_t *section_of(const json_t *value)
{
    const json_t *inner = value;

    while (inner) {
        value = inner;
        inner = json_object_get(value, SETTINGS_SECTION);
    }
    return value;
}

static bool is_ours(const char *key)
{
    bool ours = !strncmp(key, SETTINGS_SECTION, strlen(SETTINGS_SECTION));

    for (size_t i = 0; i < setting_group.count; i++)
        ours |= !strcmp(key, known_settings[i].key);
    for (size_t i = 0; i < LENGTH_OF(others); i++)
        ours |= !strcmp(key, others[i]);
    return ours;
}

const json_t *settings_among(const json_t *settings)
{
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)settings, key, value) {
        if (is_ours(key))
            return settings;
    }
    return NULL;
}

void settings_apply_editor(struct settings *settings, const json_t *value,
                           struct settings_problems *problems)
{
    json_t *own = json_copy((json_t *)section_of(value));

    for (size_t i = 0; i < LENGTH_OF(others); i++)
        json_object_del(own, others[i]);
    settings_apply(settings, own, problems);
    json_decref(own);
}
