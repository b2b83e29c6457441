/* severity.h - the names of severities, as users write them. */
#ifndef SETTINGS_SEVERITY_H
#define SETTINGS_SEVERITY_H

#include "rules.h"

/* "off", "error", "warning", "information", "hint". */
const char *severity_name(enum severity severity);

/* The severity called NAME, to the letter; -1 if none is. */
int severity_find(struct slice name);

#endif
