/* Tells hashes and serial numbers from other text. */
#include "hexadecimal.h"

#define SHA256_BYTES 32
#define SHA1_BYTES 20

/* The value of a digit, or -1. */
static int digit(char byte)
{
    static const signed char above[256] = {
        ['0'] = 1, ['1'] = 2, ['2'] = 3, ['3'] = 4, ['4'] = 5, ['5'] = 6,
        ['6'] = 7, ['7'] = 8, ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12,
        ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16, ['A'] = 11,
        ['B'] = 12, ['C'] = 13, ['D'] = 14, ['E'] = 15, ['F'] = 16,
    };

    return above[(unsigned char)byte] - 1;
}

bool is_hexadecimal(struct slice text)
{
    for (size_t at = 0; at < text.length; at++) {
        if (digit(text.bytes[at]) < 0)
            return false;
    }
    return text.length > 0;
}

/* True if TEXT is COUNT bytes in hexadecimal with a colon between each two. */
static bool has_colons(struct slice text, size_t count)
{
    if (text.length != 3 * count - 1)
        return false;
    for (size_t at = 0; at < text.length; at++) {
        if (at % 3 == 2 ? text.bytes[at] != ':' : digit(text.bytes[at]) < 0)
            return false;
    }
    return true;
}

enum hash_form hash_form(struct slice text)
{
    if (text.length == 2 * SHA256_BYTES && is_hexadecimal(text))
        return HASH_SHA256;
    if (has_colons(text, SHA256_BYTES))
        return HASH_COLONS;
    if ((text.length == 2 * SHA1_BYTES && is_hexadecimal(text)) ||
        has_colons(text, SHA1_BYTES))
        return HASH_SHA1;
    return HASH_NONE;
}

bool is_serial(struct slice text)
{
    bool any = false;

    if (text.length > 2 && slice_has_word(text, 0, "0x"))
        text = slice_from(text, 2);
    for (size_t at = 0; at < text.length; at++) {
        if (digit(text.bytes[at]) >= 0)
            any = true;
        else if (text.bytes[at] != ':' && text.bytes[at] != ' ')
            return false;
    }
    return any;
}

/* An odd factor. */
#define SPREAD UINT64_C(0x9e3779b97f4a7c15)

static uint64_t mix(uint64_t fingerprint, uint64_t word)
{
    fingerprint = (fingerprint ^ word) * SPREAD;
    return fingerprint ^ fingerprint >> 32;
}

/* The digits are spread over all 64 bits by an odd factor and a shift, word
 * by word, so that hashes made up by counting differ as well as real ones. */
uint64_t hash_fingerprint(struct slice text)
{
    uint64_t fingerprint = 0;
    uint64_t word = 0;
    unsigned digits = 0;

    for (size_t at = 0; at < text.length; at++) {
        int value = digit(text.bytes[at]);

        if (value < 0)
            continue;
        word = word << 4 | (unsigned)value;
        if (++digits % 16)
            continue;
        fingerprint = mix(fingerprint, word);
        word = 0;
    }
    return fingerprint;
}

uint64_t serial_fingerprint(struct slice serial, struct slice issuer)
{
    uint64_t fingerprint = 0;
    uint64_t word = 0;
    unsigned digits = 0;

    for (size_t at = 0; at < issuer.length; at++) {
        word = word << 8 | (unsigned char)issuer.bytes[at];
        if (at % 8 == 7)
            fingerprint = mix(fingerprint, word);
    }
    fingerprint = mix(fingerprint, word);
    word = 0;
    for (size_t at = 0; at < serial.length; at++) {
        int value = digit(serial.bytes[at]);

        if (value < 0 || (!value && !digits))
            continue;
        word = word << 4 | (unsigned)value;
        if (++digits % 16 == 0)
            fingerprint = mix(fingerprint, word);
    }
    return mix(fingerprint, word ^ digits);
}
