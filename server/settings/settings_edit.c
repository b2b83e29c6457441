/* How a team's settings file is to change. */
#include "settings_edit.h"

#include <jansson.h>

#include "file.h"
#include "settings.h"

#define FILE_LIMIT (1024 * 1024)
#define INDENT 4

/* The path of the file that is to be made in FOLDER; NULL without a folder. */
static char *path_in(const char *folder)
{
    char *real = file_real_path(folder);
    char *path = real ? path_join(real, SETTINGS_FILE) : NULL;

    memory_free(real);
    return path;
}

/* What the file holds, new; NULL if that isn't settings. */
static json_t *read_settings(struct settings_edit *edit)
{
    json_t *settings;

    if (edit->create)
        return json_object();
    if (!file_read(edit->path, FILE_LIMIT, &edit->before))
        return NULL;
    buffer_add(&edit->before, "", 0);   /* a string even of an empty file */
    settings = json_loadb(edit->before.bytes, edit->before.length,
                          JSON_REJECT_DUPLICATES, NULL);
    if (json_is_object(settings))
        return settings;
    json_decref(settings);
    return NULL;
}

/* False if "rules" is there, but no object. */
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
        edit->path = path_in(folder);
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
