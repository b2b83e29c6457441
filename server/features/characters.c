/* What Perl takes characters for. */
#include "characters.h"

#include <stddef.h>

#include "array.h"

#define ASCII_END 0x80

/* FIRST to LAST, both of them in it. */
struct range {
    uint32_t first, last;
};

static const struct range blanks[] = {
    {'\t', '\t'},     {' ', ' '},       {0xA0, 0xA0},     {0x1680, 0x1680},
    {0x2000, 0x200A}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};

static const struct range line_ends[] = {
    {'\n', '\r'},
    {0x85, 0x85},
    {0x2028, 0x2029},
};

/* Beyond ASCII: Latin-1's, general punctuation, currencies, arrows and other
 * symbols, those of East Asia, private and replacement characters. */
static const struct range signs[] = {
    {0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},
    {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x203E}, {0x2041, 0x2053},
    {0x2055, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x3000, 0x3004},
    {0x3008, 0x3020}, {0xE000, 0xF8FF}, {0xFE10, 0xFE1F}, {0xFE50, 0xFE6F},
    {0xFF01, 0xFF0F}, {0xFF1A, 0xFF20}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF},
};

static bool is_among(uint32_t character, const struct range *ranges,
                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (character >= ranges[i].first && character <= ranges[i].last)
            return true;
    }
    return false;
}

bool character_is_blank(uint32_t character)
{
    return is_among(character, blanks, LENGTH_OF(blanks));
}

bool character_is_space(uint32_t character)
{
    return character_is_blank(character) ||
           is_among(character, line_ends, LENGTH_OF(line_ends));
}

bool character_is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

bool character_is_word(uint32_t character)
{
    uint32_t small = character | 0x20;

    if (character < ASCII_END)
        return (small >= 'a' && small <= 'z') || character == '_' ||
               character_is_digit(character);
    return !is_among(character, signs, LENGTH_OF(signs)) &&
           !character_is_space(character);
}
