/* Explains what is under the pointer: labels, values, dates, findings. */
#include "hover_parts.h"

#include <assert.h>

#include "agenda_words.h"
#include "checklist.h"
#include "closing.h"
#include "factor_mentions.h"

/* The most rules that are explained at one place. */
#define RULES_MOST 5

/* The most deadlines that are listed; the command lists them all. */
#define DEADLINES_MOST 20

/* All that is due in the bug that the reports of the text are about. */
static void explain_deadlines(struct answer *answer)
{
    const struct hover_question *question = answer->question;
    struct report_moment now = {.given = true, .day = question->today};
    struct thread thread = {0};
    struct due_list list;

    thread_add(&thread, question->reports, 0, now.day);
    due_read(&list, &thread, answer->guideline, &now);
    if (list.count)
        prose_title(&answer->prose, "What is due", "");
    for (size_t i = 0; i < list.count && i < DEADLINES_MOST; i++) {
        struct buffer when = {NULL, 0, 0};
        struct buffer source = {NULL, 0, 0};

        agenda_add_words(&when, &list.items[i], now.day);
        agenda_add_source(&source, &list.items[i]);
        prose_item(&answer->prose, i == 0, when.bytes, source.bytes);
        buffer_free(&source);
        buffer_free(&when);
    }
    due_free(&list);
    thread_free(&thread);
}

static void explain_factor(struct answer *answer, const struct facts_view *view)
{
    const struct spot *spot = &answer->spot;
    struct factor_mentions mentions;

    factor_mentions_read(&mentions, view, spot->section);
    factor_mentions_explain(&mentions,
                            (size_t)(spot->factor - spot->section->factors),
                            &answer->prose);
    factor_mentions_free(&mentions);
}

/* What the report has, or lacks, of what belongs under the heading. */
static void explain_contents(struct answer *answer)
{
    const struct hover_question *question = answer->question;
    const struct spot *spot = &answer->spot;
    struct check_options options;
    struct facts_view view;

    if (spot->report->rule->superseded)
        return;
    check_options_default(&options, question->today);
    options.guideline = answer->guideline;
    facts_view_open(&view, question->reports, spot->report, &options);
    if (spot->kind == SPOT_FACTOR && spot->factor)
        explain_factor(answer, &view);
    else if (view.facts.timeline &&
             view.facts.timeline->section == spot->section)
        checklist_explain(&view, &answer->prose);
    facts_view_close(&view);
}

static void explain_closing(struct answer *answer)
{
    const struct hover_question *question = answer->question;
    struct closing closing;

    if (answer->spot.report->rule->id != REPORT_CLOSURE)
        return;
    closing_read(&closing, question->reports, answer->spot.report,
                 question->findings, answer->guideline);
    closing_explain(&closing, &answer->prose);
}

/* An editor shows the beginning: first comes what this report alone tells. */
static void explain_heading(struct answer *answer)
{
    const struct spot *spot = &answer->spot;

    assert(spot->report);
    if (spot->kind == SPOT_REPORT) {
        explain_deadlines(answer);
        explain_closing(answer);
        prose_break(&answer->prose);
        explain_report(&answer->prose, spot->report->rule, answer->guideline);
    } else if (spot->section && spot->section->rule) {
        explain_contents(answer);
        prose_break(&answer->prose);
        explain_section(&answer->prose, spot->section->rule, answer->guideline);
    }
    answer->span = spot->span;
}

static void explain_spot(struct answer *answer)
{
    switch (answer->spot.kind) {
    case SPOT_REPORT:
    case SPOT_SECTION:
    case SPOT_FACTOR:
        explain_heading(answer);
        break;
    case SPOT_LABEL:
    case SPOT_HEADER:
    case SPOT_LIST_HEADER:
        hover_row(answer);
        break;
    case SPOT_VALUE:
    case SPOT_CELL:
    case SPOT_LIST_CELL:
    case SPOT_ENTRY:
    case SPOT_NOTHING:
        if (!hover_closing(answer))
            hover_value(answer);
        break;
    case SPOT_DIRECTIVE:
    case SPOT_KEY:
    case SPOT_KEY_VALUE:
        hover_directive(answer);
        break;
    }
}

static void explain_finding(struct answer *answer,
                            const struct finding *finding)
{
    const struct rule *rule = finding_rule(finding);

    if (answer->prose.words.length)
        prose_break(&answer->prose);
    else
        answer->span = finding->span;
    explain_rule(&answer->prose, rule, answer->guideline);
}

/* The rules of the findings here, each once. */
static void explain_findings(struct answer *answer)
{
    const struct findings *findings = answer->question->findings;
    size_t offset = answer->question->offset;
    size_t end = findings_from(findings, offset + 1);
    bool told[RULE_COUNT] = {false};
    size_t count = 0;

    for (size_t index = 0; index < end && count < RULES_MOST; index++) {
        const struct finding *finding = &findings->items[index];
        enum rule_id rule = finding_rule_id(finding);

        if (!span_touches(finding->span, offset) || told[rule])
            continue;
        told[rule] = true;
        count++;
        explain_finding(answer, finding);
    }
}

bool hover_at(const struct hover_question *question, struct hover *hover)
{
    struct answer answer = {.question = question,
                            .guideline = question->guideline,
                            .prose = {question->markdown, {0}}};

    spot_at(question->reports, question->offset, &answer.spot);
    if (answer.spot.report)
        answer.guideline =
            report_guideline(answer.spot.report, question->guideline);
    explain_spot(&answer);
    explain_findings(&answer);
    *hover = (struct hover){answer.span, answer.prose.words};
    return hover->words.length > 0;
}
