/* What a character does where it is shown. */
#include "glyph.h"

#include <stdbool.h>

#include "array.h"
#include "search.h"
#include "utf8.h"

#define REPLACEMENT "\xEF\xBF\xBD"      /* U+FFFD */

struct interval {
    uint32_t first;
    /* cppcheck-suppress unusedStructMember ; read through a cast */
    uint32_t last;
};

/* Marks that combine, joiners and variation selectors, in order. */
static const struct interval combining[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD},
    {0x05BF, 0x05BF},   {0x05C1, 0x05C2},   {0x05C4, 0x05C5},
    {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4},   {0x06E7, 0x06E8},
    {0x06EA, 0x06ED},   {0x0900, 0x0902},   {0x093A, 0x093A},
    {0x093C, 0x093C},   {0x0941, 0x0948},   {0x094D, 0x094D},
    {0x0E31, 0x0E31},   {0x0E34, 0x0E3A},   {0x0E47, 0x0E4E},
    {0x1160, 0x11FF},   {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
    {0x200B, 0x200D},   {0x2060, 0x2064},   {0x20D0, 0x20F0},
    {0x302A, 0x302D},   {0x3099, 0x309A},   {0xFE00, 0xFE0F},
    {0xFE20, 0xFE2F},   {0xFEFF, 0xFEFF},   {0x1F3FB, 0x1F3FF},
    {0xE0100, 0xE01EF},
};

/* What East Asian Width calls wide or full-width, in order. */
static const struct interval wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},
    {0x2614, 0x2615},   {0x26A1, 0x26A1},   {0x2705, 0x2705},
    {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},
    {0x2795, 0x2797},   {0x2B50, 0x2B50},   {0x2E80, 0x303E},
    {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},
    {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
    {0x16FE0, 0x18CFF}, {0x1B000, 0x1B2FF}, {0x1F300, 0x1F320},
    {0x1F330, 0x1F37D}, {0x1F380, 0x1F3FA}, {0x1F400, 0x1F64F},
    {0x1F680, 0x1F6C5}, {0x1F6D0, 0x1F6FC}, {0x1F7E0, 0x1F7EB},
    {0x1F90C, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

/* Control characters, and those that turn the direction of writing. */
static const struct interval unsafe[] = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x061C, 0x061C}, {0x200E, 0x200F},
    {0x2028, 0x202E}, {0x2066, 0x2069},
};

static bool ends_before(const void *intervals, size_t index, size_t character)
{
    return ((const struct interval *)intervals)[index].last < character;
}

static bool is_in(const struct interval *intervals, size_t count,
                  uint32_t character)
{
    size_t found = search_first(intervals, count, character, ends_before);

    return found < count && intervals[found].first <= character;
}

#define IS_IN(intervals, character)                                            \
    is_in((intervals), LENGTH_OF(intervals), (character))

size_t glyph_width(uint32_t character)
{
    if (character < 0x0300)
        return 1;
    return IS_IN(combining, character) ? 0 : IS_IN(wide, character) ? 2 : 1;
}

size_t glyph_cells(struct slice text)
{
    size_t cells = 0;
    size_t size;

    for (size_t at = 0; at < text.length; at += size)
        cells += glyph_width(utf8_character(text.bytes + at, &size));
    return cells;
}

/* How many bytes at the front of TEXT are printable characters of ASCII. */
static size_t printable(struct slice text)
{
    size_t at = 0;

    while (at < text.length && text.bytes[at] >= ' ' && text.bytes[at] < 0x7F)
        at++;
    return at;
}

void glyph_add_safe(struct buffer *buffer, struct slice text)
{
    while (text.length) {
        size_t size = printable(text);

        buffer_add(buffer, text.bytes, size);
        text = slice_from(text, size);
        if (!text.length)
            break;
        size = 1;
        if (utf8_invalid(text.bytes, text.length < 4 ? text.length : 4)
            && !IS_IN(unsafe, utf8_character(text.bytes, &size)))
            buffer_add(buffer, text.bytes, size);
        else
            buffer_add_string(buffer, REPLACEMENT);
        text = slice_from(text, size);
    }
}

void glyph_add_unlinked(struct buffer *buffer, struct slice text)
{
    size_t start = 0;

    for (size_t at = 1; at < text.length; at++) {
        if (text.bytes[at - 1] != ']' || text.bytes[at] != '(')
            continue;
        glyph_add_safe(buffer, slice_part(text, start, at));
        buffer_add_char(buffer, ' ');
        start = at;
    }
    glyph_add_safe(buffer, slice_from(text, start));
}
