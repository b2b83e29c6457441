/* Writes the log, without ever waiting for its reader. */
#include "log.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "process.h"

#define LINE_ROOM 512

/* A client's string may hold anything; a line stays one line. */
static void mask_controls(char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)line[i] < ' ' || line[i] == '\x7f')
            line[i] = '?';
    }
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
    process_write_log(line, length);
}
