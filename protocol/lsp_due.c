/* lsp_due.c - what is due, out of JSON and into it. */
#include "lsp_due.h"

#include "lsp_parts.h"

bool lsp_read_due(const json_t *params, struct lsp_due_params *due,
                  const char **fault)
{
    const json_t *folders = json_object_get(params, "folders");

    *due = (struct lsp_due_params){
        .folders = folders,
        .folder_count = json_array_size(folders),
        .given = json_is_array(folders),
        .again = json_is_true(json_object_get(params, "again")),
    };
    if (folders && !json_is_null(folders) && !due->given)
        return lsp_refuse(fault, "folders must be an array");
    for (size_t i = 0; i < due->folder_count; i++) {
        if (!json_is_string(json_array_get(folders, i)))
            return lsp_refuse(fault, "folders[] must be strings");
    }
    return true;
}

struct slice lsp_read_due_folder(const struct lsp_due_params *due,
                                 size_t index)
{
    return lsp_string_of(json_array_get(due->folders, index));
}

json_t *lsp_write_due(const struct lsp_due *due)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:o, s:I, s:b, s:b}", "title",
                     due->title, "when", due->when, "by", due->by, "why",
                     due->why, "href", due->href, "uri",
                     lsp_new_string(due->uri), "line", (json_int_t)due->line,
                     "overdue", due->overdue, "derived", due->derived);
}

json_t *lsp_write_due_file(struct slice uri, size_t line)
{
    return json_pack("{s:o, s:I}", "uri", lsp_new_string(uri), "line",
                     (json_int_t)line);
}

json_t *lsp_write_thread(const struct lsp_thread *thread, json_t *files,
                         json_t *due)
{
    return json_pack("{s:s*, s:s, s:b, s:o, s:o}", "name", thread->name,
                     "state", thread->state, "closed", thread->closed, "files",
                     files, "due", due);
}

json_t *lsp_write_agenda(json_t *threads, bool reading, long long expires)
{
    return json_pack("{s:b, s:I, s:o}", "reading", reading, "expires",
                     (json_int_t)expires, "threads", threads);
}
