/*
 * command_source.c - reads the files to check.
 */
#include "command_source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "file.h"
#include "utf8.h"

#define FILE_LIMIT ((size_t)64 * 1024 * 1024)

static char *copy(const char *sentence)
{
    return memory_copy(sentence, strlen(sentence));
}

static size_t count_lines(const char *bytes, size_t length)
{
    const char *end = bytes + length;
    size_t lines = 1;

    while ((bytes = memchr(bytes, '\n', (size_t)(end - bytes)))) {
        bytes++;
        lines++;
    }
    return lines;
}

/* What is wrong with SOURCE, which is not UTF-8 at OFFSET. */
static char *encoding_fault(const struct buffer *source, size_t offset)
{
    const unsigned char *bytes = (const unsigned char *)source->bytes;
    char sentence[128];

    if (source->length >= 2 &&
        (!memcmp(bytes, "\xFF\xFE", 2) || !memcmp(bytes, "\xFE\xFF", 2)))
        return copy("UTF-16; it must be saved as UTF-8");
    snprintf(sentence, sizeof sentence,
             "not UTF-8: byte 0x%02X at offset %zu (line %zu)", bytes[offset],
             offset, count_lines(source->bytes, offset));
    return copy(sentence);
}

static char *read_fault(void)
{
    struct buffer sentence = {NULL, 0, 0};

    if (errno == EFBIG)
        return copy("larger than 64 MiB");
    buffer_add_string(&sentence, "can't be read: ");
    buffer_add_string(&sentence, strerror(errno));
    return buffer_take(&sentence);
}

char *command_source_read(const char *path, struct buffer *source,
                          size_t *skipped)
{
    size_t valid;
    bool ok;

    ok = strcmp(path, "-") ? file_read(path, FILE_LIMIT, source)
                           : file_read_input(FILE_LIMIT, source);
    if (!ok)
        return read_fault();
    buffer_add(source, "", 0); /* a string even if nothing was read */
    valid = utf8_invalid(source->bytes, source->length);
    if (valid < source->length)
        return encoding_fault(source, valid);
    *skipped = strlen(UTF8_MARK);
    if (strncmp(source->bytes, UTF8_MARK, *skipped))
        *skipped = 0;
    buffer_drop(source, *skipped);
    return NULL;
}

static char *list_fault(int error)
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

    certificate_file_begin(list, options, NULL);
    if (!file) {
        certificate_file_end(list);
        return list_fault(error);
    }
    return list_read(file, list) ? NULL : list_fault(errno);
}
