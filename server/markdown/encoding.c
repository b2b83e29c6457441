/* Counting the code units of UTF-8 bytes. */
#include "encoding.h"

/* The units of the character that begins with FIRST. */
static size_t character_units(char first, enum encoding encoding)
{
    unsigned char byte = (unsigned char)first;

    if (encoding == ENCODING_UTF32)
        return 1;
    if (encoding == ENCODING_UTF16)
        return byte >= 0xF0 ? 2 : 1;
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/* How many bytes one byte can count the units of, so that compilers can look at
 * 16 bytes together. */
#define AT_ONCE 127

/* A character has one unit; in UTF-16 one of four bytes has two. */
static unsigned char few_units(struct slice bytes, bool utf16)
{
    unsigned char units = 0;

    for (size_t i = 0; i < bytes.length; i++)
        units = (unsigned char)(
            units + !byte_continues(bytes.bytes[i]) +
            (utf16 && (unsigned char)bytes.bytes[i] >= 0xF0));
    return units;
}

static size_t utf8_units(struct slice bytes)
{
    size_t units = 0;

    for (size_t i = 0; i < bytes.length; i++) {
        if (!byte_continues(bytes.bytes[i]))
            units += character_units(bytes.bytes[i], ENCODING_UTF8);
    }
    return units;
}

size_t encoding_units(struct slice bytes, enum encoding encoding)
{
    size_t units = 0;

    if (encoding == ENCODING_UTF8)
        return utf8_units(bytes);
    while (bytes.length) {
        struct slice some = slice_part(bytes, 0, AT_ONCE);

        units += few_units(some, encoding == ENCODING_UTF16);
        bytes = slice_from(bytes, some.length);
    }
    return units;
}

size_t encoding_bytes(struct slice bytes, size_t *units,
                      enum encoding encoding)
{
    size_t left = *units;
    size_t taken = 0;

    while (taken < bytes.length) {
        size_t wide = character_units(bytes.bytes[taken], encoding);

        if (wide > left)
            break;
        left -= wide;
        taken++;
        while (taken < bytes.length && byte_continues(bytes.bytes[taken]))
            taken++;
    }
    *units -= left;
    return taken;
}
