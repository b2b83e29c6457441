/* The part Action items: the kind, status, due date and criteria of each. */
#include "items.h"

#include <string.h>

#include "answer.h"
#include "choice.h"
#include "date.h"
#include "memory.h"
#include "placeholder.h"
#include "separator.h"
#include "standing.h"

/* What action items are for, as a set. */
enum kinds {
    KINDS_ANY = 1 << 0,         /* there is one, of whatever kind */
    KINDS_DETECT = 1 << 1,
    KINDS_OTHER = 1 << 2,
    KINDS_UNCLEAR = 1 << 3
};

/* Criteria take at least this many words. */
#define CRITERIA_WORDS 3
/* Or this many bytes, in a script that puts no blanks between words. */
#define CRITERIA_BYTES 12

/* There are three kinds; what has more parts is not a list of kinds. */
#define KINDS_MOST 6

/* Where the words of TEXT begin: after marks and pictures, unless another
 * script than that of the values begins it. */
static size_t first_word(struct slice text, size_t start)
{
    size_t at = start;

    while (at < text.length && !byte_is_alphanumeric(text.bytes[at]))
        at++;
    return byte_is_letter(slice_at(text, at)) ? at : start;
}

/* SPAN without the marks and blanks around its words, and without old text
 * that is struck out before it ("~~Ongoing~~ Complete"). */
static struct span words_of(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);
    size_t start = 0;
    size_t end = text.length;

    while (end - start > 4 && !memcmp(text.bytes + start, "~~", 2)) {
        size_t at = start + 2;

        while (at + 2 <= end && memcmp(text.bytes + at, "~~", 2))
            at++;
        if (at + 2 >= end)
            break;
        start = at + 2;
        while (start < end && text.bytes[start] == ' ')
            start++;
    }
    start = first_word(text, start);
    while (end > start && strchr("*_` \t\"", text.bytes[end - 1]))
        end--;
    return (struct span){span.start + start, span.start + end};
}

/* Is there a value in COLUMN to be judged? */
static bool is_judged(const struct check *check, const struct action *action,
                      enum column_id column)
{
    return action_has(action, column) &&
           !placeholder_is_part(check, action->element,
                                action->cells[column]);
}

/* Where the kinds end and what is said of them begins: "Detect (lint)". */
static size_t kinds_end(struct slice text)
{
    size_t at = 0;

    while (at < text.length && !strchr("(:.\n", text.bytes[at]) &&
           (unsigned char)text.bytes[at] != 0xe2 &&
           !(at && at + 1 < text.length && text.bytes[at] == '-' &&
             text.bytes[at - 1] == ' ' && text.bytes[at + 1] == ' '))
        at++;
    return at;
}

static bool is_one_word(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);

    return !memchr(text.bytes, ' ', text.length);
}

/* One of the kinds in a cell; after the FIRST, words may be remarks. */
static void check_kind(const struct check *check, struct span part, bool first,
                       unsigned *kinds)
{
    static const struct choice choice = {
        LIST_ACTION_KIND, CASE_ACTION_KIND, CASE_ACTION_KIND_WORDS,
        CASE_ACTION_KIND_SPELLING};
    const struct rule_value *value;
    enum match match;

    if (part.start == part.end || (!first && !is_one_word(check, part)))
        return;
    value = choice_check(check, &choice, part, &match);
    if (!value)
        *kinds |= KINDS_UNCLEAR;
    else if (value->id == VALUE_KIND_DETECT)
        *kinds |= KINDS_DETECT;
    else
        *kinds |= KINDS_OTHER;
}

/* The first part that CELL's words join, from *AT on; false at their end. */
static bool next_part(const struct check *check, struct span cell, size_t *at,
                      struct span *part)
{
    struct slice text = check_slice(check, cell);
    size_t stop;

    text.length = kinds_end(text);
    if (*at >= text.length)
        return false;
    stop = separator_find(text, *at);
    *part = (struct span){cell.start + *at, cell.start + stop};
    *at = stop + separator_at(text, stop);
    return true;
}

static void check_kinds(const struct check *check, const struct action *action,
                        unsigned *kinds)
{
    struct span cell;
    struct span part;
    size_t at = 0;

    if (!is_judged(check, action, COLUMN_KIND)) {
        *kinds |= KINDS_UNCLEAR;
        return;
    }
    cell = words_of(check, action->cells[COLUMN_KIND]);
    if (item_says_nothing(check, cell)) {       /* the slash joins nothing */
        check_kind(check, cell, true, kinds);
        return;
    }
    for (int count = 0; count < KINDS_MOST &&
                        next_part(check, cell, &at, &part); count++)
        check_kind(check, words_of(check, part), count == 0, kinds);
}

/* The status that ACTION has, in whatever words; NULL if that can't be told. */
static const struct rule_value *check_status(const struct check *check,
                                             const struct action *action,
                                             enum match *match)
{
    static const struct choice choice = {
        LIST_ACTION_STATUS, CASE_ACTION_STATUS, CASE_ACTION_STATUS_WORDS,
        CASE_ACTION_STATUS_SPELLING};

    if (!is_judged(check, action, COLUMN_STATUS))
        return NULL;
    return choice_check(check, &choice,
                        words_of(check, action->cells[COLUMN_STATUS]), match);
}

/* Where the status is that CELL begins with; details after it stay. */
static struct span status_span(const struct check *check, struct span cell,
                               const struct rule_value *status)
{
    struct span span = words_of(check, cell);
    size_t end = span.start + strlen(status->value);

    if (end < span.end)
        span.end = end;
    return span;
}

