/* format.h - has the compiler hold arguments to the format before them. */
#ifndef BASE_FORMAT_H
#define BASE_FORMAT_H

/*
 * Stands after a declaration whose parameter TEXT, counted from 1, is a format
 * as printf() takes it, and whose parameter FIRST is the first argument for it;
 * 0 if that is a va_list. FORMAT_KIND is what the compiler calls such formats.
 */
#define FORMAT(text, first) __attribute__((format(FORMAT_KIND, text, first)))

#endif
