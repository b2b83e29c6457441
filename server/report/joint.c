/* Finds what joins the parts of a list in a sentence. */
#include "joint.h"

#include <ctype.h>
#include <string.h>

#include "name.h"

static bool is_letter_at(struct slice text, size_t at)
{
    return at < text.length && isalpha((unsigned char)text.bytes[at]);
}

size_t joint_phrase(enum phrases_id list, struct slice text, size_t at)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];
    struct slice rest = {text.bytes + at, text.length - at};
    size_t longest = 0;

    if (at && isalnum((unsigned char)text.bytes[at - 1]))
        return 0;
    for (size_t index = 0; index < phrases->count; index++) {
        size_t length = name_begins(rest, phrases->phrases[index].folded);

        if (length > longest && !is_letter_at(rest, length))
            longest = length;
    }
    return longest;
}

/* "<br>", which people put between the lines of a cell. */
static size_t tag_at(struct slice text, size_t at)
{
    const char *close;

    if (text.bytes[at] != '<' || !is_letter_at(text, at + 1))
        return 0;
    close = memchr(text.bytes + at, '>', text.length - at);
    return close ? (size_t)(close - text.bytes) + 1 - at : 0;
}

size_t joint_at(struct slice text, size_t at)
{
    if (at >= text.length)
        return 0;
    if (strchr(",;&+/\n", text.bytes[at]) && text.bytes[at])
        return 1;
    if (text.bytes[at] == '<')
        return tag_at(text, at);
    return joint_phrase(PHRASES_JOIN, text, at);
}
