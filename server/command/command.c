/*
 * command.c - the command line: finds the command and runs it.
 */
#include "command.h"

#include <stdio.h>
#include <string.h>

#include "array.h"
#include "command_complain.h"
#include "file.h"
#include "process.h"
#include "rules.h"

static int print_help(int argc, char **argv);
static int print_version(int argc, char **argv);

/* What may follow "incident-ls". */
static const struct part {
    const char *name;
    int (*run)(int argc, char **argv);  /* NULL: the language server */
    bool helps;                         /* it has a --help of its own */
} parts[] = {
    {"check", command_check, true},
    {"preview", command_preview, true},
    {"due", command_due, true},
    {"new", command_new, true},
    {"rules", command_rules, true},
    {"explain", command_explain, true},
    {"help", print_help, false},
    {"--help", print_help, false},
    {"-h", print_help, false},
    {"--version", print_version, false},
    {"-V", print_version, false},
    {"--stdio", NULL, false},
};

#define PART_COUNT LENGTH_OF(parts)

static const struct part *part_find(const char *name)
{
    for (size_t i = 0; i < PART_COUNT; i++) {
        if (!strcmp(parts[i].name, name))
            return &parts[i];
    }
    return NULL;
}

static const char help[] =
    "Usage: incident-ls [--stdio]\n"
    "       incident-ls check [OPTION...] PATH...\n"
    "       incident-ls preview [--fragment] PATH...\n"
    "       incident-ls due [OPTION...] PATH...\n"
    "       incident-ls new [OPTION...] KIND\n"
    "       incident-ls rules [--format json]\n"
    "       incident-ls explain RULE\n"
    "\n"
    "Checks incident reports against the CCADB Incident Reporting\n"
    "Guidelines. Without a command it is a language server that speaks to\n"
    "an editor on stdin and stdout.\n"
    "\n"
    "  check           check files; see 'incident-ls check --help'\n"
    "  preview         print HTML: reports as Bugzilla will show them\n"
    "  due PATH        tell what is due in the bugs of reports\n"
    "  new KIND        print the template of a report\n"
    "  rules           list what can be found\n"
    "  explain RULE    say what a rule wants, and why\n"
    "  help [COMMAND]  show this, or what a command takes\n"
    "  --stdio         be a language server, as without arguments\n"
    "  --version       show the versions of program and guidelines (also -V)\n";

static void complain_part(const char *name)
{
    const char *known[PART_COUNT + 1];

    if (file_exists(name)) {
        command_complain("\"%s\" is not a command; to check that file: "
                         "incident-ls check %s",
                         name, name);
        return;
    }
    for (size_t i = 0; i < PART_COUNT; i++)
        known[i] = parts[i].name;
    known[PART_COUNT] = NULL;
    command_complain_unknown(name[0] == '-' ? "an option" : "a command", name,
                             known, "incident-ls --help");
}

/* "help check" is "check --help". */
static int print_help(int argc, char **argv)
{
    char option[] = "--help";
    char *arguments[] = {argv[0], option};
    const struct part *part = argc > 1 ? part_find(argv[1]) : NULL;

    if (part && part->helps)
        return part->run(2, arguments);
    if (argc > 1 && !part) {
        complain_part(argv[1]);
        return COMMAND_FAILED;
    }
    fputs(help, stdout);
    return COMMAND_CLEAN;
}

static int print_version(int argc, char **argv)
{
    const struct rule_guideline *guideline = rule_guideline_current();

    (void)argc;
    (void)argv;
    printf("incident-ls %s\nCCADB Incident Reporting Guidelines %s (%s)\n",
           INCIDENT_LS_VERSION, guideline->number, guideline->effective_text);
    return COMMAND_CLEAN;
}

/* STATUS, or failure if not everything could be written. */
static int close_output(int status)
{
    if (!fflush(stdout) && !ferror(stdout))
        return status;
    command_complain("the output can't be written");
    return COMMAND_FAILED;
}

/* Someone who starts a language server by hand would see nothing happen. */
static void greet(void)
{
    if (process_is_terminal(PROCESS_INPUT))
        command_complain("waiting for an editor on stdin; "
                         "see 'incident-ls --help'");
}

int command_run(int argc, char **argv, bool *serve)
{
    const struct part *part = argc > 1 ? part_find(argv[1]) : NULL;

    *serve = argc < 2 || (part && !part->run);
    if (*serve) {
        greet();
        return COMMAND_CLEAN;
    }
    if (part)
        return close_output(part->run(argc - 1, argv + 1));
    complain_part(argv[1]);
    return COMMAND_FAILED;
}
