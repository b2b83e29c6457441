/* Writes a moment as people read it. */
#include "moment_words.h"

#include "date.h"

void moment_words_add(struct buffer *words, const struct report_moment *moment)
{
    date_add(words, moment->day);
    if (!moment->timed)
        return;
    buffer_add_char(words, ' ');
    buffer_add_time(words, moment->minute);
    buffer_add_string(words, " UTC");
}

void moment_words_add_iso(struct buffer *words,
                          const struct report_moment *moment)
{
    char iso[16];

    buffer_add_slice(words, date_iso(moment->day, iso));
    if (!moment->timed)
        return;
    buffer_add_char(words, 'T');
    buffer_add_time(words, moment->minute);
    buffer_add_char(words, 'Z');
}
