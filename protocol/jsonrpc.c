/*
 * jsonrpc.c - tells requests, notifications, responses and nonsense apart.
 */
#include "jsonrpc.h"

#include <stdbool.h>
#include <string.h>

#define ESCAPE_LENGTH 6             /* of "\uXXXX" */

static int digit_of(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

/* The unit of UTF-16 that "\uXXXX" at the start of JSON means, or -1. */
static int unit_at(const char *json, size_t length)
{
    int unit = 0;

    if (length < ESCAPE_LENGTH || json[0] != '\\' || json[1] != 'u')
        return -1;
    for (size_t i = 2; i < ESCAPE_LENGTH; i++) {
        int digit = digit_of(json[i]);

        if (digit < 0)
            return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static bool is_first_half(int unit)
{
    return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_second_half(int unit)
{
    return unit >= 0xdc00 && unit <= 0xdfff;
}

/* Mends the escape at the start of JSON and returns how long it is. */
static size_t mend_escape(char *json, size_t length)
{
    int unit = unit_at(json, length);

    if (unit < 0)
        return 2;
    if (is_first_half(unit) &&
        is_second_half(unit_at(json + ESCAPE_LENGTH, length - ESCAPE_LENGTH)))
        return 2 * ESCAPE_LENGTH;
    if (is_first_half(unit) || is_second_half(unit))
        memcpy(json + 2, "fffd", 4);
    return ESCAPE_LENGTH;
}

void rpc_mend(char *json, size_t length)
{
    size_t at = 0;

    while (at < length) {
        char *found = memchr(json + at, '\\', length - at);

        if (!found)
            return;
        at = (size_t)(found - json);
        at += mend_escape(found, length - at);
    }
}

static void invalid(struct rpc_message *message, enum rpc_error code,
                    const char *problem)
{
    message->kind = RPC_INVALID;
    message->code = code;
    message->problem = problem;
}

static bool is_version_2(const json_t *version)
{
    return json_string_length(version) == 3 &&
           !strcmp(json_string_value(version), "2.0");
}

static bool is_id(const json_t *id)
{
    return json_is_string(id) || json_is_integer(id) || json_is_null(id);
}

static void read_response(struct rpc_message *message)
{
    message->kind = RPC_RESPONSE;
    message->id = json_object_get(message->root, "id");
    if (!json_object_get(message->root, "error"))
        message->result = json_object_get(message->root, "result");
}

/* An invalid request is answered under its id, if that at least is one. */
static bool read_id(struct rpc_message *message)
{
    json_t *id = json_object_get(message->root, "id");

    if (id && !is_id(id)) {
        invalid(message, RPC_INVALID_REQUEST,
                "id must be a string or a whole number");
        return false;
    }
    message->id = id;
    return true;
}

static bool read_method(struct rpc_message *message)
{
    const json_t *method = json_object_get(message->root, "method");

    if (!json_is_string(method)) {
        invalid(message, RPC_INVALID_REQUEST, "method must be a string");
        return false;
    }
    message->method = json_string_value(method);
    if (strlen(message->method) != json_string_length(method))
        message->method = "";
    return true;
}

/* Some clients write null where there are none. */
static bool read_params(struct rpc_message *message)
{
    const json_t *params = json_object_get(message->root, "params");

    if (json_is_null(params))
        return true;
    if (params && !json_is_object(params) && !json_is_array(params)) {
        invalid(message, RPC_INVALID_REQUEST,
                "params must be an object or an array");
        return false;
    }
    message->params = params;
    return true;
}

static bool is_response(const json_t *root)
{
    return !json_object_get(root, "method") &&
           (json_object_get(root, "result") || json_object_get(root, "error"));
}

static void read_call(struct rpc_message *message)
{
    if (!read_id(message) || !read_method(message) || !read_params(message))
        return;
    if (!is_version_2(json_object_get(message->root, "jsonrpc"))) {
        invalid(message, RPC_INVALID_REQUEST, "jsonrpc must be \"2.0\"");
        return;
    }
    message->kind = message->id ? RPC_REQUEST : RPC_NOTIFICATION;
}

void rpc_read(const char *bytes, size_t length, struct rpc_message *message)
{
    *message = (struct rpc_message){.method = ""};
    message->root = json_loadb(bytes, length,
                               JSON_ALLOW_NUL | JSON_DECODE_ANY, NULL);
    if (!message->root)
        invalid(message, RPC_PARSE_ERROR, "the message is not valid JSON");
    else if (!json_is_object(message->root))
        invalid(message, RPC_INVALID_REQUEST,
                "a message must be an object; there are no batches");
    else if (is_response(message->root))
        read_response(message);
    else
        read_call(message);
}

void rpc_message_free(struct rpc_message *message)
{
    json_decref(message->root);
    *message = (struct rpc_message){.method = ""};
}

json_t *rpc_write_result(json_t *id, json_t *result)
{
    return json_pack("{s:s, s:O?, s:o}", "jsonrpc", "2.0", "id", id, "result",
                     result);
}

json_t *rpc_write_error(json_t *id, enum rpc_error code, const char *problem)
{
    return json_pack("{s:s, s:O?, s:{s:i, s:s}}", "jsonrpc", "2.0", "id", id,
                     "error", "code", (int)code, "message", problem);
}

json_t *rpc_write_notification(const char *method, json_t *params)
{
    return json_pack("{s:s, s:s, s:o*}", "jsonrpc", "2.0", "method", method,
                     "params", params);
}

json_t *rpc_write_request(json_int_t id, const char *method, json_t *params)
{
    return json_pack("{s:s, s:s, s:o*, s:I}", "jsonrpc", "2.0", "method",
                     method, "params", params, "id", id);
}

char *rpc_bytes(json_t *message, size_t *length)
{
    char *bytes = json_dumps(message, JSON_COMPACT);

    *length = strlen(bytes);
    json_decref(message);
    return bytes;
}
