/* The part Closure: is it requested in the template's words, and may it be? */
#include "items.h"

#include <string.h>

#include "answer.h"
#include "memory.h"
#include "placeholder.h"
#include "sentence.h"
#include "skeleton.h"
#include "standing.h"

/* The most bytes at the end of the report that are folded. */
static struct span closing_span(const struct check *check)
{
    const struct report *report = check->report;
    const struct element *elements = check->reports->elements.items;
    size_t end = report->first_element + report->element_count;
    struct span span = report->heading;

    if (report->element_count)
        span.end = elements[end - 1].span.end;
    if (span_length(span) > ANSWER_MOST)
        span.start = span.end - ANSWER_MOST;
    return span;
}

static void offer_statement(const struct check *check,
                            struct finding *finding)
{
    size_t end = layout_report_end(check->report);
    struct insertion insertion = {.at = layout_element(check, end),
                                  .above = true, .below = true};

    buffer_add_string(&insertion.lines, check->report->rule->closing);
    buffer_add_char(&insertion.lines, '\n');
    layout_insert(check, finding_fix(finding, FIX_INSERT_CLOSING, NULL),
                  &insertion);
    buffer_free(&insertion.lines);
}

/* Does LINE hold CLOSING with its commas and full stops, capitals and stars
 * aside? */
static bool is_spelt(const struct check *check, struct span line,
                     const char *closing)
{
    char *folded = answer_fold(check, line);
    struct slice words = slice_trim_end(slice_of(closing), ".");
    char *wanted = memory_new(words.length + 1);
    bool spelt;

    fold(words, wanted, words.length + 1);
    spelt = strstr(folded, wanted) != NULL;
    memory_free(wanted);
    memory_free(folded);
    return spelt;
}

/* The sentence on LINE, if it is written otherwise than in the template. */
static void check_letters(const struct check *check, struct span line)
{
    const char *closing = check->report->rule->closing;
    struct slice words = check_slice(check, line);
    struct finding_words expected = {.expected = check_word(closing)};

    if (!is_spelt(check, line, closing) && sentence_in(words, closing) &&
        sentence_has(closing, words))
        fix_edit(finding_fix(check_add(check,
                                       CASE_CLOSURE_STATEMENT_PUNCTUATION,
                                       line, NULL),
                             FIX_RESPELL, &expected),
                 line, expected.expected);
}

static void check_lines(const struct check *check)
{
    const struct report *report = check->report;
    const struct element *elements = check->reports->elements.items;
    size_t end = report->first_element + report->element_count;
    size_t length = strlen(report->rule->closing);

    for (size_t at = report->first_element; at < end; at++) {
        size_t own = span_length(elements[at].span);

        if (elements[at].kind == ELEMENT_LINE && own < 2 * length &&
            own > length / 2)
            check_letters(check, elements[at].span);
    }
}

static void check_statement(const struct check *check)
{
    if (!sentence_in(check_slice(check, closing_span(check)),
                     check->report->rule->closing))
        offer_statement(check, check_add(check, CASE_CLOSURE_STATEMENT,
                                         check->report->heading, NULL));
    else
        check_lines(check);
}

/* True if the status of ITEM says that it is still to be done. */
static bool is_open(const struct check *check, const struct action *item)
{
    const struct rule_value *status;
    enum match match;
    char *folded;

    if (!action_has(item, COLUMN_STATUS) ||
        placeholder_is_part(check, item->element, item->cells[COLUMN_STATUS]))
        return false;
    folded = answer_fold(check, item->cells[COLUMN_STATUS]);
    status = rule_value_match(LIST_ACTION_STATUS, folded, &match);
    memory_free(folded);
    return status && (status->id == VALUE_STATUS_ONGOING ||
                      status->id == VALUE_STATUS_DELAYED);
}

/* One finding, with each of the items that are open. */
static void relate_item(const struct check *check, const struct action *item,
                        struct finding **finding)
{
    struct span status = item->cells[COLUMN_STATUS];
    struct finding_words words = {.value = check_slice(check, status)};

    if (!*finding)
        *finding = check_add(check, CASE_CLOSURE_OPEN_ACTIONS,
                             check->report->heading, &words);
    check_relate(*finding, status, &words);
}

static void check_open(const struct check *check)
{
    struct finding *finding = NULL;
    struct actions items;

    standing_read(check->reports, check->report, &items);
    for (size_t index = 0; index < items.count; index++) {
        if (is_open(check, &items.items[index]))
            relate_item(check, &items.items[index], &finding);
    }
    actions_free(&items);
}

void check_closure(const struct check *check)
{
    if (check->report->rule->id != REPORT_CLOSURE)
        return;
    check_statement(check);
    check_open(check);
}
