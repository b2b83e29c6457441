/* Writes a moment as people read it. */
#include "moment_words.h"

#include <stdio.h>

#include "date.h"

void moment_words_add(struct buffer *words, const struct report_moment *moment)
{
    char iso[16];
    char time[24];
    struct slice day = date_iso(moment->day, iso);

    buffer_add(words, day.bytes, day.length);
    if (!moment->timed)
        return;
    snprintf(time, sizeof time, " %02d:%02d UTC", moment->minute / 60,
             moment->minute % 60);
    buffer_add_string(words, time);
}
