/* What the user has set, from the editor or from a file. */
#include "settings.h"

#include <string.h>

#include "memory.h"
#include "settings_problems.h"
#include "severity.h"

/* A list that is longer than this, in bytes, nobody would read. */
#define LIST_MOST 200

/* What is being read, and where what is found goes. */
struct reading {
    struct settings *settings;
    const char *source;
    bool from_editor;
    struct settings_problems *problems;
};

void settings_default(struct settings *settings)
{
    check_options_default(&settings->checks, 0);
    settings->off = 0;
}

static struct slice string_slice(const json_t *string)
{
    return (struct slice){json_string_value(string),
                          json_string_length(string)};
}

/* Says that KEY has VALUE but must be what is ALLOWED, a clause. */
static void complain(const struct reading *reading, const char *key,
                     const json_t *value, const char *allowed)
{
    char *found = settings_problem_value(value);

    settings_problems_add(reading->problems, reading->source,
                          "\"%s\" is %s; it must be %s.", key, found, allowed);
    memory_free(found);
}

/* "a", "b" and "c", for a list of NAMES that ends with NULL and AND. */
static char *enumerate(const char *const *names, const char *and)
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

/* Says that KEY is no WHAT, a noun, and which of KNOWN may be meant, or all
 * that are known if that is soon said. */
static void complain_key(const struct reading *reading, const char *key,
                         const char *what, const char *const *known)
{
    const char *nearest;
    char *found, *list;

    if (settings_problems_are_enough(reading->problems))
        return;
    nearest = rule_nearest(key, known);
    found = settings_problem_key(key);
    list = enumerate(known, " and ");
    if (nearest)
        settings_problems_add(reading->problems, reading->source,
                              "\"%s\" is no %s; did you mean \"%s\"?", found,
                              what, nearest);
    else if (strlen(list) <= LIST_MOST)
        settings_problems_add(reading->problems, reading->source,
                              "\"%s\" is no %s; there are %s.", found, what,
                              list);
    else
        settings_problems_add(reading->problems, reading->source,
                              "\"%s\" is no %s.", found, what);
    memory_free(list);
    memory_free(found);
}

char *settings_versions(void)
{
    const char **numbers =
        memory_new((rule_guideline_count + 1) * sizeof *numbers);
    size_t count = 0;
    char *list;
    size_t i;

    for (i = 0; i < rule_guideline_count; i++) {
        if (rule_guidelines[i].templated)
            numbers[count++] = rule_guidelines[i].number;
    }
    numbers[count] = NULL;
    list = enumerate(numbers, " or ");
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
    complain(reading, "guidelines", value, allowed.bytes);
    buffer_free(&allowed);
    memory_free(versions);
}

static void apply_guidelines(const struct reading *reading, const json_t *value)
{
    const struct rule_guideline *guideline = NULL;

    if (json_is_string(value))
        guideline = rule_guideline_find(string_slice(value));
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
        complain(reading, "draft", value, "true or false");
}

static void complain_rule(const struct reading *reading, const char *id)
{
    const char *ids[RULE_COUNT + 1];
    size_t i;

    for (i = 0; i < RULE_COUNT; i++)
        ids[i] = rules[i].id;
    ids[RULE_COUNT] = NULL;
    complain_key(reading, id, "rule", ids);
}

static void apply_rule(const struct reading *reading, const char *id,
                       const json_t *value)
{
    int rule = rule_find((struct slice){id, strlen(id)});
    int severity = -1;

    if (json_is_string(value))
        severity = severity_find(string_slice(value));
    if (rule < 0)
        complain_rule(reading, id);
    else if (severity < 0)
        complain(reading, id, value,
                 "\"error\", \"warning\", \"information\", \"hint\" or "
                 "\"off\"");
    else
        reading->settings->checks.severities[rule] = (signed char)severity;
}

static void apply_rules(const struct reading *reading, const json_t *value)
{
    const char *id;
    json_t *severity;

    if (!json_is_object(value)) {
        complain(reading, "rules", value,
                 "an object such as {\"hard-wrap\": \"off\"}");
        return;
    }
    /* jansson's iteration takes no const, but changes nothing. */
    json_object_foreach((json_t *)value, id,
                        severity) if (!json_is_null(severity))
        apply_rule(reading, id, severity);
}

static const struct {
    const char *key;
    enum feature feature;
} known_features[] = {
    {"hover", FEATURE_HOVER},           {"documentSymbols", FEATURE_SYMBOLS},
    {"foldingRanges", FEATURE_FOLDING}, {"documentLinks", FEATURE_LINKS},
    {"codeLenses", FEATURE_LENSES},     {"inlayHints", FEATURE_HINTS},
    {"completion", FEATURE_COMPLETION}, {"formatting", FEATURE_FORMATTING},
    {"documentHighlights", FEATURE_HIGHLIGHTS},
};

#define KNOWN_FEATURES (sizeof known_features / sizeof known_features[0])

static void apply_feature(const struct reading *reading, const char *key,
                          const json_t *value)
{
    const char *keys[KNOWN_FEATURES + 1] = {NULL};
    size_t i;

    for (i = 0; i < KNOWN_FEATURES; i++) {
        keys[i] = known_features[i].key;
        if (strcmp(keys[i], key))
            continue;
        if (json_is_true(value))
            reading->settings->off &= ~(unsigned)known_features[i].feature;
        else if (json_is_false(value))
            reading->settings->off |= known_features[i].feature;
        else if (!json_is_null(value))
            complain(reading, key, value, "true or false");
        return;
    }
    complain_key(reading, key, "feature that can be switched", keys);
}

