/* Reads what a text says of a policy where it names it. */
#include "citation.h"

#include <string.h>

#include "date.h"
#include "edition.h"
#include "name.h"

/* The end of an address that begins at AT, or else AT. */
static size_t past_address(struct slice text, size_t at)
{
    return slice_has(text, at, "://") ? slice_find(text, at, " \t\r\n)>]") : at;
}

bool citation_has_digit(struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        at = past_address(text, at);
        if (slice_digit_at(text, at))
            return true;
    }
    return false;
}

/* Does the name of a document that isn't one of the policies stand at AT? */
static bool is_other_document(struct slice text, size_t at)
{
    char first = byte_lower(text.bytes[at]);
    const struct rule_phrase *phrase =
        rule_phrase_first(PHRASES_OTHER_DOCUMENT, first);

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        size_t taken = name_begins(slice_from(text, at), phrase->folded);

        if (taken && !byte_is_letter(slice_at(text, at + taken)))
            return true;
    }
    return false;
}

size_t citation_end(struct slice text, size_t from, size_t end)
{
    for (size_t at = from; at < end; at++) {
        if (byte_is_letter(text.bytes[at]) &&
            (!at || !byte_is_alphanumeric(text.bytes[at - 1])) &&
            is_other_document(text, at))
            return at;
    }
    return end;
}

/* Where the letters at AT end. */
static size_t word_end(struct slice text, size_t at)
{
    while (byte_is_letter(slice_at(text, at)))
        at++;
    return at;
}

static bool is_word_of(enum phrases_id list, struct slice word)
{
    char folded[16];

    if (!word.length || word.length >= sizeof folded)
        return false;
    fold(word, folded, sizeof folded);
    return rule_phrase_is(list, folded) != NULL;
}

/* Where the number at AT ends, dots in it included. */
static size_t number_end(struct slice text, size_t at)
{
    while (slice_digit_at(text, at) ||
           (slice_at(text, at) == '.' && slice_digit_at(text, at + 1)))
        at++;
    return at;
}

/* No version has as many dots as "4.9.1.1". */
#define DOTS_MOST 2

static bool may_be_version(struct slice text, size_t at)
{
    size_t end = number_end(text, at);
    size_t dots = 0;

    for (; at < end; at++)
        dots += text.bytes[at] == '.';
    return dots <= DOTS_MOST;
}

static bool is_section_sign(struct slice text, size_t at)
{
    return slice_has(text, at, "\xc2\xa7");
}

/* Is it a title in quotes? */
static bool is_quoted_at(struct slice text, size_t at)
{
    size_t past = slice_at(text, at) == '"' ? at + 1 : at + 3;

    return (past == at + 1 || slice_has(text, at, "\xe2\x80\x9c")) &&
           byte_is_letter(slice_at(text, past));
}

/* Is the number at AT in TEXT, which is past FROM, one of a version: right
 * past the policy's name, or past a word for it? */
static bool is_version(struct slice text, size_t from, size_t at)
{
    size_t end = at;
    size_t start;

    if (!may_be_version(text, at) ||
        (at >= from + 2 && is_section_sign(text, at - 2)))
        return false;
    if (end > from && strchr("vV", text.bytes[end - 1]) &&
        (--end == from || !byte_is_alphanumeric(text.bytes[end - 1])))
        return true;
    while (end > from && !byte_is_alphanumeric(text.bytes[end - 1]))
        end--;
    for (start = end; start > from && byte_is_letter(text.bytes[start - 1]);)
        start--;
    if (start == end)
        return end == from;
    return is_word_of(PHRASES_VERSION_WORD, slice_part(text, start, end));
}

/* Is there a version, or a date, in TEXT between FROM and END? */
static bool has_version(struct slice text, size_t from, size_t end)
{
    struct date date;

    text.length = end;
    if (date_find(text, from, &date))
        return true;
    for (size_t at = from; at < end; at++) {
        if (slice_digit_at(text, at) &&
            (at == from || !slice_digit_at(text, at - 1)) &&
            is_version(text, from, at))
            return true;
    }
    return false;
}

/* Does TEXT name a section from FROM up to END: by a word for it, a sign, its
 * title in quotes, or any number that isn't of a date or the first of a
 * version? */
static bool has_section(struct slice text, size_t from, size_t end)
{
    struct date date;

    text.length = end;
    for (size_t at = from; at < end; at++) {
        size_t word = word_end(text, at);

        at = past_address(text, at);
        if (is_section_sign(text, at) || is_quoted_at(text, at) ||
            is_word_of(PHRASES_SECTION_WORD, slice_part(text, at, word)))
            return true;
        if (byte_is_alphanumeric(slice_at(text, at)) &&
            date_find_near(text, at, at + 1, &date))
            at = date.span.end - 1;
        else if (slice_digit_at(text, at) && !is_version(text, from, at))
            return true;
        else if (slice_digit_at(text, at))
            at = slice_find(text, at, " \t\r\n,;)]") - 1;
        else if (word > at)
            at = word - 1;
    }
    return false;
}

