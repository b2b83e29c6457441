/* Says what is done of a report, and what is wrong with it. */
#include "lenses.h"

#include "action.h"
#include "agenda_words.h"
#include "array.h"
#include "checklist.h"
#include "closing.h"
#include "date.h"
#include "due.h"
#include "factor_mentions.h"
#include "memory.h"
#include "progress.h"
#include "standing.h"

/* Counted beside the statuses, which are values: past its due date. */
#define OVERDUE VALUE_COUNT

/* A report being counted. */
struct counter {
    const struct reports *reports;
    const struct report *report;
    const struct findings *findings;
    const struct check_options *options;
    struct lenses *lenses;
    struct actions below;       /* of the reports below */
    const struct report_section *causes;    /* NULL: it names none */
};

/* The lens that says WORDS leads to FIRST, or NULL. */
static void add(struct counter *counter, struct span span,
                struct buffer *words, const struct finding *first)
{
    if (counter->lenses->count == LENSES_MOST) {
        buffer_free(words);
        return;
    }
    *memory_add(counter->lenses) =
        (struct lens){.span = span, .words = buffer_take(words),
                      .leads = first, .to = first ? first->span.start : 0};
}

static void add_report(struct counter *counter)
{
    struct progress progress;
    struct buffer words = {0};

    progress_read(&progress, counter->reports, counter->report,
                  counter->findings, counter->options);
    progress_add_words(&progress, &words);
    add(counter, counter->report->heading, &words, progress.first);
}

static bool is_overdue(const struct counter *counter,
                       const struct action *action)
{
    struct date due;

    return date_latest(text_slice(counter->reports->text,
                                  action->cells[COLUMN_DUE_DATE]), &due) &&
           due.days < counter->options->today &&
           !standing_tells(counter->reports, &counter->below, action);
}

/* Counts the actions of SECTION, but for the template's, by status; those that
 * are overdue, and not said to be delayed, last. */
static size_t count_actions(const struct counter *counter,
                            const struct check *check,
                            const struct actions *actions,
                            const struct report_section *section,
                            size_t counts[VALUE_COUNT + 1])
{
    size_t count = 0;

    for (size_t index = 0; index < actions->count; index++) {
        const struct action *action = &actions->items[index];
        const struct rule_value *status;

        if (action->section != section || item_is_example(check, action))
            continue;
        count++;
        status = action_status(counter->reports, action);
        if ((!status || status->id == VALUE_STATUS_ONGOING) &&
            is_overdue(counter, action))
            counts[OVERDUE]++;
        else if (status)
            counts[status->id]++;
    }
    return count;
}

/* "1 complete, 2 ongoing, 1 overdue" */
static void add_statuses(struct buffer *words,
                         const size_t counts[VALUE_COUNT + 1])
{
    static const size_t order[] = {VALUE_STATUS_COMPLETE, VALUE_STATUS_ONGOING,
                                   VALUE_STATUS_DELAYED, VALUE_STATUS_CANCELED,
                                   OVERDUE};
    const char *separator = ": ";

    for (size_t index = 0; index < LENGTH_OF(order); index++) {
        size_t status = order[index];

        if (!counts[status])
            continue;
        buffer_addf(words, "%s%zu ", separator, counts[status]);
        buffer_add_string(
            words, status == OVERDUE ? "overdue" : rule_values[status].folded);
        separator = ", ";
    }
}

static const struct finding *first_overdue(const struct counter *counter)
{
    for (size_t index = 0; index < counter->findings->count; index++) {
        const struct finding *finding = &counter->findings->items[index];

        if (finding->which == CASE_ACTION_OVERDUE &&
            finding->report.start == counter->report->heading.start)
            return finding;
    }
    return NULL;
}

static void add_actions(struct counter *counter, const struct check *check,
                        const struct actions *actions,
                        const struct report_section *section)
{
    size_t counts[VALUE_COUNT + 1] = {0};
    size_t count = count_actions(counter, check, actions, section, counts);
    struct buffer words = {0};

    if (!count)
        return;
    buffer_add_count(&words, count, "item");
    add_statuses(&words, counts);
    add(counter, section->heading, &words,
        counts[OVERDUE] ? first_overdue(counter) : NULL);
}

