/*
 * sarif.c - prints findings as SARIF 2.1.0, which code hosts and many tools
 * read.
 */
#include "output.h"

#include <string.h>

#include "file.h"
#include "memory.h"

#define SCHEMA "https://json.schemastore.org/sarif-2.1.0.json"

static const char *const levels[SEVERITY_COUNT] = {
    [SEVERITY_OFF] = "none",
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_INFORMATION] = "note",
    [SEVERITY_HINT] = "note",
};

static json_t *write_uri(const char *path)
{
    char *uri = path_uri(path, file_path_style);
    json_t *string = json_string(uri);

    memory_free(uri);
    return string;
}

static json_t *write_text(const char *text)
{
    return json_pack("{so}", "text", output_string(text));
}

static json_t *write_region(const struct output_file *file, struct span span)
{
    struct output_place start = output_place(file, span.start);
    struct output_place end = output_place(file, span.end);

    return json_pack("{sI sI sI sI}", "startLine", (json_int_t)start.line,
                     "startColumn", (json_int_t)start.column, "endLine",
                     (json_int_t)end.line, "endColumn", (json_int_t)end.column);
}

static json_t *write_location(const struct output_file *file, struct span span)
{
    return json_pack("{s{s{so} so}}", "physicalLocation", "artifactLocation",
                     "uri", write_uri(file->path), "region",
                     write_region(file, span));
}

static json_t *write_related(const struct output_file *file,
                             const struct finding_related *related)
{
    json_t *location = write_location(file, related->span);

    json_object_set_new(location, "message", write_text(related->message));
    return location;
}

static json_t *write_result(const struct output_file *file,
                            const struct finding *finding)
{
    const struct rule *rule = finding_rule(finding);
    json_t *result =
        json_pack("{ss si ss so s[o]}", "ruleId", rule->id, "ruleIndex",
                  (int)(rule - rules), "level", levels[finding->severity],
                  "message", write_text(finding->message), "locations",
                  write_location(file, finding->span));
    json_t *related = json_array();

    for (size_t i = 0; i < finding->related_count; i++)
        json_array_append_new(related,
                              write_related(file, &finding->related[i]));
    if (finding->related_count)
        json_object_set(result, "relatedLocations", related);
    json_decref(related);
    return result;
}

/* The catalogue, in its order: results name a rule also by its index. */
static json_t *write_rules(const struct rule_guideline *guideline)
{
    json_t *all = json_array();

    for (size_t i = 0; i < RULE_COUNT; i++) {
        char *href = output_href(&rules[i], guideline);

        json_array_append_new(
            all, json_pack("{ss so ss s{ss}}", "id", rules[i].id,
                           "shortDescription", write_text(rules[i].summary),
                           "helpUri", href, "defaultConfiguration", "level",
                           levels[rules[i].severity]));
        memory_free(href);
    }
    return all;
}

static void begin(struct output *output)
{
    output->files = json_array();    /* of results */
    output->failures = json_array(); /* of notifications */
}

static void add_file(struct output *output, const struct output_file *file)
{
    for (size_t i = 0; i < file->findings->count; i++)
        json_array_append_new(output->files,
                              write_result(file, &file->findings->items[i]));
}

static void add_failure(struct output *output, const char *path,
                        const char *what)
{
    json_array_append_new(output->failures,
                          json_pack("{ss so s[{s{s{so}}}]}", "level", "error",
                                    "message", write_text(what), "locations",
                                    "physicalLocation", "artifactLocation",
                                    "uri", write_uri(path)));
}

static json_t *write_run(struct output *output)
{
    bool successful = !json_array_size(output->failures);
    json_t *driver =
        json_pack("{ss ss so}", "name", "incident-ls", "version",
                  INCIDENT_LS_VERSION, "rules", write_rules(output->guideline));
    json_t *invocation =
        json_pack("{sb so}", "executionSuccessful", successful,
                  "toolExecutionNotifications", output->failures);

    return json_pack("{s{so} ss s[o] so}", "tool", "driver", driver,
                     "columnKind", "unicodeCodePoints", "invocations",
                     invocation, "results", output->files);
}

static void end(struct output *output)
{
    json_t *log = json_pack("{ss ss s[o]}", "$schema", SCHEMA, "version",
                            "2.1.0", "runs", write_run(output));

    output_dump(output, log);
    fputc('\n', output->stream);
    json_decref(log);
}

const struct output_format output_sarif = {
    "sarif", false, begin, add_file, add_failure, end,
};
