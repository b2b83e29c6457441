/* list_read.h - a list of certificates, read from an open file. */
#ifndef SERVER_LIST_READ_H
#define SERVER_LIST_READ_H

#include <stdbool.h>

#include "certificate_file.h"

/*
 * Reads DESCRIPTOR to its end into LIST, which has begun, and ends the list.
 * False, with errno saying why, if it can't be read; EILSEQ if it is no UTF-8.
 */
bool list_read(int descriptor, struct certificate_file *list);

#endif
