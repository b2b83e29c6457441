/* The settings that a team keeps in a file beside its reports. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"
#include "memory.h"
#include "settings_problems.h"

#define FILE_LIMIT (1024 * 1024)
#define FOLDER_LIMIT 256 /* at and above a report's folder */

/* Takes the last part off the path FOLDER; false if it is the root. */
static bool ascend(char *folder)
{
    char *slash = strrchr(folder, '/');

    if (!slash || !slash[1])
        return false;
    slash[slash == folder] = '\0';
    return true;
}

/* The path of the settings in FOLDER if they are a regular file there. */
static char *file_in(const char *folder)
{
    struct buffer path = {NULL, 0, 0};
    struct stat status;

    buffer_add_string(&path, folder);
    if (path.bytes[path.length - 1] != '/')
        buffer_add_char(&path, '/');
    buffer_add_string(&path, SETTINGS_FILE);
    if (!stat(path.bytes, &status) && S_ISREG(status.st_mode))
        return buffer_take(&path);
    buffer_free(&path);
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
    while (!found && --left && ascend(real));
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
