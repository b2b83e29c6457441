/*
 * sheet_rules.c - prints the catalogue of rules for a sheet.
 */
#include <string.h>

#include "output.h"

static void print_case(FILE *file, const struct record *record,
                       const char *name)
{
    const char *related = record_text(record, "related");
    const char *since = record_text(record, "since");

    fprintf(file, "- %s%s%s%s%s: %s\n", record_text(record, "severity"),
            *name ? ", " : "", name, *since ? ", since " : "", since,
            record_text(record, "says"));
    if (*related != '\0')
        fprintf(file, "  - related: %s\n", related);
}

static void print_cases(FILE *file, const struct records *records,
                        const struct record *rule)
{
    const struct record *record = NULL;

    print_case(file, rule, "");
    for (size_t i = 0; (record = records_nth(records, "case", i)); i++) {
        if (same_name(text_slice(record_text(record, "rule")),
                      text_slice(record_name(rule))))
            print_case(file, record, record_name(record));
    }
}

static void print_rule(FILE *file, const struct records *records,
                       const struct record *rule)
{
    bool softened = strcmp(record_text(rule, "softened"), "yes") == 0;

    fprintf(file, "\n#### %s\n\nFinds %s. %s%s\n\n", record_name(rule),
            record_text(rule, "finds"), record_text(rule, "means"),
            softened ? " In a draft it is information." : "");
    print_cases(file, records, rule);
}

void write_sheet_rules(FILE *file, const struct records *records)
{
    const struct record *rule = NULL;
    const char *part = "";

    fputs("\n## Rules\n", file);
    for (size_t i = 0; (rule = records_nth(records, "rule", i)); i++) {
        const char *own = record_text(rule, "part");

        if (strcmp(own, part) != 0)
            fprintf(file, "\n### %s\n", own);
        part = own;
        print_rule(file, records, rule);
    }
}
