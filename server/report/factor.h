/*
 * factor.h - the heading of a contributing factor, taken apart.
 */
#ifndef REPORT_FACTOR_H
#define REPORT_FACTOR_H

#include "report.h"

/* The digits of the number that FACTOR, which has one, is headed by. */
struct span factor_digits(const struct reports *reports,
                          const struct report_factor *factor);

#endif
