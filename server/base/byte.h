/*
 * byte.h - what a byte of a text is.
 *
 * ASCII, in every locale. A byte beyond ASCII is part of a longer character,
 * and belongs to the word it stands in.
 */
#ifndef BASE_BYTE_H
#define BASE_BYTE_H

#include <stdbool.h>

static inline bool byte_is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

static inline bool byte_is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* A blank or a line end. */
static inline bool byte_is_space(char byte)
{
    return byte_is_blank(byte) || byte_is_line_end(byte);
}

static inline bool byte_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool byte_is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static inline bool byte_is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* The small letter of a capital; any other byte as it is. */
static inline char byte_lower(char byte)
{
    return byte_is_capital(byte) ? (char)(byte + ('a' - 'A')) : byte;
}

static inline bool byte_is_letter(char byte)
{
    return byte_is_small((char)(byte | ('a' ^ 'A')));
}

static inline bool byte_is_alphanumeric(char byte)
{
    return byte_is_letter(byte) || byte_is_digit(byte);
}

static inline bool byte_is_beyond_ascii(char byte)
{
    return (unsigned char)byte >= 0x80;
}

/* A letter or digit of any script. */
static inline bool byte_is_word(char byte)
{
    return byte_is_alphanumeric(byte) || byte_is_beyond_ascii(byte);
}

/* Any byte of a UTF-8 character but its first. */
static inline bool byte_continues(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* One of the bytes of SET; never NUL. */
static inline bool byte_is_in(char byte, const char *set)
{
    while (*set && *set != byte)
        set++;
    return *set != '\0';
}

#endif
