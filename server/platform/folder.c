/* What is in a folder, put in order. */
#include "folder.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"

void folder_add(struct folder *folder, const char *name, bool is_folder)
{
    *memory_append(folder->entries, folder->count, folder->room) =
        (struct folder_entry){.name = memory_copy(name, strlen(name)),
                              .folder = is_folder};
}

static int compare(const void *a, const void *b)
{
    const struct folder_entry *left = a;
    const struct folder_entry *right = b;

    return strcmp(left->name, right->name);
}

void folder_sort(struct folder *folder)
{
    if (folder->count)
        qsort(folder->entries, folder->count, sizeof *folder->entries, compare);
}

void folder_free(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        memory_free(folder->entries[i].name);
    memory_free(folder->entries);
    *folder = (struct folder){NULL, 0, 0};
}
