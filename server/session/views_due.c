/*
 * views_due.c - lists what is due in the bugs of the client's reports.
 */
#include <stdlib.h>
#include <string.h>

#include "agenda_words.h"
#include "date.h"
#include "memory.h"
#include "path.h"
#include "report_moment.h"
#include "uri.h"
#include "views.h"

/* Of one bug, no more is listed than anyone goes through; what is urgent comes
 * first. */
#define DUE_MOST 500

/* A report: what is in its open document, or else what was read of its file. */
struct entry {
    char *path;                     /* the URI of a document that is no file */
    struct document *document;      /* or NULL */
    const struct threads *threads;
    size_t file;                    /* of THREADS */
};

struct list {
    struct workspace *workspace;
    struct entry *items;            /* in the end, those of THREADS' files */
    size_t count, room;
    struct threads threads;
    const struct rule_guideline *guideline;
    struct report_moment now;
};

/* A thread to be shown. */
struct row {
    const struct thread *thread;
    struct due_list due;
    json_t *files;
};

static void add_documents(struct list *list)
{
    const struct documents *documents = &list->workspace->documents;

    for (size_t i = 0; i < documents->count; i++) {
        struct document *document = documents->items[i];
        char *path = uri_path(document->uri);

        if (!path)
            path = memory_copy(document->uri.bytes, document->uri.length);
        *memory_add(list) = (struct entry){.path = path, .document = document};
    }
}

static void add_files(struct list *list)
{
    const struct survey *survey = &list->workspace->survey;

    for (size_t i = 0; i < survey->count; i++) {
        const struct threads *threads = &survey->items[i].threads;

        for (size_t file = 0; file < threads->file_count; file++) {
            const char *path = threads->files[file].path;

            *memory_add(list) =
                (struct entry){.path = memory_copy(path, strlen(path)),
                               .threads = threads,
                               .file = file};
        }
    }
}

/* Keeps together what is in one folder, as threads_join() wants it; of a file
 * that is open the document comes first. */
static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    size_t lengths[] = {path_folder_length(left->path),
                        path_folder_length(right->path)};
    int order = memcmp(left->path, right->path,
                       lengths[0] < lengths[1] ? lengths[0] : lengths[1]);

    if (!order && lengths[0] != lengths[1])
        order = lengths[0] < lengths[1] ? -1 : 1;
    if (!order)
        order = strcmp(left->path, right->path);
    return order ? order : (right->document != NULL) - (left->document != NULL);
}

static void read_entry(struct list *list, const struct entry *entry)
{
    if (entry->document)
        threads_add_reports(&list->threads, entry->path,
                            document_model(entry->document), list->now.day);
    else
        threads_add_copy(&list->threads, entry->threads, entry->file);
}

/* Drops the entries that have no report, or are those of files that are
 * open. */
static void read_entries(struct list *list)
{
    const char *last = NULL;

    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_entries);
    for (size_t i = 0; i < list->count; i++) {
        struct entry entry = list->items[i];
        size_t kept = list->threads.file_count;

        if (!last || strcmp(entry.path, last))
            read_entry(list, &entry);
        list->items[i] = list->items[kept];
        list->items[kept] = entry;
        last = entry.path;
    }
    threads_join(&list->threads);
}

/* The URI of ENTRY; if it has to be *MADE, the caller frees it. */
static struct slice uri_of(const struct entry *entry, char **made)
{
    *made = NULL;
    if (entry->document)
        return entry->document->uri;
    *made = uri_of_path(entry->path);
    return slice_of(*made);
}

static json_t *write_file(const struct list *list, size_t file)
{
    char *made;
    json_t *value = lsp_write_due_file(uri_of(&list->items[file], &made),
                                       list->threads.files[file].line);

    memory_free(made);
    return value;
}

static json_t *write_due(const struct list *list, const struct due *due)
{
    enum { TITLE, WHEN, BY, WHY, HREF, WORDS };
    const struct entry *entry = &list->items[due->from->file];
    char *made;
    struct slice uri = uri_of(entry, &made);
    struct buffer words[WORDS] = {0};
    json_t *value;

    agenda_add_title(&words[TITLE], due);
    agenda_add_when(&words[WHEN], due, &list->now);
    report_moment_add_iso(&words[BY], &due->by);
    agenda_add_why(&words[WHY], due);
    agenda_add_link(&words[HREF], due, list->guideline);
    value = lsp_write_due(&(struct lsp_due){
        .title = words[TITLE].bytes,
        .when = words[WHEN].bytes,
        .by = words[BY].bytes,
        .why = words[WHY].bytes,
        .href = words[HREF].bytes,
        .uri = uri,
        .line = due->from->line,
        .overdue = due_is_over(due, &list->now),
        .derived = due->from->derived,
    });
    for (size_t i = 0; i < WORDS; i++)
        buffer_free(&words[i]);
    memory_free(made);
    return value;
}

