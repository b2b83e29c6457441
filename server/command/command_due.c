/*
 * command_due.c - `incident-ls due PATH...`: what is due in the bugs that
 * reports belong to.
 */
#include "command.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "agenda.h"
#include "array.h"
#include "command_complain.h"
#include "command_options.h"
#include "command_paths.h"
#include "command_source.h"
#include "command_terminal.h"
#include "memory.h"
#include "process.h"
#include "threads.h"

static const struct agenda_format *const formats[] = {
    &agenda_human,
    &agenda_json,
    &agenda_ics,
};

struct request {
    const struct agenda_format *format;
    struct report_moment now;
    enum command_colour colour;
    int within;                 /* days; negative: everything that is due */
};

/* What is read, one file after another. */
struct run {
    const struct request *request;
    struct threads threads;
    bool failed;
};

static bool set_format(void *member, const char *value)
{
    for (size_t i = 0; i < LENGTH_OF(formats); i++) {
        if (!strcmp(formats[i]->name, value)) {
            *(const struct agenda_format **)member = formats[i];
            return true;
        }
    }
    return false;
}

static bool set_within(void *member, const char *value)
{
    char *end;
    long days = strtol(value, &end, 10);

    *(int *)member = (int)days;
    return *value && !*end && days >= 0 && days < 100000;
}

static const struct command_option options[] = {
    {"--format", offsetof(struct request, format), "human, json or ics",
     set_format},
    {"--today", offsetof(struct request, now), COMMAND_DAY, command_set_day},
    {"--color", offsetof(struct request, colour), COMMAND_COLOURS,
     command_set_colour},
    {"--within", offsetof(struct request, within), "a number of days",
     set_within},
    {NULL},
};

static const char help[] =
    "Usage: incident-ls due [OPTION...] PATH...\n"
    "\n"
    "Tells what is due in the bugs that reports are comments on, the soonest\n"
    "first: by the guidelines, and by what the reports themselves promise. A\n"
    "file is one bug. For a folder all files *.md below it are read; those of\n"
    "one folder are one bug if their directives name the same, or if no two of\n"
    "them hold the same kind of report. Returns 0 if nothing is overdue, 1 if\n"
    "something is, 2 if a file can't be read or the command is wrong.\n"
    "\n"
    "  --within DAYS         leave out what is due later\n"
    "  --format FORMAT       human (default), json, or ics: a calendar\n"
    "  --today YYYY-MM-DD    work as if this day had just begun\n"
    "  --color WHEN          auto (default), always or never\n"
    "  --help                show this\n"
    "\n"
    "A directive may say what a report does not:\n"
    "\n"
    "  [incident-ls]: # (aware=2026-03-01T10:00Z, bug=1234567)\n"
    "\n"
    "Its keys are aware, disclosed, posted, updated, next-update, question,\n"
    "whiteboard and closed.\n";

static const struct command_usage usage = {help, options};

/* What is due may be just what a directive failed to say. */
static void complain_unread(struct run *run, const char *path)
{
    const struct threads *threads = &run->threads;
    const struct thread *thread =
        threads->count ? &threads->items[threads->count - 1] : NULL;

    if (!thread || !thread->unread ||
        strcmp(threads->files[threads->file_count - 1].path, path) != 0)
        return;
    command_complain("%s:%zu: a directive gives what is no day or moment; it "
                     "is left out", path, thread->unread_line + 1);
    run->failed = true;
}

static void read_file(void *context, const char *path, bool found)
{
    struct run *run = context;
    struct buffer source = {NULL, 0, 0};
    size_t skipped = 0;
    char *fault = command_source_read(path, &source, &skipped);

    (void)found;
    if (fault) {
        command_complain("%s: %s", strcmp(path, "-") ? path : "<stdin>", fault);
        run->failed = true;
    } else {
        threads_add(&run->threads, path, buffer_slice(&source),
                    run->request->now.day);
        complain_unread(run, path);
    }
    memory_free(fault);
    buffer_free(&source);
}

static int compare(const void *a, const void *b)
{
    const struct agenda_item *left = a;
    const struct agenda_item *right = b;

    return due_compare(&left->due, &right->due);
}

/* What is due in THREAD within the days asked for. */
static void add_thread(const struct request *request,
                       const struct threads *threads,
                       const struct thread *thread, struct agenda *agenda)
{
    int last = request->now.day + request->within;
    struct due_list list;

    due_read(&list, thread, agenda->guideline, &request->now);
    for (size_t i = 0; i < list.count; i++) {
        const struct due *due = &list.items[i];

        if (request->within >= 0 && due->by.day > last)
            continue;
        *memory_add(agenda) = (struct agenda_item){
            .due = *due,
            .thread = thread,
            .path = threads->files[due->from->file].path,
            .over = due_is_over(due, &request->now),
        };
    }
    due_free(&list);
}

static int write_agenda(struct run *run)
{
    const struct request *request = run->request;
    struct agenda agenda = {
        .now = request->now,
        .guideline = rule_guideline_current(),
        .stream = stdout,
        .colour = command_terminal_coloured(request->colour),
        .width = command_terminal_width(),
    };
    int status = COMMAND_CLEAN;

    threads_join(&run->threads);
    for (size_t i = 0; i < run->threads.count; i++)
        add_thread(request, &run->threads, &run->threads.items[i], &agenda);
    if (agenda.count)
        qsort(agenda.items, agenda.count, sizeof *agenda.items, compare);
    request->format->write(&agenda);
    for (size_t i = 0; i < agenda.count; i++) {
        if (agenda.items[i].over)
            status = COMMAND_FINDINGS;
    }
    memory_free(agenda.items);
    return run->failed ? COMMAND_FAILED : status;
}

int command_due(int argc, char **argv)
{
    struct request request = {
        .format = &agenda_human,
        .now = report_moment_at((long long)time(NULL)),
        .within = -1,
    };
    struct run run = {.request = &request};
    struct command_line line = {argc, argv};
    int status;

    if (!command_line_read(&line, &usage, &request))
        return line.status;
    if (!line.count) {
        command_complain("which file or folder? (see 'incident-ls due "
                         "--help')");
        return COMMAND_FAILED;
    }
    process_limit();
    if (!command_paths_each(line.words, line.count, read_file, &run))
        run.failed = true;
    status = write_agenda(&run);
    threads_free(&run.threads);
    return status;
}
