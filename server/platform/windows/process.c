/* A process by the calls of Windows, on whose code page for files and words
 * being UTF-8 the manifest insists. */
#include "process.h"

#include <fcntl.h>
#include <io.h>
#include <stdint.h>
#include <windows.h>

static HANDLE handle_of(enum process_stream stream)
{
    return (HANDLE)_get_osfhandle((int)stream);
}

/* A stream that can't be written to, in place of each that was closed. */
static bool hold_streams(void)
{
    int stream = _open("NUL", _O_RDONLY);

    while (stream >= 0 && stream <= PROCESS_LOG)
        stream = _open("NUL", _O_RDONLY);
    if (stream < 0 || _close(stream))
        return false;
    for (int each = PROCESS_INPUT; each <= PROCESS_LOG; each++) {
        if (_setmode(each, _O_BINARY) < 0)
            return false;
    }
    return true;
}

bool process_begin(struct process_terminal *terminal)
{
    HANDLE output;
    DWORD mode;

    *terminal = (struct process_terminal){0, 0};
    /* Neither a message in a window for want of a disk, nor a library from
     * the folder of a report. */
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!hold_streams())
        return false;
    output = handle_of(PROCESS_OUTPUT);
    if (!GetConsoleMode(output, &mode))
        return true;
    *terminal = (struct process_terminal){mode, GetConsoleOutputCP()};
    SetConsoleOutputCP(CP_UTF8);
    SetConsoleMode(output, mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    return true;
}

void process_end(const struct process_terminal *terminal)
{
    if (!terminal->encoding)
        return;
    SetConsoleMode(handle_of(PROCESS_OUTPUT), (DWORD)terminal->mode);
    SetConsoleOutputCP(terminal->encoding);
}

/* A log that nobody reads then takes nothing, instead of keeping us waiting. */
void process_serve(void)
{
    HANDLE log = handle_of(PROCESS_LOG);
    DWORD mode = PIPE_READMODE_BYTE | PIPE_NOWAIT;

    if (GetFileType(log) == FILE_TYPE_PIPE)
        SetNamedPipeHandleState(log, &mode, NULL, NULL);
}

bool process_has_room(void)
{
    return true;
}

/* What waits to be read hides it; writing to a client that is gone fails. */
bool process_is_abandoned(void)
{
    return false;
}

bool process_is_terminal(enum process_stream stream)
{
    DWORD mode;

    return GetConsoleMode(handle_of(stream), &mode);
}

bool process_shows_colour(void)
{
    DWORD mode;

    return GetConsoleMode(handle_of(PROCESS_OUTPUT), &mode) &&
           mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING;
}

size_t process_terminal_width(void)
{
    CONSOLE_SCREEN_BUFFER_INFO screen;

    if (!GetConsoleScreenBufferInfo(handle_of(PROCESS_OUTPUT), &screen))
        return 0;
    return (size_t)(screen.srWindow.Right - screen.srWindow.Left + 1);
}

void process_write_log(const char *bytes, size_t length)
{
    DWORD written;

    WriteFile(handle_of(PROCESS_LOG), bytes, (DWORD)length, &written, NULL);
}

unsigned process_limit(void)
{
    return 0;
}
