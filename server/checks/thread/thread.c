/* Gathers what the reports of a bug tell of its life. */
#include "thread.h"

#include <string.h>

#include "action.h"
#include "date.h"
#include "memory.h"
#include "timeline.h"

/* A file that is being read. */
struct reading {
    struct thread *thread;
    const struct reports *reports;
    size_t file;
};

static bool is_known(const struct reading *reading, enum moment_id id,
                     const struct report_moment *when)
{
    const struct thread *thread = reading->thread;

    for (size_t i = 0; i < thread->count; i++) {
        const struct thread_moment *moment = &thread->moments[i];

        if (moment->id == id && moment->file == reading->file &&
            moment->when.span.start == when->span.start)
            return true;
    }
    return false;
}

/* A directive above the first report speaks of all, and is noted once. */
static struct thread_moment *note(const struct reading *reading,
                                  enum moment_id id,
                                  const struct report_moment *when)
{
    struct thread *thread = reading->thread;
    struct thread_moment *moment;

    if (!when->given || is_known(reading, id, when))
        return NULL;
    thread->moments = memory_grow(thread->moments, &thread->room,
                                  thread->count + 1, sizeof *moment);
    moment = &thread->moments[thread->count++];
    *moment = (struct thread_moment){
        .id = id,
        .when = *when,
        .file = reading->file,
        .line = text_line_at(reading->reports->text,
                             when->span.start),
    };
    return moment;
}

static void conclude(const struct reading *reading, enum moment_id id,
                     const struct report_moment *when)
{
    struct thread_moment *moment = note(reading, id, when);

    if (moment)
        moment->derived = true;
}

static void read_bug(const struct reading *reading,
                     const struct report_facts *facts)
{
    struct slice bug = text_slice(reading->reports->text, facts->bug);

    if (!bug.length)
        return;
    memory_free(reading->thread->bug);
    reading->thread->bug = memory_copy(bug.bytes, bug.length);
}

static void read_directives(const struct reading *reading,
                            const struct report *report)
{
    const struct report_facts *facts = &report->facts;

    note(reading, MOMENT_AWARE, &facts->aware);
    note(reading, MOMENT_DISCLOSED, &facts->disclosed);
    note(reading, MOMENT_QUESTION, &facts->question);
    note(reading, MOMENT_NEXT_UPDATE, &facts->next_update);
    note(reading, MOMENT_LAST_COMMENT, &facts->updated);
    if (report->rule->id == REPORT_FULL)
        note(reading, MOMENT_FULL_REPORT, &facts->posted);
    conclude(reading, MOMENT_DISCLOSED, &facts->posted);
    conclude(reading, MOMENT_LAST_COMMENT, &facts->posted);
    conclude(reading, MOMENT_LAST_COMMENT, &facts->disclosed);
    reading->thread->closed |= facts->closed.given;
    reading->thread->delayed |= facts->revocation_delay;
    read_bug(reading, facts);
}

/* The latest date in SPAN, if it can be told. */
static struct report_moment latest_day(const struct reading *reading,
                                       struct span span)
{
    struct date date;

    if (!date_latest(text_slice(reading->reports->text, span), &date))
        return (struct report_moment){.given = false};
    return (struct report_moment){.given = true,
                                  .day = date.days,
                                  .span = span_move(date.span, span.start)};
}

static void read_action(const struct reading *reading,
                        const struct action *action)
{
    const struct text *text = reading->reports->text;
    struct report_moment due =
        latest_day(reading, action->cells[COLUMN_DUE_DATE]);
    struct slice words = text_slice(text, action->cells[COLUMN_ACTION]);
    struct thread_moment *moment;

    reading->thread->open_actions++;
    moment = note(reading, MOMENT_ACTION_DUE, &due);
    if (moment)
        moment->subject = memory_copy(words.bytes, words.length);
}

static void read_actions(const struct reading *reading,
                         const struct report *report)
{
    struct actions actions;

    actions_read(reading->reports, report, &actions);
    for (size_t i = 0; i < actions.count; i++) {
        const struct rule_value *status =
            action_status(reading->reports, &actions.items[i]);

        if (!status || (status->id != VALUE_STATUS_COMPLETE &&
                        status->id != VALUE_STATUS_CANCELED))
            read_action(reading, &actions.items[i]);
    }
    actions_free(&actions);
}

/* The report of DAY expects the end of the incident only if it is to come. */
static void read_end(const struct reading *reading, const struct report *report,
                     int day)
{
    const struct report_field *field = report_field_find(
        report_section_find(report, SECTION_SUMMARY), FIELD_END_DATE);
    struct report_moment end;

    if (!field)
        return;
    end = latest_day(reading, field->answer);
    if (end.given && end.day > day)
        conclude(reading, MOMENT_EXPECTED_END, &end);
}

void thread_add(struct thread *thread, const struct reports *reports,
                size_t file, int today)
{
    struct reading reading = {thread, reports, file};

    for (size_t i = 0; i < reports->count; i++) {
        const struct report *report = &reports->items[i];
        const struct report_moment *posted = &report->facts.posted;

        if (report->rule->superseded)
            continue;
        thread->reports |= 1u << report->rule->id;
        read_directives(&reading, report);
        read_actions(&reading, report);
        read_end(&reading, report, posted->given ? posted->day : today);
    }
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

        if (moment->id == id && (!found || goes_before(moment, found)))
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

void thread_join(struct thread *thread, struct thread *from)
{
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
