/* The settings that a team keeps in a file beside its reports. */
#include <errno.h>
#include <string.h>

#include "file.h"
#include "memory.h"
#include "settings_problems.h"

#define FILE_LIMIT (1024 * 1024)
#define FOLDER_LIMIT 256 /* at and above a report's folder */

/* The path of the settings in FOLDER if they are a regular file there. */
static char *file_in(const char *folder)
{
    char *path = path_join(folder, SETTINGS_FILE);

    if (file_is_plain(path))
        return path;
    memory_free(path);
    return NULL;
}

char *settings_file_find(const char *folder)
{
    char *real = file_real_path(folder);
    char *found = NULL;
    int left = FOLDER_LIMIT;

    if (!real)
        return NULL;
    do
        found = file_in(real);
    while (!found && --left && path_ascend(real, file_path_style));
    memory_free(real);
    return found;
}

void settings_apply_file(struct settings *settings, const char *path,
                         struct settings_problems *problems)
{
    const size_t flags = JSON_DECODE_ANY | JSON_REJECT_DUPLICATES;
    struct buffer bytes = {NULL, 0, 0};
    json_t *value = NULL;
    json_error_t error;

    if (!file_read_plain(path, FILE_LIMIT, &bytes)) {
        settings_problems_add(problems, path, "can't be read: %s.",
                              strerror(errno));
        goto out;
    }
    value =
        json_loadb(bytes.bytes ? bytes.bytes : "", bytes.length, flags, &error);
    if (value)
        settings_apply(settings, value, path, problems);
    else
        settings_problems_add(problems, path, "not JSON at line %d: %s.",
                              error.line, error.text);
out:
    json_decref(value);
    buffer_free(&bytes);
}
