/* Reads the reports below folders, and says when there is news of them. */
#include "survey.h"

#include <string.h>

#include "file.h"
#include "folder_walk.h"
#include "uri.h"
#include "utf8.h"
#include "workspace.h"

#define REPORT_MOST ((size_t)1 << 20)

struct exploring {
    struct job job;             /* first, so that a job is an exploring */
    size_t number;              /* of the job */
    char *path;
    int today;
    struct threads threads;
};

static void drop(struct job *job)
{
    struct exploring *exploring = (struct exploring *)job;

    threads_free(&exploring->threads);
    memory_free(exploring->path);
    memory_free(exploring);
}

static bool on_file(void *context, const char *path)
{
    struct exploring *exploring = context;
    struct buffer source = {NULL, 0, 0};
    size_t mark = strlen(UTF8_MARK);

    if (file_read_plain(path, REPORT_MOST, &source) && source.length &&
        utf8_invalid(source.bytes, source.length) == source.length) {
        if (!strncmp(source.bytes, UTF8_MARK, mark))
            buffer_drop(&source, mark);
        threads_add(&exploring->threads, path, buffer_slice(&source),
                    exploring->today);
    }
    buffer_free(&source);
    return !atomic_load(&exploring->job.stop);
}

/* What can't be entered holds nothing that the client could show. */
static void work(struct job *job)
{
    struct exploring *exploring = (struct exploring *)job;

    folder_walk(exploring->path, ".md",
                &(struct folder_events){exploring, on_file, NULL});
}

/* Without a host that does jobs there are open documents only. */
static void start(struct workspace *workspace, struct survey_folder *folder)
{
    const struct host *host = &workspace->client.host;
    struct exploring *exploring;

    folder->again = false;
    if (!host->start_job)
        return;
    exploring = memory_new_zeroed(1, sizeof *exploring);
    exploring->job.work = work;
    exploring->job.drop = drop;
    exploring->job.folder = true;
    exploring->path = memory_copy(folder->path, strlen(folder->path));
    exploring->job.path = exploring->path;
    exploring->today = client_today(&workspace->client);
    exploring->number = folder->job = ++workspace->jobs;
    folder->reading = true;
    host->start_job(host->context, &exploring->job);
}

static void folder_free(struct survey_folder *folder)
{
    threads_free(&folder->threads);
    memory_free(folder->path);
}

static struct survey_folder *find(const struct survey *survey,
                                  const char *path)
{
    for (size_t i = 0; i < survey->count; i++) {
        if (!strcmp(survey->items[i].path, path))
            return &survey->items[i];
    }
    return NULL;
}

/* Moves the folder of URI from OLD to the survey, where it may be new. */
static void keep(struct workspace *workspace, struct survey *old,
                 struct slice uri)
{
    struct survey *survey = &workspace->survey;
    char *path = uri_path(uri);
    size_t length = path ? strlen(path) : 0;
    struct survey_folder *known;

    while (length > 1 && path[length - 1] == '/')
        path[--length] = '\0';
    known = path ? find(old, path) : NULL;
    if (!path || find(survey, path)) {
        memory_free(path);
    } else if (known) {
        *memory_add(survey) = *known;
        *known = old->items[--old->count];
        memory_free(path);
    } else {
        *memory_add(survey) = (struct survey_folder){.path = path};
        start(workspace, &survey->items[survey->count - 1]);
    }
}

void survey_ask(struct workspace *workspace,
                const struct lsp_due_params *params)
{
    struct survey *survey = &workspace->survey;
    struct survey old = *survey;

    *survey = (struct survey){.asked = true};
    for (size_t i = 0; i < params->folder_count; i++)
        keep(workspace, &old, lsp_read_due_folder(params, i));
    if (!params->given && workspace->client.facts.root.bytes)
        keep(workspace, &old, workspace->client.facts.root);
    survey_free(&old);
    if (params->again)
        survey_reload(workspace);
}

bool survey_is_reading(const struct survey *survey)
{
    for (size_t i = 0; i < survey->count; i++) {
        if (survey->items[i].reading)
            return true;
    }
    return false;
}

void survey_reload(struct workspace *workspace)
{
    struct survey *survey = &workspace->survey;

    for (size_t i = 0; i < survey->count; i++) {
        if (survey->items[i].reading)
            survey->items[i].again = true;
        else
            start(workspace, &survey->items[i]);
    }
}

void survey_wait(struct workspace *workspace, struct job *job)
{
    work_done_wait(&workspace->works, &workspace->client, job,
                   "Reading incident reports");
}

void survey_finish(struct workspace *workspace, struct job *job)
{
    struct exploring *exploring = (struct exploring *)job;
    struct survey *survey = &workspace->survey;
    struct survey_folder *folder = find(survey, exploring->path);

    work_done_end(&workspace->works, &workspace->client, job);
    if (folder && folder->job == exploring->number) {
        threads_free(&folder->threads);
        folder->threads = exploring->threads;
        exploring->threads = (struct threads){0};
        folder->reading = false;
        survey->changed = true;
        if (folder->again)
            start(workspace, folder);
    }
    job->drop(job);
}

bool survey_tell(struct workspace *workspace)
{
    struct survey *survey = &workspace->survey;

    if (!survey->asked || !survey->changed)
        return false;
    survey->asked = survey->changed = false;
    client_notify(&workspace->client, LSP_DUE_CHANGED, NULL);
    return true;
}

void survey_free(struct survey *survey)
{
    for (size_t i = 0; i < survey->count; i++)
        folder_free(&survey->items[i]);
    memory_free(survey->items);
    *survey = (struct survey){0};
}
