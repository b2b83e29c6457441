/*
 * work_done.c - shows work that takes a while.
 */
#include "work_done.h"

#include <string.h>

#include "memory.h"

struct work_done {
    struct job *job;                /* NULL once it has ended */
    char *title;
    json_int_t token;
    json_int_t request;             /* for the token, unanswered; else 0 */
    bool begun;                     /* the client shows it */
    unsigned percent;               /* that it shows */
    struct work_done *next;
};

static void send(struct client *client, json_t *params)
{
    client_notify(client, "$/progress", params);
}

static struct work_done *work_new(struct works_done *works,
                                  struct client *client, struct job *job,
                                  const char *title)
{
    struct work_done *work = memory_new_zeroed(1, sizeof *work);

    work->job = job;
    work->title = memory_copy(title, strlen(title));
    work->token = ++works->tokens;
    work->request = client_ask(client, "window/workDoneProgress/create",
                               lsp_write_work_create(work->token));
    work->next = works->first;
    works->first = work;
    return work;
}

static void forget(struct works_done *works, struct work_done *work)
{
    struct work_done **place = &works->first;

    while (*place != work)
        place = &(*place)->next;
    *place = work->next;
    memory_free(work->title);
    memory_free(work);
}

static struct work_done *find(const struct works_done *works,
                              const struct job *job)
{
    struct work_done *work = works->first;

    while (work && work->job != job)
        work = work->next;
    return work;
}

void work_done_wait(struct works_done *works, struct client *client,
                    struct job *job, const char *title)
{
    struct work_done *work = find(works, job);
    unsigned percent = atomic_load(&job->percent);

    if (!client->facts.shows_work)
        return;
    if (!work)
        work = work_new(works, client, job, title);
    if (!work->begun || percent <= work->percent)
        return;
    work->percent = percent;
    send(client, lsp_write_work_report(work->token, percent));
}

/* Before the client has answered, the entry stays until the token is used. */
void work_done_end(struct works_done *works, struct client *client,
                   const struct job *job)
{
    struct work_done *work = find(works, job);

    if (!work)
        return;
    work->job = NULL;
    if (work->begun)
        send(client, lsp_write_work_end(work->token));
    if (!work->request)
        forget(works, work);
}

static void begin(struct works_done *works, struct client *client,
                  struct work_done *work)
{
    work->begun = true;
    if (work->job)
        work->percent = atomic_load(&work->job->percent);
    send(client,
         lsp_write_work_begin(work->token, work->title, work->percent));
    if (work->job)
        return;
    send(client, lsp_write_work_end(work->token));
    forget(works, work);
}

bool work_done_answer(struct works_done *works, struct client *client,
                      json_int_t id, bool agreed)
{
    struct work_done *work = works->first;

    while (work && work->request != id)
        work = work->next;
    if (!work)
        return false;
    work->request = 0;
    if (agreed)
        begin(works, client, work);
    else if (!work->job)
        forget(works, work);
    return true;
}

void work_done_cancel(struct works_done *works, json_int_t token)
{
    struct work_done *work = works->first;

    while (work && work->token != token)
        work = work->next;
    if (work && work->job)
        atomic_store(&work->job->stop, true);
}

void works_done_free(struct works_done *works)
{
    while (works->first)
        forget(works, works->first);
}
