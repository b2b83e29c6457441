/*
 * command_settings.h - the settings of each file that is checked.
 *
 * Each settings file is read once, and what is wrong in it said once, however
 * many files it is for.
 */
#ifndef COMMAND_COMMAND_SETTINGS_H
#define COMMAND_COMMAND_SETTINGS_H

#include "settings.h"

/* What has been read from one settings file. */
struct command_settings_entry {
    char *path;                 /* NULL: none; SETTINGS are the defaults */
    struct settings settings;
};

/* {0} is empty, and PROBLEM may then be set, and the rest. */
struct command_settings {
    struct command_settings_entry *entries;
    size_t count, room;
    const char *only;           /* the settings file; NULL: the nearest */
    /* Told of each thing that is wrong in the settings file at PATH. */
    void (*problem)(void *context, const char *path, const char *sentence);
    void *context;
};

/*
 * The settings for the file at PATH ("-": for the current folder), valid until
 * the next call.
 */
const struct settings *
command_settings_for(struct command_settings *all, const char *path);

/* Leaves ALL empty. */
void command_settings_free(struct command_settings *all);

#endif
