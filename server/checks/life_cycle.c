/* The part Life cycle: is the report in time, and its bug called as it must
 * be? Only where directives give the facts. */
#include "check.h"

#include <string.h>

#include "due.h"
#include "encoding.h"
#include "memory.h"
#include "report_moment.h"

#define TITLE_MOST 255

/* How many days a template may still be used after it was superseded. */
#define TEMPLATE_DUE 30

/* What is known to have happened at A or at B, or else may happen today. */
static struct report_moment first_given(const struct check *check,
                                        const struct report_moment *a,
                                        const struct report_moment *b)
{
    if (a->given)
        return *a;
    if (b->given)
        return *b;
    return (struct report_moment){.day = check->options->today};
}

/* Says that MOMENT is past what is due after START by the rules of ID. */
static void check_late(const struct check *check, enum case_id which,
                       const struct report_moment *start,
                       const struct report_moment *moment, enum deadline_id id)
{
    struct report_moment by = due_after(start, &rule_deadlines[id]);
    struct buffer since = {NULL, 0, 0};
    struct buffer due = {NULL, 0, 0};
    struct finding_words words = {0};

    if (!report_moment_is_after(moment, &by))
        return;
    report_moment_add(&since, start);
    report_moment_add(&due, &by);
    words.other = buffer_slice(&since);
    words.expected = buffer_slice(&due);
    check_add(check, which, check->report->heading, &words);
    buffer_free(&since);
    buffer_free(&due);
}

/* The incident is disclosed once: by the first of the file's reports that
 * knows when the CA Owner became aware. */
static bool is_disclosure(const struct check *check)
{
    const struct report *first = check->reports->items;

    while (first < check->report && !first->facts.aware.given)
        first++;
    return first == check->report && !check->report->rule->follows;
}

static void check_disclosure(const struct check *check)
{
    const struct report_facts *facts = &check->report->facts;
    struct report_moment disclosed =
        first_given(check, &facts->disclosed, &facts->posted);

    if (facts->aware.given && is_disclosure(check))
        check_late(check, CASE_DISCLOSURE_LATE, &facts->aware, &disclosed,
                   DEADLINE_FIRST_REPORT);
}

static void check_full_report(const struct check *check)
{
    const struct report_facts *facts = &check->report->facts;
    struct report_moment posted =
        first_given(check, &facts->posted, &facts->posted);

    if (facts->disclosed.given && check->report->rule->id == REPORT_FULL)
        check_late(check, CASE_FULL_REPORT_LATE, &facts->disclosed, &posted,
                   DEADLINE_FULL_REPORT);
}

static void check_version(const struct check *check)
{
    const struct report_facts *facts = &check->report->facts;
    const struct rule_guideline *version = facts->guideline;
    struct report_moment posted =
        first_given(check, &facts->posted, &facts->posted);
    struct finding_words words = {0};
    struct buffer since = {NULL, 0, 0};

    if (!version || !version->superseded ||
        posted.day <= version->superseded + TEMPLATE_DUE)
        return;
    report_moment_add(&since,
                     &(struct report_moment){.day = version->superseded});
    words.value = check_word(version->number);
    words.other = buffer_slice(&since);
    check_add(check, CASE_TEMPLATE_SUPERSEDED_VERSION, check->report->heading,
              &words);
    buffer_free(&since);
}

static bool is_space(char byte)
{
    return (unsigned char)byte <= ' ';
}

/* A name, a colon, and what happened. */
static bool has_form(struct slice title)
{
    const char *colon = memchr(title.bytes, ':', title.length);
    size_t at = 0;

    if (!colon)
        return false;
    while (at < title.length && is_space(title.bytes[at]))
        at++;
    if (title.bytes + at == colon)
        return false;
    for (at = (size_t)(colon - title.bytes) + 1; at < title.length; at++) {
        if (!is_space(title.bytes[at]))
            return true;
    }
    return false;
}

/* The name must be the CCADB's to the letter, where that is known. */
static void check_owner_name(const struct check *check, struct slice title,
                             struct span span)
{
    const char *owner = check->options->owner.name;
    const char *colon = memchr(title.bytes, ':', title.length);
    size_t length = (size_t)(colon - title.bytes);
    struct finding_words words = {.value = {title.bytes, length},
                                  .expected = check_word(owner)};
    struct finding *finding;
    struct span name = {span.start, span.start + length};

    if (!*owner || (length == strlen(owner) &&
                    !memcmp(title.bytes, owner, length)))
        return;
    finding = check_add(check, CASE_BUG_SUMMARY_OWNER, name, &words);
    fix_edit(finding_fix(finding, FIX_REPLACE, &words), name, words.expected);
}

/* A title above the first report is that of all; it is looked at once. */
static void check_title(const struct check *check)
{
    struct span span = check->report->facts.title;
    struct slice title = check_slice(check, span);
    struct finding_words words = {.value = title};

    if (span.start == span.end ||
        (check->report > check->reports->items &&
         check->report[-1].facts.title.start == span.start))
        return;
    words.count = encoding_units(title, ENCODING_UTF32);
    if (!has_form(title))
        check_add(check, CASE_BUG_SUMMARY, span, &words);
    else
        check_owner_name(check, title, span);
    if (words.count > TITLE_MOST)
        check_add(check, CASE_BUG_SUMMARY_LENGTH, span, &words);
}

void check_life_cycle(const struct check *check)
{
    check_title(check);
    check_disclosure(check);
    check_full_report(check);
    check_version(check);
}
