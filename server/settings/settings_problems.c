/*
 * settings_problems.c - puts together sentences about wrong settings.
 */
#include "settings_problems.h"

#include <stdarg.h>
#include <string.h>

#include "glyph.h"
#include "memory.h"
#include "utf8.h"

#define PROBLEM_LIMIT 20    /* sentences a user would still read */
#define SHOWN_LIMIT 60      /* bytes of a value in a sentence */

static void add_sentence(struct settings_problems *problems, const char *text)
{
    struct buffer sentence = {NULL, 0, 0};

    glyph_add_unlinked(&sentence, slice_of(text));
    *memory_append(problems->sentences, problems->count, problems->room) =
        buffer_take(&sentence);
}

bool settings_problems_are_enough(const struct settings_problems *problems)
{
    return problems->count > PROBLEM_LIMIT;
}

void settings_problems_add(struct settings_problems *problems,
                           const char *format, ...)
{
    struct buffer text = {NULL, 0, 0};
    va_list arguments;

    if (problems->count == PROBLEM_LIMIT)
        add_sentence(problems, "there are more problems than these.");
    if (settings_problems_are_enough(problems))
        return;
    va_start(arguments, format);
    buffer_add_format(&text, format, arguments);
    va_end(arguments);
    add_sentence(problems, text.bytes);
    buffer_free(&text);
}

/* Takes TEXT over and returns it, cut at a character's start if it is long. */
static char *shorten(char *text)
{
    struct buffer shown = {NULL, 0, 0};

    if (strlen(text) <= SHOWN_LIMIT)
        return text;
    buffer_add(&shown, text, utf8_invalid(text, SHOWN_LIMIT));
    buffer_add_string(&shown, "…");
    memory_free(text);
    return buffer_take(&shown);
}

char *settings_problem_value(const json_t *value)
{
    if (json_is_array(value))
        return memory_copy("a list", strlen("a list"));
    if (json_is_object(value))
        return memory_copy("an object", strlen("an object"));
    /* Fifteen digits give 3.1 back as it was typed. */
    return shorten(
        json_dumps(value, JSON_ENCODE_ANY | JSON_REAL_PRECISION(15)));
}

char *settings_problem_key(const char *key)
{
    return shorten(memory_copy(key, strlen(key)));
}

void settings_problems_free(struct settings_problems *problems)
{
    for (size_t i = 0; i < problems->count; i++)
        memory_free(problems->sentences[i]);
    memory_free(problems->sentences);
    *problems = (struct settings_problems){NULL, 0, 0};
}
