/* JSON-RPC: kinds of messages, ids that come back as they went. */
#include "jsonrpc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

static void read_string(const char *body, struct rpc_message *message)
{
    rpc_read(body, strlen(body), message);
}

static void assert_written(json_t *message, const char *expected)
{
    size_t length;
    char *bytes = rpc_bytes(message, &length);

    assert_string_equal(bytes, expected);
    assert_int_equal(length, strlen(expected));
    free(bytes);
}

static void kinds(void **state)
{
    static const struct {
        const char *body;
        enum rpc_kind kind;
        const char *method;
    } rows[] = {
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\"}", RPC_REQUEST, "a"},
        {"{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"a\"}", RPC_REQUEST,
         "a"},
        {"{\"jsonrpc\":\"2.0\",\"method\":\"a\"}", RPC_NOTIFICATION, "a"},
        {"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[]}",
         RPC_NOTIFICATION, "a"},
        {"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":null}",
         RPC_NOTIFICATION, "a"},
        {"{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"other\":1}",
         RPC_NOTIFICATION, "a"},
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\\u0000b\"}",
         RPC_REQUEST, ""},
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":null}", RPC_RESPONSE, ""},
        {"{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{}}", RPC_RESPONSE, ""},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        struct rpc_message message;

        read_string(rows[i].body, &message);
        assert_int_equal(message.kind, rows[i].kind);
        assert_string_equal(message.method, rows[i].method);
        rpc_message_free(&message);
    }
}

static void ids_come_back(void **state)
{
    static const char *const ids[] = {
        "0", "1", "-7", "2147483648", "9223372036854775807", "null", "\"\"",
        "\"a\"", "\"1\"", "\"a\\u0000b\"", "\"\xc3\xa9\"",
    };
    char body[128], expected[128];
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(ids); i++) {
        struct rpc_message message;

        snprintf(body, sizeof body,
                 "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"a\"}", ids[i]);
        snprintf(expected, sizeof expected,
                 "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":true}", ids[i]);
        read_string(body, &message);
        assert_int_equal(message.kind, RPC_REQUEST);
        assert_written(rpc_write_result(message.id, json_true()), expected);
        rpc_message_free(&message);
    }
}

static void invalid_messages(void **state)
{
    static const struct {
        const char *body;
        enum rpc_error code;
        const char *id;
    } rows[] = {
        {"", RPC_PARSE_ERROR, "null"},
        {"{", RPC_PARSE_ERROR, "null"},
        {"{} x", RPC_PARSE_ERROR, "null"},
        {"\"a\xff\"", RPC_PARSE_ERROR, "null"},
        {"7", RPC_INVALID_REQUEST, "null"},
        {"{\"jsonrpc\":\"2.0\",\"id\":9223372036854775808,\"method\":\"a\"}",
         RPC_PARSE_ERROR, "null"},
        {"[]", RPC_INVALID_REQUEST, "null"},
        {"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\"}]",
         RPC_INVALID_REQUEST, "null"},
        {"{}", RPC_INVALID_REQUEST, "null"},
        {"{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"a\"}",
         RPC_INVALID_REQUEST, "null"},
        {"{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"a\"}",
         RPC_INVALID_REQUEST, "null"},
        {"{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"a\"}",
         RPC_INVALID_REQUEST, "null"},
        {"{\"jsonrpc\":\"1.0\",\"id\":4,\"method\":\"a\"}",
         RPC_INVALID_REQUEST, "4"},
        {"{\"id\":4,\"method\":\"a\"}", RPC_INVALID_REQUEST, "4"},
        {"{\"jsonrpc\":2.0,\"id\":4,\"method\":\"a\"}", RPC_INVALID_REQUEST,
         "4"},
        {"{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":1}",
         RPC_INVALID_REQUEST, "\"x\""},
        {"{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"a\",\"params\":\"p\"}",
         RPC_INVALID_REQUEST, "4"},
        {"{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"a\",\"params\":7}",
         RPC_INVALID_REQUEST, "4"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        struct rpc_message message;
        char expected[96];

        read_string(rows[i].body, &message);
        assert_int_equal(message.kind, RPC_INVALID);
        assert_int_equal(message.code, rows[i].code);
        assert_non_null(message.problem);
        snprintf(expected, sizeof expected,
                 "{\"jsonrpc\":\"2.0\",\"id\":%s,"
                 "\"error\":{\"code\":-1,\"message\":\"m\"}}",
                 rows[i].id);
        assert_written(rpc_write_error(message.id, (enum rpc_error)-1, "m"),
                       expected);
        rpc_message_free(&message);
    }
}

static void nesting_has_an_end(void **state)
{
    const size_t depth = 1000000;
    char *body = malloc(depth);
    struct rpc_message message;

    (void)state;
    memset(body, '[', depth);
    rpc_read(body, depth, &message);
    assert_int_equal(message.code, RPC_PARSE_ERROR);
    rpc_message_free(&message);
    free(body);
}

static void halves_of_characters(void **state)
{
    static const struct {
        const char *json, *mended;
    } rows[] = {
        {"", ""},
        {"\\", "\\"},
        {"\\u", "\\u"},
        {"\\ud83", "\\ud83"},
        {"\\ud83g", "\\ud83g"},
        {"\\ud83d", "\\ufffd"},
        {"\\uDE00", "\\ufffd"},
        {"x\\ud83dy\\n", "x\\ufffdy\\n"},
        {"\\ud83d\\ude00", "\\ud83d\\ude00"},
        {"\\uD83D\\uDE00\\uDE00", "\\uD83D\\uDE00\\ufffd"},
        {"\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00"},
        {"\\ude00\\ud83d", "\\ufffd\\ufffd"},
        {"\\ud83d\\u0041", "\\ufffd\\u0041"},
        {"\\\\ud83d", "\\\\ud83d"},
        {"\\\\\\ud83d", "\\\\\\ufffd"},
        {"\\ud7ff\\ue000", "\\ud7ff\\ue000"},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        size_t length = strlen(rows[i].json);
        char *json = malloc(length + 1);        /* no byte to spare */

        memcpy(json, rows[i].json, length + 1);
        rpc_mend(json, length);
        assert_string_equal(json, rows[i].mended);
        free(json);
    }
}

static void calls_are_written(void **state)
{
    (void)state;
    assert_written(rpc_write_notification("a", NULL),
                   "{\"jsonrpc\":\"2.0\",\"method\":\"a\"}");
    assert_written(rpc_write_request(3, "a", json_array()),
                   "{\"jsonrpc\":\"2.0\",\"method\":\"a\",\"params\":[],"
                   "\"id\":3}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds),
        cmocka_unit_test(ids_come_back),
        cmocka_unit_test(invalid_messages),
        cmocka_unit_test(nesting_has_an_end),
        cmocka_unit_test(halves_of_characters),
        cmocka_unit_test(calls_are_written),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
