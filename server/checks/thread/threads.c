/* Tells which files are comments on one bug. */
#include "threads.h"

#include <string.h>

#include "blocks.h"
#include "memory.h"
#include "path.h"

static void add_file(struct threads *threads, const char *path, size_t line)
{
    threads->files = memory_grow(threads->files, &threads->file_room,
                                 threads->file_count + 1,
                                 sizeof *threads->files);
    threads->files[threads->file_count++] = (struct threads_file){
        .path = memory_copy(path, strlen(path)),
        .line = line,
        .thread = threads->count};
}

void threads_add_reports(struct threads *threads, const char *path,
                         const struct reports *reports, int today)
{
    struct thread thread = {0};

    if (!reports->count)
        return;
    thread_add(&thread, reports, threads->file_count, today);
    add_file(threads, path,
             text_line_at(reports->text, reports->items[0].heading.start));
    *memory_add(threads) = thread;
}

void threads_add_copy(struct threads *threads, const struct threads *from,
                      size_t file)
{
    const struct threads_file *old = &from->files[file];
    struct thread copy =
        thread_copy(&from->items[old->thread], threads->file_count);

    add_file(threads, old->path, old->line);
    *memory_add(threads) = copy;
}

void threads_add(struct threads *threads, const char *path, struct slice source,
                 int today)
{
    struct text *text = text_new(source);
    struct blocks *blocks = blocks_new(text);
    struct reports reports;

    reports_read(&reports, text, blocks);
    threads_add_reports(threads, path, &reports, today);
    reports_free(&reports);
    blocks_free(blocks);
    text_free(text);
}

static bool share_folder(const char *a, const char *b)
{
    size_t length = path_folder_length(a);

    return length == path_folder_length(b) && !memcmp(a, b, length);
}

/* The kinds of reports of which THREAD may have no other. */
static unsigned single_reports(const struct thread *thread)
{
    unsigned reports = thread->reports;

    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (rule_report_repeats(&rule_reports[i]))
            reports &= ~(1u << i);
    }
    return reports;
}

/* Do files FIRST..END-1, all of a folder, hold no kind of report twice but
 * updates, and name no two bugs? */
static bool are_one(const struct threads *threads, size_t first, size_t end)
{
    const char *bug = NULL;
    unsigned reports = 0;

    for (size_t i = first; i < end; i++) {
        const struct thread *thread = &threads->items[i];

        if (reports & single_reports(thread) ||
            (bug && thread->bug && strcmp(bug, thread->bug)))
            return false;
        reports |= thread->reports;
        if (thread->bug)
            bug = thread->bug;
    }
    return true;
}

static void join(struct threads *threads, size_t into, size_t from)
{
    thread_join(&threads->items[into], &threads->items[from]);
    threads->files[from].thread = into;
}

/* Each file of the folder FIRST..END-1 joins the first of its bug. */
static void join_by_bug(struct threads *threads, size_t first, size_t end)
{
    for (size_t i = first + 1; i < end; i++) {
        const char *bug = threads->items[i].bug;

        for (size_t j = first; bug && j < i; j++) {
            const char *other = threads->items[j].bug;

            if (other && !strcmp(bug, other)) {
                join(threads, j, i);
                break;
            }
        }
    }
}

void threads_join(struct threads *threads)
{
    for (size_t first = 0, end; first < threads->file_count; first = end) {
        const char *path = threads->files[first].path;

        for (end = first + 1; end < threads->file_count; end++) {
            if (!share_folder(path, threads->files[end].path))
                break;
        }
        if (!are_one(threads, first, end)) {
            join_by_bug(threads, first, end);
            continue;
        }
        for (size_t i = first + 1; i < end; i++)
            join(threads, first, i);
    }
}

void threads_free(struct threads *threads)
{
    for (size_t i = 0; i < threads->count; i++)
        thread_free(&threads->items[i]);
    for (size_t i = 0; i < threads->file_count; i++)
        memory_free(threads->files[i].path);
    memory_free(threads->items);
    memory_free(threads->files);
    *threads = (struct threads){0};
}
