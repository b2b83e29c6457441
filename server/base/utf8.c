/* Whether bytes are UTF-8, and what characters they hold. */
#include "utf8.h"

#include <assert.h>

#include "array.h"

/* A lead byte's range, its size, and what the byte after it may be. */
struct lead {
    unsigned char first, last;
    unsigned char size;
    unsigned char second_first, second_last;
};

static const struct lead leads[] = {
    {0x00, 0x7F, 1, 0x00, 0x00},
    {0xC2, 0xDF, 2, 0x80, 0xBF},
    {0xE0, 0xE0, 3, 0xA0, 0xBF}, /* no overlong form */
    {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F}, /* no surrogate */
    {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF}, /* no overlong form */
    {0xF1, 0xF3, 4, 0x80, 0xBF},
    {0xF4, 0xF4, 4, 0x80, 0x8F}, /* nothing above U+10FFFF */
};

static const struct lead *lead_find(unsigned char byte)
{
    for (size_t i = 0; i < LENGTH_OF(leads); i++) {
        if (byte >= leads[i].first && byte <= leads[i].last)
            return &leads[i];
    }
    return NULL;
}

/* The bytes of the character at BYTES, or 0 if there is none. */
static size_t character_size(const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;
    const struct lead *lead = lead_find(at[0]);

    if (!lead || lead->size > length)
        return 0;
    if (lead->size > 1 &&
        (at[1] < lead->second_first || at[1] > lead->second_last))
        return 0;
    for (size_t i = 2; i < lead->size; i++) {
        if (!byte_continues(bytes[i]))
            return 0;
    }
    return lead->size;
}

size_t utf8_invalid(const char *bytes, size_t length)
{
    size_t offset = 0;

    while (offset < length) {
        size_t size = character_size(bytes + offset, length - offset);

        if (!size)
            break;
        offset += size;
    }
    return offset;
}

uint32_t utf8_character(const char *bytes, size_t *size)
{
    static const uint32_t masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    const unsigned char *at = (const unsigned char *)bytes;
    const struct lead *lead = lead_find(at[0]);
    uint32_t character;

    assert(lead);
    *size = lead->size;
    character = at[0] & masks[*size];
    for (size_t i = 1; i < *size; i++)
        character = character << 6 | (at[i] & 0x3F);
    return character;
}

size_t utf8_same_start(struct slice one, struct slice other)
{
    size_t same = 0;

    while (same < one.length && same < other.length &&
           one.bytes[same] == other.bytes[same])
        same++;
    while (same && byte_continues(slice_at(one, same)))
        same--;
    return same;
}

size_t utf8_same_end(struct slice one, struct slice other, size_t start)
{
    size_t same = 0;

    while (start + same < one.length && start + same < other.length &&
           one.bytes[one.length - same - 1] ==
               other.bytes[other.length - same - 1])
        same++;
    while (same && byte_continues(one.bytes[one.length - same]))
        same--;
    return same;
}

void utf8_add_repaired(struct buffer *buffer, const char *bytes, size_t length)
{
    while (length) {
        size_t valid = utf8_invalid(bytes, length);

        buffer_add(buffer, bytes, valid);
        if (valid == length)
            return;
        buffer_add_string(buffer, "\xEF\xBF\xBD");
        bytes += valid + 1;
        length -= valid + 1;
    }
}