/* Which one is true only the author knows, so none is preferred. */
static void offer_status(struct finding *finding, struct span span,
                         enum value_id value)
{
    struct finding_words words = {
        .expected = check_word(rule_values[value].value)};
    struct fix *fix = finding_fix(finding, FIX_REPLACE, &words);

    fix_edit(fix, span, words.expected);
    if (fix)
        fix->preferred = false;
}

/* The rows of a report, with the action items of those below it. */
struct rows {
    const struct check *check;
    struct actions below;
};

static void check_overdue(const struct rows *rows,
                          const struct action *action,
                          const struct rule_value *status)
{
    const struct check *check = rows->check;
    struct span cell = action->cells[COLUMN_DUE_DATE];
    const struct report_moment *posted = &check->report->facts.posted;
    int day = posted->given ? posted->day : check->options->today;
    struct date due = {.days = day};
    struct finding_words words = {0};
    struct finding *finding;
    struct span span;

    if (!is_judged(check, action, COLUMN_DUE_DATE) ||
        !date_latest(check_slice(check, cell), &due) || due.days >= day ||
        standing_tells(check->reports, &rows->below, action))
        return;
    due.span = span_move(due.span, cell.start);
    words.value = check_slice(check, due.span);
    finding = check_add(check, CASE_ACTION_OVERDUE, due.span, &words);
    span = status_span(check, action->cells[COLUMN_STATUS], status);
    offer_status(finding, span, VALUE_STATUS_DELAYED);
    offer_status(finding, span, VALUE_STATUS_COMPLETE);
}

/* Are there words enough in FOLDED, or a link, which says more than words? */
static bool says_enough(const char *folded)
{
    size_t count = 1;
    size_t foreign = 0;

    for (const char *at = folded; *at; at++) {
        count += *at == ' ';
        foreign += (unsigned char)*at >= 0x80;
    }
    return count >= CRITERIA_WORDS || foreign >= CRITERIA_BYTES ||
           strstr(folded, "://");
}

/* Of a torn row, whose cells may stand in each other's columns, nothing is
 * said: it has none of those that a value tells apart. */
static bool is_torn(const struct action *action)
{
    return !action->cells[COLUMN_KIND].end &&
           !action->cells[COLUMN_DUE_DATE].end &&
           !action->cells[COLUMN_STATUS].end;
}

/* More words after one of these beginnings may be criteria yet, and so may
 * fewer in two clauses, or with a number. */
#define FILLER_WORDS 7
#define FILLER_WORDS_ALWAYS 5

static bool is_filler(const char *folded)
{
    size_t words = 1;

    if (rule_phrase_is(PHRASES_NO_CRITERIA, folded))
        return true;
    for (const char *at = folded; *at; at++)
        words += *at == ' ';
    if (words > FILLER_WORDS_ALWAYS && strpbrk(folded, ",;:0123456789"))
        return false;
    return words <= FILLER_WORDS &&
           rule_phrase_begins(PHRASES_NO_CRITERIA_BEGIN, folded);
}

static void check_criteria(const struct check *check,
                           const struct action *action)
{
    struct span cell = action->cells[COLUMN_CRITERIA];
    struct finding_words words = {0};
    char *folded;

    if (is_torn(action) || !is_judged(check, action, COLUMN_CRITERIA))
        return;
    folded = answer_fold(check, cell);
    words.value = check_slice(check, cell);
    if (is_filler(folded))
        check_add(check, CASE_ACTION_CRITERIA_FILLER, cell, &words);
    else if (!says_enough(folded) || rule_phrase_is(PHRASES_NA, folded))
        check_add(check, CASE_ACTION_CRITERIA, cell, &words);
    memory_free(folded);
}

static void check_action(const struct rows *rows, const struct action *action,
                         unsigned *kinds)
{
    const struct check *check = rows->check;
    const struct rule_value *status;
    enum match match = MATCH_NONE;

    check_kinds(check, action, kinds);
    check_criteria(check, action);
    status = check_status(check, action, &match);
    if (status && match == MATCH_EXACT && status->id == VALUE_STATUS_ONGOING)
        check_overdue(rows, action, status);
}

/* The kinds of the action item in ROW, if it is one. */
static unsigned check_row(const struct rows *rows,
                          const struct report_section *section,
                          const struct table *table, size_t row)
{
    unsigned kinds = KINDS_ANY;
    struct action action =
        action_of_row(rows->check->reports, section, table, row);

    if (!item_is(rows->check, &action))
        return 0;
    check_action(rows, &action, &kinds);
    return kinds;
}

static unsigned check_section(const struct rows *rows,
                              const struct report_section *section)
{
    struct report_section rest = *section;
    struct table table;
    unsigned kinds = 0;

    while (action_table_next(rows->check->reports, &rest, &table)) {
        for (size_t row = 1; row <= table.row_count; row++)
            kinds |= check_row(rows, section, &table, table.header + row);
    }
    return kinds;
}

void check_actions(const struct check *check)
{
    struct rows rows = {.check = check};
    const struct report_section *first = NULL;
    unsigned all = 0;

    if (report_section_find(check->report, SECTION_ACTION_ITEMS))
        standing_read_below(check->reports, check->report, &rows.below);
    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section = &check->report->sections[index];

        if (!section->rule || section->rule->id != SECTION_ACTION_ITEMS)
            continue;
        all |= check_section(&rows, section);
        if (all && !first)
            first = section;
    }
    actions_free(&rows.below);
    if (all == (KINDS_ANY | KINDS_DETECT) && !check->report->rule->follows)
        check_add(check, CASE_ACTION_ONLY_DETECT, first->heading, NULL);
}
