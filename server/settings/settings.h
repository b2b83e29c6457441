/*
 * settings.h - what the user has set, from the editor or from a file.
 *
 * Three sources, each over the one before it: the defaults, the section
 * "incident-ls" of the editor's configuration (initializationOptions,
 * workspace/configuration, didChangeConfiguration), and the nearest
 * .incident-ls.json at or above the report's folder, which a team keeps beside
 * its reports. All hold the same object:
 *
 *     {"guidelines": "3.1", "draft": true, "rules": {"hard-wrap": "off"},
 *      "features": {"inlayHints": false},
 *      "caOwner": {"id": "A000123", "name": "Example Trust"}}
 */
#ifndef SETTINGS_SETTINGS_H
#define SETTINGS_SETTINGS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "checks.h"

#define SETTINGS_FILE ".incident-ls.json"

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

/* Sentences for the user, one for each wrong key or value. {NULL, 0, 0} is
 * empty. */
struct settings_problems {
    char **sentences;
    size_t count, room;
};

void settings_default(struct settings *settings);

/*
 * Puts into SETTINGS what VALUE (borrowed; anything a client may send) says.
 * What is wrong is left as it was and named in PROBLEMS, with SOURCE ("the
 * editor's settings", a path) in the sentence; the rest applies. null and an
 * absent key change nothing.
 */
void settings_apply(struct settings *settings, const json_t *value,
                    const char *source, struct settings_problems *problems);

/*
 * The same with the section of an editor, which may also hold what its
 * extension starts the server with ("serverPath", "serverArguments", "trace"):
 * that is passed over.
 */
void settings_apply_editor(struct settings *settings, const json_t *value,
                           const char *source,
                           struct settings_problems *problems);

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

/* Like settings_apply() with what the file at PATH holds; a file that can't be
 * read or isn't JSON is a problem named with its line. */
void settings_apply_file(struct settings *settings, const char *path,
                         struct settings_problems *problems);

void settings_problems_free(struct settings_problems *problems);

#endif
