/* Mends halves of characters in JSON. */
#include "surrogate.h"

#include <stdbool.h>
#include <string.h>

#define ESCAPE_LENGTH 6             /* of "\uXXXX" */

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

/* The unit of UTF-16 that "\uXXXX" at the start of JSON means, or -1. */
static int unit_at(const char *json, size_t length)
{
    int unit = 0;
    size_t i;

    if (length < ESCAPE_LENGTH || json[0] != '\\' || json[1] != 'u')
        return -1;
    for (i = 2; i < ESCAPE_LENGTH; i++) {
        int digit = digit_of(json[i]);

        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_first_half(int unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_second_half(int unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Mends the escape at the start of JSON and returns how long it is. */
static size_t mend_escape(char *json, size_t length)
{
    int unit = unit_at(json, length);

    if (unit < 0)
        return 2;
    if (is_first_half(unit) &&
        is_second_half(unit_at(json + ESCAPE_LENGTH, length - ESCAPE_LENGTH)))
        return 2 * ESCAPE_LENGTH;
    if (is_first_half(unit) || is_second_half(unit))
        memcpy(json + 2, "fffd", 4);
    return ESCAPE_LENGTH;
}

void surrogate_mend(char *json, size_t length)
{
    size_t at = 0;

    while (at < length) {
        char *found = memchr(json + at, '\\', length - at);

        if (!found)
            return;
        at = (size_t)(found - json);
        at += mend_escape(found, length - at);
    }
}
