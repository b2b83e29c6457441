/*
 * agenda_json.c - prints what is due as JSON.
 */
#include "agenda.h"

#include <jansson.h>

#include "agenda_words.h"
#include "glyph.h"
#include "memory.h"
#include "report_moment.h"

static json_t *moment_json(const struct report_moment *moment)
{
    struct buffer words = {NULL, 0, 0};
    json_t *json;

    report_moment_add_iso(&words, moment);
    json = json_string(words.bytes);
    buffer_free(&words);
    return json;
}

/* Any bytes as a string, since names of files need not be UTF-8. */
static json_t *string_json(struct buffer *words)
{
    struct buffer safe = {NULL, 0, 0};
    json_t *json;

    glyph_add_safe(&safe, buffer_slice(words));
    json = json_stringn(safe.length ? safe.bytes : "", safe.length);
    buffer_free(&safe);
    buffer_free(words);
    return json;
}

static json_t *item_json(const struct agenda *agenda,
                         const struct agenda_item *item)
{
    const struct due *due = &item->due;
    struct buffer title = {NULL, 0, 0};
    struct buffer why = {NULL, 0, 0};
    struct buffer link = {NULL, 0, 0};
    struct buffer path = {NULL, 0, 0};

    agenda_add_title(&title, &item->due);
    agenda_add_why(&why, &item->due);
    agenda_add_link(&link, &item->due, agenda->guideline);
    buffer_add_string(&path, item->path);
    return memory_or_abort(json_pack(
        "{s:o, s:o, s:b, s:s, s:o, s:s, s:o, s:o, s:b, s:s*, s:o, s:i, s:s*}",
        "due", moment_json(&due->by), "since", moment_json(&due->from->when),
        "overdue", item->over, "deadline", due->deadline->name, "title",
        string_json(&title), "binding", due->deadline->binding, "why",
        string_json(&why), "url", string_json(&link), "derived",
        due->from->derived, "from", due->from->place, "path",
        string_json(&path), "line",
        (int)due->from->line + 1, "bug", item->thread->bug));
}

static void write_json(const struct agenda *agenda)
{
    json_t *array = json_array();
    json_t *root;
    char *text;

    for (size_t i = 0; i < agenda->count; i++)
        json_array_append_new(array, item_json(agenda, &agenda->items[i]));
    root = memory_or_abort(json_pack("{s:o, s:o}", "now",
                                     moment_json(&agenda->now), "due", array));
    text = memory_or_abort(json_dumps(root, JSON_INDENT(2)));
    fprintf(agenda->stream, "%s\n", text);
    memory_free(text);
    json_decref(root);
}

const struct agenda_format agenda_json = {"json", write_json};
