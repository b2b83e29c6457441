/*
 * due.h - what a bug's thread owes, and by when.
 *
 * The deadlines are records (rules/deadlines.txt); here they are applied to
 * the moments of one thread.
 */
#ifndef CHECKS_DUE_H
#define CHECKS_DUE_H

#include "rules.h"
#include "thread.h"

struct due {
    const struct rule_deadline *deadline;
    const struct thread_moment *from;   /* of the thread */
    struct report_moment by;            /* a day without a time: its end */
};

/* {NULL, 0, 0} is empty. */
struct due_list {
    struct due *items;
    size_t count, room;
};

/*
 * Fills LIST with what THREAD, which it then points into, still owes at NOW
 * after GUIDELINE, the soonest first: also what is promised for later, but not
 * what would only begin to run then. Free it with due_free().
 */
void due_read(struct due_list *list, const struct thread *thread,
              const struct rule_guideline *guideline,
              const struct report_moment *now);
void due_free(struct due_list *list);               /* leaves it empty */

/* How long DEADLINE gives, in days. */
int due_days(enum deadline_id deadline);

/* When DEADLINE ends that runs from MOMENT: to the minute if that is known. */
struct report_moment due_after(const struct report_moment *moment,
                               const struct rule_deadline *deadline);

/* Less than 0 if A is due before B, more if after; 0 if it's all the same. */
int due_compare(const struct due *a, const struct due *b);

/* Is DUE over at NOW? One that ends with a day is over on the next. */
bool due_is_over(const struct due *due, const struct report_moment *now);

/* The minutes from NOW until DUE is over; less than 0 if it is. */
long long due_distance(const struct due *due, const struct report_moment *now);

#endif
