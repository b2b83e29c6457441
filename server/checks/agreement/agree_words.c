/* What a first report owes, and a report that is said to be elsewhere. */
#include "agreement.h"

#include <string.h>

#include "answer.h"

/* Is element number AT in FIELD, which may be NULL? */
static bool is_in(const struct report_field *field, size_t at)
{
    return field && at >= field->element && at <= field->last_element;
}

/* Does the report say so by one of LIST's phrases, anywhere but where it names
 * policies? */
static bool says_anywhere(const struct check *check, enum phrases_id list)
{
    const struct report *report = check->report;
    const struct report_field *policies =
        answer_field(check, FIELD_RELEVANT_POLICIES);
    size_t end = report->first_element + report->element_count;

    for (size_t at = report->first_element; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];

        if (element->kind <= ELEMENT_ROW && !is_in(policies, at) &&
            answer_says(check, element->span, list))
            return true;
    }
    return false;
}

/* "the legal one", "not the one of": the word "one" counts nothing if it ends a
 * clause, or if "the" stands before it. */
static bool is_pronoun(struct slice text, struct span number)
{
    char folded[8];

    fold(slice_part(text, number.start, number.end), folded, sizeof folded);
    if (strcmp(folded, "one"))
        return false;
    return slice_ends((struct slice){text.bytes, number.start}, "the ") ||
           number.end == text.length ||
           strchr(".,;:)\n", text.bytes[number.end]);
}

/* Does the word before the number at START of TEXT, or the one past its END,
 * say that it counts nothing that is affected: "section 7", "24 hours"? */
static bool is_other_number(struct slice text, struct span number)
{
    char folded[24];
    struct slice past = slice_from(text, slice_skip(text, number.end, " -"));
    size_t start = number.start;

    if (is_pronoun(text, number))
        return true;
    fold_front(past, folded, sizeof folded);
    if (rule_phrase_begins(PHRASES_MEASURE, folded))
        return true;
    while (start && strchr(" .#+", text.bytes[start - 1]))
        start--;
    past.bytes = text.bytes + start;
    while (past.bytes > text.bytes && byte_is_alphanumeric(past.bytes[-1]))
        past.bytes--;
    past.length = (size_t)(text.bytes + start - past.bytes);
    fold(past, folded, sizeof folded);
    return *folded && (rule_phrase_is(PHRASES_MEASURE_BEFORE, folded) ||
                       rule_phrase_is(PHRASES_SECTION_WORD, folded));
}

/* A description that is longer says how much further up. */
#define DESCRIPTION_MOST 2048
#define NUMBERS_MOST 24

/* A preliminary report that has a number needs no word for it. */
static bool tells_number(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);
    struct slice text;
    struct number number;

    if (check->facts->total.sure != FACT_ABSENT)
        return true;
    text = check_slice(check, field->value);
    if (text.length > DESCRIPTION_MOST)
        text.length = DESCRIPTION_MOST;
    for (size_t all = 0; all < NUMBERS_MOST && number_find(text, &number);
         all++) {
        if (!is_other_number(text, number.span))
            return true;
        text = slice_from(text, number.span.end);
    }
    return false;
}

static void check_containment(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);
    struct finding_words words = {
        .expected = check_word("how many certificates are affected, or what "
                               "else is, and whether the incident is "
                               "contained or goes on")};

    if (check->report->rule->id != REPORT_PRELIMINARY || !field ||
        report_field_empty(field) || check->report->facts.third_party ||
        tells_number(check) || says_anywhere(check, PHRASES_AFFECTED) ||
        says_anywhere(check, PHRASES_CONTAINED))
        return;
    check_add(check, CASE_CONTAINMENT, field->answer, &words);
}

/* A line that says that the report is attached says not much else. */
#define ATTACHED_MOST 240

static void check_lines(const struct check *check, size_t first, size_t end)
{
    for (size_t at = first; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];

        if (element->kind == ELEMENT_LINE &&
            element_mentions(element, PHRASES_REPORT_ATTACHED) &&
            element->span.end - element->span.start <= ATTACHED_MOST &&
            answer_says(check, element->span, PHRASES_REPORT_ATTACHED))
            check_add(check, CASE_NOT_FREE_STANDING_ATTACHED, element->span,
                      NULL);
    }
}

/* With fewer sections it is not the report that is posted here. */
#define SECTIONS_LEAST 4

/* Is the report said to be attached, above its sections or in the Summary? */
static void check_attached(const struct check *check)
{
    const struct report *report = check->report;
    const struct report_section *summary =
        report_section_find(report, SECTION_SUMMARY);
    size_t end = report->section_count
                     ? report->sections[0].first_element
                     : report->first_element + report->element_count;

    if (report->section_count < SECTIONS_LEAST)
        check_lines(check, report->first_element, end);
    if (summary)
        check_lines(check, summary->first_element,
                    summary->first_element + summary->element_count);
}

void agree_words(const struct check *check)
{
    check_attached(check);
    check_containment(check);
}
