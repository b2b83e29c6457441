/*
 * command_settings.c - reads the settings of each file that is checked.
 */
#include "command_settings.h"

#include <string.h>

#include "file.h"
#include "memory.h"

static bool same(const char *left, const char *right)
{
    return left && right ? !strcmp(left, right) : left == right;
}

/* Reads the file at PATH (NULL: none), a string that the entry takes over. */
static struct command_settings_entry
entry_new(const struct command_settings *all, char *path)
{
    struct command_settings_entry entry = {.path = path};
    struct settings_problems problems = {NULL, 0, 0};

    settings_default(&entry.settings);
    if (path)
        settings_apply_file(&entry.settings, path, &problems);
    for (size_t i = 0; i < problems.count; i++)
        all->problem(all->context, path, problems.sentences[i]);
    settings_problems_free(&problems);
    return entry;
}

/* The settings file for the report at PATH, or NULL. */
static char *nearest(const char *path)
{
    char *folder = path_folder(path, file_path_style);
    char *file = settings_file_find(folder);

    memory_free(folder);
    return file;
}

const struct settings *command_settings_for(struct command_settings *all,
                                            const char *path)
{
    char *file = all->only ? path_of_name(all->only, file_path_style)
                           : nearest(path);

    for (size_t i = 0; i < all->count; i++) {
        if (same(all->entries[i].path, file)) {
            memory_free(file);
            return &all->entries[i].settings;
        }
    }
    all->entries = memory_grow(all->entries, &all->room, all->count + 1,
                               sizeof all->entries[0]);
    all->entries[all->count] = entry_new(all, file);
    return &all->entries[all->count++].settings;
}

void command_settings_free(struct command_settings *all)
{
    for (size_t i = 0; i < all->count; i++)
        memory_free(all->entries[i].path);
    memory_free(all->entries);
    *all = (struct command_settings){0};
}
