/*
 * fold.c - writes a text without what makes no difference to a reader.
 */
#include "fold.h"

#include <stdbool.h>
#include <string.h>

#include "array.h"
#include "byte.h"

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

const char fold_forms[256] =
    "\0\1\2\3\4\5\6\7\10\0\0\0\0\0\16\17"
    "\20\21\22\23\24\25\26\27\30\31\32\33\34\35\36\37"
    "\0!\"#$%&'()\0+,-./0123456789:;<=>?"
    "@abcdefghijklmnopqrstuvwxyz[\0]^\0"
    "\0abcdefghijklmnopqrstuvwxyz{|}~\177"
    "\x80\x81\x82\x83\x84\x85\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e\x8f"
    "\x90\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9a\x9b\x9c\x9d\x9e\x9f"
    "\xa0\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa8\xa9\xaa\xab\xac\xad\xae\xaf"
    "\xb0\xb1\xb2\xb3\xb4\xb5\xb6\xb7\xb8\xb9\xba\xbb\xbc\xbd\xbe\xbf"
    "\xc0\xc1\0\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf"
    "\xd0\xd1\xd2\xd3\xd4\xd5\xd6\xd7\xd8\xd9\xda\xdb\xdc\xdd\xde\xdf"
    "\xe0\0\0\0\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\0"
    "\xf0\xf1\xf2\xf3\xf4\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff";

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

/* The bytes of the character at the start of TEXT; a stray byte is one. */
static size_t character_length(struct slice text)
{
    size_t length = 1;

    if ((unsigned char)text.bytes[0] < 0xC0)
        return 1;
    while (length < text.length && length < 4 &&
           byte_continues(text.bytes[length]))
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
    for (size_t at = 0; at < character.length; at++)
        folded->bytes[folded->length++] = character.bytes[at];
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
    size_t count = LENGTH_OF(pairs);

    if (is_wide_space(character))
        return (struct slice){" ", 1};
    for (size_t i = 0; i < count && character.length < 4; i++) {
        if (pairs[i].from[character.length - 1] ==
                character.bytes[character.length - 1] &&
            !pairs[i].from[character.length] &&
            !memcmp(pairs[i].from, character.bytes, character.length))
            return (struct slice){pairs[i].to, strlen(pairs[i].to)};
    }
    return character;
}

size_t fold_wide_blank(struct slice text)
{
    struct slice other;

    text.length = character_length(text);
    other = other_form(text);
    return !other.length || *other.bytes == ' ' ? text.length : 0;
}

size_t fold_blanks_at_end(struct slice text)
{
    size_t end = text.length;

    while (end) {
        size_t start = end - 1;

        while (start && byte_continues(text.bytes[start]))
            start--;
        if (fold_blank(slice_part(text, start, end)) != end - start)
            break;
        end = start;
    }
    return text.length - end;
}

/* An underscore inside a word is no emphasis: key_compromise keeps its own. */
static bool inside_word(struct slice text, size_t offset)
{
    return offset > 0 && offset + 1 < text.length &&
           byte_is_word(text.bytes[offset - 1]) &&
           byte_is_word(text.bytes[offset + 1]);
}

static void put_one(struct folded *folded, char byte)
{
    if (begin(folded, 1))
        folded->bytes[folded->length++] = byte;
}

/* Takes words and single blanks between them from AT on, where a byte with a
 * form is; returns where they end. Most of a text goes through here. */
static size_t put_words(struct folded *folded, struct slice text, size_t at)
{
    char *bytes = folded->bytes;
    size_t length, end;
    char form;

    put_one(folded, fold_forms[(unsigned char)text.bytes[at++]]);
    if (folded->full)
        return at;
    length = folded->length;
    end = at + (folded->room - 1 - length);
    if (end > text.length)
        end = text.length;
    while (at < end && (form = fold_form_at(text, at))) {
        do
            bytes[length++] = form;
        while (++at < end &&
               (form = fold_forms[(unsigned char)text.bytes[at]]));
    }
    if (at < text.length && byte_continues(text.bytes[at])) {
        while (length && byte_continues(bytes[--length]))
            continue;
        folded->full = true;        /* in the middle of a character */
    }
    folded->length = length;
    return at;
}

/* Takes the byte of ASCII at AT, which has no form. */
static void put_other(struct folded *folded, struct slice text, size_t at)
{
    if (is_space(text.bytes[at]))
        folded->space = true;
    else if (text.bytes[at] == '_' && inside_word(text, at))
        put_one(folded, '_');
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
           byte_is_in(folded->bytes[folded->length - 1], ": ?"))
        folded->length--;
}

size_t fold(struct slice text, char *folded, size_t room)
{
    struct folded out = {.bytes = folded, .room = room};
    size_t at = 0;

    while (at < text.length && !out.full) {
        struct slice rest = {text.bytes + at, text.length - at};

        if (fold_forms[(unsigned char)*rest.bytes]) {
            at = put_words(&out, text, at);
        } else if (!((unsigned char)*rest.bytes & 0x80)) {
            put_other(&out, text, at++);
        } else {
            rest.length = character_length(rest);
            put_character(&out, rest);
            at += rest.length;
        }
    }
    cut_end(&out);
    folded[out.length] = '\0';
    return out.length;
}

size_t fold_front(struct slice text, char *folded, size_t room)
{
    if (text.length > room - 1)
        text.length = room - 1;
    return fold(text, folded, room);
}

/* The form of what stands at READER's place, which it goes past: a blank of
 * one, nothing of what is left out. */
static struct slice read_form(struct fold_reader *reader)
{
    struct slice rest = {reader->text.bytes + reader->at,
                         reader->text.length - reader->at};
    size_t at = reader->at++;

    if ((unsigned char)*rest.bytes & 0x80) {
        rest.length = character_length(rest);
        reader->at = at + rest.length;
        return other_form(rest);
    }
    if (is_space(*rest.bytes))
        return (struct slice){" ", 1};
    if (*rest.bytes == '_' && inside_word(reader->text, at))
        return (struct slice){"_", 1};
    return (struct slice){&fold_forms[(unsigned char)*rest.bytes],
                          fold_forms[(unsigned char)*rest.bytes] != '\0'};
}

char fold_read(struct fold_reader *reader)
{
    bool space = false;

    while (!reader->form.length && reader->at < reader->text.length) {
        reader->form = read_form(reader);
        if (reader->form.length && *reader->form.bytes == ' ') {
            reader->form.length = 0;
            space = true;
        }
    }
    if (space || !reader->form.length)
        return space ? ' ' : '\0';
    reader->form.length--;
    return *reader->form.bytes++;
}
