/*
 * command_paths.c - goes through the files and folders that a command is
 * given.
 */
#include "command_paths.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "command_complain.h"
#include "file.h"
#include "folder.h"
#include "memory.h"
#include "path.h"

struct walk {
    command_path *each;
    void *context;
    char **items;               /* the folders still to be gone through, the
                                   next one last */
    size_t count, room;
    bool found, ok;
};

static bool is_report(const char *name)
{
    size_t length = strlen(name);

    return length > 3 && !strcasecmp(name + length - 3, ".md");
}

static bool is_passed_over(const struct folder_entry *entry)
{
    return entry->name[0] == '.' ||
           (entry->folder ? !strcmp(entry->name, "node_modules")
                          : !is_report(entry->name));
}

static void take_files(struct walk *walk, const char *path,
                       const struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++) {
        const struct folder_entry *entry = &folder->entries[i];
        char *inner;

        if (entry->folder || is_passed_over(entry))
            continue;
        inner = path_join(path, entry->name);
        walk->found = true;
        walk->each(walk->context, inner, true);
        memory_free(inner);
    }
}

static void put_off_folders(struct walk *walk, const char *path,
                            const struct folder *folder)
{
    for (size_t i = folder->count; i-- > 0;) {
        const struct folder_entry *entry = &folder->entries[i];

        if (entry->folder && !is_passed_over(entry))
            *memory_add(walk) = path_join(path, entry->name);
    }
}

/* Its own files come first, before those of the folders in it. */
static void walk_folder(struct walk *walk, const char *path)
{
    struct folder folder;

    if (!folder_read(path, &folder)) {
        command_complain("%s: can't be read: %s", path, strerror(errno));
        walk->ok = false;
        return;
    }
    take_files(walk, path, &folder);
    put_off_folders(walk, path, &folder);
    folder_free(&folder);
}

/* Who names a folder expects something in it. */
static void walk_operand(struct walk *walk, const char *path)
{
    walk->found = false;
    *memory_add(walk) = memory_copy(path, strlen(path));
    while (walk->count) {
        char *folder = walk->items[--walk->count];

        walk_folder(walk, folder);
        memory_free(folder);
    }
    if (!walk->found && walk->ok)
        command_complain("%s: no file in it is called *.md", path);
}

bool command_paths_each(char **operands, int count, command_path *each,
                        void *context)
{
    struct walk walk = {.each = each, .context = context, .ok = true};

    for (int i = 0; i < count; i++) {
        char *path = path_of_name(operands[i], file_path_style);
        size_t length = strlen(path);

        /* So that "reports/" and "reports" are printed alike. */
        while (length > 1 && path[length - 1] == '/' && folder_is(path))
            path[--length] = '\0';
        if (strcmp(operands[i], "-") && folder_is(path))
            walk_operand(&walk, path);
        else
            each(context, strcmp(operands[i], "-") ? path : "-", false);
        memory_free(path);
    }
    memory_free(walk.items);
    return walk.ok;
}
