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

/* Folders are not nested deeper than this. */
#define DEPTH_MOST 64

struct walk {
    command_path *each;
    void *context;
    size_t count;               /* of the files found */
    bool ok;
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

static void walk_folder(struct walk *walk, const char *path, int depth);

/* The files of FOLDER, or the folders in it. */
static void walk_entries(struct walk *walk, const char *path,
                         const struct folder *folder, bool folders, int depth)
{
    for (size_t i = 0; i < folder->count; i++) {
        const struct folder_entry *entry = &folder->entries[i];
        char *inner;

        if (is_passed_over(entry) || entry->folder != folders)
            continue;
        inner = path_join(path, entry->name);
        if (!folders) {
            walk->count++;
            walk->each(walk->context, inner, true);
        } else if (depth < DEPTH_MOST) {
            walk_folder(walk, inner, depth + 1);
        }
        memory_free(inner);
    }
}

/* Its own files come first, before those of the folders in it. */
static void walk_folder(struct walk *walk, const char *path, int depth)
{
    struct folder folder;

    if (!folder_read(path, &folder)) {
        command_complain("%s: can't be read: %s", path, strerror(errno));
        walk->ok = false;
        return;
    }
    walk_entries(walk, path, &folder, false, depth);
    walk_entries(walk, path, &folder, true, depth);
    folder_free(&folder);
}

/* Who names a folder expects something in it. */
static void walk_operand(struct walk *walk, const char *folder)
{
    size_t before = walk->count;

    walk_folder(walk, folder, 0);
    if (walk->count == before && walk->ok)
        command_complain("%s: no file in it is called *.md", folder);
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
    return walk.ok;
}
