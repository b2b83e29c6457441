/* Finds the number of certificates in a sentence. */
#include "number.h"

#include <string.h>

#include "array.h"
#include "date.h"
#include "name.h"
#include "rules.h"

/* The longest words, folded, that bound the number after them. */
#define BOUND_ROOM 48

/* The length of the separator of thousands at AT; 0 if there is none. The
 * blanks are U+00A0, U+2009 and U+202F, the quote U+2019. */
static size_t separator_at(struct slice text, size_t at)
{
    static const char *const separators[] = {
        ",", ".", "'", " ", "\xc2\xa0", "\xe2\x80\x89", "\xe2\x80\xaf",
        "\xe2\x80\x99"};

    for (size_t i = 0; i < LENGTH_OF(separators); i++) {
        if (slice_has(text, at, separators[i]))
            return strlen(separators[i]);
    }
    return 0;
}

/* Past a separator of thousands at AT, if three digits follow; else 0. */
static size_t past_separator(struct slice text, size_t at)
{
    size_t past = at + separator_at(text, at);

    if (past == at || !slice_digit_at(text, past) ||
        !slice_digit_at(text, past + 1) || !slice_digit_at(text, past + 2) ||
        slice_digit_at(text, past + 3))
        return 0;
    return past;
}

static unsigned long long multiply(unsigned long long number,
                                   unsigned long long factor)
{
    return factor && number > NUMBER_MOST / factor ? NUMBER_MOST
                                                   : number * factor;
}

static unsigned long long with_digit(unsigned long long number, char digit)
{
    number = multiply(number, 10);
    return number == NUMBER_MOST
               ? number
               : number + (unsigned long long)(digit - '0');
}

/* Past the digits at AT, whose value is *NUMBER. */
static size_t read_digits(struct slice text, size_t at,
                          unsigned long long *number)
{
    size_t start = at;
    size_t past;

    *number = 0;
    while (slice_digit_at(text, at))
        *number = with_digit(*number, text.bytes[at++]);
    while (at - start <= 3 && (past = past_separator(text, at))) {
        for (start = at = past; at < past + 3; at++)
            *number = with_digit(*number, text.bytes[at]);
    }
    return at;
}

/* Does what stands before START make a version, an OID or a name of it? */
static bool is_continued(struct slice text, size_t start)
{
    char before = start ? text.bytes[start - 1] : ' ';

    return (start && byte_is_alphanumeric(before)) || strchr("#./-&", before) ||
           (before == ':' && start > 1 &&
            byte_is_word(slice_at(text, start - 2)));
}

/* Is the number START..END part of a version, an OID, a time or a name? */
static bool is_part(struct slice text, size_t start, size_t end)
{
    char past = end < text.length ? text.bytes[end] : ' ';

    if (is_continued(text, start) || byte_is_word(slice_at(text, end)) ||
        past == '/')
        return true;
    return strchr(".:-", past) && byte_is_word(slice_at(text, end + 1));
}

/* The phrase of LIST that is the next word in TEXT at *AT, which is moved past
 * it; NULL, and not moved, if none is. */
static const struct rule_phrase *take_word(struct slice text, size_t *at,
                                           enum phrases_id list)
{
    char first = *at < text.length
                     ? byte_lower(text.bytes[*at])
                     : '\0';
    const struct rule_phrase *word = rule_phrase_first(list, first);

    for (; word; word = rule_phrase_next(word)) {
        size_t same = 0;

        while (same < word->length && *at + same < text.length &&
               byte_lower(text.bytes[*at + same]) ==
                   word->folded[same])
            same++;
        if (same < word->length || byte_is_word(slice_at(text, *at + same)))
            continue;
        *at += same;
        return word;
    }
    return NULL;
}

static unsigned long long value_of(const struct rule_phrase *word)
{
    unsigned long long number;

    read_digits(slice_of(word->means), 0, &number);
    return number;
}

/* Past the number below a hundred in words at AT, "twenty-one" too, or one with
 * a word of its own ("a dozen"); AT if there is none. */
static size_t read_small(struct slice text, size_t at,
                         unsigned long long *number)
{
    size_t past = at;
    const struct rule_phrase *word = take_word(text, &past, PHRASES_NUMBER);
    size_t second = past + 1;

    if (!word)
        return at;
    *number = value_of(word);
    if (*number < 20 || past >= text.length || !strchr(" -", text.bytes[past]))
        return past;
    word = take_word(text, &second, PHRASES_NUMBER);
    if (!word || value_of(word) >= 10)
        return past;
    *number += value_of(word);
    return second;
}

