/* Gathers what the reports of a file tell of the life of their bug: directives
 * say it outright, the rest is read from the reports. */
#include "thread.h"

#include "answer.h"
#include "appendix.h"
#include "date.h"
#include "memory.h"
#include "placeholder.h"
#include "reported.h"
#include "standing.h"

/* A file that is being read. */
struct reading {
    struct thread *thread;
    const struct reports *reports;
    size_t file;
};

/* A directive above the first report speaks of all, and is noted once. */
static bool is_known(const struct reading *reading, enum moment_id id,
                     const struct report_moment *when)
{
    const struct thread *thread = reading->thread;

    if (when->span.start >= reading->reports->items[0].heading.start)
        return false;
    for (size_t i = 0; i < thread->count; i++) {
        const struct thread_moment *moment = &thread->moments[i];

        if (moment->id == id && moment->file == reading->file &&
            moment->when.span.start == when->span.start)
            return true;
    }
    return false;
}

static struct thread_moment *add(const struct reading *reading,
                                 enum moment_id id,
                                 const struct report_moment *when)
{
    struct thread *thread = reading->thread;
    struct thread_moment *moment;

    thread->moments = memory_grow(thread->moments, &thread->room,
                                  thread->count + 1, sizeof *moment);
    moment = &thread->moments[thread->count++];
    *moment = (struct thread_moment){
        .id = id,
        .when = *when,
        .file = reading->file,
        .line = text_line_at(reading->reports->text, when->span.start),
    };
    return moment;
}

static void note(const struct reading *reading, enum moment_id id,
                 const struct report_moment *when)
{
    if (when->given && !is_known(reading, id, when))
        add(reading, id, when);
}

