/*
 * symbol_match.h - how well a symbol's name answers what somebody looks for.
 */
#ifndef FEATURES_SYMBOL_MATCH_H
#define FEATURES_SYMBOL_MATCH_H

#include "slice.h"

/* The best first. */
enum symbol_match {
    SYMBOL_MATCH_START,     /* the name begins so */
    SYMBOL_MATCH_WORD,      /* a word in it does */
    SYMBOL_MATCH_SPREAD,    /* the letters are there, in their order */
    SYMBOL_MATCH_NONE
};

/*
 * Capitals (ASCII) make no difference, nor do blanks around the QUERY and
 * those among letters that are spread. An empty QUERY matches every name from
 * its start.
 */
enum symbol_match symbol_match(const char *name, struct slice query);

#endif
