/*
 * command_complain.c - says on stderr what is wrong.
 */
#include "command_complain.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "glyph.h"
#include "memory.h"
#include "rules.h"

void command_complain(const char *format, ...)
{
    struct buffer sentence = {NULL, 0, 0};
    struct buffer shown = {NULL, 0, 0};
    va_list arguments;

    va_start(arguments, format);
    buffer_add_format(&sentence, format, arguments);
    va_end(arguments);
    glyph_add_safe(&shown, buffer_slice(&sentence));
    fprintf(stderr, "incident-ls: %s\n", shown.bytes);
    buffer_free(&shown);
    buffer_free(&sentence);
}

/* Of a letter like "-q" any other is as near as the next. */
static bool is_letter(const char *word)
{
    return strlen(word) <= 2;
}

void command_complain_unknown(const char *what, const char *word,
                              const char *const *known, const char *listed_by)
{
    const char *nearest = is_letter(word) ? NULL : rule_nearest(word, known);

    if (nearest)
        command_complain("\"%s\" is not %s; did you mean \"%s\"?", word, what,
                         nearest);
    else
        command_complain("\"%s\" is not %s; see '%s'", word, what, listed_by);
}
