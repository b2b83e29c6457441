/* Allocation that can't fail: the one place where the server gives up. */
#include "memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *memory_or_abort(void *memory)
{
    if (!memory) {
        fputs("incident-ls: out of memory\n", stderr);
        abort();
    }
    return memory;
}

void *memory_new(size_t size)
{
    return memory_or_abort(malloc(size ? size : 1));
}

void *memory_new_zeroed(size_t count, size_t size)
{
    return memory_or_abort(calloc(count ? count : 1, size ? size : 1));
}

void *memory_resize(void *memory, size_t size)
{
    return memory_or_abort(realloc(memory, size ? size : 1));
}

void memory_free(void *memory)
{
    free(memory);
}

char *memory_copy(const char *bytes, size_t length)
{
    char *copy = memory_new(length + 1);

    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

void *memory_grow(void *array, size_t *room, size_t wanted, size_t size)
{
    size_t larger = *room + *room / 2 + 8;

    if (wanted <= *room)
        return array;
    if (larger < wanted)
        larger = wanted;
    if (larger > SIZE_MAX / size)
        memory_or_abort(NULL);
    *room = larger;
    return memory_resize(array, larger * size);
}

/* Most buffers become a line or a sentence: room for one from the start. */
#define FIRST_ROOM 128

static void make_room(struct buffer *buffer, size_t length)
{
    if (buffer->room - buffer->length > length)
        return;
    if (!buffer->bytes && length < FIRST_ROOM)
        length = FIRST_ROOM - 1;
    if (length > SIZE_MAX - buffer->length - 1)
        memory_or_abort(NULL);
    buffer->bytes = memory_grow(buffer->bytes, &buffer->room,
                                buffer->length + length + 1, 1);
}

void buffer_add(struct buffer *buffer, const char *bytes, size_t length)
{
    make_room(buffer, length);
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_slice(struct buffer *buffer, struct slice slice)
{
    buffer_add(buffer, slice.bytes, slice.length);
}

void buffer_add_string(struct buffer *buffer, const char *string)
{
    buffer_add(buffer, string, strlen(string));
}

void buffer_add_char(struct buffer *buffer, char byte)
{
    make_room(buffer, 1);
    buffer->bytes[buffer->length++] = byte;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_times(struct buffer *buffer, char byte, size_t times)
{
    make_room(buffer, times);
    memset(buffer->bytes + buffer->length, byte, times);
    buffer->length += times;
    buffer->bytes[buffer->length] = '\0';
}

void buffer_add_number(struct buffer *buffer, uint64_t number)
{
    char digits[20];
    size_t first = sizeof digits;

    do {
        digits[--first] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    buffer_add(buffer, digits + first, sizeof digits - first);
}

void buffer_add_count(struct buffer *buffer, size_t count, const char *noun)
{
    buffer_addf(buffer, count == 1 ? "%zu %s" : "%zu %ss", count, noun);
}

void buffer_add_time(struct buffer *buffer, int minutes)
{
    buffer_addf(buffer, "%02d:%02d", minutes / 60, minutes % 60);
}

void buffer_addf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    buffer_add_format(buffer, format, arguments);
    va_end(arguments);
}

void buffer_add_format(struct buffer *buffer, const char *format,
                       va_list arguments)
{
    va_list again;

    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    make_room(buffer, (size_t)length);
    vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format,
              arguments);
    buffer->length += (size_t)length;
}

void buffer_drop(struct buffer *buffer, size_t length)
{
    if (!length)
        return;
    memmove(buffer->bytes, buffer->bytes + length, buffer->length - length + 1);
    buffer->length -= length;
}

void buffer_cut(struct buffer *buffer, size_t length)
{
    buffer->length = length;
    if (buffer->bytes)
        buffer->bytes[length] = '\0';
}

char *buffer_take(struct buffer *buffer)
{
    char *bytes;

    make_room(buffer, 0);
    buffer->bytes[buffer->length] = '\0';
    bytes = buffer->bytes;
    *buffer = (struct buffer){NULL, 0, 0};
    return bytes;
}

void buffer_free(struct buffer *buffer)
{
    memory_free(buffer->bytes);
    *buffer = (struct buffer){NULL, 0, 0};
}