static void apply_features(const struct reading *reading, const json_t *value)
{
    const char *key;
    json_t *on;

    if (!json_is_object(value)) {
        complain(reading, "features", value,
                 "an object such as {\"inlayHints\": false}");
        return;
    }
    json_object_foreach((json_t *)value, key, on)
        apply_feature(reading, key, on);
}

/* Is ID the letter A and six digits? */
static bool is_owner_id(struct slice id)
{
    size_t at = 1;

    while (at < id.length && id.bytes[at] >= '0' && id.bytes[at] <= '9')
        at++;
    return id.length == 7 && at == 7 && id.bytes[0] == 'A';
}

static bool is_owner_name(struct slice name)
{
    return name.length < sizeof((struct check_owner *)NULL)->name &&
           !memchr(name.bytes, '\0', name.length) &&
           !memchr(name.bytes, '\n', name.length);
}

static const struct {
    const char *key;
    size_t offset, room;        /* in struct check_owner */
    bool (*accepts)(struct slice value);
    const char *allowed;
} owner_keys[] = {
    {"id", offsetof(struct check_owner, id),
     sizeof((struct check_owner *)NULL)->id, is_owner_id,
     "a string of the letter A and six digits, such as \"A000123\""},
    {"name", offsetof(struct check_owner, name),
     sizeof((struct check_owner *)NULL)->name, is_owner_name,
     "a string of one line, at most 255 bytes long"},
};

#define OWNER_KEYS (sizeof owner_keys / sizeof owner_keys[0])

static void apply_owner_key(const struct reading *reading, const char *key,
                            const json_t *value)
{
    const char *keys[OWNER_KEYS + 1] = {NULL};
    char *owner = (char *)&reading->settings->checks.owner;
    struct slice string = string_slice(value);
    size_t i;

    for (i = 0; i < OWNER_KEYS; i++) {
        keys[i] = owner_keys[i].key;
        if (strcmp(keys[i], key))
            continue;
        if (!json_is_string(value) || !owner_keys[i].accepts(string)) {
            complain(reading, key, value, owner_keys[i].allowed);
            return;
        }
        memset(owner + owner_keys[i].offset, 0, owner_keys[i].room);
        memcpy(owner + owner_keys[i].offset, string.bytes, string.length);
        return;
    }
    complain_key(reading, key, "key of \"caOwner\"", keys);
}

static void apply_owner(const struct reading *reading, const json_t *value)
{
    const char *key;
    json_t *member;

    if (!json_is_object(value)) {
        complain(reading, "caOwner", value,
                 "an object such as {\"id\": \"A000123\"}");
        return;
    }
    json_object_foreach((json_t *)value, key, member) {
        if (!json_is_null(member))
            apply_owner_key(reading, key, member);
    }
}

static const struct setting {
    const char *key;
    void (*apply)(const struct reading *reading, const json_t *value);
} known_settings[] = {
    {"guidelines", apply_guidelines},
    {"draft", apply_draft},
    {"rules", apply_rules},
    {"features", apply_features},
    {"caOwner", apply_owner},
};

#define SETTING_COUNT (sizeof known_settings / sizeof known_settings[0])

/* What an editor keeps in the same section to start the server with. */
static bool is_of_editor(const char *key)
{
    static const char *const keys[] = {"serverPath", "serverArguments",
                                       "trace"};
    size_t i;

    for (i = 0; i < sizeof keys / sizeof keys[0]; i++) {
        if (!strcmp(keys[i], key))
            return true;
    }
    return false;
}

static void apply_setting(const struct reading *reading, const char *key,
                          const json_t *value)
{
    const char *keys[SETTING_COUNT + 1] = {NULL};
    size_t i;

    for (i = 0; i < SETTING_COUNT; i++) {
        if (!strcmp(known_settings[i].key, key)) {
            if (!json_is_null(value))
                known_settings[i].apply(reading, value);
            return;
        }
        keys[i] = known_settings[i].key;
    }
    complain_key(reading, key, "setting", keys);
}

static void complain_object(const struct reading *reading, const json_t *value)
{
    char *found = settings_problem_value(value);

    settings_problems_add(reading->problems, reading->source,
                          "the settings are %s; they must be an object such "
                          "as {\"draft\": true}.",
                          found);
    memory_free(found);
}

static void apply_all(const struct reading *reading, const json_t *value)
{
    const char *key;
    json_t *setting;

    if (!value || json_is_null(value))
        return;
    if (!json_is_object(value)) {
        complain_object(reading, value);
        return;
    }
    json_object_foreach((json_t *)value, key, setting) {
        if (!reading->from_editor || !is_of_editor(key))
            apply_setting(reading, key, setting);
    }
}

void settings_apply(struct settings *settings, const json_t *value,
                    const char *source, struct settings_problems *problems)
{
    apply_all(&(struct reading){settings, source, false, problems}, value);
}

void settings_apply_editor(struct settings *settings, const json_t *value,
                           const char *source,
                           struct settings_problems *problems)
{
    apply_all(&(struct reading){settings, source, true, problems}, value);
}
