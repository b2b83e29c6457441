/*
 * event.h - which of the events that the guidelines expect a text tells of.
 *
 * A sentence tells of an event if it has all the words of one of the event's
 * patterns; see rules/events.txt.
 */
#ifndef REPORT_EVENT_H
#define REPORT_EVENT_H

#include <stdint.h>

#include "rules.h"

/* The event called VALUE_EVENT_..., in a set of events. */
#define EVENT(value) (1u << ((value) - VALUE_EVENT_BEGINS))
#define EVENT_COUNT (VALUE_EVENT_CHANGE - VALUE_EVENT_BEGINS + 1)

/* The events that TEXT tells of, a set. */
unsigned events_told(struct slice text);

#endif
