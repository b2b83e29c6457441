/* Finds links to certificates, and tells their forms. */
#include "crtsh.h"

#include <ctype.h>
#include <string.h>

#include "hexadecimal.h"
#include "rules.h"

#define HASH_DIGITS 64

const char *crtsh_wanted(void)
{
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_CRTSH];
    size_t index = 0;

    while (index + 1 < list->count &&
           strcmp(list->phrases[index].means, "wanted"))
        index++;
    return list->phrases[index].folded;
}

/* The length of the word at AT that stands for MEANS, if there is one; or 0. */
static size_t word_length(struct slice text, size_t at, const char *means)
{
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_CRTSH];

    for (size_t index = 0; index < list->count; index++) {
        const struct rule_phrase *phrase = &list->phrases[index];

        if (!strcmp(phrase->means, means) &&
            slice_has_word(text, at, phrase->folded))
            return strlen(phrase->folded);
    }
    return 0;
}

static bool is_link_byte(char byte)
{
    return (unsigned char)byte > ' ' && !strchr("<>\"`|)]}\\^", byte);
}

/* Where the link that begins at START ends: marks of a sentence don't count. */
static size_t link_end(struct slice text, size_t start)
{
    size_t end = start;

    while (end < text.length && is_link_byte(text.bytes[end]))
        end++;
    while (end > start && byte_is_in(text.bytes[end - 1], ".,;:!*_'"))
        end--;
    return end;
}

/* True if a link to a question begins at AT; *QUERY is after its "/?". */
static bool is_question(struct slice text, size_t at, size_t *query)
{
    size_t host = at;

    if (slice_has_word(text, at, "https://"))
        host = at + strlen("https://");
    else if (slice_has_word(text, at, "http://"))
        host = at + strlen("http://");
    if (host == at && at &&
        (byte_is_alphanumeric(text.bytes[at - 1]) ||
         byte_is_in(text.bytes[at - 1], "/.-@")))
        return false;
    *query = host + word_length(text, host, "host");
    if (*query == host || !slice_has_word(text, *query, "/?"))
        return false;
    *query += 2;
    return true;
}

/* The value of the parameter at AT, up to END, if it is a SHA-256 hash. */
static struct slice hash_at(struct slice text, size_t at, size_t end)
{
    size_t start = slice_find(slice_part(text, 0, end), at, "=") + 1;
    struct slice value = slice_part(
        text, start, slice_find(slice_part(text, 0, end), start, "&"));

    if (value.length != HASH_DIGITS || !is_hexadecimal(value))
        value.length = 0;
    return value;
}

/* The name of the parameter that is wanted: "sha256". */
static const char *wanted_parameter(void)
{
    return strchr(crtsh_wanted(), '?') + 1;
}

/* The length of the name of a parameter at AT that may ask for a hash. */
static size_t parameter_length(struct slice text, size_t at)
{
    const char *wanted = wanted_parameter();
    size_t length = slice_has_word(text, at, wanted)
                        ? strlen(wanted)
                        : word_length(text, at, "question");

    return slice_at(text, at + length) == '=' ? length : 0;
}

/* How LINK, whose hash is at the parameter AT, asks for it. */
static enum crtsh_form form_of(struct slice text, const struct crtsh *link,
                               size_t at)
{
    const char *wanted = crtsh_wanted();
    size_t site = strlen(wanted) - strlen(wanted_parameter());

    if (!slice_has_word(text, at, wanted_parameter()) ||
        strncmp(text.bytes + link->span.start, wanted, site) != 0)
        return CRTSH_OTHER;
    return span_length(link->span) == strlen(wanted) + 1 + HASH_DIGITS
               ? CRTSH_WANTED
               : CRTSH_PARAMETERS;
}

static void read_query(struct slice text, size_t query, struct crtsh *link)
{
    size_t end = link->span.end;

    link->form = CRTSH_OTHER;
    link->hash = (struct slice){NULL, 0};
    for (size_t at = query; at < end && !link->hash.length;) {
        const char *next = memchr(text.bytes + at, '&', end - at);

        if (parameter_length(text, at))
            link->hash = hash_at(text, at, end);
        if (link->hash.length)
            link->form = form_of(text, link, at);
        at = next ? (size_t)(next - text.bytes) + 1 : end;
    }
}

bool crtsh_find(struct slice text, size_t from, struct crtsh *link)
{
    struct slice rest = slice_from(text, from);

    if (!rest.length || !memchr(rest.bytes, '?', rest.length))
        return false;
    for (size_t at = from; at < text.length; at++) {
        size_t query;

        if (!byte_is_in(text.bytes[at], "hHcCwW") ||
            !is_question(text, at, &query))
            continue;
        link->span = (struct span){at, link_end(text, query)};
        read_query(text, query, link);
        return true;
    }
    return false;
}

bool crtsh_entry(struct slice line, struct crtsh *link)
{
    size_t at = 0;

    if (!crtsh_find(line, 0, link))
        return false;
    while (at < link->span.start) {
        char byte = line.bytes[at];

        if (!isxdigit((unsigned char)byte) && !strchr(" \t[](<>*_#.,:-|`",
                                                      byte))
            return false;
        at++;
    }
    return true;
}
