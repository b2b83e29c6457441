/*
 * Runs a fuzz target on the files of folders, where there is no libFuzzer.
 *
 *     TARGET FOLDER...
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "file.h"
#include "input.h"

#define FILE_MOST ((size_t)1 << 20)

static size_t replay_file(const char *folder, const char *name)
{
    struct buffer path = {NULL, 0, 0};
    struct buffer bytes = {NULL, 0, 0};

    buffer_add_string(&path, folder);
    buffer_add_char(&path, '/');
    buffer_add_string(&path, name);
    if (!file_read(path.bytes, FILE_MOST, &bytes)) {
        perror(path.bytes);
        exit(1);
    }
    LLVMFuzzerTestOneInput((const uint8_t *)bytes.bytes, bytes.length);
    buffer_free(&bytes);
    buffer_free(&path);
    return 1;
}

static size_t replay_folder(const char *folder)
{
    DIR *opened = opendir(folder);
    size_t count = 0;

    for (struct dirent *entry; opened && (entry = readdir(opened));) {
        if (entry->d_name[0] != '.')
            count += replay_file(folder, entry->d_name);
    }
    if (opened)
        closedir(opened);
    return count;
}

int main(int argc, char **argv)
{
    size_t count = 0;

    for (int index = 1; index < argc; index++)
        count += replay_folder(argv[index]);
    printf("%zu inputs\n", count);
    return count ? 0 : 1;
}
