/*
 * array.h - arrays whose length the compiler knows.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

/* How many items ARRAY has, which must be an array, not a pointer. */
#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

#endif
