/*
 * model_listing.h - all there is in the model of a text, as text that can be
 * compared.
 */
#ifndef PROPERTY_MODEL_LISTING_H
#define PROPERTY_MODEL_LISTING_H

#include "memory.h"
#include "report.h"

/* Adds to LISTED the elements of REPORTS, without what others have noted of
 * them, and the reports with their sections, fields and factors. */
void model_listing_add(struct buffer *listed, const struct reports *reports);

#endif
