/* How far work is that the server does unasked. */
#include "lsp_work_done.h"

#include "lsp_parts.h"

json_t *lsp_write_work_create(json_int_t token)
{
    return lsp_new_object_with("token", json_integer(token));
}

/* What VALUE, given up, says of the work. */
static json_t *progress(json_int_t token, json_t *value)
{
    json_t *params = lsp_write_work_create(token);

    json_object_set_new(params, "value", value);
    return params;
}

static json_t *value_of(const char *kind)
{
    return lsp_new_object_with("kind", json_string(kind));
}

json_t *lsp_write_work_begin(json_int_t token, const char *title,
                             unsigned percent)
{
    json_t *value = value_of("begin");

    json_object_set_new(value, "title", json_string(title));
    json_object_set_new(value, "cancellable", json_true());
    json_object_set_new(value, "percentage", json_integer(percent));
    return progress(token, value);
}

json_t *lsp_write_work_report(json_int_t token, unsigned percent)
{
    json_t *value = value_of("report");

    json_object_set_new(value, "percentage", json_integer(percent));
    return progress(token, value);
}

json_t *lsp_write_work_end(json_int_t token)
{
    return progress(token, value_of("end"));
}

bool lsp_read_work_cancel(const json_t *params, json_int_t *token,
                          const char **fault)
{
    const json_t *value = json_object_get(params, "token");

    *token = json_integer_value(value);
    return json_is_integer(value) || json_is_string(value) ||
           lsp_refuse(fault, "token must be a whole number or a string");
}
