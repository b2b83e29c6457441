/* file_attributes.h - what a file has besides its content, owner and mode. */
#ifndef PLATFORM_FILE_ATTRIBUTES_H
#define PLATFORM_FILE_ATTRIBUTES_H

#include <stdbool.h>

/*
 * Gives DESCRIPTOR, a new file, the extended attributes of the file at PATH.
 * False, with errno saying why, if the ones that say who may read and write it
 * can't be set; others that can't be set are left out.
 */
bool file_attributes_copy(const char *path, int descriptor);

#endif
