/*
 * command_check.c - `incident-ls check FILE...`: what is wrong with reports.
 */
#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "array.h"
#include "command_complain.h"
#include "command_fix.h"
#include "command_lists.h"
#include "command_options.h"
#include "command_paths.h"
#include "command_settings.h"
#include "command_source.h"
#include "command_terminal.h"
#include "fix_all.h"
#include "memory.h"
#include "output.h"
#include "process.h"
#include "repeats.h"
#include "report.h"

static const struct output_format *const formats[] = {
    &output_human,
    &output_json,
    &output_sarif,
    &output_github,
};

/* What the options ask for. */
struct request {
    const struct output_format *format;
    int fail_on;                /* enum severity; SEVERITY_OFF: never fail */
    const struct rule_guideline *guideline; /* NULL: what the settings say */
    struct report_moment now;
    bool final;                 /* nothing is a draft */
    bool fix;
    bool diff;                  /* only show what fixing would do */
    bool changed_fails;         /* fixing something is a failure */
    bool quiet;                 /* nothing but errors */
    enum command_colour colour;
    const char *stdin_name;     /* the file that stdin is taken for; or NULL */
    const char *config;         /* the settings of all files; or NULL */
    const char *output;         /* where findings go; NULL: stdout */
};

struct run {
    const struct request *request;
    struct command_settings settings;
    struct output output;
    int status;
};

static bool set_format(void *member, const char *value)
{
    for (size_t i = 0; i < LENGTH_OF(formats); i++) {
        if (!strcmp(formats[i]->name, value)) {
            *(const struct output_format **)member = formats[i];
            return true;
        }
    }
    return false;
}

static bool set_fail_on(void *member, const char *value)
{
    int severity = rule_severity_find(slice_of(value));
    bool never = !strcmp(value, "never");

    *(int *)member = never ? SEVERITY_OFF : severity;
    return never || severity > SEVERITY_OFF;
}

static bool set_guidelines(void *member, const char *value)
{
    const struct rule_guideline *guideline =
        rule_guideline_find(slice_of(value));

    *(const struct rule_guideline **)member = guideline;
    return guideline && guideline->templated;
}

static const char help[] =
    "Usage: incident-ls check [OPTION...] PATH...\n"
    "\n"
    "Checks incident reports (\"-\" is stdin) and prints what is wrong with\n"
    "them. Returns 0 if nothing is, 1 if something is, 2 if a file can't be\n"
    "checked or the command is wrong. A folder stands for all files *.md below\n"
    "it, but for hidden ones and node_modules. A file called .csv or .txt may\n"
    "be a list of certificates instead, as in a report's Appendix.\n"
    "\n"
    "  --format FORMAT       human (default), json, sarif or github\n"
    "  --fail-on SEVERITY    return 1 from this severity on: error, warning\n"
    "                        (default), information, hint or never\n"
    "  --guidelines VERSION  check against this version of the guidelines\n"
    "  --today YYYY-MM-DD    check as if it were this day\n"
    "  --no-draft            treat nothing as a draft, whatever the settings or\n"
    "                        the report say: check what is about to be posted\n"
    "  --fix                 first make the fixes that change no meaning:\n"
    "                        spellings, forms of dates and labels (for stdin,\n"
    "                        print the fixed text instead of what is wrong)\n"
    "  --diff                only print what --fix would change; return 1 if it\n"
    "                        would change anything\n"
    "  --check               with --fix: return 1 if anything was changed\n"
    "  --quiet               print errors only, and no summary\n"
    "  --output FILE         write what is found there instead of to stdout\n"
    "  --config FILE         take the settings of all reports from this file\n"
    "  --stdin-filename PATH read stdin, and take it for this file, in messages\n"
    "                        and for its settings\n"
    "  --color WHEN          auto (default), always or never\n"
    "  --help                show this\n"
    "\n"
    "The file .incident-ls.json in a report's folder, or in the nearest one\n"
    "above it, holds the settings for it.\n";

static void begin(struct run *run)
{
    struct output *output = &run->output;

    output->stream = stdout;
    output->terminal = process_is_terminal(PROCESS_OUTPUT);
    output->colour = command_terminal_coloured(run->request->colour);
    output->quiet = run->request->quiet;
    output->width = command_terminal_width();
    output->guideline = run->request->guideline ? run->request->guideline
                                                : rule_guideline_current();
    if (run->request->format->begin)
        run->request->format->begin(output);
}

/* Says WHAT is wrong with the file at PATH, a report or settings. */
static void fail(void *context, const char *path, const char *what)
{
    struct run *run = context;

    fflush(run->output.stream);
    command_complain("%s: %s", path, what);
    if (run->request->format->failure)
        run->request->format->failure(&run->output, path, what);
    run->status = COMMAND_FAILED;
}

