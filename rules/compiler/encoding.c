/*
 * encoding.c - finds the first byte that isn't UTF-8.
 */
#include "encoding.h"

/* One row of RFC 3629's table: a first byte, and the range of the second. */
struct sequence {
    unsigned char first, last;
    unsigned char second_low, second_high;
    size_t length;
};

static const struct sequence sequences[] = {
    {0x01, 0x0C, 0x00, 0x00, 1},
    {0x0E, 0x7F, 0x00, 0x00, 1},
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
};

static const struct sequence *sequence_of(unsigned char first)
{
    for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++) {
        if (first >= sequences[i].first && first <= sequences[i].last)
            return &sequences[i];
    }
    return NULL;
}

/* The length of the character at BYTES, or 0. */
static size_t character(const unsigned char *bytes, size_t length)
{
    const struct sequence *sequence = sequence_of(bytes[0]);

    if (!sequence || sequence->length > length)
        return 0;
    if (sequence->length > 1 && (bytes[1] < sequence->second_low ||
                                 bytes[1] > sequence->second_high))
        return 0;
    for (size_t i = 2; i < sequence->length; i++) {
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    }
    return sequence->length;
}

int encoding_fault(const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t offset = 0;
    int line = 1;

    while (offset < length) {
        size_t step = character(text + offset, length - offset);

        if (step == 0)
            return line;
        line += text[offset] == '\n';
        offset += step;
    }
    return 0;
}
