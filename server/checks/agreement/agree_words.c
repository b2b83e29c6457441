/* What the words tell of persons, and of what a first report owes. */
#include "agreement.h"

#include <ctype.h>
#include <string.h>

#include "answer.h"
#include "memory.h"

/* A word of TEXT from START on; empty at the text's end. */
static struct span word_at(struct slice text, size_t start)
{
    struct span word;

    while (start < text.length && !isalpha((unsigned char)text.bytes[start]) &&
           (unsigned char)text.bytes[start] < 0x80)
        start++;
    word = (struct span){start, start};
    while (word.end < text.length &&
           (isalnum((unsigned char)text.bytes[word.end]) ||
            (unsigned char)text.bytes[word.end] >= 0x80 ||
            strchr(".'-", text.bytes[word.end])))
        word.end++;
    while (word.end > word.start &&
           strchr(".'-", text.bytes[word.end - 1]))
        word.end--;
    return word;
}

static bool is_listed(struct slice text, struct span word,
                      enum phrases_id list)
{
    char folded[32];

    fold((struct slice){text.bytes + word.start, word.end - word.start},
         folded, sizeof folded);
    return rule_phrase_is(list, folded) != NULL;
}

/* Capitalized, the rest in small letters: it may be a part of a name. */
static bool is_name_part(struct slice text, struct span word)
{
    if (word.end < word.start + 2 ||
        !isupper((unsigned char)text.bytes[word.start]))
        return false;
    for (size_t at = word.start + 1; at < word.end; at++) {
        if (isupper((unsigned char)text.bytes[at]) ||
            isdigit((unsigned char)text.bytes[at]) || text.bytes[at] == '.')
            return false;
    }
    return !is_listed(text, word, PHRASES_NO_PERSON);
}

/* Does a blank and nothing else part WORD from what stands before it? */
static bool follows(struct slice text, size_t end, struct span word)
{
    return word.start == end + 1 && text.bytes[end] == ' ';
}

/* The name of a person that begins at AT in TEXT: two or three words in a row.
 * Its span is empty if there is none. */
static struct span name_at(struct slice text, size_t at)
{
    struct span first = word_at(text, at);
    struct span second = word_at(text, first.end);
    struct span third;

    if (is_listed(text, first, PHRASES_PERSON_TITLE)) {
        size_t end = first.end + (first.end < text.length &&
                                  text.bytes[first.end] == '.');

        if (is_name_part(text, second) && follows(text, end, second))
            return (struct span){first.start, second.end};
    }
    if (!is_name_part(text, first) || !is_name_part(text, second) ||
        !follows(text, first.end, second))
        return (struct span){at, at};
    third = word_at(text, second.end);
    if (follows(text, second.end, third) &&
        third.end > third.start && 
            isupper((unsigned char)text.bytes[third.start]))
        return is_name_part(text, third)
                   ? (struct span){first.start, third.end}
                   : (struct span){at, at};
    return (struct span){first.start, second.end};
}

static bool is_address_byte(char byte)
{
    return isalnum((unsigned char)byte) || strchr("._%+-", byte);
}

/* The e-mail address around the first '@' of TEXT from FROM on. */
static struct span address_find(struct slice text, size_t from)
{
    for (size_t at = from; at < text.length; at++) {
        struct span span = {at, at + 1};
        bool dot = false;

        if (text.bytes[at] != '@')
            continue;
        while (span.start > from && is_address_byte(text.bytes[span.start - 1]))
            span.start--;
        while (span.end < text.length && is_address_byte(text.bytes[span.end]))
            dot |= text.bytes[span.end++] == '.' && span.end > at + 2;
        while (span.end > at && text.bytes[span.end - 1] == '.')
            span.end--;
        if (span.start < at && span.end > at + 3 && dot)
            return span;
    }
    return (struct span){from, from};
}

/* The text past the phrase that says who reported, in the sentence LINE; its
 * length if there is none. */
