/*
 * transcript.h - plays a client's part against a session in this process.
 *
 * A transcript is a list of lines that ends with NULL:
 *
 *     "> {...}"   the client sends it; such lines in a row are one burst
 *     "="         the input is drained
 *     "< {...}"   the server must have sent this next
 *
 * In JSON, ' stands for ", "RULE" for the id of the rule that the planted
 * checks use and "HREF" for where the guidelines have it. "*" matches anything
 * that is there; an object with a member "*" may have further ones, and those
 * that are null in it must be absent. At the end nothing more may have been sent.
 */
#ifndef TESTS_TRANSCRIPT_H
#define TESTS_TRANSCRIPT_H

#include <jansson.h>

#include "session.h"

/* How a message begins: CALL ID ", 'method': ...}", NOTE "'METHOD', ...}". */
#define CALL "{'jsonrpc': '2.0', 'id': "
#define NOTE "{'jsonrpc': '2.0', 'method': "
/* The lines of a transcript that most of them have. */
#define INITIALIZE(capabilities)                                              \
    "> " CALL "0, 'method': 'initialize', 'params': {'capabilities': "        \
    capabilities "}}"
#define INITIALIZE_WITH(capabilities, options)                                \
    "> " CALL "0, 'method': 'initialize', 'params': {'capabilities': "        \
    capabilities ", 'initializationOptions': " options "}}"
#define INITIALIZED "< " CALL "0, 'result': '*'}"
#define OPEN(uri, version, text)                                              \
    "> " NOTE "'textDocument/didOpen', 'params': {'textDocument': {"          \
    "'uri': '" uri "', 'languageId': 'markdown', 'version': " version ", "    \
    "'text': '" text "'}}}"
#define CHANGE(uri, version, changes)                                         \
    "> " NOTE "'textDocument/didChange', 'params': {'textDocument': {"        \
    "'uri': '" uri "', 'version': " version "}, "                             \
    "'contentChanges': [" changes "]}}"
#define CLOSE(uri)                                                            \
    "> " NOTE "'textDocument/didClose', 'params': {'textDocument': {"         \
    "'uri': '" uri "'}}}"
#define RESULT(id, result) "< " CALL id ", 'result': " result "}"
/* From START to END in one LINE. */
#define RANGE(line, start, end)                                               \
    "{'start': {'line': " line ", 'character': " start "}, "                  \
    "'end': {'line': " line ", 'character': " end "}}"

struct transcript {
    struct session *session;
    json_t *sent;               /* an array: what the server sent, in order */
    char *burst;                /* frames not yet delivered */
    size_t burst_length;
    int number;                 /* of this session in the process, from 0 */
    long long now;              /* what the server takes for the time, in
                                   seconds; 1000000 at first: day 11 */
};

void transcript_open(struct transcript *transcript);
void transcript_close(struct transcript *transcript);

void transcript_play(struct transcript *transcript, const char *const *lines);
/* Opens one, plays it, closes it, returns the session's status. */
int transcript_run(const char *const *lines);

/* Delivers one message, steps and settles. */
void transcript_say(struct transcript *transcript, const char *json);
/* The next message sent, new; fails the test if there is none. */
json_t *transcript_hear(struct transcript *transcript);

/* JSON as in a transcript, new; fails the test if it isn't. */
json_t *transcript_json(const char *text);
/* Fails the test unless ACTUAL is as EXPECTED says. */
void transcript_compare(const json_t *expected, const json_t *actual);

#endif
