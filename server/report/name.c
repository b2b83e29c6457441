/* Reads the names in headings: of reports, sections and factors. */
#include "name.h"

#include <ctype.h>
#include <string.h>

#include "label.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static struct slice skip(struct slice words, size_t length)
{
    return (struct slice){words.bytes + length, words.length - length};
}

static struct slice skip_any(struct slice words, const char *set)
{
    while (words.length && strchr(set, words.bytes[0]) && words.bytes[0])
        words = skip(words, 1);
    return words;
}

/* Without "3." or "3)", which people put before the names of sections. */
static struct slice skip_numbering(struct slice words)
{
    size_t digits = 0;

    while (digits < words.length && digits < 3 && is_digit(words.bytes[digits]))
        digits++;
    if (digits && digits < words.length &&
        (words.bytes[digits] == '.' || words.bytes[digits] == ')'))
        return skip_any(skip(words, digits + 1), " \t");
    return words;
}

void name_fold(struct slice words, char *folded)
{
    words = skip_any(words, "#");
    words = skip_any(words, " \t*_");
    fold(skip_numbering(words), folded, LABEL_ROOM);
}

/* May REST follow a report's name? In a heading any further word may, but for
 * the old templates, whose names are common English. */
static bool is_suffix(const char *rest, bool heading)
{
    bool parted = *rest == ' ';

    if (!*rest)
        return true;
    if (isalnum((unsigned char)*rest))
        return false;
    while (*rest == ' ')
        rest++;
    return heading || !parted || !isalpha((unsigned char)*rest);
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
            if (!strchr(" \t", words.bytes[at]))
                return 0;
            while (at < words.length && strchr(" \t", words.bytes[at]))
                at++;
        } else if (tolower((unsigned char)words.bytes[at++]) != *name) {
            return 0;
        }
    }
    return at;
}

/* The number behind "#", "# ", "#: " or nothing; 0 if there is none. */
static uint64_t read_number(struct slice *words)
{
    struct slice rest = skip_any(*words, " \t#:");
    uint64_t number = 0;
    size_t digits = 0;

    while (digits < rest.length && digits < 6 && is_digit(rest.bytes[digits]))
        number = number * 10 + (uint64_t)(rest.bytes[digits++] - '0');
    if (digits)
        *words = skip(rest, digits);
    return number;
}

/* Without marks of strong text and blanks at the end. */
static struct slice without_tail(struct slice words)
{
    while (words.length && strchr(" \t*_:", words.bytes[words.length - 1]))
        words.length--;
    return words;
}

/* Without a colon, hyphen or dash between number and title. */
static struct slice skip_separator(struct slice words)
{
    words = skip_any(words, " \t:-.)*_");
    while (words.length > 2 && (unsigned char)words.bytes[0] == 0xe2 &&
           (unsigned char)words.bytes[1] == 0x80)
        words = skip_any(skip(words, 3), " \t");
    return words;
}

/* A sentence may begin with a factor's name, a line that names one has nothing
 * or a separator behind it. */
static bool is_named_only(struct slice rest)
{
    rest = skip_any(rest, " \t#");
    return !rest.length || strchr(":-.)", *rest.bytes) ||
           (unsigned char)*rest.bytes == 0xe2;
}

bool name_factor(struct slice line, bool heading, struct factor_name *name)
{
    struct slice words = skip_any(line, " \t*_#");
    bool strong = words.bytes != line.bytes;
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_FACTOR];
    struct slice rest;

    for (size_t index = 0; index < list->count; index++) {
        const struct rule_phrase *phrase = &list->phrases[index];
        bool full = phrase->means[0] != '\0';   /* needs nothing else */
        size_t length = name_begins(words, phrase->folded);

        if (!length || !(heading || strong || full))
            continue;
        rest = skip(words, length);
        if (rest.length && isalnum((unsigned char)rest.bytes[0]) &&
            !is_digit(rest.bytes[0]))
            continue;
        name->number = read_number(&rest);
        if ((!name->number && !full) ||
            !(heading || strong || is_named_only(rest)))
            continue;
        rest = without_tail(skip_separator(skip_any(rest, " \t#")));
        name->title.start = (size_t)(rest.bytes - line.bytes);
        name->title.end = name->title.start + rest.length;
        return true;
    }
    return false;
}
