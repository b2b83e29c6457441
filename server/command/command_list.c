/* Reads a list of certificates for the command line. */
#include "command_list.h"

#include <errno.h>
#include <string.h>

static char *fault_of(int error)
{
    struct buffer sentence = {NULL, 0, 0};

    if (error == EILSEQ) {
        buffer_add_string(&sentence, "not UTF-8");
    } else {
        buffer_add_string(&sentence, "can't be read: ");
        buffer_add_string(&sentence, strerror(error));
    }
    return buffer_take(&sentence);
}

char *command_list_read(const char *path, const struct check_options *options,
                        struct certificate_file *list)
{
    struct file *file = file_open(path, FILE_ANY);
    int error = errno;
    bool read;

    certificate_file_begin(list, options, NULL);
    if (!file) {
        certificate_file_end(list);
        return fault_of(error);
    }
    read = list_read(file, list, NULL);
    error = errno;
    file_close(file);
    return read ? NULL : fault_of(error);
}
