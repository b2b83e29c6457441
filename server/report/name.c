/* Reads the names in headings: of reports, sections and factors. */
#include "name.h"

#include <string.h>

#include "label.h"

/* WORDS from the first byte on that is not one of SET. */
static struct slice skip_any(struct slice words, const char *set)
{
    return slice_from(words, slice_skip(words, 0, set));
}

/* The same, and blanks of whatever width are passed over too. */
static struct slice skip_marks(struct slice words, const char *set)
{
    size_t blanks;

    do {
        words = skip_any(words, set);
        blanks = fold_blanks(words);
        words = slice_from(words, blanks);
    } while (blanks);
    return words;
}

/* Without "3." or "3)", which people put before the names of sections. */
static struct slice skip_numbering(struct slice words)
{
    size_t digits = 0;

    while (digits < words.length && digits < 3 &&
           byte_is_digit(words.bytes[digits]))
        digits++;
    if (digits && byte_is_in(slice_at(words, digits), ".)"))
        return skip_marks(slice_from(words, digits + 1), "");
    return words;
}

void name_fold(struct slice words, char *folded)
{
    words = skip_any(words, "#");
    words = skip_marks(words, "*_");
    fold(skip_numbering(words), folded, LABEL_ROOM);
}

/* May REST follow a report's name? In a heading any further word may, but for
 * the old templates, whose names are common English. */
static bool is_suffix(const char *rest, bool heading)
{
    bool parted = *rest == ' ';

    if (!*rest)
        return true;
    if (byte_is_alphanumeric(*rest))
        return false;
    while (*rest == ' ')
        rest++;
    return heading || !parted || !byte_is_letter(*rest);
}

const struct rule_report *name_report(struct slice words, bool heading)
{
    char folded[LABEL_ROOM];
    size_t length;
    const struct rule_report *report;

    name_fold(words, folded);
    report = rule_report_find(folded, &length);
    if (!report || !is_suffix(folded + length, heading && !report->superseded))
        return NULL;
    return report;
}

bool name_divides(struct slice words)
{
    char folded[LABEL_ROOM];
    size_t length;

    name_fold(words, folded);
    if (rule_report_find(folded, &length))
        return true;
    for (size_t id = 0; id < SECTION_COUNT; id++) {
        if (!strcmp(folded, rule_sections[id].folded) ||
            rule_is_listed(folded, rule_sections[id].aliases))
            return true;
    }
    return false;
}

size_t name_begins(struct slice words, const char *name)
{
    size_t at = 0;

    for (; *name; name++) {
        if (at >= words.length)
            return 0;
        if (*name == ' ') {
            size_t blanks = fold_blanks(slice_from(words, at));

            if (!blanks)
                return 0;
            at += blanks;
        } else if (byte_lower(words.bytes[at++]) != *name) {
            return 0;
        }
    }
    return at;
}

/* The number after "#", "# ", "#: " or nothing; 0 if there is none. */
static uint64_t read_number(struct slice *words)
{
    struct slice rest = skip_marks(*words, "#:");
    uint64_t number = 0;
    size_t digits = 0;

    while (digits < rest.length && digits < 6 &&
           byte_is_digit(rest.bytes[digits]))
        number = number * 10 + (uint64_t)(rest.bytes[digits++] - '0');
    if (digits)
        *words = slice_from(rest, digits);
    return number;
}

/* Without a colon, hyphen or dash between number and title. */
static struct slice skip_separator(struct slice words)
{
    words = skip_marks(words, ":-.)*_");
    while (words.length > 2 && slice_begins(words, "\xe2\x80"))
        words = skip_marks(slice_from(words, 3), "");
    return words;
}

/* A sentence may begin with a factor's name, a line that names one has nothing
 * or a separator after it. */
static bool is_named_only(struct slice rest)
{
    rest = skip_marks(rest, "#");
    return !rest.length || strchr(":-.)", *rest.bytes) ||
           (unsigned char)*rest.bytes == 0xe2;
}

bool name_factor(struct slice line, bool heading, struct factor_name *name)
{
    struct slice words = skip_marks(line, "*_#");
    bool strong = words.bytes != line.bytes;
    const struct rule_phrase *phrase =
        rule_phrase_first(PHRASES_FACTOR, byte_lower(slice_at(words, 0)));
    struct slice rest;

    for (; phrase; phrase = rule_phrase_next(phrase)) {
        bool full = phrase->means[0] != '\0';   /* needs nothing else */
        size_t length = name_begins(words, phrase->folded);

        if (!length || !(heading || strong || full))
            continue;
        rest = slice_from(words, length);
        if (byte_is_letter(slice_at(rest, 0)))
            continue;
        name->number = read_number(&rest);
        if ((!name->number && !full) ||
            !(heading || strong || is_named_only(rest)))
            continue;
        rest = slice_trim_end(skip_separator(skip_marks(rest, "#")), " \t*_:");
        name->title = slice_place(line, rest);
        return true;
    }
    return false;
}
