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

/* As many as a byte can count, so that compilers count 16 at a time. */
#define AT_ONCE 255

static size_t count_characters(struct slice bytes)
{
    size_t count = 0;

    while (bytes.length) {
        struct slice some = slice_part(bytes, 0, AT_ONCE);
        unsigned char few = 0;

        for (size_t i = 0; i < some.length; i++)
            few = (unsigned char)(few + !byte_continues(some.bytes[i]));
        count += few;
        bytes = slice_from(bytes, some.length);
    }
    return count;
}

size_t encoding_units(struct slice bytes, enum encoding encoding)
{
    size_t units = 0;

    if (encoding == ENCODING_UTF32)
        return count_characters(bytes);
    for (size_t i = 0; i < bytes.length; i++) {
        if (!byte_continues(bytes.bytes[i]))
            units += character_units(bytes.bytes[i], encoding);
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
