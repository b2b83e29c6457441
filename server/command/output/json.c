/*
 * json.c - prints findings as JSON of our own: {"version": 1, ...}.
 *
 * The shape is public, and the manual page describes it. Members may be added
 * without a new version, but not changed or removed.
 */
#include "output.h"

#include "memory.h"

#define SHAPE_VERSION 1

static json_t *place(const struct output_file *file, size_t offset)
{
    struct output_place at = output_place(file, offset);

    return json_pack("{sI sI sI}", "line", (json_int_t)at.line, "column",
                     (json_int_t)at.column, "offset", (json_int_t)at.offset);
}

static json_t *range(const struct output_file *file, struct span span)
{
    return json_pack("{so so}", "start", place(file, span.start), "end",
                     place(file, span.end));
}

static json_t *related(const struct output_file *file,
                       const struct finding *finding)
{
    json_t *all = json_array();

    for (size_t i = 0; i < finding->related_count; i++) {
        const struct finding_related *one = &finding->related[i];

        json_array_append_new(all, json_pack("{so so}", "message",
                                             output_string(one->message),
                                             "range", range(file, one->span)));
    }
    return all;
}

static json_t *write_finding(const struct output_file *file,
                             const struct finding *finding)
{
    const struct rule *rule = finding_rule(finding);
    char *href = output_href(rule, file->guideline);
    json_t *object = json_pack(
        "{ss ss so ss so so}", "rule", rule->id, "severity",
        rule_severity_name(finding->severity), "message",
        output_string(finding->message), "href", href, "range",
        range(file, finding->span), "related", related(file, finding));

    memory_free(href);
    return object;
}

static void begin(struct output *output)
{
    output->files = json_array();
    output->failures = json_array();
}

static void add_file(struct output *output, const struct output_file *file)
{
    json_t *all = json_array();

    for (size_t i = 0; i < file->findings->count; i++)
        json_array_append_new(all,
                              write_finding(file, &file->findings->items[i]));
    json_array_append_new(output->files,
                          json_pack("{so sb sb ss so}", "path",
                                    output_string(file->path), "report",
                                    file->report, "draft", file->draft,
                                    "guidelines",
                                    file->guideline->number, "findings", all));
}

static void add_failure(struct output *output, const char *path,
                        const char *what)
{
    json_array_append_new(output->failures,
                          json_pack("{so so}", "path", output_string(path),
                                    "message", output_string(what)));
}

static json_t *summary(const struct output *output)
{
    json_t *counts = json_object();

    for (int i = SEVERITY_ERROR; i < SEVERITY_COUNT; i++)
        json_object_set_new(counts, rule_severity_name((enum severity)i),
                            json_integer((json_int_t)output->counts[i]));
    return counts;
}

static void end(struct output *output)
{
    json_t *tool = json_pack("{ss ss}", "name", "incident-ls", "version",
                             INCIDENT_LS_VERSION);
    json_t *document =
        json_pack("{si so so so so}", "version", SHAPE_VERSION, "tool", tool,
                  "files", output->files, "failures", output->failures,
                  "summary", summary(output));

    output_dump(output, document);
    fputc('\n', output->stream);
    json_decref(document);
}

const struct output_format output_json = {
    "json", false, begin, add_file, add_failure, end,
};
