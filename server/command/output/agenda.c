/* What the formats of an agenda share. */
#include "agenda.h"

#include <string.h>

#include "memory.h"
#include "moment_words.h"

const struct agenda_format *agenda_format_find(const char *name)
{
    static const struct agenda_format *const formats[] = {
        &agenda_human, &agenda_json, &agenda_ics};

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!strcmp(formats[i]->name, name))
            return formats[i];
    }
    return NULL;
}

void agenda_add_title(struct buffer *words, const struct agenda_item *item)
{
    buffer_add_string(words, item->due.deadline->name);
    if (!item->due.from->subject)
        return;
    buffer_add_string(words, ": ");
    buffer_add_string(words, item->due.from->subject);
}

void agenda_add_why(struct buffer *words, const struct agenda_item *item)
{
    const struct due *due = &item->due;

    buffer_add_string(words, due->deadline->why);
    if (due->deadline->hours || due->deadline->days) {
        buffer_add_string(words, " (");
        moment_words_add(words, &due->from->when);
        buffer_add_char(words, ')');
    }
    buffer_addf(words, "; %s", due->deadline->binding);
    if (due->from->derived)
        buffer_add_string(words, "; read from the report");
}

void agenda_add_link(struct buffer *words, const struct agenda *agenda,
                     const struct agenda_item *item)
{
    buffer_addf(words, "%s#%s", agenda->guideline->url,
                item->due.deadline->anchor);
}
