/* file_attributes.h - what a file has beside its content, its owner and mode.
 */
#ifndef PLATFORM_FILE_ATTRIBUTES_H
#define PLATFORM_FILE_ATTRIBUTES_H

#include <stdbool.h>

/*
 * Gives DESCRIPTOR, a new file, the extended attributes of the file at PATH.
 * False, with errno saying why, if those can't be given that say who may read
 * and write it; others are left out then.
 */
bool file_attributes_copy(const char *path, int descriptor);

#endif
