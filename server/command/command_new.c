/*
 * command_new.c - `incident-ls new KIND`: prints the template of a report.
 */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "command_complain.h"
#include "command_options.h"
#include "rules.h"
#include "template.h"

static void print_help(FILE *stream)
{
    fputs("Usage: incident-ls new KIND\n\n"
          "Prints the template of a report:\n\n",
          stream);
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (rule_reports[i].keyword[0])
            fprintf(stream, "  %-13s %s\n", rule_reports[i].keyword,
                    rule_reports[i].name);
    }
}

static void complain(const char *word)
{
    const char *keywords[REPORT_COUNT + 1];
    size_t count = 0;

    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (rule_reports[i].keyword[0])
            keywords[count++] = rule_reports[i].keyword;
    }
    keywords[count] = NULL;
    command_complain_unknown("a kind of report", word, keywords);
}

static const struct rule_report *report_find(const char *keyword)
{
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (keyword[0] && !strcmp(rule_reports[i].keyword, keyword))
            return &rule_reports[i];
    }
    return NULL;
}

/* As in the guidelines, with a heading that says it is a draft. */
static void print(const char *skeleton)
{
    struct snippet heading = {.skill = SNIPPET_NONE};

    skeleton += strspn(skeleton, "\n");
    template_add_draft(&heading, skeleton);
    fputs(heading.text.bytes, stdout);
    fputs(skeleton + strcspn(skeleton, "\n") + 1, stdout);
    snippet_free(&heading);
}

int command_new(int argc, char **argv)
{
    int count = command_options_read(argc, argv, NULL, NULL);
    const struct rule_report *report = NULL;

    if (count == COMMAND_OPTIONS_WRONG)
        return COMMAND_FAILED;
    if (count == COMMAND_OPTIONS_HELP) {
        print_help(stdout);
        return COMMAND_CLEAN;
    }
    if (count != 1) {
        command_complain("which kind of report?");
        print_help(stderr);
        return COMMAND_FAILED;
    }
    report = report_find(argv[0]);
    if (!report) {
        complain(argv[0]);
        return COMMAND_FAILED;
    }
    print(report->skeleton);
    return COMMAND_CLEAN;
}
