/*
 * field_order.h - whether the fields of a scope stand there once and in order.
 */
#ifndef CHECKS_FIELD_ORDER_H
#define CHECKS_FIELD_ORDER_H

#include "scope.h"

/* Adds the findings on duplicate, misnamed and misplaced fields. */
void field_order_check(const struct scope *scope);

#endif
