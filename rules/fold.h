/*
 * fold.h - when two spellings of a label, a heading or a value are the same.
 *
 * People type labels in many ways that a reader takes for one. Folding removes
 * what makes no difference: capitals (ASCII), runs of white space (U+00A0 and
 * its kin too), straight against curly quotes, the hyphens U+2010, U+2011 and
 * U+2013, full-width parentheses and colons, zero-width characters, Markdown's
 * emphasis marks, backticks and backslashes, and colons, question marks and
 * asterisks at the end.
 *
 * The tables hold their words already folded, so a look-up folds only what the
 * report says.
 */
#ifndef RULES_FOLD_H
#define RULES_FOLD_H

#include "slice.h"

/*
 * Writes TEXT folded to FOLDED, which has room for ROOM bytes, ends it with a
 * NUL and returns its length. Folding never makes a text longer, so a room of
 * text.length + 1 always does; in a smaller one the folded text is cut at a
 * character's start. ROOM is at least 1.
 */
size_t fold(struct slice text, char *folded, size_t room);

/* The same for the front of TEXT, its first ROOM - 1 bytes. */
size_t fold_front(struct slice text, char *folded, size_t room);

/* fold_blank() for a TEXT that begins with a character beyond ASCII. */
size_t fold_wide_blank(struct slice text);

/*
 * How long the blank at the front of TEXT is: a space or tab, or a character
 * that is folded to a space or to nothing (U+00A0, U+200B); 0 if there is none.
 */
static inline size_t fold_blank(struct slice text)
{
    char byte = slice_at(text, 0);

    return byte_is_beyond_ascii(byte) ? fold_wide_blank(text)
                                      : byte_is_blank(byte);
}

/* How long the run of blanks at the front of TEXT is, and at its end. */
static inline size_t fold_blanks(struct slice text)
{
    size_t at = 0;
    size_t length;

    while ((length = fold_blank(slice_from(text, at))))
        at += length;
    return at;
}
size_t fold_blanks_at_end(struct slice text);

/* What bytes are folded to that stand for themselves, or for a small letter;
 * '\0' of all others, which are to be looked at. Of the bytes above ASCII those
 * are that begin a character with another form. */
extern const char fold_forms[256];

/* The form of the byte at AT; a blank for one that stands between others, and
 * '\0' where one must look closer. */
static inline char fold_form_at(struct slice text, size_t at)
{
    char form = fold_forms[(unsigned char)text.bytes[at]];

    if (!form && text.bytes[at] == ' ' && at + 1 < text.length &&
        fold_forms[(unsigned char)text.bytes[at + 1]])
        return ' ';
    return form;
}

/* Reads TEXT byte by byte, as fold() would write it; FORM is {NULL, 0} at
 * first. */
struct fold_reader {
    struct slice text;
    size_t at;
    struct slice form;          /* what is left of that of a character */
};

/* The next byte of the text folded, its end excepted; '\0' after the last. */
char fold_read(struct fold_reader *reader);

#endif
