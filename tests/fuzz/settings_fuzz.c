/* Settings, as an editor or a file may hold them. */
#include <string.h>

#include "input.h"
#include "settings.h"
#include "utf8.h"

static void judge(const struct settings *settings,
                  const struct settings_problems *problems,
                  const struct buffer *source)
{
    input_expect(settings->checks.guideline != NULL, "no guidelines", source);
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        input_expect(settings->checks.severities[rule] >= SEVERITY_AS_IT_IS &&
                         settings->checks.severities[rule] < SEVERITY_COUNT,
                     "a severity there isn't", source);
    input_expect(strlen(settings->checks.owner.id) <
                     sizeof settings->checks.owner.id,
                 "a CA Owner's id too long", source);
    for (size_t index = 0; index < problems->count; index++) {
        const char *sentence = problems->sentences[index];

        input_expect(utf8_invalid(sentence, strlen(sentence)) ==
                         strlen(sentence),
                     "a problem that isn't UTF-8", source);
    }
}

/* What is applied twice is as if applied once. */
static void apply(const json_t *value, const struct buffer *source)
{
    struct settings_problems problems = {NULL, 0, 0};
    struct settings settings, again;

    settings_default(&settings);
    settings_apply(&settings, value, &problems);
    judge(&settings, &problems, source);
    memcpy(&again, &settings, sizeof settings);
    settings_apply(&again, value, &problems);
    input_expect(again.off == settings.off &&
                     again.checks.draft == settings.checks.draft &&
                     again.checks.guideline == settings.checks.guideline,
                 "not the same when applied again", source);
    settings_apply_editor(&again, value, &problems);
    judge(&again, &problems, source);
    settings_problems_free(&problems);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    struct buffer source = {NULL, 0, 0};
    json_t *value;

    input_text(&input, &source);
    value = json_loadb(source.bytes, source.length,
                       JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
    if (value)
        apply(value, &source);
    json_decref(value);
    buffer_free(&source);
    return 0;
}
