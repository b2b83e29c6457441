/* trickle.h - what a preloaded program tells of its reads and writes. */
#ifndef TESTS_TRICKLE_H
#define TESTS_TRICKLE_H

/* The program tells a uint32_t of each, in this order. */
enum trickle {
    TRICKLE_SHORT,
    TRICKLE_INTERRUPTED,
    TRICKLE_BLOCKED,
    TRICKLE_KINDS
};

#endif
