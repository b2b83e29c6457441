/*
 * settings.h - what the user has set, in an editor or in a file.
 *
 * There are three sources, each overriding the one before: the defaults; the
 * section "incident-ls" of the editor's configuration (initializationOptions,
 * workspace/configuration, didChangeConfiguration); and the nearest
 * .incident-ls.json in the report's folder or above it, which a team keeps with
 * its reports. All hold the same object:
 *
 *     {"guidelines": "3.1", "draft": true, "rules": {"hard-wrap": "off"},
 *      "features": {"inlayHints": false},
 *      "caOwner": {"id": "A000123", "name": "Example Trust"},
 *      "policies": [{"name": "Example Trust CP/CPS", "version": "5.3",
 *                    "since": "2026-01-10"}]}
 */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "checks.h"
#include "memory.h"

#define SETTINGS_FILE ".incident-ls.json"
#define SETTINGS_SECTION "incident-ls"

/* What can be switched off, one bit each. */
enum feature {
    FEATURE_HOVER = 1,
    FEATURE_SYMBOLS = 2,
    FEATURE_FOLDING = 4,
    FEATURE_LINKS = 8,
    FEATURE_LENSES = 16,
    FEATURE_HINTS = 32,
    FEATURE_COMPLETION = 64,
    FEATURE_FORMATTING = 128,
    FEATURE_HIGHLIGHTS = 256
};

struct settings {
    struct check_options checks;    /* its TODAY is not a setting: 0 */
    unsigned off;                   /* bits of enum feature */
};

/* Sentences for the user, one for each wrong key or value; where the settings
 * come from is for the caller to say. {NULL, 0, 0} is empty. */
struct settings_problems {
    char **sentences;
    size_t count, room;
};

/* Leaves PROBLEMS empty. */
void settings_problems_free(struct settings_problems *problems);

/* Fills SETTINGS with the defaults: the current guidelines, nothing off. */
void settings_default(struct settings *settings);

/*
 * Changes SETTINGS as VALUE says (borrowed; anything a client may send). A
 * wrong setting stays as it was and is named in PROBLEMS; the others apply.
 * null and an absent key change nothing.
 */
void settings_apply(struct settings *settings, const json_t *value,
                    struct settings_problems *problems);

/*
 * The same for the section of an editor, or what holds it, once or more often.
 * It may also hold what its extension starts the server with ("serverPath",
 * "serverArguments", "trace"): that is ignored.
 */
void settings_apply_editor(struct settings *settings, const json_t *value,
                           struct settings_problems *problems);

/*
 * All of an editor's SETTINGS, if they hold a section of ours or are one; NULL
 * if they are those of others.
 */
const json_t *settings_among(const json_t *settings);

/*
 * The guidelines to choose from, those with today's templates, as a clause:
 * "3.0", "3.1" or "3.2". The caller frees it with memory_free().
 */
char *settings_versions(void);

/*
 * The path of the nearest SETTINGS_FILE in FOLDER or above it, or NULL; the
 * caller frees it with memory_free().
 */
char *settings_file_find(const char *folder);

/* Like settings_apply() with the contents of the file at PATH. If it cannot be
 * read, or is not JSON, that is one of the PROBLEMS, with the line. */
void settings_apply_file(struct settings *settings, const char *path,
                         struct settings_problems *problems);

/* How a settings file is to change. The editor makes the change, so that the
 * user can look at it and undo it. */
struct settings_edit {
    char *path;                     /* of the file; absolute */
    bool create;                    /* there is none yet */
    struct buffer before;           /* what it holds */
    struct buffer after;            /* what it is to hold, with LF */
};

/*
 * Switches RULE off in the settings file for reports in FOLDER: the nearest
 * there is, else a new one in FOLDER. All else in it is kept. False, with *EDIT
 * empty, if the file cannot be read or does not hold settings. The caller frees
 * *EDIT with settings_edit_free().
 */
bool settings_edit_disable(const char *folder, enum rule_id rule,
                           struct settings_edit *edit);
void settings_edit_free(struct settings_edit *edit);    /* leaves it empty */

#endif
