/* Reads a list of certificates for the command line. */
#include "command_list.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

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
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    int error = errno;
    bool read;

    certificate_file_begin(list, options, NULL);
    if (descriptor < 0) {
        certificate_file_end(list);
        return fault_of(error);
    }
    read = list_read(descriptor, list, NULL);
    error = errno;
    close(descriptor);
    return read ? NULL : fault_of(error);
}
