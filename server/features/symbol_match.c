/* Compares names with a query. */
#include "symbol_match.h"

#include <stdbool.h>
#include <strings.h>

/* Does a word of NAME after its first byte begin with QUERY? */
static bool begins_word(const char *name, struct slice query)
{
    for (size_t at = 1; name[0] != '\0' && name[at] != '\0'; at++) {
        if (!byte_is_word(name[at - 1]) &&
            !strncasecmp(name + at, query.bytes, query.length))
            return true;
    }
    return false;
}

static bool has_letters(const char *name, struct slice query)
{
    for (size_t at = 0; at < query.length; at++) {
        char wanted = byte_lower(query.bytes[at]);

        if (byte_is_blank(query.bytes[at]))
            continue;
        while (*name != '\0' && byte_lower(*name) != wanted)
            name++;
        if (*name++ == '\0')
            return false;
    }
    return true;
}

enum symbol_match symbol_match(const char *name, struct slice query)
{
    query = slice_trim(query, " \t");
    if (!query.length || !strncasecmp(name, query.bytes, query.length))
        return SYMBOL_MATCH_START;
    if (begins_word(name, query))
        return SYMBOL_MATCH_WORD;
    return has_letters(name, query) ? SYMBOL_MATCH_SPREAD : SYMBOL_MATCH_NONE;
}
