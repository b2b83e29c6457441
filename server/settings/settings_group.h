/*
 * settings_group.h - objects in the settings, for the files that read settings.
 */
#ifndef SETTINGS_SETTINGS_GROUP_H
#define SETTINGS_SETTINGS_GROUP_H

#include "settings.h"

/* What is being read, and where what is found goes. */
struct reading {
    struct settings *settings;
    struct settings_problems *problems;
    struct own_policy *policy;  /* the one that is being read; or NULL */
};

/* An object of the settings, by its members. */
struct group {
    const char *member;         /* what one is, in a sentence */
    const char *example;        /* of the object */
    size_t count;
    const char *(*key)(size_t index);
    /* Gets no null. What is wrong with VALUE is complained of. */
    void (*apply)(const struct reading *reading, size_t index,
                  const json_t *value);
};

/* Applies the members of OBJECT that GROUP has, and names the others. */
void settings_apply_members(const struct reading *reading,
                            const struct group *group, const json_t *object);

/* The same of VALUE, that of KEY, which may not even be an object. */
void settings_apply_group(const struct reading *reading, const char *key,
                          const struct group *group, const json_t *value);

/* Says that KEY has VALUE but must be what is ALLOWED, a clause. */
void setting_complain(const struct reading *reading, const char *key,
                      const json_t *value, const char *allowed);

/* "a", "b" and "c", for a list of NAMES that ends with NULL and AND; the
 * caller's, for memory_free(). */
char *setting_enumerate(const char *const *names, const char *and);

/* STRING's bytes, which live as long as it does. */
struct slice setting_slice(const json_t *string);

/* True if TEXT is one line, of less than ROOM bytes. */
bool setting_is_line(struct slice text, size_t room);

/* Applies VALUE, the list of the CA's own policies. */
void settings_apply_policies(const struct reading *reading,
                             const json_t *value);

#endif
