/*
 * settings_edit.h - how a team's settings file is to change.
 *
 * Nothing is written here: an editor makes the change, so that it can be
 * looked at and undone.
 */
#ifndef SETTINGS_SETTINGS_EDIT_H
#define SETTINGS_SETTINGS_EDIT_H

#include <stdbool.h>

#include "memory.h"
#include "rules.h"

struct settings_edit {
    char *path;                     /* of the file; absolute */
    bool create;                    /* there is none yet */
    struct buffer before;           /* what it holds */
    struct buffer after;            /* what it is to hold, with LF */
};

/*
 * Switches RULE off in the settings file for reports in FOLDER: the nearest
 * there is, else a new one in FOLDER. All else in it is kept. False, and
 * *EDIT is empty, if it can't be read or holds no settings. Otherwise
 * settings_edit_free() releases it.
 */
bool settings_edit_disable(const char *folder, enum rule_id rule,
                           struct settings_edit *edit);
void settings_edit_free(struct settings_edit *edit);    /* leaves it empty */

#endif
