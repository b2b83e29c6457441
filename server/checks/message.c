/* Fills in the places of a message or a title. */
#include "finding.h"

#include <ctype.h>
#include <string.h>

#include "array.h"
#include "glyph.h"
#include "memory.h"

/* Longer words are cut: a message is one sentence, not a quotation. */
#define WORD_MOST 80

struct place {
    const char *name;
    size_t length;
    struct slice word;
};

/* A line end becomes a blank; what could disguise the message is replaced. */
static void add_word(struct buffer *message, struct slice word)
{
    size_t length = slice_cut(word, WORD_MOST).length;
    size_t at = 0;

    while (at < length) {
        size_t end = at;

        while (end < length && !isspace((unsigned char)word.bytes[end]))
            end++;
        glyph_add_safe(message, slice_part(word, at, end));
        if (end < length)
            buffer_add_char(message, ' ');
        at = end + 1;
    }
    if (length < word.length)
        buffer_add_string(message, "\xe2\x80\xa6");
}

/* Adds what stands for the place at the front of TEXT ("{label}"); returns
 * how long the place is, 0 if there is no such place. */
static size_t add_place(struct buffer *message, const char *text,
                        const struct finding_words *words)
{
    const struct place places[] = {
        {"{value}", 7, words->value},       {"{label}", 7, words->label},
        {"{section}", 9, words->section},   {"{report}", 8, words->report},
        {"{other}", 7, words->other},
    };

    for (size_t index = 0; index < LENGTH_OF(places); index++) {
        if (!strncmp(text, places[index].name, places[index].length)) {
            add_word(message, places[index].word);
            return places[index].length;
        }
    }
    if (!strncmp(text, "{expected}", 10)) {     /* ours, so never cut */
        buffer_add_slice(message, words->expected);
        return 10;
    }
    if (!strncmp(text, "{count}", 7)) {
        buffer_add_number(message, words->count);
        return 7;
    }
    return 0;
}

void message_add(struct buffer *message, const char *text,
                 const struct finding_words *words)
{
    static const struct finding_words none;

    while (*text) {
        size_t length = 0;

        if (*text == '{')
            length = add_place(message, text, words ? words : &none);
        if (!length)
            buffer_add_char(message, *text++);
        text += length;
    }
}

char *message_fill_in(const char *text, const struct finding_words *words)
{
    struct buffer message = {NULL, 0, 0};

    message_add(&message, text, words);
    return buffer_take(&message);
}
