/* Goes through folders, one at a time. */
#include "folder_walk.h"

#include <string.h>
#include <strings.h>

#include "folder.h"
#include "memory.h"
#include "path.h"

struct walk {
    const char *ending;
    const struct folder_events *events;
    char **items;               /* the folders still to be gone through, the
                                   next one last */
    size_t count, room;
};

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t wanted = strlen(ending);

    return length > wanted && !strcasecmp(name + length - wanted, ending);
}

static bool is_passed_over(const struct walk *walk,
                           const struct folder_entry *entry)
{
    return entry->name[0] == '.' ||
           (entry->folder ? !strcmp(entry->name, "node_modules")
                          : !ends_in(entry->name, walk->ending));
}

static bool take_files(const struct walk *walk, const char *path,
                       const struct folder *folder)
{
    bool on = true;

    for (size_t i = 0; on && i < folder->count; i++) {
        const struct folder_entry *entry = &folder->entries[i];
        char *inner;

        if (entry->folder || is_passed_over(walk, entry))
            continue;
        inner = path_join(path, entry->name);
        on = walk->events->on_file(walk->events->context, inner);
        memory_free(inner);
    }
    return on;
}

static void put_off_folders(struct walk *walk, const char *path,
                            const struct folder *folder)
{
    for (size_t i = folder->count; i-- > 0;) {
        const struct folder_entry *entry = &folder->entries[i];

        if (entry->folder && !is_passed_over(walk, entry))
            *memory_add(walk) = path_join(path, entry->name);
    }
}

static bool walk_one(struct walk *walk, const char *path)
{
    struct folder folder;
    bool on;

    if (!folder_read(path, &folder)) {
        if (walk->events->on_fault)
            walk->events->on_fault(walk->events->context, path);
        return true;
    }
    on = take_files(walk, path, &folder);
    put_off_folders(walk, path, &folder);
    folder_free(&folder);
    return on;
}

bool folder_walk(const char *folder, const char *ending,
                 const struct folder_events *events)
{
    struct walk walk = {.ending = ending, .events = events};
    bool on = true;

    *memory_add(&walk) = memory_copy(folder, strlen(folder));
    while (walk.count) {
        char *path = walk.items[--walk.count];

        on = on && walk_one(&walk, path);
        memory_free(path);
    }
    memory_free(walk.items);
    return on;
}
