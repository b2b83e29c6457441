/*
 * settings_file.c - finds, reads and edits the settings that a team keeps in a
 * file beside its reports.
 */
#include "settings.h"

#include <errno.h>
#include <string.h>

#include "file.h"
#include "settings_problems.h"
#include "settings_text.h"

#define FILE_LIMIT (1024 * 1024)
#define FOLDER_LIMIT 256    /* at and above a report's folder */
#define INDENT 4

/* The path of the settings in FOLDER if anything is called so there. */
static char *file_in(const char *folder)
{
    char *path = path_join(folder, SETTINGS_FILE);

    if (file_exists(path))
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

    if (file_exists(path) && !file_is_plain(path)) {
        settings_problems_add(problems, "is not a file.");
        goto out;
    }
    if (!file_read_plain(path, FILE_LIMIT, &bytes)) {
        settings_problems_add(problems, "can't be read: %s.", strerror(errno));
        goto out;
    }
    buffer_add(&bytes, "", 0);      /* a string even of an empty file */
    settings_text_blank(&bytes);
    value = json_loadb(bytes.bytes, bytes.length, flags, &error);
    if (value)
        settings_apply(settings, value, problems);
    else
        settings_problems_add(problems, "not JSON at line %d: %s.", error.line,
                              error.text);
out:
    json_decref(value);
    buffer_free(&bytes);
}

/* The path of a new file in FOLDER; NULL if there is no such folder. */
static char *new_path(const char *folder)
{
    char *real = file_real_path(folder);
    char *path = real ? path_join(real, SETTINGS_FILE) : NULL;

    memory_free(real);
    return path;
}

/* What the file holds, new; NULL if it does not hold settings, or comments
 * that would be lost. */
static json_t *read_settings(struct settings_edit *edit)
{
    json_t *settings = NULL;

    if (edit->create)
        return json_object();
    if (!file_read(edit->path, FILE_LIMIT, &edit->before))
        return NULL;
    buffer_add(&edit->before, "", 0);   /* a string even of an empty file */
    if (settings_text_blank(&edit->before))
        return NULL;
    settings = json_loadb(edit->before.bytes, edit->before.length,
                          JSON_REJECT_DUPLICATES, NULL);
    if (json_is_object(settings))
        return settings;
    json_decref(settings);
    return NULL;
}

/* False if "rules" exists but is not an object. */
static bool disable(json_t *settings, enum rule_id rule)
{
    json_t *all = json_object_get(settings, "rules");

    if (!all || json_is_null(all)) {
        all = json_object();
        json_object_set_new(settings, "rules", all);
    }
    return !json_object_set_new(all, rules[rule].id, json_string("off"));
}

static void write_settings(const json_t *settings, struct buffer *after)
{
    char *bytes = json_dumps(settings, JSON_INDENT(INDENT));

    buffer_add_string(after, bytes);
    buffer_add_char(after, '\n');
    memory_free(bytes);
}

bool settings_edit_disable(const char *folder, enum rule_id rule,
                           struct settings_edit *edit)
{
    json_t *settings = NULL;
    bool ok = false;

    *edit = (struct settings_edit){0};
    edit->path = settings_file_find(folder);
    if (!edit->path) {
        edit->create = true;
        edit->path = new_path(folder);
    }
    if (edit->path)
        settings = read_settings(edit);
    if (settings && disable(settings, rule)) {
        write_settings(settings, &edit->after);
        ok = true;
    }
    json_decref(settings);
    if (!ok)
        settings_edit_free(edit);
    return ok;
}

void settings_edit_free(struct settings_edit *edit)
{
    memory_free(edit->path);
    buffer_free(&edit->before);
    buffer_free(&edit->after);
    *edit = (struct settings_edit){0};
}
