/* Does a report name the person who reported the incident? */
#include "agreement.h"

#include <string.h>

#include "answer.h"
#include "memory.h"

/* A word of TEXT from START on; empty at the text's end. */
static struct span word_at(struct slice text, size_t start)
{
    struct span word;

    while (start < text.length && !byte_is_letter(text.bytes[start]) &&
           !byte_is_beyond_ascii(text.bytes[start]))
        start++;
    word = (struct span){start, start};
    while (word.end < text.length &&
           (byte_is_word(text.bytes[word.end]) ||
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

    fold(slice_part(text, word.start, word.end), folded, sizeof folded);
    return rule_phrase_is(list, folded) != NULL;
}

/* "Example Trust's report" */
static bool is_possessive(struct slice word)
{
    return slice_ends(word, "'s") || slice_ends(word, "\xe2\x80\x99s");
}

/* Capitalized, the rest in small letters: it may be a part of a name. */
static bool is_name_part(struct slice text, struct span word)
{
    if (is_possessive(slice_part(text, word.start, word.end)))
        return false;
    if (word.end < word.start + 2 ||
        !byte_is_capital(text.bytes[word.start]))
        return false;
    for (size_t at = word.start + 1; at < word.end; at++) {
        if (byte_is_capital(text.bytes[at]) ||
            byte_is_digit(text.bytes[at]) || text.bytes[at] == '.')
            return false;
    }
    return !is_listed(text, word, PHRASES_NO_PERSON);
}

/* Does a blank and nothing else part WORD from what stands before it? */
static bool follows(struct slice text, size_t end, struct span word)
{
    return word.start == end + 1 && text.bytes[end] == ' ';
}

/* "J. Smith" */
static bool is_initial(struct slice text, struct span word, struct span next)
{
    return word.end == word.start + 1 &&
           byte_is_capital(text.bytes[word.start]) &&
           slice_at(text, word.end) == '.' && follows(text, word.end + 1, next);
}

/* NAME, and the next word too if that may be a part of it; empty if the next
 * is capitalized and no part of a name, as in that of an organization. */
static struct span with_next(struct slice text, struct span name)
{
    struct span next = word_at(text, name.end);

    if (!follows(text, name.end, next) || next.end == next.start ||
        !byte_is_capital(text.bytes[next.start]))
        return name;
    return is_name_part(text, next) ? (struct span){name.start, next.end}
                                    : (struct span){name.start, name.start};
}

/* The word after the one that ends at END, small words of names passed over. */
static struct span name_after(struct slice text, size_t end)
{
    struct span word = word_at(text, end);

    while (follows(text, end, word) &&
           is_listed(text, word, PHRASES_NAME_PARTICLE)) {
        end = word.end;
        word = word_at(text, end);
    }
    return follows(text, end, word) ? word : (struct span){end, end};
}

/* The name of a person that begins at AT in TEXT: two or three words in a row,
 * or what follows a title. Its span is empty if there is none. */
static struct span name_at(struct slice text, size_t at)
{
    struct span first = word_at(text, at);
    struct span second = name_after(text, first.end);
    struct span after_dot = word_at(text, first.end);
    size_t dot = first.end + (slice_at(text, first.end) == '.');

    if (is_listed(text, first, PHRASES_PERSON_TITLE) &&
        is_name_part(text, after_dot) && follows(text, dot, after_dot))
        return with_next(text, (struct span){first.start, after_dot.end});
    if (is_initial(text, first, after_dot))
        second = after_dot;
    else if (!is_name_part(text, first))
        return (struct span){at, at};
    if (second.end == second.start || !is_name_part(text, second))
        return (struct span){at, at};
    return with_next(text, (struct span){first.start, second.end});
}

static bool is_address_byte(char byte)
{
    return byte_is_alphanumeric(byte) || strchr("._%+-", byte);
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

        if (!byte_is_letter(line.bytes[at]) ||
            (at && byte_is_alphanumeric(line.bytes[at - 1])))
            continue;
        fold_front(slice_from(line, at), folded, sizeof folded);
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

        while (word.end < end && byte_is_alphanumeric(text.bytes[word.end]))
            word.end++;
        if (word.end > word.start && is_listed(text, word, PHRASES_NO_PERSON))
            return true;
        found.start = word.end + 1;
    }
    return false;
}

/* A person, or an address, right after a word on who reported in LINE; its span
 * is empty if there is none. */
static struct span person_after(struct slice line)
{
    struct span found = {0, 0};

