/*
 * command_options.c - reads the options and operands of one command.
 */
#include "command_options.h"

#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "command.h"
#include "command_complain.h"
#include "memory.h"
#include "report_moment.h"

#define HELP "--help"
#define HELP_LETTER "-h"

/* Where reading stands. */
struct reader {
    const char *command;
    const struct command_option *options;
    void *request;
    char **next, **end;         /* arguments still to read */
    bool help;
};

static const struct command_option no_options[] = {{NULL}};

bool command_set_string(void *member, const char *value)
{
    *(const char **)member = value;
    return *value;
}

bool command_set_day(void *member, const char *value)
{
    struct report_moment *moment = member;

    *moment = (struct report_moment){.given = true};
    return checks_day(slice_of(value), &moment->day);
}

/* The option whose name is NAME, or NULL. */
static const struct command_option *
option_find(const struct command_option *options, const char *name)
{
    for (; options->name; options++) {
        if (!strcmp(options->name, name))
            return options;
    }
    return NULL;
}

static void complain_unknown(const struct reader *reader, const char *name)
{
    const struct command_option *options = reader->options;
    struct buffer help = {NULL, 0, 0};
    const char **known = NULL;
    size_t room = 0;
    size_t count = 0;

    for (; options->name; options++) {
        *memory_append(known, count, room) = options->name;
    }
    *memory_append(known, count, room) = HELP;
    *memory_append(known, count, room) = HELP_LETTER;
    *memory_append(known, count, room) = NULL;
    buffer_addf(&help, "incident-ls %s --help", reader->command);
    command_complain_unknown("an option", name, known, help.bytes);
    buffer_free(&help);
    memory_free(known);
}

static void *member_of(const struct reader *reader,
                       const struct command_option *option)
{
    return (char *)reader->request + option->offset;
}

/* VALUE is NULL if it is not in the same argument. */
static bool read_value(struct reader *reader,
                       const struct command_option *option, const char *value)
{
    if (!value && reader->next < reader->end)
        value = *reader->next++;
    if (!value) {
        command_complain("%s needs a value: %s", option->name, option->allowed);
        return false;
    }
    if (option->set(member_of(reader, option), value))
        return true;
    command_complain("%s can't be \"%s\"; it must be %s", option->name, value,
                     option->allowed);
    return false;
}

static bool set_flag(bool *flag, const char *name, const char *value)
{
    if (value)
        command_complain("%s takes no value", name);
    *flag = true;
    return !value;
}

static bool set_option(struct reader *reader, const char *name,
                       const char *value)
{
    const struct command_option *option = option_find(reader->options, name);

    if (!strcmp(name, HELP) || !strcmp(name, HELP_LETTER))
        return set_flag(&reader->help, name, value);
    if (option && option->allowed)
        return read_value(reader, option, value);
    if (option)
        return set_flag(member_of(reader, option), name, value);
    complain_unknown(reader, name);
    return false;
}

/* Reads ARGUMENT, an option, and the value that may follow it. */
static bool read_option(struct reader *reader, const char *argument)
{
    size_t length = strcspn(argument, "=");
    char *name = memory_copy(argument, length);
    bool ok = set_option(reader, name,
                         argument[length] ? argument + length + 1 : NULL);

    memory_free(name);
    return ok;
}

/* False after a complaint. */
static bool read_words(struct reader *reader, struct command_line *line)
{
    char **operands = line->words;
    bool ended = false;

    line->count = 0;
    while (reader->next < reader->end) {
        char *word = *reader->next++;

        if (!ended && !strcmp(word, "--"))
            ended = true;
        else if (ended || word[0] != '-' || !word[1])
            operands[line->count++] = word;
        else if (!read_option(reader, word))
            return false;
    }
    return true;
}

bool command_line_read(struct command_line *line,
                       const struct command_usage *usage, void *request)
{
    struct reader reader = {line->words[0],
                            usage->options ? usage->options : no_options,
                            request,
                            line->words + 1,
                            line->words + line->count,
                            false};

    line->status = COMMAND_FAILED;
    if (!read_words(&reader, line))
        return false;
    line->status = COMMAND_CLEAN;
    if (reader.help)
        fputs(usage->help, stdout);
    return !reader.help;
}
