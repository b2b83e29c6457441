/*
 * memory.h - allocation that can't fail, and bytes that grow.
 *
 * When memory runs out the process ends here, in one place, with a line on
 * stderr: the editor starts a server again, and no unsaved work is in it.
 * main() gives these functions to jansson, libuv and cmark too, so nothing
 * else in the server checks for NULL.
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "format.h"
#include "slice.h"

/* Never NULL, not even for 0 bytes; free with memory_free(). */
void *memory_new(size_t size);
void *memory_new_zeroed(size_t count, size_t size);
void *memory_resize(void *memory, size_t size);     /* NULL is allowed */
void memory_free(void *memory);                     /* NULL is allowed */
/* MEMORY of somebody else's allocation, which has failed if it is NULL. */
void *memory_or_abort(void *memory);

/* A copy of LENGTH bytes with a NUL after them. */
char *memory_copy(const char *bytes, size_t length);

/*
 * Room for at least WANTED items of SIZE bytes in an array that has *ROOM of
 * them: the array, moved where it had to grow (by half at least).
 */
void *memory_grow(void *array, size_t *room, size_t wanted, size_t size);

/*
 * A new item at the end of ARRAY, which holds COUNT and has ROOM for more, all
 * three of them lvalues: it is to be assigned, and valid until the next one is
 * added. memory_add() is the same for LIST, a pointer to a struct with ITEMS,
 * COUNT and ROOM.
 */
#define memory_append(array, count, room)                                      \
    ((array) = memory_grow((array), &(room), (count) + 1, sizeof *(array)),    \
     &(array)[(count)++])
#define memory_add(list)                                                       \
    memory_append((list)->items, (list)->count, (list)->room)

/* Bytes that grow. {NULL, 0, 0} is empty; BYTES has a NUL after LENGTH. */
struct buffer {
    char *bytes;
    size_t length;
    size_t room;
};

/* What BUFFER holds, until it changes. */
static inline struct slice buffer_slice(const struct buffer *buffer)
{
    return (struct slice){buffer->bytes, buffer->length};
}

/* Each adds something at the end. BYTES may be NULL if LENGTH is 0. */
void buffer_add(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_slice(struct buffer *buffer, struct slice slice);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_add_times(struct buffer *buffer, char byte, size_t times);
void buffer_add_number(struct buffer *buffer, uint64_t number);
/* Adds "1 item", or "2 items": how many there are of what NOUN names. */
void buffer_add_count(struct buffer *buffer, size_t count, const char *noun);
/* Adds the minutes of a day as HH:MM. */
void buffer_add_time(struct buffer *buffer, int minutes);
/* Adds what printf() would print. */
void buffer_addf(struct buffer *buffer, const char *format, ...)
    FORMAT(2, 3);
void buffer_add_format(struct buffer *buffer, const char *format,
                       va_list arguments) FORMAT(2, 0);
/* Takes the first LENGTH bytes out. */
void buffer_drop(struct buffer *buffer, size_t length);
/* Keeps the first LENGTH bytes; there are at least that many. */
void buffer_cut(struct buffer *buffer, size_t length);
/* The bytes, now the caller's (memory_free); BUFFER is empty again. */
char *buffer_take(struct buffer *buffer);
void buffer_free(struct buffer *buffer);            /* leaves it empty */

#endif
