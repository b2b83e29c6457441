/* Writes the log, without ever waiting for its reader. */
#include "log.h"

#include <poll.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* A pipe that can be written to takes as much as this at once. */
#define LINE_ROOM 512

/* A client's string may hold anything; a line stays one line. */
static void mask_controls(char *line, size_t length)
{
    size_t i;

    for (i = 0; i < length; i++) {
        if ((unsigned char)line[i] < ' ' || line[i] == '\x7f')
            line[i] = '?';
    }
}

static void write_line(const char *line, size_t length)
{
    struct pollfd log = {STDERR_FILENO, POLLOUT, 0};

    if (poll(&log, 1, 0) == 1 && write(STDERR_FILENO, line, length) < 0)
        return;     /* There is nowhere left to say so. */
}

void log_line(const char *format, ...)
{
    char line[LINE_ROOM] = "incident-ls: ";
    size_t length = strlen(line);
    va_list arguments;
    int wanted;

    va_start(arguments, format);
    wanted = vsnprintf(line + length, sizeof line - length - 1, format,
                       arguments);
    va_end(arguments);
    if (wanted < 0)
        return;
    length = strlen(line);
    mask_controls(line, length);
    line[length++] = '\n';
    write_line(line, length);
}