void citation_add_edition(struct citation *citation, size_t index)
{
    if (!citation->editions++)
        citation->first = citation->last = index;
    if (index < citation->first)
        citation->first = index;
    if (index > citation->last)
        citation->last = index;
}

/* The number that TEXT begins with, up to its first dot. */
static unsigned long first_part(struct slice text)
{
    unsigned long part = 0;

    for (size_t at = 0; at < text.length && byte_is_digit(text.bytes[at]) &&
                        part < 1000; at++)
        part = part * 10 + (unsigned long)(text.bytes[at] - '0');
    return part;
}

/* Is NUMBER so far beyond the newest version of POLICY that it can only be
 * that of a section: "S/MIME BRs 3.2.2"? */
static bool is_beyond(const struct policy *policy, struct slice number)
{
    struct rule_edition newest;

    if (!policy->rule || !policy->edition_count)
        return false;
    newest = edition_at(policy, policy->edition_count - 1);
    return !newest.unnumbered &&
           first_part(number) > first_part(slice_of(newest.number));
}

/* Takes the number in SPAN for a version, which a word may have SAID it to be;
 * false if none known here is called so: it may as well be that of a
 * section. */
static bool take_number(struct citation *citation, struct slice text,
                        struct span span, bool said)
{
    const struct policy *policy = &citation->name.policy;
    struct slice number = slice_part(text, span.start, span.end);
    size_t index;

    if (!said && is_beyond(policy, number))
        return false;
    citation->numbers++;
    citation->number = span;
    if (!edition_numbered(policy, number, &index))
        return false;
    citation_add_edition(citation, index);
    return true;
}

static void take_date(struct citation *citation, const struct date *date)
{
    size_t index;

    if (date->valid &&
        edition_dated(&citation->name.policy, date->days, &index))
        citation_add_edition(citation, index);
}

/*
 * Reads the versions right past the policy's name, up to END: numbers and
 * dates, with nothing but words for a version between them. Where they end. A
 * second number without such a word before it is that of a section.
 */
static size_t read_versions(struct citation *citation, struct slice text,
                            size_t end)
{
    size_t at = citation->name.span.end;
    bool expected = true;
    bool said = false;
    struct date date;

    while (at < end && text.bytes[at] != ';' && !is_section_sign(text, at) &&
           !is_quoted_at(text, at)) {
        size_t word = word_end(text, at);

        if (byte_is_alphanumeric(text.bytes[at]) &&
            date_find_near(text, at, at + 1, &date)) {
            take_date(citation, &date);
            at = date.span.end;
            expected = false;
        } else if (word > at) {
            if (!is_word_of(PHRASES_VERSION_WORD, slice_part(text, at, word)))
                break;
            expected = said = true;
            at = word;
        } else if (!byte_is_digit(text.bytes[at])) {
            at++;
        } else {
            struct span number = {at, number_end(text, at)};

            at = number.end;
            if (!expected || !may_be_version(text, number.start) ||
                !take_number(citation, text, number, said)) {
                citation->sectioned = true;
                break;
            }
            expected = false;
        }
    }
    return at;
}

/* The word, of letters alone, that TEXT before AT ends with, no further back
 * than FROM; empty if it ends with something else. */
static struct span last_word(struct slice text, size_t from, size_t at)
{
    size_t end = slice_trim_end(slice_part(text, 0, at), " \t\r\n").length;
    size_t start = end;

    while (start > from && byte_is_letter(text.bytes[start - 1]))
        start--;
    return (struct span){start, end};
}

/* Do the words of TEXT before AT, no further back than FROM, end with "section
 * 4.9.1 of the"? After "and the" begins something else. */
static bool is_section_of(struct slice text, size_t from, size_t at)
{
    struct span word = last_word(text, from, at);
    bool linked = false;

    while (word.start > from &&
           is_word_of(PHRASES_SECTION_LINK,
                      slice_part(text, word.start, word.end))) {
        linked = true;
        at = word.start;
        word = last_word(text, from, at);
    }
    return linked &&
           !is_word_of(PHRASES_JOIN, slice_part(text, word.start, word.end)) &&
           has_section(text, from, at);
}

void citation_read(struct citation *citation, struct slice text, size_t start,
                   size_t end)
{
    struct span name = citation->name.span;
    size_t past = read_versions(citation, text, end);
    bool section = has_section(text, past, end);
    bool beyond = citation->sectioned && !citation->numbers && !section;

    citation->versioned = citation->numbers ||
                          has_version(text, beyond ? past : name.end, end);
    citation->sectioned |= section || is_section_of(text, start, name.start);
}
