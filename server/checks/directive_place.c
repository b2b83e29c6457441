/* What the checks of directives share. */
#include "directives.h"

#include <string.h>
#include <strings.h>

#include "memory.h"

static struct span span_of(const struct directive_place *place,
                           struct slice slice)
{
    size_t start = place->start + (size_t)(slice.bytes - place->base.bytes);

    return (struct span){start, start + slice.length};
}

/* Adds the phrases of LIST to CLAUSE: a, b or c. */
static void name_all(enum phrases_id list, struct buffer *clause)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];

    for (size_t index = 0; index < phrases->count; index++) {
        if (index)
            buffer_add_string(clause,
                              index + 1 < phrases->count ? ", " : " or ");
        buffer_add_string(clause, phrases->phrases[index].folded);
    }
}

void directives_add(const struct directive_place *place, enum case_id which,
                    struct slice where, const struct finding_words *words)
{
    check_add(place->check, which, span_of(place, where), words);
}

void directives_respell(const struct directive_place *place,
                        enum case_id which, struct slice where,
                        const struct finding_words *words)
{
    struct span span = span_of(place, where);
    struct finding *finding = check_add(place->check, which, span, words);

    fix_edit(finding_fix(finding, FIX_RESPELL, words), span, words->expected);
}

/* Says that VALUE isn't known, and which of KNOWN it is near to, or else what
 * WHICH says. KNOWN ends with NULL. */
void directives_unknown(const struct directive_place *place, enum case_id which,
                        const char *const *known, struct finding_words *words)
{
    char folded[LABEL_ROOM];
    const char *near;
    struct finding *finding;
    struct span span = span_of(place, words->value);

    fold(words->value, folded, sizeof folded);
    near = rule_nearest(folded, known);
    if (!near) {
        check_add(place->check, which, span, words);
        return;
    }
    words->expected = check_word(near);
    finding = check_add(place->check, CASE_BAD_DIRECTIVE_NEAR, span, words);
    fix_edit(finding_fix(finding, FIX_REPLACE, words), span, words->expected);
}

/* Says that VALUE is not a phrase of LIST. */
void directives_unlisted(const struct directive_place *place,
                         enum case_id which, enum phrases_id list,
                         struct finding_words *words)
{
    const struct rule_phrases *phrases = &rule_phrase_lists[list];
    const char **known = memory_new_zeroed(phrases->count + 1, sizeof *known);
    struct buffer clause = {NULL, 0, 0};

    for (size_t index = 0; index < phrases->count; index++)
        known[index] = phrases->phrases[index].folded;
    name_all(list, &clause);
    words->expected = buffer_slice(&clause);
    directives_unknown(place, which, known, words);
    buffer_free(&clause);
    memory_free(known);
}

const struct rule_phrase *directives_phrase(enum phrases_id list,
                                            struct slice word)
{
    char folded[LABEL_ROOM];

    fold(word, folded, sizeof folded);
    return rule_phrase_is(list, folded);
}

bool directives_comment(const struct check *check, struct span span,
                        struct slice words)
{
    size_t length = strlen(DIRECTIVE_NAME);

    while (words.length && strchr(" \t\r\n[", *words.bytes)) {
        words.bytes++;
        words.length--;
    }
    if (words.length < length ||
        strncasecmp(words.bytes, DIRECTIVE_NAME, length))
        return false;
    check_add(check, CASE_BAD_DIRECTIVE_COMMENT, span, NULL);
    return true;
}
