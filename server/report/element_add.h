/* element_add.h - from blocks to elements, for those who keep these. */
#ifndef REPORT_ELEMENT_ADD_H
#define REPORT_ELEMENT_ADD_H

#include "element.h"

/* Adds to ELEMENTS those of the BLOCKS of TEXT that begin within SPAN, but for
 * the marks. */
void element_add_all(struct elements *elements, struct text *text,
                     const struct blocks *blocks, struct span span);

#endif
