/*
 * hexadecimal.h - hashes and serial numbers as people write them.
 */
#ifndef REPORT_HEXADECIMAL_H
#define REPORT_HEXADECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

enum hash_form {
    HASH_SHA256,            /* 64 hexadecimal digits */
    HASH_COLONS,            /* the same with colons between the bytes */
    HASH_SHA1,              /* 40, with or without colons */
    HASH_NONE
};

/* True if TEXT is one hexadecimal digit at least, and no other byte. */
bool is_hexadecimal(struct slice text);

/* A hash that was read. */
struct hash {
    enum hash_form form;
    /* 64 bits that stand for the digits of a SHA-256 hash, whatever their case
     * and the colons between them: those of two hashes are the same only if
     * the hashes are, but for one pair in 10^19. */
    uint64_t fingerprint;
};

/* TEXT as a hash. */
struct hash hash_read(struct slice text);
enum hash_form hash_form(struct slice text);

/* True if TEXT is a number in hexadecimal; colons, blanks and 0x are fine. */
bool is_serial(struct slice text);

/*
 * Such a fingerprint of a serial number, whose leading zeros don't count, as
 * ISSUER has given it: two issuers may give the same.
 */
uint64_t serial_fingerprint(struct slice serial, struct slice issuer);

#endif
