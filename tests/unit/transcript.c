/* Plays transcripts. */
#include "transcript.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "frame.h"
#include "memory.h"
#include "rules.h"

static void take(void *context, char *bytes, size_t length)
{
    struct transcript *transcript = context;
    json_t *message = json_loadb(bytes, length, JSON_ALLOW_NUL, NULL);

    assert_non_null(message);
    json_array_append_new(transcript->sent, message);
    memory_free(bytes);
}

static long long now(void *context)
{
    const struct transcript *transcript = context;

    return transcript->now;
}

void transcript_open(struct transcript *transcript)
{
    static int number;

    *transcript = (struct transcript){
        .sent = json_array(), .number = number++, .now = 1000000};
    transcript->session = session_new((struct host){transcript, take, now, NULL});
}

void transcript_close(struct transcript *transcript)
{
    session_free(transcript->session);
    json_decref(transcript->sent);
    free(transcript->burst);
}

/* TEXT with all of WORD replaced; TEXT is given up. */
static char *replaced(char *text, const char *word, const char *by)
{
    struct buffer out = {NULL, 0, 0};
    const char *at = text;
    const char *found;

    while ((found = strstr(at, word))) {
        buffer_add(&out, at, (size_t)(found - at));
        buffer_add_string(&out, by);
        at = found + strlen(word);
    }
    buffer_add_string(&out, at);
    memory_free(text);
    return buffer_take(&out);
}

/* The planted checks use the first case of all. */
static char *spelled_out(const char *text)
{
    const struct rule *rule = &rules[rule_cases[0].rule];
    char *out = memory_copy(text, strlen(text));
    char href[512];

    snprintf(href, sizeof href, "%s#%s", rule_guideline_current()->url,
             rule->anchor);
    out = replaced(out, "'", "\"");
    out = replaced(out, "RULE", rule->id);
    return replaced(out, "HREF", href);
}

json_t *transcript_json(const char *text)
{
    char *out = spelled_out(text);
    json_error_t error;
    json_t *value = json_loads(out, JSON_ALLOW_NUL, &error);

    if (!value)
        fail_msg("%s: %s", error.text, out);
    memory_free(out);
    return value;
}

static void add_to_burst(struct transcript *transcript, const char *text)
{
    char *body = spelled_out(text);
    size_t length = strlen(body);
    size_t used = transcript->burst_length;

    transcript->burst =
        realloc(transcript->burst, used + FRAME_HEADER_ROOM + length);
    used += frame_header(transcript->burst + used, length);
    memcpy(transcript->burst + used, body, length);
    transcript->burst_length = used + length;
    memory_free(body);
}

/* Adds what the client sends to a file in the folder TRANSCRIPTS, if that is
 * set, one for each session: others can be played the same. */
static void keep(const struct transcript *transcript)
{
    const char *folder = getenv("TRANSCRIPTS");
    char name[512];
    FILE *file;

    if (!folder)
        return;
    snprintf(name, sizeof name, "%s/%ld-%d", folder, (long)getpid(),
             transcript->number);
    file = fopen(name, "ab");
    assert_non_null(file);
    fwrite(transcript->burst, 1, transcript->burst_length, file);
    fclose(file);
}

static void deliver(struct transcript *transcript)
{
    if (!transcript->burst_length)
        return;
    keep(transcript);
    session_receive(transcript->session, transcript->burst,
                    transcript->burst_length);
    transcript->burst_length = 0;
    while (session_step(transcript->session))
        ;
}

static void settle(struct transcript *transcript)
{
    while (session_settle(transcript->session))
        ;
}

void transcript_say(struct transcript *transcript, const char *json)
{
    add_to_burst(transcript, json);
    deliver(transcript);
    settle(transcript);
}

json_t *transcript_hear(struct transcript *transcript)
{
    json_t *message = json_incref(json_array_get(transcript->sent, 0));

    if (!message)
        fail_msg("the server has sent nothing more");
    json_array_remove(transcript->sent, 0);
    return message;
}

static int matches(const json_t *expected, const json_t *actual);

/* With a member "*" further ones are fine; null then means absent. */
static int members_match(const json_t *expected, const json_t *actual)
{
    int open = json_object_get(expected, "*") != NULL;
    const char *name;
    json_t *value;

    if (!open && json_object_size(expected) != json_object_size(actual))
        return 0;
    json_object_foreach((json_t *)expected, name, value) {
        json_t *found = json_object_get(actual, name);

        if (open && !found && (json_is_null(value) || !strcmp(name, "*")))
            continue;
        if (!matches(value, found))
            return 0;
    }
    return 1;
}

static int items_match(const json_t *expected, const json_t *actual)
{
    size_t i;

    if (json_array_size(expected) != json_array_size(actual))
        return 0;
    for (i = 0; i < json_array_size(expected); i++) {
        if (!matches(json_array_get(expected, i), json_array_get(actual, i)))
            return 0;
    }
    return 1;
}

static int matches(const json_t *expected, const json_t *actual)
{
    if (json_is_string(expected) &&
        !strcmp(json_string_value(expected), "*"))
        return actual != NULL;
    if (json_is_object(expected) && json_is_object(actual))
        return members_match(expected, actual);
    if (json_is_array(expected) && json_is_array(actual))
        return items_match(expected, actual);
    return json_equal(expected, actual);
}

void transcript_compare(const json_t *expected, const json_t *actual)
{
    char *wanted, *got;

    if (matches(expected, actual))
        return;
    wanted = json_dumps(expected, JSON_SORT_KEYS | JSON_ENCODE_ANY);
    got = json_dumps(actual, JSON_SORT_KEYS | JSON_ENCODE_ANY);
    fail_msg("expected %s\n     got %s", wanted, got ? got : "nothing");
}

static void expect(struct transcript *transcript, const char *text)
{
    json_t *expected = transcript_json(text);
    json_t *actual;

    if (!json_array_size(transcript->sent))
        fail_msg("nothing sent instead of %s", text);
    actual = transcript_hear(transcript);
    transcript_compare(expected, actual);
    json_decref(actual);
    json_decref(expected);
}

static void assert_no_more(const struct transcript *transcript)
{
    if (json_array_size(transcript->sent))
        fail_msg("also sent: %s",
                 json_dumps(json_array_get(transcript->sent, 0), 0));
}

void transcript_play(struct transcript *transcript, const char *const *lines)
{
    for (; *lines; lines++) {
        if (**lines == '>') {
            add_to_burst(transcript, *lines + 2);
            continue;
        }
        deliver(transcript);
        if (**lines == '=')
            settle(transcript);
        else
            expect(transcript, *lines + 2);
    }
    deliver(transcript);
    assert_no_more(transcript);
}

int transcript_run(const char *const *lines)
{
    struct transcript transcript;
    int status;

    transcript_open(&transcript);
    transcript_play(&transcript, lines);
    status = session_status(transcript.session);
    transcript_close(&transcript);
    return status;
}
