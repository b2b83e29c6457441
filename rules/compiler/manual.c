/*
 * manual.c - prints the manual of the rules, for those who write reports.
 */
#include <string.h>

#include "output.h"

static const char beginning[] =
    "# The rules\n"
    "\n"
    "What `incident-ls` finds in a report, why the guidelines want it\n"
    "otherwise, and how to silence it. This page is made from the records in\n"
    "this folder; `incident-ls explain RULE` shows the same.\n"
    "\n"
    "An *error* contradicts a MUST of the guidelines, a *warning* a SHOULD,\n"
    "or a MUST that a program can only suspect; *information* and *hints* are\n"
    "about what makes a report easier to read.\n"
    "\n"
    "## Silencing a rule\n"
    "\n"
    "Where a rule is wrong about a report, a line in the report says so. The\n"
    "line is a link reference definition, which isn't shown; above it stands\n"
    "a blank line.\n"
    "\n";

static const char settings[] =
    "\n"
    "For all the reports of a folder, `.incident-ls.json` in it gives a rule\n"
    "another severity (`error`, `warning`, `information`, `hint`) or switches\n"
    "it off:\n"
    "\n"
    "```json\n"
    "{\"rules\": {\"RULE\": \"off\"}}\n"
    "```\n";

/* The directives that take rules, with what they do. */
static void print_directives(FILE *file, const struct records *records)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "directive", i)); i++) {
        if (strcmp(record_text(record, "takes"), "rules") == 0)
            fprintf(file, "- `%s`: %s\n", record_text(record, "example"),
                    record_text(record, "means"));
    }
}

/* An address of the newest guidelines, as a link. */
static void print_link(FILE *file, const struct records *records,
                       const char *anchor)
{
    const struct record *guidelines = NULL;
    const struct record *next = NULL;

    for (size_t i = 0; (next = records_nth(records, "guidelines", i)); i++)
        guidelines = next;
    fprintf(file, "[The guidelines on this](%s#%s)\n",
            record_text(guidelines, "url"), anchor);
}

/* More backquotes than stand in any example. */
#define FENCE "````"

static void print_example(FILE *file, const struct record *rule,
                          const char *key, const char *title)
{
    const char *example = record_text(rule, key);

    if (*example)
        fprintf(file, "\n%s\n\n" FENCE "markdown\n%s" FENCE "\n", title,
                example);
}

/* The name of the directive that C code calls ID. */
static const char *directive_name(const struct records *records,
                                  const char *id)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "directive", i)); i++) {
        if (strcmp(record_text(record, "id"), id) == 0)
            return record_name(record);
    }
    return "";
}

static void print_rule(FILE *file, const struct records *records,
                       const struct record *rule)
{
    const char *name = record_name(rule);
    bool softened = strcmp(record_text(rule, "softened"), "yes") == 0;

    fprintf(file, "\n### %s\n\n*%s*: finds %s.%s\n\n%s\n", name,
            record_text(rule, "severity"), record_text(rule, "finds"),
            softened ? " In a draft it is information." : "",
            record_text(rule, "means"));
    print_link(file, records, record_text(rule, "anchor"));
    print_example(file, rule, "bad", "Instead of");
    print_example(file, rule, "good", "write");
    fprintf(file,
            "\nTo silence it: `[%s]: # (%s)`, or\n"
            "`\"%s\": \"off\"` in the settings.\n",
            directive_name(records, "DISABLE_NEXT_LINE"), name, name);
}

static const char required[] =
    "\n## What the guidelines require\n\n"
    "Each MUST about a report and what it has to hold, in our own words, with\n"
    "the rules that look after it; where a program can't tell, the table says\n"
    "why.\n\n"
    "| The guidelines require | Rules | Not checked |\n"
    "| --- | --- | --- |\n";

/* The rules that REQUIREMENT lists, as links to their places. */
static void print_checks(FILE *file, const struct record *requirement)
{
    const char *list = record_text(requirement, "checked by");
    const char *joint = "";
    struct slice name;

    while (list_next(&list, &name)) {
        fprintf(file, "%s[%.*s](#%.*s)", joint, (int)name.length, name.bytes,
                (int)name.length, name.bytes);
        joint = ", ";
    }
}

static void print_requirements(FILE *file, const struct records *records)
{
    const struct record *record = NULL;

    fputs(required, file);
    for (size_t i = 0; (record = records_nth(records, "requirement", i)); i++) {
        fprintf(file, "| **%s** (since %s): %s | ", record_name(record),
                record_text(record, "since"), record_text(record, "says"));
        print_checks(file, record);
        fprintf(file, " | %s |\n", record_text(record, "not checked"));
    }
}

void write_manual(FILE *file, const struct records *records)
{
    const struct record *rule = NULL;
    const char *part = "";

    fputs(beginning, file);
    print_directives(file, records);
    fputs(settings, file);
    for (size_t i = 0; (rule = records_nth(records, "rule", i)); i++) {
        const char *own = record_text(rule, "part");

        if (strcmp(own, part) != 0)
            fprintf(file, "\n## %s\n", own);
        part = own;
        print_rule(file, records, rule);
    }
    print_requirements(file, records);
}
