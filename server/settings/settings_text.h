/*
 * settings_text.h - settings as people write them: JSON with comments.
 */
#ifndef SETTINGS_SETTINGS_TEXT_H
#define SETTINGS_SETTINGS_TEXT_H

#include <stdbool.h>

#include "memory.h"

/*
 * Puts blanks in place of what editors' settings files may hold and JSON
 * may not: a byte order mark, comments with two slashes or between slash and
 * asterisk, and a comma after a last member. Lines and columns stay. True if
 * there was anything of the kind.
 */
bool settings_text_blank(struct buffer *text);

#endif