/* Past "and" at AT and the blanks around it; the blanks alone will do. */
static size_t past_and(struct slice text, size_t at)
{
    at = slice_skip(text, at, " -");
    return slice_has(text, at, "and ") ? slice_skip(text, at + 4, " ") : at;
}

/* Past the number in words at AT, "three hundred and eleven"; AT if there is
 * none. */
static size_t read_words(struct slice text, size_t at,
                         unsigned long long *number)
{
    unsigned long long thousands = 0, part = 0;
    size_t past = read_small(text, at, &part);

    *number = part;
    while (past > at) {
        size_t next = slice_skip(text, past, " -");
        const struct rule_phrase *word =
            take_word(text, &next, PHRASES_MULTIPLE);
        unsigned long long small = 0;

        if (!word)
            break;
        part = multiply(part, value_of(word));
        if (value_of(word) >= 1000) {
            thousands = part ? thousands + part
                             : multiply(thousands, value_of(word));
            part = 0;
        }
        past = read_small(text, past_and(text, next), &small);
        if (past == past_and(text, next))
            past = next;
        part += small;
        *number = thousands + part < NUMBER_MOST ? thousands + part
                                                 : NUMBER_MOST;
    }
    return past;
}

/* Past the number at AT, in digits or words; AT if there is none. */
static size_t read_number(struct slice text, size_t at,
                          unsigned long long *number)
{
    return slice_digit_at(text, at) ? read_digits(text, at, number)
                                    : read_words(text, at, number);
}

/* Past "to", "and" or a dash at AT, and what blanks stand around it; AT if
 * there is none. */
static size_t past_join(struct slice text, size_t at, bool between)
{
    static const char *const joins[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94",
                                        "to ", "and "};
    size_t start = slice_skip(text, at, " ");
    size_t count = LENGTH_OF(joins) - !between;

    for (size_t i = 0; i < count; i++) {
        if (slice_has(text, start, joins[i]))
            return slice_skip(text, start + strlen(joins[i]), " ");
    }
    return at;
}

/* "1,200 to 1,300", where END is past the first: true if it is a range, whose
 * end *END then is. */
static bool read_range(struct slice text, size_t *end, bool between,
                       struct number *number)
{
    size_t second = past_join(text, *end, between);
    unsigned long long most;
    size_t past;

    if (second == *end || !slice_digit_at(text, second))
        return false;
    past = read_digits(text, second, &most);
    if (most <= number->least || byte_is_word(slice_at(text, past)) ||
        (past < text.length && strchr("-:/%", text.bytes[past])))
        return false;
    number->most = most;
    *end = past;
    return true;
}

/* TEXT before AT, folded, from the start of its sentence or its last bytes. */
static void fold_before(struct slice text, size_t at, char *folded)
{
    size_t start = at > BOUND_ROOM - 1 ? at - (BOUND_ROOM - 1) : 0;
    size_t length;

    while (start < at && start && byte_continues(text.bytes[start]))
        start++;
    length = fold((struct slice){text.bytes + start, at - start}, folded,
                  BOUND_ROOM);
    while (length && folded[length - 1] == ' ')
        folded[--length] = '\0';
}

/* The longest of LIST's phrases that FOLDED ends with; NULL if none. */
static const struct rule_phrase *ends_with(const char *folded,
                                           enum phrases_id list)
{
    size_t length = strlen(folded);

    for (size_t at = 0; at < length; at++) {
        const struct rule_phrase *phrase;

        if (at && byte_is_alphanumeric(folded[at]) &&
            byte_is_alphanumeric(folded[at - 1]))
            continue;
        phrase = rule_phrase_is(list, folded + at);
        if (phrase)
            return phrase;
    }
    return NULL;
}

static void bound(struct number *number, const char *how)
{
    const unsigned long long least = number->least;

    if (strcmp(how, "most") && strcmp(how, "below"))
        number->most = NUMBER_MOST;
    else if (!strcmp(how, "below") && number->most)
        number->most--;
    if (strcmp(how, "least") && strcmp(how, "above"))
        number->least = least > 0 && number->most > 0;
    else
        number->least += !strcmp(how, "above") && least < NUMBER_MOST;
}

/* "hundred" and the like: only the least is certain of what may go on. */
static void read_scale(struct slice text, size_t *end, struct number *number)
{
    size_t at = slice_skip(text, *end, " ");
    const struct rule_phrase *scale = take_word(text, &at, PHRASES_SCALE);

    if (!scale)
        return;
    number->least = multiply(number->least, value_of(scale));
    number->most = NUMBER_MOST;
    *end = at;
}