/* What is due next in the bug that the reports of the text are about. */
static void add_deadline(struct counter *counter)
{
    struct report_moment now = {.given = true, .day = counter->options->today};
    struct thread thread = {0};
    struct due_list list;
    struct buffer words = {0};

    thread_add(&thread, counter->reports, 0, now.day);
    due_read(&list, &thread, counter->options->guideline, &now);
    if (list.count) {
        agenda_add_words(&words, &list.items[0], now.day);
        add(counter, counter->report->heading, &words, NULL);
    }
    due_free(&list);
    thread_free(&thread);
}

static void add_checklist(struct counter *counter,
                          const struct facts_view *view,
                          const struct report_section *section)
{
    struct buffer words = {0};

    if (!view->facts.timeline || view->facts.timeline->section != section)
        return;
    checklist_add_words(view, &words);
    if (words.length)
        add(counter, section->heading, &words, NULL);
}

/* Where nothing is to be done yet, nothing can name a factor. */
static bool any_actions(const struct facts_view *view)
{
    const struct actions *actions = &view->facts.items.actions;

    for (size_t i = 0; i < actions->count; i++) {
        if (!item_is_example(&view->check, &actions->items[i]))
            return true;
    }
    return false;
}

static void add_factors(struct counter *counter, const struct facts_view *view,
                        const struct report_section *section)
{
    struct factor_mentions mentions;

    if (!any_actions(view))
        return;
    factor_mentions_read(&mentions, view, section);
    for (size_t i = 0; i < section->factor_count &&
                       counter->lenses->count < LENSES_MOST; i++) {
        struct buffer words = {0};

        factor_mentions_add_words(&mentions, i, &words);
        add(counter, section->factors[i].heading, &words, NULL);
    }
    factor_mentions_free(&mentions);
}

static void add_section(struct counter *counter, const struct facts_view *view,
                        const struct report_section *section)
{
    if (!section->rule)
        return;
    if (section->rule->id == SECTION_TIMELINE)
        add_checklist(counter, view, section);
    else if (section == counter->causes)
        add_factors(counter, view, section);
}

/* Is everything done that must be before closure is requested? */
static void add_closing(struct counter *counter)
{
    const struct rule_guideline *guideline =
        report_guideline(counter->report, counter->options->guideline);
    struct closing closing;
    struct buffer words = {0};

    closing_read(&closing, counter->reports, counter->report,
                 counter->findings, guideline);
    closing_add_words(&closing, &words);
    add(counter, counter->report->heading, &words, closing.first);
}

static void read_report(struct counter *counter)
{
    const struct report *report = counter->report;
    struct facts_view view;
    struct actions actions;

    add_report(counter);
    if (report == counter->reports->items)
        add_deadline(counter);
    if (report->rule->id == REPORT_CLOSURE)
        add_closing(counter);
    actions_read(counter->reports, report, &actions);
    standing_read_below(counter->reports, report, &counter->below);
    facts_view_open(&view, counter->reports, report, counter->options);
    counter->causes = items_causes(&view.check);
    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (section->rule && section->rule->id == SECTION_ACTION_ITEMS)
            add_actions(counter, &view.check, &actions, section);
        else
            add_section(counter, &view, section);
    }
    facts_view_close(&view);
    actions_free(&counter->below);
    actions_free(&actions);
}

void lenses_read(const struct reports *reports, const struct findings *findings,
                 const struct check_options *options, struct lenses *lenses)
{
    *lenses = (struct lenses){NULL, 0, 0};
    for (size_t index = 0; index < reports->count; index++) {
        const struct report *report = &reports->items[index];
        struct counter counter = {.reports = reports,
                                  .report = report,
                                  .findings = findings,
                                  .options = options,
                                  .lenses = lenses};

        if (!report->rule->superseded && lenses->count < LENSES_MOST)
            read_report(&counter);
    }
}

void lenses_free(struct lenses *lenses)
{
    for (size_t index = 0; index < lenses->count; index++)
        memory_free(lenses->items[index].words);
    memory_free(lenses->items);
    *lenses = (struct lenses){NULL, 0, 0};
}
