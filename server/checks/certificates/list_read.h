/* list_read.h - a list of certificates, read from a file. */
#ifndef SERVER_LIST_READ_H
#define SERVER_LIST_READ_H

#include <stdbool.h>

#include "certificate_file.h"
#include "file.h"
#include "job.h"

/*
 * Reads FILE to its end into LIST, which has begun, and ends the list.
 * False, with errno saying why, if it can't be read: EILSEQ if it is no UTF-8,
 * ECANCELED if JOB (NULL allowed), which hears how far this is, was stopped.
 */
bool list_read(struct file *file, struct certificate_file *list,
               struct job *job);

/*
 * The same of the file at PATH (NULL allowed: there is none), if it is a plain
 * one inside one of FOLDERS, which end with NULL, wherever symbolic links and
 * ".." lead.
 */
bool list_read_within(const char *path, const char *const *folders,
                      struct certificate_file *list, struct job *job);

#endif
