/* Says what is due, and when. */
#include "agenda_words.h"

#include "report_moment.h"

void agenda_add_when(struct buffer *words, const struct due *due,
                     const struct report_moment *now)
{
    int distance = due->by.day - now->day;

    if (due_is_over(due, now) && distance < 0) {
        buffer_add_string(words, "overdue by ");
        buffer_add_count(words, (size_t)-distance, "day");
    } else if (due_is_over(due, now)) {
        buffer_add_string(words, "overdue");
    } else if (distance == 0) {
        buffer_add_string(words, "due today");
    } else {
        buffer_add_string(words, "due in ");
        buffer_add_count(words, (size_t)distance, "day");
    }
    buffer_add_string(words, ", ");
    report_moment_add(words, &due->by);
}

void agenda_add_words(struct buffer *words, const struct due *due, int today)
{
    buffer_addf(words, "%s ", due->deadline->name);
    agenda_add_when(words, due,
                    &(struct report_moment){.given = true, .day = today});
}

void agenda_add_source(struct buffer *words, const struct due *due)
{
    buffer_addf(words, "%s; from %s, line %zu", due->deadline->why,
                due->from->place ? due->from->place : "the directive",
                due->from->line + 1);
}

void agenda_add_title(struct buffer *words, const struct due *due)
{
    buffer_add_string(words, due->deadline->name);
    if (due->from->subject)
        buffer_addf(words, ": %s", due->from->subject);
}

void agenda_add_why(struct buffer *words, const struct due *due)
{
    buffer_add_string(words, due->deadline->why);
    if (due->deadline->hours || due->deadline->days) {
        buffer_add_string(words, " (");
        report_moment_add(words, &due->from->when);
        buffer_add_char(words, ')');
    }
    buffer_addf(words, "; %s", due->deadline->binding);
    if (due->from->place)
        buffer_addf(words, "; from %s", due->from->place);
}

void agenda_add_link(struct buffer *words, const struct due *due,
                     const struct rule_guideline *guideline)
{
    buffer_addf(words, "%s#%s", guideline->url, due->deadline->anchor);
}
