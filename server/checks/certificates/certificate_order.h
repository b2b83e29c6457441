/* certificate_order.h - a list with its fields in the guidelines' order. */
#ifndef CHECKS_CERTIFICATE_ORDER_H
#define CHECKS_CERTIFICATE_ORDER_H

#include "certificate_list.h"

/* Longer lists are not rewritten at every check. */
#define CERTIFICATE_ORDER_MOST ((size_t)64 * 1024)

/*
 * Gives FINDING (NULL allowed) the fix that puts the fields of LIST, whose
 * source is known and not too long, in order: those of the guidelines first,
 * then the list's own as they come.
 */
void certificate_order_fix(const struct certificate_list *list,
                           struct finding *finding);

#endif
