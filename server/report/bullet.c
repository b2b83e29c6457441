/* Reads bullets that are meant as such but are not Markdown's. */
#include "bullet.h"

#include <stdlib.h>

#include "fold.h"
#include "rules.h"

/* A blank that parts no list item from its bullet in Markdown. */
static bool is_odd_blank(struct slice line, size_t at)
{
    return fold_blank(slice_from(line, at)) > 1;
}

/* A letter is a bullet where a tab or more than one blank follows it. */
static bool is_parted_widely(struct slice line, size_t at)
{
    return slice_at(line, at) == '\t' || is_odd_blank(line, at) ||
           fold_blanks(slice_from(line, at)) > 1;
}

/* The typed bullet at the front of LINE; NULL if there is none. */
static const struct rule_phrase *typed(struct slice line)
{
    const struct rule_phrase *bullet =
        rule_phrase_first(PHRASES_BULLET, slice_at(line, 0));
    const struct rule_phrase *letter =
        rule_phrase_first(PHRASES_LETTER_BULLET, slice_at(line, 0));

    for (; bullet; bullet = rule_phrase_next(bullet)) {
        if (slice_begins(line, bullet->folded))
            return bullet;
    }
    for (; letter; letter = rule_phrase_next(letter)) {
        if (slice_begins(line, letter->folded) &&
            is_parted_widely(line, letter->length))
            return letter;
    }
    return NULL;
}

static bool has_odd_blank(struct slice line, size_t start, size_t end)
{
    for (size_t at = start; at < end; at += fold_blank(slice_from(line, at))) {
        if (is_odd_blank(line, at))
            return true;
    }
    return false;
}

/* Blanks of other widths before the bullet, or the one after it. */
static bool is_spaced(struct slice line, struct bullet *bullet)
{
    if (!byte_is_in(slice_at(line, bullet->mark.start), "-*+"))
        return false;
    bullet->kind = BULLET_SPACED;
    bullet->mark.end = bullet->mark.start + 1;
    bullet->end = bullet->mark.end +
                  fold_blanks(slice_from(line, bullet->mark.end));
    return bullet->end > bullet->mark.end &&
           (has_odd_blank(line, 0, bullet->mark.start) ||
            is_odd_blank(line, bullet->mark.end));
}

bool bullet_read(struct slice line, struct bullet *bullet)
{
    size_t start = fold_blanks(line);
    const struct rule_phrase *phrase = typed(slice_from(line, start));

    *bullet = (struct bullet){.kind = BULLET_TYPED, .mark = {start, start}};
    if (phrase) {
        size_t end = start + phrase->length;

        bullet->mark.end = end;
        bullet->end = end + fold_blanks(slice_from(line, end));
        bullet->rank = (unsigned)strtoul(phrase->means, NULL, 10);
    } else if (!is_spaced(line, bullet)) {
        return false;
    }
    return bullet->end < line.length;
}
