/* Tells requests, notifications, responses and nonsense apart. */
#include "jsonrpc.h"

#include <stdbool.h>
#include <string.h>

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

static json_t *new_message(void)
{
    json_t *message = json_object();

    json_object_set_new(message, "jsonrpc", json_string("2.0"));
    return message;
}

static json_t *new_response(json_t *id)
{
    json_t *message = new_message();

    json_object_set_new(message, "id", id ? json_incref(id) : json_null());
    return message;
}

json_t *rpc_write_result(json_t *id, json_t *result)
{
    json_t *message = new_response(id);

    json_object_set_new(message, "result", result);
    return message;
}

json_t *rpc_write_error(json_t *id, enum rpc_error code, const char *problem)
{
    json_t *message = new_response(id);
    json_t *error = json_object();

    json_object_set_new(error, "code", json_integer(code));
    json_object_set_new(error, "message", json_string(problem));
    json_object_set_new(message, "error", error);
    return message;
}

json_t *rpc_write_notification(const char *method, json_t *params)
{
    json_t *message = new_message();

    json_object_set_new(message, "method", json_string(method));
    if (params)
        json_object_set_new(message, "params", params);
    return message;
}

json_t *rpc_write_request(json_int_t id, const char *method, json_t *params)
{
    json_t *message = rpc_write_notification(method, params);

    json_object_set_new(message, "id", json_integer(id));
    return message;
}

char *rpc_bytes(json_t *message, size_t *length)
{
    char *bytes = json_dumps(message, JSON_COMPACT);

    *length = strlen(bytes);
    json_decref(message);
    return bytes;
}