/* Counts the findings in PATH; one that is severe enough fails the run. */
static void count(struct run *run, const char *path,
                  const struct findings *findings)
{
    run->output.file_count++;
    if (findings->more)
        command_complain("%s: %zu more findings are not shown", path,
                         findings->more);
    for (size_t i = 0; i < findings->count; i++) {
        enum severity severity = findings->items[i].severity;

        run->output.counts[severity]++;
        if ((int)severity <= run->request->fail_on &&
            run->status == COMMAND_CLEAN)
            run->status = COMMAND_FINDINGS;
    }
}

/* Leaves of FINDINGS, all of which count, those that are to be shown. */
static void choose(const struct run *run, struct findings *findings)
{
    bool *dropped = memory_new_zeroed(findings->count + 1, sizeof *dropped);

    for (size_t i = 0; i < findings->count; i++)
        dropped[i] = findings->items[i].severity != SEVERITY_ERROR;
    if (run->request->quiet)
        findings_drop(findings, dropped);
    memory_free(dropped);
}

/* Notes in FILE whether it holds REPORTS, and a draft among them. */
static void note_reports(struct output_file *file,
                         const struct reports *reports,
                         const struct check_options *options)
{
    file->report = reports->count > 0;
    for (size_t i = 0; i < reports->count; i++) {
        file->draft |= !options->final &&
                       (options->draft || reports->items[i].facts.draft);
    }
}

/* Nobody must mistake a draft that passes for a report that is complete. */
static void warn_of_draft(const struct run *run, const char *path)
{
    fflush(run->output.stream);
    command_complain("%s is a draft: what is still to be filled in is "
                     "information; --no-draft makes errors of it", path);
}

/* What is printed for the file at PATH. */
static const char *name_of(const struct run *run, const char *path)
{
    if (strcmp(path, "-"))
        return path;
    return run->request->stdin_name ? run->request->stdin_name : "<stdin>";
}

static struct check_options options_for(struct run *run, const char *path)
{
    const char *stdin_name = run->request->stdin_name;
    const char *place = stdin_name && !strcmp(path, "-") ? stdin_name : path;
    struct check_options checks =
        command_settings_for(&run->settings, place)->checks;

    checks.today = run->request->now.day;
    if (run->request->guideline)
        checks.guideline = run->request->guideline;
    checks.final = run->request->final;
    if (checks.final)
        checks.draft = false;
    return checks;
}

/* Checks the valid UTF-8 of SOURCE. */
static void check_text(struct run *run, const struct command_fix *source,
                       bool found)
{
    bool is_stdin = !strcmp(source->path, "-");
    struct text *text = text_new(buffer_slice(source->source));
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    struct output_file file = {
        .path = source->name,
        .found = found,
        .text = text,
        .skipped = source->skipped,
        .guideline = source->options->guideline,
        .findings = &findings,
    };
    struct reports reports;

    reports_read_by(&reports, text, blocks, source->options->guideline);
    note_reports(&file, &reports, source->options);
    command_lists_check(&reports, is_stdin ? run->request->stdin_name
                                           : source->path,
                        source->options, &findings);
    repeats_drop(&findings);
    count(run, source->name, &findings);
    if (run->request->format->counts_fixes && !run->request->quiet)
        run->output.fixable += fix_all_count(&(struct proof_source){
            text_bytes(text), source->options, &findings});
    choose(run, &findings);
    if (!run->request->fix || !is_stdin)
        run->request->format->file(&run->output, &file);
    if (file.draft && !run->request->quiet)
        warn_of_draft(run, file.path);
    findings_free(&findings);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
}

static void show_diff(struct run *run, const struct command_fix *source)
{
    if (command_fix_diff(source) && run->status == COMMAND_CLEAN)
        run->status = COMMAND_FINDINGS;
}

static void report_list(struct run *run, const char *path,
                        struct certificate_file *list)
{
    struct text *text = text_new(buffer_slice(&list->cutting.text));
    struct output_file file = {
        .path = path,
        .text = text,
        .cutting = &list->cutting,
        .skipped = list->skipped,
        .report = true,
        .guideline = list->options.guideline,
        .findings = &list->findings,
    };

    repeats_drop(&list->findings);
    count(run, path, &list->findings);
    choose(run, &list->findings);
    run->request->format->file(&run->output, &file);
    text_free(text);
}

/* False if the file at PATH is not a list of certificates. */
static bool check_list(struct run *run, const char *path,
                       const struct check_options *checks)
{
    struct certificate_file list;
    char *fault;
    bool known;

    if (!certificate_file_is(slice_of(path)))
        return false;
    fault = command_list_read(path, checks, &list);
    known = list.known && !fault;
    if (known && !run->request->diff)
        report_list(run, path, &list);
    certificate_file_free(&list);
    memory_free(fault);
    return known;
}

