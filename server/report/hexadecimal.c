/* Tells hashes and serial numbers from other text. */
#include "hexadecimal.h"

#include <string.h>

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

/* An odd factor. */
#define SPREAD UINT64_C(0x9e3779b97f4a7c15)

static uint64_t mix(uint64_t fingerprint, uint64_t word)
{
    fingerprint = (fingerprint ^ word) * SPREAD;
    return fingerprint ^ fingerprint >> 32;
}

/* The form of a hash that is LENGTH bytes long, if it is one. */
static enum hash_form form_of_length(size_t length)
{
    switch (length) {
    case 2 * SHA256_BYTES:
        return HASH_SHA256;
    case 3 * SHA256_BYTES - 1:
        return HASH_COLONS;
    case 2 * SHA1_BYTES:
    case 3 * SHA1_BYTES - 1:
        return HASH_SHA1;
    default:
        return HASH_NONE;
    }
}

/* Nothing but hexadecimal digits, with a colon between each two bytes of a
 * hash that is as long as one with colons. The digits are spread over all 64
 * bits by an odd factor and a shift, word by word, so that hashes made up by
 * counting differ as well as real ones. */
struct hash hash_read(struct slice text)
{
    const struct hash none = {HASH_NONE, 0};
    struct hash hash = {form_of_length(text.length), 0};
    bool colons = text.length % 2 != 0;
    uint64_t word = 0;

    if (hash.form == HASH_NONE)
        return none;
    for (size_t at = 0, digits = 0; at < text.length; at++) {
        int value = digit(text.bytes[at]);

        if (colons && at % 3 == 2) {
            if (text.bytes[at] != ':')
                return none;
            continue;
        }
        if (value < 0)
            return none;
        word = word << 4 | (unsigned)value;
        if (++digits % 16 == 0)
            hash.fingerprint = mix(hash.fingerprint, word);
    }
    return hash;
}

enum hash_form hash_form(struct slice text)
{
    return hash_read(text).form;
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

/* Of the bytes of TEXT, whatever they are. */
static uint64_t mix_bytes(struct slice text)
{
    uint64_t fingerprint = text.length;
    uint64_t word = 0;

    for (; text.length > sizeof word; text = slice_from(text, sizeof word)) {
        memcpy(&word, text.bytes, sizeof word);
        fingerprint = mix(fingerprint, word);
    }
    word = 0;
    memcpy(&word, text.bytes, text.length);
    return mix(fingerprint, word);
}

uint64_t serial_fingerprint(struct slice serial, struct slice issuer)
{
    uint64_t fingerprint = mix_bytes(issuer);
    uint64_t word = 0;
    unsigned digits = 0;

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
