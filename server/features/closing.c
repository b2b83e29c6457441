/* Goes through the checklist of a closure. */
#include "closing.h"

#include "progress.h"
#include "standing.h"
#include "thread.h"

static const char request[] = "tick \"Request information from\"";

static void count_actions(struct closing *closing,
                          const struct reports *reports,
                          const struct report *closure)
{
    struct actions items;

    standing_read(reports, closure, &items);
    for (size_t i = 0; i < items.count; i++) {
        if (standing_is_done(reports, &items.items[i]))
            continue;
        if (action_status(reports, &items.items[i]))
            closing->open++;
        else
            closing->unstated++;
    }
    actions_free(&items);
}

/* Would FINDING be an error if this were no draft? */
static bool is_unfilled(const struct finding *finding)
{
    const struct rule_case *which = &rule_cases[finding->which];

    return finding->severity == SEVERITY_INFORMATION &&
           which->severity == SEVERITY_ERROR && rules[which->rule].softened;
}

/* The actions that are open are counted by themselves. */
static void count_errors(struct closing *closing, const struct report *closure,
                         const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];

        if (finding->report.start != closure->heading.start)
            continue;
        if (finding->severity != SEVERITY_ERROR && !is_unfilled(finding))
            continue;
        if (!closing->first)
            closing->first = finding;
        if (finding->severity != SEVERITY_ERROR)
            closing->unfilled++;
        else
            closing->errors += finding->which != CASE_CLOSURE_OPEN_ACTIONS;
    }
}

void closing_read(struct closing *closing, const struct reports *reports,
                  const struct report *closure,
                  const struct findings *findings,
                  const struct rule_guideline *guideline)
{
    const struct rule_step *step =
        &rule_steps[STEP_CLOSURE_SUBMIT_WITH_REQUEST];
    struct thread thread = {0};

    *closing = (struct closing){
        .request = rule_applies(step->versions, guideline)};
    count_actions(closing, reports, closure);
    count_errors(closing, closure, findings);
    thread_add_directives(&thread, reports, 0);
    closing->question = thread_find(&thread, MOMENT_QUESTION) != NULL;
    thread_free(&thread);
}

static void add_part(struct buffer *words, size_t count, const char *noun,
                     const char *rest)
{
    if (!count)
        return;
    if (words->length)
        buffer_add_string(words, " · ");
    buffer_add_count(words, count, noun);
    buffer_add_string(words, rest);
}

void closing_add_words(const struct closing *closing, struct buffer *words)
{
    struct buffer parts = {NULL, 0, 0};

    add_part(&parts, closing->open, "action", " open");
    add_part(&parts, closing->unstated, "action", " without a final status");
    add_part(&parts, closing->question, "question", " unanswered");
    add_part(&parts, closing->unfilled, "unfilled field", "");
    add_part(&parts, closing->errors, "error", " in the closure");
    buffer_add_string(words, parts.length ? "Not ready to be posted: "
                                          : "Ready to be posted");
    buffer_add_slice(words, buffer_slice(&parts));
    if (!parts.length && closing->request)
        buffer_addf(words, "; %s there", request);
    buffer_free(&parts);
}

/* An item that is done, or what is left of it: COUNT NOUNs. */
static void add_item(struct prose *prose, bool first, const char *name,
                     size_t count, const char *noun)
{
    struct buffer words = {NULL, 0, 0};

    if (count)
        buffer_add_count(&words, count, noun);
    else
        buffer_add_string(&words, "done");
    prose_item(prose, first, name, words.bytes);
    buffer_free(&words);
}

void closing_explain(const struct closing *closing, struct prose *prose)
{
    prose_title(prose, "Before it is posted", "");
    add_item(prose, true, "All actions are complete or canceled",
             closing->open, "open action");
    add_item(prose, false, "Each action has a final status",
             closing->unstated, "action without one");
    add_item(prose, false, "No question waits for an answer",
             closing->question, "unanswered question");
    add_item(prose, false, "All is filled in", closing->unfilled,
             "unfilled field");
    add_item(prose, false, "The closure follows the template",
             closing->errors, "error");
    if (closing->request)
        prose_item(prose, false, "When you post it", request);
}
