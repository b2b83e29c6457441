/*
 * client.c - sends messages to the client.
 */
#include "client.h"

#include <string.h>

#include "jsonrpc.h"
#include "log.h"
#include "memory.h"

/* Further different sentences are only logged. */
#define TOLD_MAX 1000

/*
 * Counting a reference does not change the value, but jansson keeps the count
 * in it.
 */
void client_begin(struct client *client, const json_t *params,
                  const struct lsp_client *facts)
{
    client->params = json_incref((json_t *)params);
    client->facts = *facts;
}

void client_free(struct client *client)
{
    while (client->told_count)
        memory_free(client->told[--client->told_count]);
    memory_free(client->told);
    json_decref(client->params);
}

void client_send(struct client *client, json_t *message)
{
    size_t length;
    char *bytes = rpc_bytes(message, &length);

    client->host.send(client->host.context, bytes, length);
}

void client_notify(struct client *client, const char *method, json_t *params)
{
    client_send(client, rpc_write_notification(method, params));
}

json_int_t client_ask(struct client *client, const char *method,
                      json_t *params)
{
    client->requests++;
    client_send(client, rpc_write_request(client->requests, method, params));
    return client->requests;
}

static bool was_told(const struct client *client, const char *sentence)
{
    for (size_t i = 0; i < client->told_count; i++) {
        if (!strcmp(client->told[i], sentence))
            return true;
    }
    return false;
}

void client_warn(struct client *client, const char *sentence)
{
    if (was_told(client, sentence))
        return;
    log_line("%s", sentence);
    if (client->told_count == TOLD_MAX)
        return;
    *memory_append(client->told, client->told_count, client->told_room) =
        memory_copy(sentence, strlen(sentence));
    client_notify(client, "window/showMessage",
                  lsp_write_message(LSP_MESSAGE_WARNING, sentence));
}

struct report_moment client_now(const struct client *client)
{
    return report_moment_at(client->host.now(client->host.context));
}

int client_today(const struct client *client)
{
    return client_now(client).day;
}
