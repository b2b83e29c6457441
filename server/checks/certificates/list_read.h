/* list_read.h - a list of certificates, read from a file. */
#ifndef CHECKS_LIST_READ_H
#define CHECKS_LIST_READ_H

#include <stdbool.h>

#include "certificate_file.h"
#include "file.h"

/* FILE (NULL allowed: there is none) on its way into LIST, which has begun. */
struct list_reader {
    struct file *file;
    struct certificate_file *list;
    uint64_t length;            /* bytes read so far */
    int error;                  /* 0, or why no more can be read */
};

/* Reads the next piece. False if there is none, or the list needs no more. */
bool list_reader_next(struct list_reader *reader);

/* How much of the file has been read. */
unsigned list_reader_percent(const struct list_reader *reader);

/*
 * Ends the list, and closes the file. False, with errno saying why, if it can't
 * be read: EILSEQ if it is no UTF-8.
 */
bool list_reader_end(struct list_reader *reader);

/* All of this with FILE (NULL allowed, too), which is closed, and LIST. */
bool list_read(struct file *file, struct certificate_file *list);

/*
 * Opens the file at PATH (NULL allowed: there is none), if it is a plain one
 * inside one of FOLDERS, which end with NULL, wherever symbolic links and ".."
 * lead. For file_close(); NULL if it isn't, or can't be opened.
 */
struct file *list_open_within(const char *path, const char *const *folders);

#endif