/* PLACE is what WHEN is read from. */
static void conclude(const struct reading *reading, enum moment_id id,
                     const struct report_moment *when, const char *place)
{
    struct thread_moment *moment;

    if (!when->given || is_known(reading, id, when))
        return;
    moment = add(reading, id, when);
    moment->derived = true;
    moment->place = place;
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
    conclude(reading, MOMENT_DISCLOSED, &facts->posted, NULL);
    conclude(reading, MOMENT_LAST_COMMENT, &facts->posted, NULL);
    conclude(reading, MOMENT_LAST_COMMENT, &facts->disclosed, NULL);
    if (facts->unread.end) {
        reading->thread->unread = true;
        reading->thread->unread_line =
            text_line_at(reading->reports->text, facts->unread.start);
    }
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

/* One that is complete is noted as well: it may be told of in another file as
 * one that is not. */
static void read_action(const struct reading *reading,
                        const struct action *action)
{
    const struct reports *reports = reading->reports;
    struct slice words =
        text_slice(reports->text, action->cells[COLUMN_ACTION]);
    struct report_moment due =
        latest_day(reading, action->cells[COLUMN_DUE_DATE]);
    struct thread_moment *moment;

    if (!due.given)
        due.span = reports->elements.items[action->element].span;
    moment = add(reading, MOMENT_ACTION_DUE, &due);
    moment->subject = memory_copy(words.bytes, words.length);
    moment->place = "the action items";
    moment->settled = standing_is_done(reports, action);
    reading->thread->open_actions += !moment->settled;
}

static void read_actions(const struct reading *reading)
{
    const struct reports *reports = reading->reports;
    struct actions actions;

    standing_read(reports, reports->items + reports->count, &actions);
    for (size_t i = 0; i < actions.count; i++)
        read_action(reading, &actions.items[i]);
    actions_free(&actions);
}

/* The minute is left out where only the day is known. */
static struct report_moment moment_of(const struct fact_event *event)
{
    struct report_moment moment = {.given = false};

    if (!event->count || !event->first->date.valid)
        return moment;
    if (event->to - event->from < SECONDS_A_DAY - 1)
        moment = report_moment_at(event->from);
    else
        moment.day = event->first->date.days;
    moment.given = true;
    moment.span = event->first->span;
    return moment;
}

/* What the timeline tells, and where that does not tell when the CA Owner
 * became aware, the Summary. */
static void read_timeline(const struct reading *reading,
                          const struct facts *facts)
{
    static const char timeline[] = "the timeline";
    const struct fact_day *identified = &facts->identified;
    struct report_moment aware = {.given = identified->sure == FACT_SAID,
                                  .day = identified->day,
                                  .span = identified->span};
    struct report_moment told;
    struct reported reported;

    reported_read(&reported, facts);
    told = moment_of(&reported.aware);
    conclude(reading, MOMENT_AWARE, told.given ? &told : &aware,
             told.given ? timeline : "the Summary");
    told = moment_of(&reported.first);
    conclude(reading, MOMENT_DISCLOSED, &told, timeline);
    told = moment_of(&reported.full);
    conclude(reading, MOMENT_FULL_REPORT, &told, timeline);
    told = moment_of(&reported.last);
    conclude(reading, MOMENT_LAST_COMMENT, &told, timeline);
}

/* The report expects the end of the incident only if it is to come. */
static void read_end(const struct reading *reading, const struct facts *facts)
{
    const struct report_moment end = {
        .given = facts->ended.sure == FACT_SAID &&
                 facts->ended.day > facts->day,
        .day = facts->ended.day,
        .span = facts->ended.span};

    conclude(reading, MOMENT_EXPECTED_END, &end, "the Summary");
}

static void read_planned(const struct reading *reading,
                         const struct check *check)
{
    struct appendix appendix;
    struct report_moment planned;

    certificates_read(check, &appendix);
    planned = (struct report_moment){.given = appendix.tally.planned,
                                     .day = appendix.tally.first_planned,
                                     .span = appendix.tally.planned_row};
    conclude(reading, MOMENT_PLANNED_REVOCATION, &planned,
             "the list of certificates");
}

static void read_facts(const struct reading *reading, const struct check *check)
{
    struct check report = *check;
    struct timelines timelines;
    struct facts facts;

    timelines_read(check->reports, check->report, &timelines);
    report.timelines = &timelines;
    facts_read(&report, &facts);
    report.facts = &facts;
    read_timeline(reading, &facts);
    read_end(reading, &facts);
    if (report_section_find(check->report, SECTION_APPENDIX))
        read_planned(reading, &report);
    facts_free(&facts);
    timelines_free(&timelines);
}

/* An update says itself what is to be expected. */
static void read_update(const struct reading *reading,
                        const struct check *check)
{
    const struct report_field *next = answer_field(check, FIELD_UPDATE_NEXT);
    const struct report_field *left =
        answer_field(check, FIELD_DELAY_REMAINING);
    const struct report_field *end = answer_field(check, FIELD_DELAY_ESTIMATE);
    struct report_moment day;
    struct number number;

    if (next) {
        day = latest_day(reading, next->answer);
        conclude(reading, MOMENT_NEXT_UPDATE, &day, "the update");
    }
    if (!left || (answer_count(check, left, &number) && !number.most))
        return;
    reading->thread->delayed = true;
    if (end) {
        day = latest_day(reading, end->answer);
        conclude(reading, MOMENT_PLANNED_REVOCATION, &day, "the update");
    }
}

/* The last report of its kind, which brings those above it up to date. */
static bool is_last(const struct reports *reports, const struct report *report)
{
    for (const struct report *below = report + 1;
         below < reports->items + reports->count; below++) {
        if (below->rule == report->rule)
            return false;
    }
    return true;
}

void thread_add_directives(struct thread *thread,
                           const struct reports *reports, size_t file)
{
    const struct reading reading = {thread, reports, file};

    for (size_t i = 0; i < reports->count; i++) {
        const struct report *report = &reports->items[i];

        if (report->rule->superseded)
            continue;
        thread->reports |= 1u << report->rule->id;
        read_directives(&reading, report);
    }
}

void thread_add(struct thread *thread, const struct reports *reports,
                size_t file, int today)
{
    const struct reading reading = {thread, reports, file};
    /* All rules are off: what is read along the way is not to be judged. */
    const struct check_options options = {
        .guideline = rule_guideline_current(), .today = today};

    thread_add_directives(thread, reports, file);
    read_actions(&reading);
    for (size_t i = 0; i < reports->count; i++) {
        const struct report *report = &reports->items[i];
        const struct check check = {.reports = reports,
                                    .report = report,
                                    .options = &options,
                                    .guideline = options.guideline};

        if (report->rule->superseded || !is_last(reports, report))
            continue;
        if (report->rule->follows)
            read_update(&reading, &check);
        else
            read_facts(&reading, &check);
    }
}