static size_t past_reporting(struct slice line, size_t from)
{
    for (size_t at = from; at < line.length; at++) {
        char folded[24];
        const struct rule_phrase *phrase;
        struct slice rest = {line.bytes + at, line.length - at};

        if (!isalpha((unsigned char)line.bytes[at]) ||
            (at && isalnum((unsigned char)line.bytes[at - 1])))
            continue;
        if (rest.length > sizeof folded - 1)
            rest.length = sizeof folded - 1;
        fold(rest, folded, sizeof folded);
        phrase = rule_phrase_begins(PHRASES_REPORTED_BY, folded);
        if (phrase)
            return at + phrase->length;
    }
    return line.length;
}

/* Is the address FOUND that of an office, not of a person? */
static bool is_office(struct slice text, struct span found)
{
    const char *at = memchr(text.bytes + found.start, '@',
                            found.end - found.start);
    size_t end = at ? (size_t)(at - text.bytes) : found.start;

    while (found.start < end) {
        struct span word = {found.start, found.start};

        while (word.end < end && isalnum((unsigned char)text.bytes[word.end]))
            word.end++;
        if (word.end > word.start && is_listed(text, word, PHRASES_NO_PERSON))
            return true;
        found.start = word.end + 1;
    }
    return false;
}

static void add_person(const struct check *check, size_t start,
                       struct span found)
{
    struct finding_words words = {0};

    found.start += start;
    found.end += start;
    words.value = check_slice(check, found);
    check_add(check, CASE_REPORTER_PRIVACY, found, &words);
}

/* A person, or an address, right after a word on who reported. In the field
 * on the source any address tells. True if one was found. */
static bool check_person(const struct check *check, struct span span,
                         bool source)
{
    struct slice line = check_slice(check, span);
    struct span found = {0, 0};

    if (line.length > ANSWER_MOST)
        line.length = ANSWER_MOST;
    for (size_t at = past_reporting(line, 0); at < line.length && !found.end;
         at = past_reporting(line, at)) {
        size_t start = at;

        while (start < line.length && strchr(" *_(<[", line.bytes[start]))
            start++;
        found = name_at(line, start);
        if (found.end == found.start)
            found = address_find(line, start);
        if (found.end == found.start || found.start > start + 1)
            found = (struct span){0, 0};
    }
    if (!found.end && source)
        found = address_find(line, 0);
    if (found.end <= found.start || is_office(line, found))
        return false;
    add_person(check, span.start, found);
    return true;
}

static void check_privacy(const struct check *check)
{
    const struct facts *facts = check->facts;
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);

    if (!facts->source || facts->source->id != VALUE_SOURCE_THIRD_PARTY)
        return;
    check_person(check, facts->source_field->value, true);
    if (field && !report_field_empty(field))
        check_person(check, field->value, false);
    for (size_t i = 0;
         facts->timeline && i < facts->timeline->timeline.count; i++)
        check_person(check, facts->timeline->timeline.entries[i].span, false);
}

/* Does the report say so by one of LIST's phrases, anywhere? */
static bool says_anywhere(const struct check *check, enum phrases_id list)
{
    const struct report *report = check->report;
    size_t end = report->first_element + report->element_count;

    for (size_t at = report->first_element; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];
        char *folded;
        bool says;

        if (element->kind > ELEMENT_ROW)
            continue;
        folded = answer_fold(check, element->span);
        says = rule_phrase_in(list, folded) != NULL;
        memory_free(folded);
        if (says)
            return true;
    }
    return false;
}

/* A preliminary report that has a number needs no word for it. */
static bool tells_number(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);
    struct number number;

    return check->facts->total.sure != FACT_ABSENT ||
           (field && number_find(check_slice(check, field->value), &number));
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
        char *folded;

        if (element->kind != ELEMENT_LINE ||
            element->span.end - element->span.start > ATTACHED_MOST)
            continue;
        folded = answer_fold(check, element->span);
        if (rule_phrase_in(PHRASES_REPORT_ATTACHED, folded))
            check_add(check, CASE_NOT_FREE_STANDING_ATTACHED, element->span,
                      NULL);
        memory_free(folded);
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
    check_privacy(check);
    check_containment(check);
}