static void check_report(struct run *run, const char *path, bool found,
                         const struct check_options *checks)
{
    struct buffer text = {NULL, 0, 0};
    struct command_fix source = {.path = path,
                                 .name = name_of(run, path),
                                 .options = checks,
                                 .source = &text,
                                 .colour = run->output.colour};
    char *fault = command_source_read(path, &text, &source.skipped);
    bool read = !fault;

    if (read && run->request->diff)
        show_diff(run, &source);
    else if (read && run->request->fix)
        fault = command_fix_file(&source);
    if (fault)
        fail(run, source.name, fault);
    if (source.changed && run->request->changed_fails &&
        run->status == COMMAND_CLEAN)
        run->status = COMMAND_FINDINGS;
    if (read && !run->request->diff)
        check_text(run, &source, found);
    memory_free(fault);
    buffer_free(&text);
}

static void check_file(void *context, const char *path, bool found)
{
    struct run *run = context;
    const struct check_options checks = options_for(run, path);

    if (!check_list(run, path, &checks))
        check_report(run, path, found, &checks);
}

static int check_files(const struct request *request,
                       const struct command_line *line)
{
    struct run run = {.request = request, .status = COMMAND_CLEAN};

    begin(&run);
    run.settings = (struct command_settings){
        .only = request->config, .problem = fail, .context = &run};
    if (!command_paths_each(line->words, line->count, check_file, &run))
        run.status = COMMAND_FAILED;
    if (request->format->end)
        request->format->end(&run.output);
    command_settings_free(&run.settings);
    return run.status;
}

/* As command_line_read(), with the options of this command. */
static bool read_line(struct command_line *line, struct request *request)
{
    char *versions = settings_versions();
    const struct command_option options[] = {
        {"--format", offsetof(struct request, format),
         "human, json, sarif or github", set_format},
        {"--fail-on", offsetof(struct request, fail_on),
         "error, warning, information, hint or never", set_fail_on},
        {"--guidelines", offsetof(struct request, guideline), versions,
         set_guidelines},
        {"--today", offsetof(struct request, now), COMMAND_DAY,
         command_set_day},
        {"--no-draft", offsetof(struct request, final)},
        {"--fix", offsetof(struct request, fix)},
        {"--diff", offsetof(struct request, diff)},
        {"--check", offsetof(struct request, changed_fails)},
        {"--quiet", offsetof(struct request, quiet)},
        {"--color", offsetof(struct request, colour), COMMAND_COLOURS,
         command_set_colour},
        {"--stdin-filename", offsetof(struct request, stdin_name),
         "the path of a file", command_set_string},
        {"--config", offsetof(struct request, config),
         "the path of a settings file", command_set_string},
        {"--output", offsetof(struct request, output), "the path of a file",
         command_set_string},
        {NULL},
    };
    const struct command_usage usage = {help, options};
    bool read = command_line_read(line, &usage, request);

    memory_free(versions);
    return read;
}

static bool holds_stdin(const struct command_line *line)
{
    for (int i = 0; i < line->count; i++) {
        if (!strcmp(line->words[i], "-"))
            return true;
    }
    return false;
}

/* False, after a complaint, if what REQUEST asks for does not fit together. */
static bool is_possible(const struct request *request,
                        const struct command_line *line)
{
    if (request->changed_fails && !request->fix)
        command_complain("--check goes with --fix");
    else if (request->stdin_name && !holds_stdin(line))
        command_complain("--stdin-filename goes with stdin, which is \"-\"");
    else if (request->fix && line->count > 1 && holds_stdin(line))
        command_complain("with --fix, stdin (\"-\") goes alone: its text is "
                         "printed");
    else if (request->output &&
             command_paths_have(line->words, line->count, request->output))
        command_complain("%s: --output would replace what is to be checked",
                         request->output);
    else
        return true;
    return false;
}

/* Has stdout lead to the file at PATH; false after a complaint. */
static bool redirect(const char *path)
{
    if (freopen(path, "wb", stdout))
        return true;
    command_complain("%s: can't be written: %s", path, strerror(errno));
    return false;
}

int command_check(int argc, char **argv)
{
    static char input[] = "-";
    struct request request = {
        .format = &output_human,
        .fail_on = SEVERITY_WARNING,
        .now = report_moment_at((long long)time(NULL)),
    };
    struct command_line line = {argc, argv};

    if (!read_line(&line, &request))
        return line.status;
    if (!line.count && request.stdin_name)
        line.words[line.count++] = input;
    if (!line.count) {
        command_complain("which file or folder? (\"-\" is stdin; "
                         "see 'incident-ls check --help')");
        return COMMAND_FAILED;
    }
    if (!is_possible(&request, &line) ||
        (request.output && !redirect(request.output)))
        return COMMAND_FAILED;
    if (!request.fix)
        process_limit();
    /* Fixed, the text of stdin leaves stdout no room for another format. */
    if (request.diff || (request.fix && holds_stdin(&line)))
        request.format = &output_human;
    return check_files(&request, &line);
}
