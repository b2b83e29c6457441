/*
 * command_paths.c - goes through the files and folders that a command is
 * given.
 */
#include "command_paths.h"

#include <errno.h>
#include <string.h>

#include "command_complain.h"
#include "file.h"
#include "folder.h"
#include "folder_walk.h"
#include "memory.h"
#include "path.h"

struct operands {
    command_path *each;
    void *context;
    bool found, ok;
};

static bool on_file(void *context, const char *path)
{
    struct operands *operands = context;

    operands->found = true;
    operands->each(operands->context, path, true);
    return true;
}

static void on_fault(void *context, const char *path)
{
    struct operands *operands = context;

    command_complain("%s: can't be read: %s", path, strerror(errno));
    operands->ok = false;
}

/* Who names a folder expects something in it. */
static void take_folder(struct operands *operands, const char *path)
{
    operands->found = false;
    folder_walk(path, ".md",
                &(struct folder_events){operands, on_file, on_fault});
    if (!operands->found && operands->ok)
        command_complain("%s: no file in it is called *.md", path);
}

bool command_paths_each(char **operands, int count, command_path *each,
                        void *context)
{
    struct operands all = {.each = each, .context = context, .ok = true};

    for (int i = 0; i < count; i++) {
        char *path = path_of_name(operands[i], file_path_style);
        size_t length = strlen(path);

        /* So that "reports/" and "reports" are printed alike. */
        while (length > 1 && path[length - 1] == '/' && folder_is(path))
            path[--length] = '\0';
        if (strcmp(operands[i], "-") && folder_is(path))
            take_folder(&all, path);
        else
            each(context, strcmp(operands[i], "-") ? path : "-", false);
        memory_free(path);
    }
    return all.ok;
}

/* The file that is looked for, by its real path. */
struct wanted {
    char *path;
    bool found;
};

static void compare(void *context, const char *path, bool found)
{
    struct wanted *wanted = context;
    char *real = file_real_path(path);

    (void)found;
    wanted->found |= real && !strcmp(real, wanted->path);
    memory_free(real);
}

bool command_paths_have(char **operands, int count, const char *path)
{
    struct wanted wanted = {file_real_path(path), false};

    if (wanted.path)
        command_paths_each(operands, count, compare, &wanted);
    memory_free(wanted.path);
    return wanted.found;
}
