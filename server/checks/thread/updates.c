/* The part Life cycle: do the updates of a report add up, and agree with what
 * stands above them? */
#include "check.h"

#include "answer.h"
#include "date.h"
#include "memory.h"

/* With this many words after a date, they say why it has moved. */
#define REASON_WORDS 3

/* A count that an update gives, if it is exact. */
struct figure {
    const struct report_field *field;   /* NULL: the report has none */
    bool exact;
    unsigned long long count;
    struct span span;
};

/* What an update on a delayed revocation tells. */
struct delay {
    struct figure total, revoked, remaining, expired;
    const struct report_field *estimate, *changes;
    bool dated;
    struct date day;            /* the estimate's; if DATED */
};

static struct figure read_figure(const struct check *check, enum field_id id)
{
    struct figure figure = {.field = answer_field(check, id)};
    struct number number;

    if (answer_count(check, figure.field, &number) &&
        number.least == number.most) {
        figure.exact = true;
        figure.count = number.least;
        figure.span = number.span;
    }
    return figure;
}

static void read_estimate(const struct check *check, struct delay *delay)
{
    delay->estimate = answer_field(check, FIELD_DELAY_ESTIMATE);
    delay->dated = answer_given(check, delay->estimate) &&
                   date_find(check_slice(check, delay->estimate->answer), 0,
                             &delay->day) &&
                   date_is_certain(&delay->day);
}

static void read_delay(const struct check *check, struct delay *delay)
{
    *delay = (struct delay){
        .total = read_figure(check, FIELD_DELAY_TOTAL),
        .revoked = read_figure(check, FIELD_DELAY_REVOKED),
        .remaining = read_figure(check, FIELD_DELAY_REMAINING),
        .expired = read_figure(check, FIELD_DELAY_EXPIRED),
        .changes = answer_field(check, FIELD_DELAY_CHANGES)};
    read_estimate(check, delay);
}

/* The report above CHECK's that is of its kind; NULL if there is none. */
static const struct report *report_above(const struct check *check)
{
    const struct report *report = check->report;

    while (report-- > check->reports->items) {
        if (report->rule == check->report->rule)
            return report;
    }
    return NULL;
}

/* The three counts are of different certificates, and of all of them. */
static void check_sum(const struct check *check, const struct delay *delay)
{
    unsigned long long total = delay->total.count;
    unsigned long long twice = delay->revoked.count + delay->remaining.count;
    unsigned long long sum = twice + delay->expired.count;
    struct finding_words words = {0};
    struct buffer added = {NULL, 0, 0};
    bool counted_twice = twice == total && delay->expired.count > 0;

    if (!delay->total.exact || !delay->revoked.exact ||
        !delay->remaining.exact || !delay->expired.exact || sum == total)
        return;
    buffer_addf(&added, "%llu", sum);
    words.value = buffer_slice(&added);
    words.expected = check_slice(check, delay->total.span);
    words.other = check_slice(check, delay->expired.span);
    check_relate(check_add(check,
                           counted_twice ? CASE_DELAY_FIGURES_TWICE
                                         : CASE_DELAY_FIGURES,
                           counted_twice ? delay->expired.span
                                         : delay->total.span,
                           &words),
                 counted_twice ? delay->remaining.span : delay->revoked.span,
                 &words);
    buffer_free(&added);
}

static void check_fewer(const struct check *check, const struct delay *delay,
                        const struct delay *above)
{
    struct finding_words words = {
        .value = check_slice(check, delay->revoked.span),
        .other = check_slice(check, above->revoked.span)};

    if (delay->revoked.exact && above->revoked.exact &&
        delay->revoked.count < above->revoked.count)
        check_relate(check_add(check, CASE_DELAY_FIGURES_FEWER,
                               delay->revoked.span, &words),
                     above->revoked.span, &words);
}

static struct span day_span(const struct delay *delay)
{
    size_t start = delay->estimate->answer.start;

    return (struct span){start + delay->day.span.start,
                         start + delay->day.span.end};
}

/* What is estimated for a day that is past has happened, or is to be estimated
 * again. */
static void check_past(const struct check *check, const struct delay *delay)
{
    struct finding_words words = {0};

    if (!delay->dated || delay->day.days >= check_day(check) ||
        !delay->remaining.exact || !delay->remaining.count)
        return;
    words.value = check_slice(check, day_span(delay));
    words.other = check_slice(check, delay->remaining.span);
    check_add(check, CASE_REVOCATION_ESTIMATE, day_span(delay), &words);
}