/* "Full Incident Report, 2 actions open, closed" */
static void add_state(struct buffer *words, const struct thread *thread)
{
    for (size_t i = 0; i < REPORT_COUNT; i++) {
        if (thread->reports & 1u << i)
            buffer_addf(words, "%s%s", words->length ? ", " : "",
                        rule_reports[i].name);
    }
    if (thread->open_actions) {
        buffer_add_string(words, ", ");
        buffer_add_count(words, thread->open_actions, "action");
        buffer_add_string(words, " open");
    }
    if (thread->closed)
        buffer_add_string(words, ", closed");
}

/* Gives up the files of ROW. */
static json_t *write_row(const struct list *list, const struct row *row)
{
    struct buffer name = {NULL, 0, 0};
    struct buffer state = {NULL, 0, 0};
    json_t *due = json_array();
    json_t *value;

    if (row->thread->bug)
        buffer_addf(&name, "Bug %s", row->thread->bug);
    add_state(&state, row->thread);
    for (size_t i = 0; i < row->due.count && i < DUE_MOST; i++)
        json_array_append_new(due, write_due(list, &row->due.items[i]));
    value = lsp_write_thread(
        &(struct lsp_thread){.name = name.bytes,
                             .state = state.bytes,
                             .closed = thread_is_closed(row->thread)},
        row->files, due);
    buffer_free(&state);
    buffer_free(&name);
    return value;
}

/* The most urgent one first; where nothing is due, as the files come. */
static int compare_rows(const void *a, const void *b)
{
    const struct row *left = a;
    const struct row *right = b;

    if (left->due.count && right->due.count)
        return due_compare(&left->due.items[0], &right->due.items[0]);
    if (!left->due.count && !right->due.count)
        return left->thread < right->thread ? -1 : 1;
    return left->due.count ? -1 : 1;
}

/* One for each thread; those that were joined to another have no files. */
static struct row *read_rows(const struct list *list)
{
    const struct threads *threads = &list->threads;
    struct row *rows = memory_new_zeroed(threads->count, sizeof *rows);

    for (size_t i = 0; i < threads->count; i++) {
        rows[i].thread = &threads->items[i];
        due_read(&rows[i].due, rows[i].thread, list->guideline, &list->now);
    }
    for (size_t i = 0; i < threads->file_count; i++) {
        struct row *row = &rows[threads->files[i].thread];

        if (!row->files)
            row->files = json_array();
        json_array_append_new(row->files, write_file(list, i));
    }
    if (threads->count)
        qsort(rows, threads->count, sizeof *rows, compare_rows);
    return rows;
}

/* The seconds until something of ROWS is overdue, or a day is over. */
static long long lifetime(const struct list *list, const struct row *rows,
                          long long now)
{
    long long least = SECONDS_A_DAY - now % SECONDS_A_DAY;

    for (size_t i = 0; i < list->threads.count; i++) {
        for (size_t j = 0; j < rows[i].due.count; j++) {
            const struct due *due = &rows[i].due.items[j];
            long long left =
                (due_distance(due, &list->now) + 1) * SECONDS_A_MINUTE -
                now % SECONDS_A_MINUTE;

            if (!due_is_over(due, &list->now) && left < least)
                least = left;
        }
    }
    return least;
}

static json_t *write_list(const struct list *list, long long now)
{
    struct row *rows = read_rows(list);
    long long expires = lifetime(list, rows, now);
    json_t *array = json_array();

    for (size_t i = 0; i < list->threads.count; i++) {
        if (rows[i].files)
            json_array_append_new(array, write_row(list, &rows[i]));
        due_free(&rows[i].due);
    }
    memory_free(rows);
    return lsp_write_agenda(
        array, survey_is_reading(&list->workspace->survey), expires);
}

json_t *view_due(struct workspace *workspace)
{
    const struct client *client = &workspace->client;
    struct list list = {
        .workspace = workspace,
        .guideline = workspace->settings.checks.guideline,
        .now = client_now(client),
    };
    json_t *view;

    add_documents(&list);
    add_files(&list);
    read_entries(&list);
    view = write_list(&list, client->host.now(client->host.context));
    for (size_t i = 0; i < list.count; i++)
        memory_free(list.items[i].path);
    memory_free(list.items);
    threads_free(&list.threads);
    return view;
}
