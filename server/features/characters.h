/*
 * characters.h - what Perl, in which Bugzilla is written, takes characters for.
 *
 * Of those beyond ASCII and its blanks only the blocks are told apart that are
 * nothing but punctuation or symbols; all the others are letters.
 */
#ifndef FEATURES_CHARACTERS_H
#define FEATURES_CHARACTERS_H

#include <stdbool.h>
#include <stdint.h>

bool character_is_blank(uint32_t character);    /* horizontal white space */
bool character_is_space(uint32_t character);    /* these, and line ends */
bool character_is_word(uint32_t character);     /* a letter, a digit or "_" */
bool character_is_digit(uint32_t character);    /* 0 to 9 */

#endif
