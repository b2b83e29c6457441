/* Says what is due, and when. */
#include "agenda_words.h"

#include "moment_words.h"

static void add_days(struct buffer *words, int days)
{
    buffer_addf(words, "%d day%s", days, days == 1 ? "" : "s");
}

void agenda_add_words(struct buffer *words, const struct due *due, int today)
{
    struct report_moment now = {.given = true, .day = today};
    int distance = due->by.day - today;

    buffer_add_string(words, due->deadline->name);
    if (due_is_over(due, &now)) {
        buffer_add_string(words, " overdue by ");
        add_days(words, -distance);
    } else if (distance == 0) {
        buffer_add_string(words, " due today");
    } else {
        buffer_add_string(words, " due in ");
        add_days(words, distance);
    }
    buffer_add_string(words, ", ");
    moment_words_add(words, &due->by);
}

void agenda_add_source(struct buffer *words, const struct due *due)
{
    buffer_addf(words, "%s, line %zu%s", due->deadline->why,
                due->from->line + 1,
                due->from->derived ? ", as the report has it" : "");
}
