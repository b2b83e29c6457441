/* cmark_memory.h - which memory cmark uses where it isn't told. */
#ifndef MARKDOWN_CMARK_MEMORY_H
#define MARKDOWN_CMARK_MEMORY_H

/*
 * Has cmark's default allocator be that of memory.h. A parser is given it, but
 * its extensions take the default. To be called once, before any text is read.
 */
void cmark_memory_use(void);

#endif
