/* Options and operands of one command. */
#include "command_options.h"

#include <stddef.h>
#include <string.h>

#include "command_part.h"
#include "memory.h"

/* Where reading stands. */
struct reader {
    const struct command_option *options;
    void *request;
    char **next, **end; /* arguments still to read */
};

/* The option whose name are the LENGTH bytes at NAME. */
static const struct command_option *
option_find(const struct command_option *options, const char *name,
            size_t length)
{
    for (; options->name; options++)
        if (strlen(options->name) == length &&
            !memcmp(options->name, name, length))
            return options;
    return NULL;
}

static void complain_unknown(const struct command_option *options,
                             const char *name, size_t length)
{
    char *unknown = memory_copy(name, length);
    const char **known = NULL;
    size_t room = 0;
    size_t count = 0;

    for (; options->name; options++) {
        known = memory_grow(known, &room, count + 2, sizeof known[0]);
        known[count++] = options->name;
        known[count] = NULL;
    }
    command_complain_unknown("option", unknown, known);
    memory_free(known);
    memory_free(unknown);
}

static bool set_option(struct reader *reader,
                       const struct command_option *option, const char *value)
{
    if (!option->allowed && value) {
        command_complain("%s takes no value", option->name);
        return false;
    }
    if (option->allowed && !value && reader->next < reader->end)
        value = *reader->next++;
    if (option->allowed && !value) {
        command_complain("%s needs a value: %s", option->name, option->allowed);
        return false;
    }
    if (option->set(reader->request, value))
        return true;
    command_complain("%s can't be \"%s\"; it must be %s", option->name, value,
                     option->allowed);
    return false;
}

/* Reads ARGUMENT, an option, and the value that may follow it. */
static bool read_option(struct reader *reader, const char *argument)
{
    size_t length = strcspn(argument, "=");
    const struct command_option *option =
        option_find(reader->options, argument, length);
    const char *value = argument[length] ? argument + length + 1 : NULL;

    if (option)
        return set_option(reader, option, value);
    complain_unknown(reader->options, argument, length);
    return false;
}

int command_options_read(int argc, char **argv,
                         const struct command_option *options, void *request)
{
    struct reader reader = {options, request, argv + 1, argv + argc};
    bool ended = false;
    int count = 0;

    while (reader.next < reader.end) {
        char *argument = *reader.next++;

        if (!ended && !strcmp(argument, "--"))
            ended = true;
        else if (ended || argument[0] != '-' || !argument[1])
            argv[count++] = argument;
        else if (!read_option(&reader, argument))
            return -1;
    }
    return count;
}
