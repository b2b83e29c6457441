/*
 * wire.h - the real program at the other end of two pipes.
 *
 * Every wait has an end: after WIRE_PATIENCE the test fails. Whatever comes
 * from the program's stdout must be whole messages, header by header.
 */
#ifndef TESTS_WIRE_H
#define TESTS_WIRE_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "memory.h"

#define WIRE_PATIENCE 20000             /* milliseconds */

struct wire {
    pid_t process;
    int to, from;                       /* the ends of its stdin and stdout;
                                           -1 once closed */
    int end;                            /* at its end once the program is */
    struct buffer unsent, received;
    size_t sent;                        /* so much of UNSENT is */
    struct timespec heard;              /* when the last message was whole;
                                           by CLOCK_MONOTONIC */
};

/* Starts the program with pipes for stdin and stdout, stderr to /dev/null. */
void wire_open(struct wire *wire);
/* The same of another server; COMMAND ends with NULL. */
void wire_open_command(struct wire *wire, const char *const *command);
/* The same over other streams: IN and OUT become its stdin and stdout, WIRE has
 * the ends that the test keeps. */
void wire_run(struct wire *wire, const char *const *command, int in, int out);
/* Ends the program's input; kills it if it doesn't end by that. */
void wire_close(struct wire *wire);

/* Adds a message to what is to be sent; JSON has ' for ". */
void wire_add(struct wire *wire, const char *json);
void wire_add_bytes(struct wire *wire, const char *bytes, size_t length);
/* The same with MESSAGE as it is, which is given up. */
void wire_add_message(struct wire *wire, json_t *message);
/* Sends it all, reading meanwhile. */
void wire_flush(struct wire *wire);
/* Sends what the program takes without being read from. */
void wire_push(struct wire *wire);
/* Both in one: one message, sent. */
void wire_say(struct wire *wire, const char *json);

/* The next message, new; fails the test if none comes. */
json_t *wire_hear(struct wire *wire);
/* The next message with this id or this method; those before are dropped. */
json_t *wire_hear_answer(struct wire *wire, json_int_t id);
json_t *wire_hear_call(struct wire *wire, const char *method);

void wire_close_input(struct wire *wire);
void wire_close_output(struct wire *wire);
/* Reads to the end and returns the exit status, 128 + N after signal N. */
int wire_status(struct wire *wire);

/* initialize and its answer; CAPABILITIES has ' for ". */
void wire_initialize(struct wire *wire, const char *capabilities);

/*
 * For cmocka: sets *STATE to a new wire that is open, and closes and frees it
 * again.
 */
int wire_start(void **state);
int wire_stop(void **state);

/* A test between these two. */
#define WIRE_TEST(test)                                                       \
    cmocka_unit_test_setup_teardown(test, wire_start, wire_stop)

#endif
