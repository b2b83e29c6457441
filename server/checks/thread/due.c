/* Applies the deadlines of the guidelines to the moments of a thread. */
#include "due.h"

#include <stdlib.h>

#include "array.h"
#include "date.h"
#include "memory.h"

/* The minute since 1970-01-01 by which all of MOMENT has passed. */
static long long end_of(const struct report_moment *moment)
{
    long long day = moment->day;

    if (!moment->timed)
        return (day + 1) * MINUTES_A_DAY;
    return day * MINUTES_A_DAY + moment->minute;
}

int due_days(enum deadline_id deadline)
{
    return rule_deadlines[deadline].days + rule_deadlines[deadline].hours / 24;
}

struct report_moment due_after(const struct report_moment *moment,
                               const struct rule_deadline *deadline)
{
    struct report_moment end = *moment;
    int sum = end.minute + deadline->hours * 60 +
              deadline->days * MINUTES_A_DAY;

    end.day += sum / MINUTES_A_DAY;
    if (end.timed)
        end.minute = sum % MINUTES_A_DAY;
    return end;
}

/* Is THREAD one that DEADLINE is about? */
static bool applies(const struct thread *thread,
                    const struct rule_deadline *deadline)
{
    switch (deadline->only) {
    case ONLY_OPEN:
        return !thread_is_closed(thread);
    case ONLY_WITHOUT_NEXT_UPDATE:
        return !thread_is_closed(thread) &&
               !thread_find(thread, MOMENT_NEXT_UPDATE);
    case ONLY_DELAYED_REVOCATION:
        return !thread_is_closed(thread) && thread->delayed;
    case ONLY_ANY:
        break;
    }
    return true;
}

static void add(struct due_list *list, const struct rule_deadline *deadline,
                const struct thread_moment *from)
{
    *memory_add(list) =
        (struct due){deadline, from, due_after(&from->when, deadline)};
}

/* A bug has one last comment, but each of its actions is due by itself. */
static void apply(struct due_list *list, const struct thread *thread,
                  const struct rule_deadline *deadline,
                  const struct report_moment *now)
{
    bool runs = deadline->hours || deadline->days;
    const struct thread_moment *only = thread_find(thread, deadline->from);
    const struct thread_moment *end =
        deadline->ends_with ? thread_find(thread, deadline->ends_with) : NULL;

    for (size_t i = 0; only && i < thread->count; i++) {
        const struct thread_moment *from = &thread->moments[i];

        if (from->id == deadline->from && thread_counts(from) &&
            (from->subject || from == only) &&
            (!end || report_moment_is_after(&from->when, &end->when)) &&
            !(runs && from->when.day > now->day))
            add(list, deadline, from);
    }
}

/* At the same moment, in the order of files, of lines, of the records. */
int due_compare(const struct due *a, const struct due *b)
{
    const long long keys[][2] = {
        {end_of(&a->by), end_of(&b->by)},
        {(long long)a->from->file, (long long)b->from->file},
        {(long long)a->from->line, (long long)b->from->line},
        {a->deadline - rule_deadlines, b->deadline - rule_deadlines},
    };

    for (size_t i = 0; i < LENGTH_OF(keys); i++) {
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    }
    return 0;
}

static int compare(const void *a, const void *b)
{
    return due_compare(a, b);
}

void due_read(struct due_list *list, const struct thread *thread,
              const struct rule_guideline *guideline,
              const struct report_moment *now)
{
    unsigned version = 1u << (guideline - rule_guidelines);

    *list = (struct due_list){NULL, 0, 0};
    for (size_t i = 0; i < DEADLINE_COUNT; i++) {
        const struct rule_deadline *deadline = &rule_deadlines[i];

        if (deadline->versions & version && applies(thread, deadline))
            apply(list, thread, deadline, now);
    }
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

void due_free(struct due_list *list)
{
    memory_free(list->items);
    *list = (struct due_list){NULL, 0, 0};
}

long long due_distance(const struct due *due, const struct report_moment *now)
{
    return end_of(&due->by) - (now->day * (long long)MINUTES_A_DAY +
                               (now->timed ? now->minute : 0));
}

bool due_is_over(const struct due *due, const struct report_moment *now)
{
    return report_moment_is_after(now, &due->by);
}
