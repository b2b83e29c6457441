/*
 * command_rules.c - `incident-ls rules` and `incident-ls explain RULE`: the
 * catalogue.
 */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "command_complain.h"
#include "command_options.h"
#include "memory.h"
#include "output.h"

#define SHAPE_VERSION 1
#define WIDTH 78            /* of explanations, in bytes */

struct request {
    bool json;
};

static bool set_format(void *json, const char *value)
{
    *(bool *)json = !strcmp(value, "json");
    return !strcmp(value, "json") || !strcmp(value, "human");
}

static const char rules_help[] =
    "Usage: incident-ls rules [OPTION...]\n"
    "\n"
    "Lists what can be found in a report: the rules' names, severities, and\n"
    "what each finds.\n"
    "\n"
    "  --format FORMAT  human (default) or json\n"
    "  --help           show this\n";

static const char explain_help[] =
    "Usage: incident-ls explain RULE\n"
    "\n"
    "Says what a rule finds, what the guidelines want and why, and how to\n"
    "silence the rule. \"incident-ls rules\" lists them.\n";

static size_t longest_name(void)
{
    size_t longest = 0;

    for (size_t i = 0; i < RULE_COUNT; i++) {
        size_t length = strlen(rules[i].id);

        longest = length > longest ? length : longest;
    }
    return longest;
}

static void print_rules(void)
{
    int width = (int)longest_name();
    const char *part = "";

    for (size_t i = 0; i < RULE_COUNT; i++) {
        const struct rule *rule = &rules[i];

        if (strcmp(rule->part, part))
            printf("%s%s\n", *part ? "\n" : "", rule->part);
        part = rule->part;
        printf("  %-*s  %-11s  %s\n", width, rule->id,
               rule_severity_name(rule->severity), rule->summary);
    }
}

static json_t *rule_as_json(const struct rule *rule)
{
    char *href = output_href(rule, rule_guideline_current());
    json_t *object = json_pack(
        "{ss ss ss ss ss ss sb}", "id", rule->id, "part", rule->part,
        "severity", rule_severity_name(rule->severity), "finds", rule->summary,
        "means", rule->means, "href", href, "softened", rule->softened);

    memory_free(href);
    return object;
}

static void print_json(void)
{
    json_t *all = json_array();
    json_t *object = json_pack("{si so}", "version", SHAPE_VERSION, "rules",
                               all);

    for (size_t i = 0; i < RULE_COUNT; i++)
        json_array_append_new(all, rule_as_json(&rules[i]));
    json_dumpf(object, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(object);
}

int command_rules(int argc, char **argv)
{
    static const struct command_option options[] = {
        {"--format", offsetof(struct request, json), "human or json",
         set_format},
        {NULL},
    };
    static const struct command_usage usage = {rules_help, options};
    struct request request = {false};
    struct command_line line = {argc, argv};

    if (!command_line_read(&line, &usage, &request))
        return line.status;
    if (line.count) {
        command_complain("\"%s\": rules takes no names; "
                         "see 'incident-ls explain %s'",
                         line.words[0], line.words[0]);
        return COMMAND_FAILED;
    }
    if (request.json)
        print_json();
    else
        print_rules();
    return COMMAND_CLEAN;
}

/* TEXT, one paragraph, in lines of at most WIDTH bytes. */
static void print_wrapped(const char *text)
{
    while (*text) {
        size_t length = strlen(text);

        if (length > WIDTH) {
            length = WIDTH;
            while (length && text[length] != ' ')
                length--;
            length = length ? length : strcspn(text, " ");
        }
        printf("%.*s\n", (int)length, text);
        text += length;
        text += strspn(text, " ");
    }
}

/* An example, each of its lines indented. */
static void print_example(const char *title, const char *example)
{
    if (!*example)
        return;
    printf("\n%s\n\n", title);
    while (*example) {
        size_t length = strcspn(example, "\n");

        printf(length ? "    %.*s\n" : "%.*s\n", (int)length, example);
        example += length + (example[length] == '\n');
    }
}

static void explain(const struct rule *rule)
{
    char *href = output_href(rule, rule_guideline_current());
    struct buffer summary = {NULL, 0, 0};

    buffer_add_string(&summary, "Finds ");
    buffer_add_string(&summary, rule->summary);
    buffer_add_string(&summary, ".");
    if (rule->softened)
        buffer_add_string(&summary, " In a draft it is information.");
    printf("%s: %s (%s)\n\n", rule->id, rule_severity_name(rule->severity),
           rule->part);
    print_wrapped(summary.bytes);
    putchar('\n');
    print_wrapped(rule->means);
    printf("\n%s\n", href);
    print_example("Instead of:", rule->bad);
    print_example("write:", rule->good);
    printf("\nTo silence it about one line, put above that line, with a blank "
           "one around:\n\n"
           "    [%s]: # (%s)\n\n"
           "or for all the reports of a folder, in its .incident-ls.json:\n\n"
           "    {\"rules\": {\"%s\": \"off\"}}\n",
           rule_directives[DIRECTIVE_DISABLE_NEXT_LINE].name, rule->id,
           rule->id);
    buffer_free(&summary);
    memory_free(href);
}

static void complain_rule(const char *name)
{
    const char *known[RULE_COUNT + 1];

    for (size_t i = 0; i < RULE_COUNT; i++)
        known[i] = rules[i].id;
    known[RULE_COUNT] = NULL;
    command_complain_unknown("a rule", name, known, "incident-ls rules");
}

int command_explain(int argc, char **argv)
{
    static const struct command_usage usage = {explain_help};
    struct command_line line = {argc, argv};
    int rule = -1;

    if (!command_line_read(&line, &usage, NULL))
        return line.status;
    if (!line.count) {
        command_complain("which rule? 'incident-ls rules' lists them");
        return COMMAND_FAILED;
    }
    if (line.count > 1) {
        command_complain("\"%s\": explain takes one rule", line.words[1]);
        return COMMAND_FAILED;
    }
    rule = rule_find(slice_of(line.words[0]));
    if (rule < 0) {
        complain_rule(line.words[0]);
        return COMMAND_FAILED;
    }
    explain(&rules[rule]);
    return COMMAND_CLEAN;
}