/* What stands around the number START..END makes of it. */
static void read_bounds(struct slice text, size_t start, size_t end,
                        struct number *number)
{
    char folded[BOUND_ROOM];
    const struct rule_phrase *before;
    size_t past = slice_skip(text, end, " ");

    fold_before(text, start, folded);
    before = ends_with(folded, PHRASES_BOUND);
    if (before)
        bound(number, before->means);
    else if (slice_has(text, end, "+") ||
             take_word(text, &past, PHRASES_BOUND_PAST))
        bound(number, "least");
    number->sure = !*folded || before ||
                   rule_phrase_is(PHRASES_NUMBER_LEAD, folded);
}

static bool is_percentage(struct slice text, size_t end)
{
    size_t at = slice_skip(text, end, " ");

    return slice_has(text, at, "%") || slice_has(text, at, "percent") ||
           slice_has(text, at, "per cent");
}

/* Reads the number at AT, if one counts there; *END is where to go on. */
static bool read_at(struct slice text, size_t at, size_t *end,
                    struct number *number)
{
    char folded[BOUND_ROOM];
    bool between, range;

    *end = read_number(text, at, &number->least);
    if (*end == at)
        return false;
    number->most = number->least == NUMBER_MOST ? NUMBER_MOST : number->least;
    fold_before(text, at, folded);
    between = ends_with(folded, PHRASES_BETWEEN) != NULL;
    range = !is_continued(text, at) && read_range(text, end, between, number);
    if ((!range && is_part(text, at, *end)) || is_percentage(text, *end))
        return false;
    read_scale(text, end, number);
    number->span = (struct span){at, *end};
    read_bounds(text, at, *end, number);
    if (range)
        number->sure |= between;
    return true;
}

/* "1.2 million": the decimals are lost, but not how large it is. */
static bool read_decimal(struct slice text, size_t at, size_t *end,
                         struct number *number)
{
    size_t past = read_digits(text, at, &number->least);
    size_t scaled;

    if (past >= text.length || !strchr(".,", text.bytes[past]) ||
        !slice_digit_at(text, past + 1) || is_continued(text, at))
        return false;
    for (past++; slice_digit_at(text, past);)
        past++;
    scaled = past;
    read_scale(text, &scaled, number);
    if (scaled == past)
        return false;
    number->span = (struct span){at, past};
    number->sure = true;
    *end = scaled;
    return true;
}

/* The same from AT on; *END gets the place past what it took. */
static bool find_from(struct slice text, size_t at, struct number *number,
                      size_t *end)
{
    struct date date;
    bool dated = date_find(text, at, &date);

    for (; at < text.length; at++) {
        if (dated && at == date.span.start) {
            at = date.span.end;
            if (at == text.length)
                return false;
            dated = date_find(text, at, &date);
        }
        if ((at && byte_is_alphanumeric(text.bytes[at - 1])) ||
            !byte_is_alphanumeric(text.bytes[at]))
            continue;
        if (slice_digit_at(text, at) && read_decimal(text, at, end, number))
            return true;
        if (read_at(text, at, end, number))
            return true;
        if (*end > at)
            at = *end - 1;
    }
    return false;
}

bool number_find(struct slice text, struct number *number)
{
    struct number other;
    size_t end = 0;

    *number = (struct number){.sure = false};
    if (!find_from(text, 0, number, &end))
        return false;
    if (!number->sure)
        number->sure = !find_from(text, end, &other, &end);
    return true;
}

/* How much of TEXT says that there are none, from AT on; 0 if nothing does. */
static size_t none_at(struct slice text, size_t at, bool *goes_on)
{
    const struct rule_phrase *phrase = rule_phrase_first(
        PHRASES_NO_CERTIFICATES, byte_lower(slice_at(text, at)));
    size_t longest = 0;

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        size_t length = name_begins(slice_from(text, at), phrase->folded);

        if (length <= longest || byte_is_word(slice_at(text, at + length)))
            continue;
        longest = length;
        *goes_on = *phrase->means != '\0';
    }
    return longest;
}

bool number_none(struct slice text, struct number *number)
{
    size_t at = slice_skip(text, 0, " *_\"\n\r\t");
    struct number other;
    bool goes_on;
    size_t length = none_at(text, at, &goes_on);

    if (!length)
        return false;
    *number = (struct number){.span = {at, at + length}};
    number->sure = !goes_on || !number_find(text, &other) || !other.most;
    return true;
}