    for (size_t at = past_reporting(line, 0); at < line.length && !found.end;
         at = past_reporting(line, at)) {
        size_t start = slice_skip(line, at, " *_(<[:,");

        found = name_at(line, start);
        if (found.end == found.start)
            found = address_find(line, start);
        if (found.end == found.start || found.start > start + 1)
            found = (struct span){0, 0};
    }
    return found;
}

/* Past what may stand between a name that ends at AT and its verb. */
static size_t past_apposition(struct slice line, size_t at)
{
    size_t next = slice_skip(line, at, " ,*_");

    if (slice_at(line, next) == '(') {
        while (next < line.length && line.bytes[next] != ')')
            next++;
        next = slice_skip(line, next, ") ,*_");
    }
    return next;
}

/* Does LINE from PAST on say that somebody told something: "informed us",
 * "notified Example Trust"? */
static bool says_told(struct slice line, size_t past)
{
    const struct rule_phrase *phrase;
    char folded[48];
    size_t whom;

    fold_front(slice_from(line, past), folded, sizeof folded);
    if (rule_phrase_begins(PHRASES_REPORTS, folded))
        return true;
    phrase = rule_phrase_begins(PHRASES_TELLS_SOMEBODY, folded);
    if (!phrase)
        return false;
    whom = past + phrase->length;
    return slice_at(line, whom) == ' ' &&
           byte_is_capital(slice_at(line, whom + 1));
}

/* A person of whom the words that follow say that they reported in LINE. */
static struct span person_before(struct slice line)
{
    for (size_t at = 0; at < line.length; at++) {
        struct span name;

        if (!byte_is_capital(line.bytes[at]) ||
            (at && byte_is_alphanumeric(line.bytes[at - 1])))
            continue;
        name = name_at(line, at);
        if (name.end <= name.start || name.start != at)
            continue;
        if (says_told(line, past_apposition(line, name.end)))
            return name;
        at = name.end - 1;
    }
    return (struct span){0, 0};
}

/* A name or an address anywhere in LINE, the field on the source, past its
 * first words. */
static struct span person_in(struct slice line)
{
    size_t at = 0;

    while (at < line.length && !strchr("([-:.,;/\n\xe2", line.bytes[at]))
        at++;
    for (; at < line.length; at++) {
        struct span name;

        if (!byte_is_capital(line.bytes[at]) ||
            byte_is_alphanumeric(line.bytes[at - 1]))
            continue;
        name = name_at(line, at);
        if (name.end > name.start && name.start == at &&
            !byte_is_capital(line.bytes[name.start + 1]))
            return name;
    }
    return address_find(line, 0);
}

/* What LINE tells of the person who reported. In the field on the SOURCE, or
 * where an entry tells of a report, any address does. */
static struct span person_of(struct slice line, bool source, bool report)
{
    struct span found = person_after(line);

    if (!found.end)
        found = person_before(line);
    if (!found.end && source)
        found = person_in(line);
    if (!found.end && report)
        found = address_find(line, 0);
    return found;
}

/* Nobody is named further down in what is longer. */
#define LINE_MOST 4096

static void check_person(const struct check *check, struct span span,
                         bool source, bool report)
{
    struct slice line = check_slice(check, span);
    struct finding_words words = {0};
    struct span found;

    if (line.length > LINE_MOST)
        line.length = LINE_MOST;
    found = person_of(line, source, report);
    if (found.end <= found.start || is_office(line, found))
        return;
    found = span_move(found, span.start);
    words.value = check_slice(check, found);
    check_add(check, CASE_REPORTER_PRIVACY, found, &words);
}

void agree_privacy(const struct check *check)
{
    const unsigned reports = EVENT(VALUE_EVENT_REPORTED) |
                             EVENT(VALUE_EVENT_ANSWERED);
    const struct facts *facts = check->facts;
    const struct report_field *field =
        answer_field(check, FIELD_INCIDENT_DESCRIPTION);

    if (!facts->source || facts->source->id != VALUE_SOURCE_THIRD_PARTY)
        return;
    check_person(check, facts->source_field->value, true, false);
    if (field && !report_field_empty(field))
        check_person(check, field->value, false, false);
    for (size_t i = 0;
         facts->timeline && i < facts->timeline->timeline.count; i++)
        check_person(check, facts->timeline->timeline.entries[i].span, false,
                     facts->entry_events[i] & reports);
}
