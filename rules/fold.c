/*
 * fold.c - writes a text without what makes no difference to a reader.
 */
#include "fold.h"

#include <stdbool.h>
#include <string.h>

/* A character's other form: what it is folded to, "" if to nothing. */
struct pair {
    char from[4], to[2];
};

static const struct pair pairs[] = {
    {"\xC2\xA0", " "},          /* U+00A0 no-break space */
    {"\xE1\x9A\x80", " "},      /* U+1680 ogham space mark */
    {"\xE2\x80\xA8", " "},      /* U+2028 line separator */
    {"\xE2\x80\xA9", " "},      /* U+2029 paragraph separator */
    {"\xE2\x80\xAF", " "},      /* U+202F narrow no-break space */
    {"\xE2\x81\x9F", " "},      /* U+205F mathematical space */
    {"\xE3\x80\x80", " "},      /* U+3000 ideographic space */
    {"\xE2\x80\x8B", ""},       /* U+200B zero-width space */
    {"\xE2\x80\x8C", ""},       /* U+200C zero-width non-joiner */
    {"\xE2\x80\x8D", ""},       /* U+200D zero-width joiner */
    {"\xE2\x81\xA0", ""},       /* U+2060 word joiner */
    {"\xEF\xBB\xBF", ""},       /* U+FEFF byte order mark */
    {"\xC2\xAD", ""},           /* U+00AD soft hyphen */
    {"\xE2\x80\x90", "-"},      /* U+2010 hyphen */
    {"\xE2\x80\x91", "-"},      /* U+2011 no-break hyphen */
    {"\xE2\x80\x93", "-"},      /* U+2013 en dash */
    {"\xE2\x80\x98", "'"},      /* U+2018 left single quote */
    {"\xE2\x80\x99", "'"},      /* U+2019 right single quote */
    {"\xE2\x80\x9C", "\""},     /* U+201C left double quote */
    {"\xE2\x80\x9D", "\""},     /* U+201D right double quote */
    {"\xEF\xBC\x88", "("},      /* U+FF08 full-width parenthesis */
    {"\xEF\xBC\x89", ")"},      /* U+FF09 full-width parenthesis */
    {"\xEF\xBC\x9A", ":"},      /* U+FF1A full-width colon */
};

/* What has been written so far, and a space that waits for a word after it. */
struct folded {
    char *bytes;
    size_t length, room;
    bool space;
    bool full;
};

static bool is_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
           (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* The bytes of the character at the start of TEXT; a stray byte is one. */
static size_t character_length(struct slice text)
{
    size_t length = 1;

    if ((unsigned char)text.bytes[0] < 0xC0)
        return 1;
    while (length < text.length && length < 4 &&
           ((unsigned char)text.bytes[length] & 0xC0) == 0x80)
        length++;
    return length;
}

/* Makes room for a character, after the space that waits; false if full. */
static bool begin(struct folded *folded, size_t length)
{
    size_t space = folded->space && folded->length > 0;

    if (folded->full || folded->length + space + length >= folded->room) {
        folded->full = true;
        return false;
    }
    if (space)
        folded->bytes[folded->length++] = ' ';
    folded->space = false;
    return true;
}

static void put(struct folded *folded, struct slice character)
{
    if (!begin(folded, character.length))
        return;
    memcpy(folded->bytes + folded->length, character.bytes, character.length);
    folded->length += character.length;
}

static void put_one(struct folded *folded, char byte)
{
    if (begin(folded, 1))
        folded->bytes[folded->length++] = byte;
}

/* U+2000 to U+200A are spaces of one width or another. */
static bool is_wide_space(struct slice character)
{
    return character.length == 3 &&
           memcmp(character.bytes, "\xE2\x80", 2) == 0 &&
           (unsigned char)character.bytes[2] >= 0x80 &&
           (unsigned char)character.bytes[2] <= 0x8A;
}

/* What CHARACTER, not of ASCII, is folded to; itself if to nothing else. */
static struct slice other_form(struct slice character)
{
    size_t count = sizeof pairs / sizeof pairs[0];

    if (is_wide_space(character))
        return (struct slice){" ", 1};
    for (size_t i = 0; i < count && character.length < 4; i++) {
        if (!pairs[i].from[character.length] &&
            !memcmp(pairs[i].from, character.bytes, character.length))
            return (struct slice){pairs[i].to, strlen(pairs[i].to)};
    }
    return character;
}

/* An underscore inside a word is no emphasis: key_compromise keeps its own. */
static bool inside_word(struct slice text, size_t offset)
{
    return offset > 0 && offset + 1 < text.length &&
           is_word(text.bytes[offset - 1]) && is_word(text.bytes[offset + 1]);
}

static void put_byte(struct folded *folded, struct slice text, size_t offset)
{
    char byte = text.bytes[offset];

    /* Letters first: they are most. NOLINTNEXTLINE(bugprone-branch-clone) */
    if (byte >= 'a' && byte <= 'z') {
        put_one(folded, byte);
    } else if (byte >= 'A' && byte <= 'Z') {
        put_one(folded, (char)(byte - 'A' + 'a'));
    } else if (is_space(byte)) {
        folded->space = true;
    } else if (byte == '_') {
        if (inside_word(text, offset))
            put_one(folded, '_');
    } else if (byte != '\0' && byte != '*' && byte != '`' && byte != '\\') {
        put_one(folded, byte);
    }
}

static void put_character(struct folded *folded, struct slice character)
{
    struct slice other = other_form(character);

    if (other.length == 1 && other.bytes[0] == ' ')
        folded->space = true;
    else if (other.length > 0)
        put(folded, other);
}

static void cut_end(struct folded *folded)
{
    while (folded->length > 0 &&
           strchr(": ?", folded->bytes[folded->length - 1]))
        folded->length--;
}

size_t fold(struct slice text, char *folded, size_t room)
{
    struct folded out = {folded, 0, room, false, false};
    size_t offset = 0;

    while (offset < text.length && !out.full) {
        struct slice rest = {text.bytes + offset, text.length - offset};
        size_t length = 1;

        if ((unsigned char)rest.bytes[0] < 0x80) {
            put_byte(&out, text, offset);
        } else {
            length = character_length(rest);
            put_character(&out, (struct slice){rest.bytes, length});
        }
        offset += length;
    }
    cut_end(&out);
    folded[out.length] = '\0';
    return out.length;
}
