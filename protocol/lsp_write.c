/*
 * lsp_write.c - diagnostics, and what the server says or asks unbidden, into
 * JSON.
 */
#include "lsp.h"
#include "lsp_parts.h"

static json_t *write_related(const struct lsp_diagnostic *diagnostic)
{
    json_t *array = json_array();

    for (size_t i = 0; i < diagnostic->related_count; i++) {
        const struct lsp_related *related = &diagnostic->related[i];

        json_array_append_new(
            array, json_pack("{s:{s:o, s:o}, s:s}", "location", "uri",
                             lsp_new_string(diagnostic->uri), "range",
                             lsp_new_range(related->range), "message",
                             related->message));
    }
    return array;
}

json_t *lsp_write_diagnostic(const struct lsp_diagnostic *diagnostic)
{
    json_t *link = diagnostic->href
                       ? json_pack("{s:s}", "href", diagnostic->href)
                       : NULL;

    return json_pack(
        "{s:o, s:i, s:s*, s:o*, s:s, s:s, s:o*}",
        "range", lsp_new_range(diagnostic->range),
        "severity", diagnostic->severity,
        "code", diagnostic->code,
        "codeDescription", link,
        "source", diagnostic->source,
        "message", diagnostic->message,
        "relatedInformation",
        diagnostic->related_count ? write_related(diagnostic) : NULL);
}

json_t *lsp_write_publish(struct slice uri, struct lsp_version version,
                          json_t *items)
{
    if (!version.known)
        return lsp_write_publish_unversioned(uri, items);
    return json_pack("{s:o, s:o, s:o}", "uri", lsp_new_string(uri), "version",
                     lsp_new_version(version), "diagnostics", items);
}

json_t *lsp_write_publish_unversioned(struct slice uri, json_t *items)
{
    return json_pack("{s:o, s:o}", "uri", lsp_new_string(uri), "diagnostics",
                     items);
}

json_t *lsp_write_publish_none(struct slice uri)
{
    return lsp_write_publish_unversioned(uri, json_array());
}

json_t *lsp_write_report(const char *result_id, json_t *items)
{
    return json_pack("{s:s, s:s*, s:o}", "kind", "full", "resultId", result_id,
                     "items", items);
}

json_t *lsp_write_report_unchanged(const char *result_id)
{
    return json_pack("{s:s, s:s}", "kind", "unchanged", "resultId", result_id);
}

json_t *lsp_write_message(enum lsp_message_type type, const char *message)
{
    return json_pack("{s:i, s:s}", "type", (int)type, "message", message);
}

json_t *lsp_write_configuration(const char *section)
{
    return json_pack("{s:[{s:s}]}", "items", "section", section);
}

/* The method's name serves as the registration's id: each is made only once. */
static json_t *write_registration(const char *method, json_t *options)
{
    return json_pack("{s:[{s:s, s:s, s:o}]}", "registrations", "id", method,
                     "method", method, "registerOptions", options);
}

json_t *lsp_write_register_configuration(const char *section)
{
    return write_registration("workspace/didChangeConfiguration",
                              json_pack("{s:s}", "section", section));
}

json_t *lsp_write_register_watching(const char *pattern)
{
    return write_registration("workspace/didChangeWatchedFiles",
                              json_pack("{s:[{s:s}]}", "watchers",
                                        "globPattern", pattern));
}

json_t *lsp_write_work_create(json_int_t token)
{
    return json_pack("{s:I}", "token", token);
}

json_t *lsp_write_work_begin(json_int_t token, const char *title,
                             unsigned percent)
{
    return json_pack("{s:I, s:{s:s, s:s, s:b, s:i}}", "token", token, "value",
                     "kind", "begin", "title", title, "cancellable", true,
                     "percentage", (int)percent);
}

json_t *lsp_write_work_report(json_int_t token, unsigned percent)
{
    return json_pack("{s:I, s:{s:s, s:i}}", "token", token, "value", "kind",
                     "report", "percentage", (int)percent);
}

json_t *lsp_write_work_end(json_int_t token)
{
    return json_pack("{s:I, s:{s:s}}", "token", token, "value", "kind", "end");
}