static size_t count_words(struct slice text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.length; at++)
        count += !byte_is_blank(text.bytes[at]) &&
                 (!at || byte_is_blank(text.bytes[at - 1]));
    return count;
}

/* Is it said why the estimate of DELAY is another than before? */
static bool says_why(const struct check *check, const struct delay *delay)
{
    struct span after = {day_span(delay).end, delay->estimate->value.end};

    return answer_given(check, delay->changes) ||
           count_words(check_slice(check, after)) >= REASON_WORDS;
}

static void check_moved(const struct check *check, const struct delay *delay,
                        const struct delay *above)
{
    struct finding_words words = {0};

    if (!delay->dated || !above->dated || says_why(check, delay) ||
        delay->day.days == above->day.days)
        return;
    words.value = check_slice(check, day_span(delay));
    words.other = check_slice(check, day_span(above));
    check_relate(check_add(check, CASE_REVOCATION_ESTIMATE_MOVED,
                           day_span(delay), &words),
                 day_span(above), &words);
}

static bool has_day(struct slice text)
{
    struct date date;

    return date_find(text, 0, &date) && date.valid;
}

/* Does FIELD (NULL allowed) say on which day, and why? *WHICH gets what it does
 * not. */
static bool explains(const struct check *check,
                     const struct report_field *field, enum case_id *which)
{
    *which = CASE_IMPACT_CORRECTED;
    if (!answer_given(check, field))
        return false;
    if (!has_day(check_slice(check, field->value)))
        *which = CASE_IMPACT_CORRECTED_DAY;
    else if (!answer_says(check, field->value, PHRASES_CORRECTION_REASON))
        *which = CASE_IMPACT_CORRECTED_REASON;
    else
        return true;
    return false;
}

static void check_total(const struct check *check, const struct delay *delay,
                        const struct delay *above)
{
    struct finding_words words = {
        .value = check_slice(check, delay->total.span),
        .other = check_slice(check, above->total.span)};
    enum case_id which;

    if (!delay->total.exact || !above->total.exact ||
        delay->total.count == above->total.count ||
        explains(check, delay->changes, &which))
        return;
    check_relate(check_add(check, CASE_IMPACT_CORRECTED, delay->total.span,
                           &words),
                 above->total.span, &words);
}

static void check_delay(const struct check *check)
{
    const struct report *report = report_above(check);
    struct check other = *check;
    struct delay delay;
    struct delay above;

    read_delay(check, &delay);
    check_sum(check, &delay);
    check_past(check, &delay);
    if (!report)
        return;
    other.report = report;
    read_delay(&other, &above);
    check_fewer(check, &delay, &above);
    check_moved(check, &delay, &above);
    check_total(check, &delay, &above);
}

/* What an update corrects, it explains. */
static void check_corrections(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_UPDATE_CORRECTIONS);
    enum case_id which;

    if (answer_given(check, field) && !explains(check, field, &which))
        check_add(check, which, field->answer, NULL);
}

/* Does the Impact, directives apart, tell that it is another than before? */
static bool speaks_of_correction(const struct check *check)
{
    const struct report_section *impact =
        report_section_find(check->report, SECTION_IMPACT);
    const struct element *elements =
        &check->reports->elements.items[impact->first_element];
    bool found = false;

    for (size_t at = 0; at < impact->element_count && !found; at++) {
        found = elements[at].kind != ELEMENT_DEFINITION &&
                answer_says(check, elements[at].span, PHRASES_CORRECTION);
    }
    return found;
}

/* The total of a report, against that of the last one above it that has any. */
static void check_impact_total(const struct check *check)
{
    struct figure total = read_figure(check, FIELD_TOTAL_CERTIFICATES);
    struct figure former = {.exact = false};
    struct check other = *check;
    struct finding_words words = {0};

    while (total.exact && !former.exact &&
           other.report-- > check->reports->items)
        former = read_figure(&other, FIELD_TOTAL_CERTIFICATES);
    if (!former.exact || former.count == total.count ||
        speaks_of_correction(check))
        return;
    words.value = check_slice(check, total.span);
    words.other = check_slice(check, former.span);
    check_relate(check_add(check, CASE_IMPACT_CORRECTED, total.span, &words),
                 former.span, &words);
}

void check_updates(const struct check *check)
{
    switch (check->report->rule->id) {
    case REPORT_DELAY_UPDATE:
        check_delay(check);
        break;
    case REPORT_UPDATE:
        check_corrections(check);
        break;
    default:
        check_impact_total(check);
        break;
    }
}
