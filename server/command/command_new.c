/*
 * command_new.c - `incident-ls new KIND`: prints the template of a report.
 */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "command_complain.h"
#include "command_options.h"
#include "memory.h"
#include "report_moment.h"
#include "rules.h"
#include "template.h"

/* What is known of the bug before anybody writes its report. */
struct request {
    struct report_moment aware;
    const char *bug;            /* NULL: no number */
};

/* A time of day needs its zone: the deadline is counted in hours. */
static bool set_aware(void *member, const char *value)
{
    struct report_moment *aware = member;
    bool zoned;

    return report_moment_read(slice_of(value), aware, &zoned) &&
           (zoned || !aware->timed);
}

static bool set_bug(void *member, const char *value)
{
    return command_set_string(member, value) &&
           !value[strspn(value, "0123456789")];
}

static const struct command_option options[] = {
    {"--aware", offsetof(struct request, aware),
     "a day, or a moment with its zone, such as 2026-01-31T10:00Z", set_aware},
    {"--bug", offsetof(struct request, bug), "the number of a bug", set_bug},
    {NULL},
};

/* What --help prints, new. */
static char *help_text(void)
{
    struct buffer help = {NULL, 0, 0};

    buffer_add_string(&help, "Usage: incident-ls new [OPTION...] KIND\n\n"
                             "Prints the template of a report:\n\n");
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (rule_reports[i].keyword[0])
            buffer_addf(&help, "  %-13s %s\n", rule_reports[i].keyword,
                        rule_reports[i].name);
    }
    buffer_add_string(
        &help,
        "\n"
        "  --aware MOMENT        when the CA Owner became aware of the "
        "incident\n"
        "  --bug NUMBER          of the bug that the report is a comment on\n"
        "  --help                show this\n");
    return buffer_take(&help);
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
    command_complain_unknown("a kind of report", word, keywords,
                             "incident-ls new --help");
}

/* Prints SKELETON, with the day of becoming aware filled in if FACTS have it. */
static void print_lines(const char *skeleton, const struct request *facts)
{
    const char *label = rule_fields[FIELD_IDENTIFIED_DATE].label;
    const char *found = facts->aware.given ? strstr(skeleton, label) : NULL;
    struct buffer words = {NULL, 0, 0};
    size_t length;

    if (found) {
        length = (size_t)(found - skeleton) + strlen(label) + strlen(":**");
        report_moment_add(&words, &facts->aware);
        printf("%.*s %s", (int)length, skeleton, words.bytes);
        skeleton += length + strspn(skeleton + length, " ");
        buffer_free(&words);
    }
    fputs(skeleton, stdout);
}

/* The template as in the guidelines, with a directive that says it is a draft,
 * and whatever else is known. */
static void print(const char *skeleton, const struct request *facts)
{
    struct snippet heading = {.skill = SNIPPET_NONE};
    struct buffer more = {NULL, 0, 0};

    if (facts->aware.given) {
        buffer_addf(&more, ", %s=", rule_keys[KEY_AWARE].key);
        report_moment_add_iso(&more, &facts->aware);
    }
    if (facts->bug)
        buffer_addf(&more, ", %s=%s", rule_keys[KEY_BUG].key, facts->bug);
    skeleton += strspn(skeleton, "\n");
    template_add_draft(&heading, skeleton, more.length ? more.bytes : "");
    fputs(heading.text.bytes, stdout);
    print_lines(skeleton + strcspn(skeleton, "\n") + 1, facts);
    snippet_free(&heading);
    buffer_free(&more);
}

/* Prints the template that LINE, read with HELP, asks for. */
static int print_template(const struct command_line *line,
                          const struct request *request, const char *help)
{
    struct template template;

    if (line->count > 1) {
        command_complain("\"%s\": new takes one kind of report",
                         line->words[1]);
        return COMMAND_FAILED;
    }
    if (!line->count) {
        command_complain("which kind of report?");
        fputs(help, stderr);
        return COMMAND_FAILED;
    }
    if (!template_find(slice_of(line->words[0]), &template)) {
        complain(line->words[0]);
        return COMMAND_FAILED;
    }
    print(template.report->skeleton, request);
    return COMMAND_CLEAN;
}

int command_new(int argc, char **argv)
{
    struct request request = {.bug = NULL};
    struct command_line line = {argc, argv};
    char *help = help_text();
    const struct command_usage usage = {help, options};

    if (command_line_read(&line, &usage, &request))
        line.status = print_template(&line, &request, help);
    memory_free(help);
    return line.status;
}
