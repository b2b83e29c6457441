/* Holds the moments of a bug, and tells which of them count. */
#include "thread.h"

#include <string.h>

#include "memory.h"

bool thread_counts(const struct thread_moment *moment)
{
    return moment->when.given && !moment->settled;
}

/* Is A the one to be believed, of two moments of a kind? */
static bool goes_before(const struct thread_moment *a,
                        const struct thread_moment *b)
{
    bool earlier = a->when.day < b->when.day ||
                   (a->when.day == b->when.day &&
                    a->when.minute < b->when.minute);

    if (a->derived != b->derived &&
        (a->id != MOMENT_LAST_COMMENT || a->when.day == b->when.day))
        return b->derived;
    return a->id == MOMENT_LAST_COMMENT || a->id == MOMENT_NEXT_UPDATE
               ? !earlier
               : earlier;
}

const struct thread_moment *thread_find(const struct thread *thread,
                                        enum moment_id id)
{
    const struct thread_moment *found = NULL;

    for (size_t i = 0; i < thread->count; i++) {
        const struct thread_moment *moment = &thread->moments[i];

        if (moment->id == id && thread_counts(moment) &&
            (!found || goes_before(moment, found)))
            found = moment;
    }
    return found;
}

bool thread_holds(const struct thread *thread, enum report_id id)
{
    return thread->reports & 1u << id;
}

bool thread_is_closed(const struct thread *thread)
{
    return thread->closed || thread_holds(thread, REPORT_CLOSURE);
}

static char *string_copy(const char *string)
{
    return string ? memory_copy(string, strlen(string)) : NULL;
}

struct thread thread_copy(const struct thread *thread, size_t file)
{
    struct thread copy = *thread;

    copy.count = copy.room = 0;
    copy.bug = string_copy(thread->bug);
    copy.moments = memory_grow(NULL, &copy.room, thread->count,
                               sizeof *copy.moments);
    for (; copy.count < thread->count; copy.count++) {
        struct thread_moment *moment = &copy.moments[copy.count];

        *moment = thread->moments[copy.count];
        moment->file = file;
        moment->subject = string_copy(moment->subject);
    }
    return copy;
}

/* Of two files that tell of the same action item, the one with an update, or
 * the later one, says what has become of it. */
static void settle(struct thread *thread, struct thread_moment *former,
                   struct thread_moment *later)
{
    if (former->id != MOMENT_ACTION_DUE || later->id != MOMENT_ACTION_DUE ||
        !*former->subject || strcmp(former->subject, later->subject) != 0)
        return;
    thread->open_actions -= !former->settled;
    former->settled = true;
}

static bool is_update(const struct thread *thread)
{
    return !(thread->reports & (1u << REPORT_FULL | 1u << REPORT_PRELIMINARY));
}

/* Settles the actions of THREAD and FROM, each by those of the other. */
static void settle_all(struct thread *thread, struct thread *from)
{
    bool former = is_update(thread) && !is_update(from);

    for (size_t i = 0; i < thread->count; i++) {
        for (size_t j = 0; j < from->count; j++) {
            if (former)
                settle(from, &from->moments[j], &thread->moments[i]);
            else
                settle(thread, &thread->moments[i], &from->moments[j]);
        }
    }
}

void thread_join(struct thread *thread, struct thread *from)
{
    settle_all(thread, from);
    thread->moments =
        memory_grow(thread->moments, &thread->room,
                    thread->count + from->count, sizeof *thread->moments);
    for (size_t i = 0; i < from->count; i++)
        thread->moments[thread->count++] = from->moments[i];
    thread->reports |= from->reports;
    thread->open_actions += from->open_actions;
    thread->closed |= from->closed;
    thread->delayed |= from->delayed;
    if (!thread->bug) {
        thread->bug = from->bug;
        from->bug = NULL;
    }
    from->count = 0;
    thread_free(from);
}

void thread_free(struct thread *thread)
{
    for (size_t i = 0; i < thread->count; i++)
        memory_free(thread->moments[i].subject);
    memory_free(thread->moments);
    memory_free(thread->bug);
    *thread = (struct thread){0};
}
