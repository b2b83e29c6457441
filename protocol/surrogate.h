/*
 * surrogate.h - halves of characters in JSON, which editors do send.
 *
 * An editor that keeps text in UTF-16 may hold half a character, and writes it
 * as "\ud83d" alone. That is JSON by its grammar, but no text, and jansson
 * refuses the message it stands in; the document would be lost with it.
 */
#ifndef PROTOCOL_SURROGATE_H
#define PROTOCOL_SURROGATE_H

#include <stddef.h>

/*
 * Makes each escaped half without its other half U+FFFD, in place. That is one
 * unit of UTF-16 as well, so that the editor's positions still hold.
 */
void surrogate_mend(char *json, size_t length);

#endif
