/*
 * agenda.c - what the formats of an agenda share.
 */
#include "agenda.h"

#include "memory.h"
#include "moment_words.h"

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
