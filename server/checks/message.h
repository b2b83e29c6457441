/*
 * message.h - fills in the places of a message or a title.
 */
#ifndef CHECKS_MESSAGE_H
#define CHECKS_MESSAGE_H

#include "finding.h"

/*
 * TEXT with the places in its braces filled in from WORDS (NULL if it has
 * none); the caller's, for memory_free(). Long words are cut at a character's
 * start and get an ellipsis. Words come from a report, which somebody else may
 * have written: they are made such that they can only be read.
 */
char *message_fill_in(const char *text, const struct finding_words *words);

#endif
