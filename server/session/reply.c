/* Makes replies. */
#include "reply.h"

struct reply reply_with(json_t *result)
{
    return (struct reply){.result = result};
}

struct reply reply_failed(enum rpc_error code, const char *problem)
{
    return (struct reply){.code = code, .problem = problem};
}

struct reply reply_bad_params(const char *fault)
{
    return reply_failed(RPC_INVALID_PARAMS, fault);
}
