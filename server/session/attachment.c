/*
 * attachment.c - reads lists that reports link to, and publishes what is found
 * in them.
 */
#include "attachment.h"

#include "diagnostics.h"
#include "glyph.h"
#include "list_read.h"
#include "memory.h"
#include "uri.h"

struct reading {
    struct job job;             /* first, so that a job is a reading */
    size_t number;              /* of the job */
    struct slice document;      /* URI; its own copy */
    char *target;
    char *uri, *path;           /* of the list */
    char *folder, *root;        /* it must be in one; ROOT may be NULL */
    struct list_reader reader;  /* into the list */
    bool read;
    struct certificate_file list;
};

static void drop(struct job *job)
{
    struct reading *reading = (struct reading *)job;

    file_close(reading->reader.file);
    certificate_file_free(&reading->list);
    memory_free((char *)reading->document.bytes);
    memory_free(reading->target);
    memory_free(reading->uri);
    memory_free(reading->path);
    memory_free(reading->folder);
    memory_free(reading->root);
    memory_free(reading);
}

static void work(struct job *job)
{
    struct reading *reading = (struct reading *)job;
    struct list_reader *reader = &reading->reader;
    const char *const folders[] = {reading->folder, reading->root, NULL};

    if (!job->more)
        reader->file = list_open_within(reading->path, folders);
    job->more = list_reader_next(reader) && !atomic_load(&job->stop);
    atomic_store(&job->percent, list_reader_percent(reader));
    if (!job->more)
        reading->read = list_reader_end(reader) && !atomic_load(&job->stop);
}

static void publish(struct workspace *workspace, const char *uri,
                    json_t *items)
{
    client_notify(&workspace->client, "textDocument/publishDiagnostics",
                  lsp_write_publish_unversioned(slice_of(uri), items));
}

static struct reading *reading_new(struct workspace *workspace,
                                   const struct document *document,
                                   const struct attachment *attachment)
{
    struct reading *reading = memory_new_zeroed(1, sizeof *reading);
    struct check_options options = document->settings.checks;
    struct slice target = slice_of(attachment->target);
    struct slice root = workspace->client.facts.root;

    options.attachments = NULL;
    reading->job.work = work;
    reading->job.drop = drop;
    reading->number = attachment->job;
    reading->document = (struct slice){
        memory_copy(document->uri.bytes, document->uri.length),
        document->uri.length};
    reading->target = memory_copy(target.bytes, target.length);
    reading->uri = uri_resolve(document->uri, target);
    reading->path = uri_path(slice_of(reading->uri));
    reading->job.path = reading->path;
    reading->folder = uri_folder(document->uri, root);
    reading->root = uri_path(root);
    reading->reader.list = &reading->list;
    certificate_file_begin(&reading->list, &options, &attachment->facts);
    return reading;
}

/* A document that is not a file has no files beside it. */
static void start(struct workspace *workspace, const struct document *document,
                  struct attachment *attachment)
{
    const struct host *host = &workspace->client.host;
    char *path = uri_path(document->uri);
    bool is_file = path != NULL;

    memory_free(path);
    if (!is_file || !host->start_job)
        return;
    attachment->state = ATTACHMENT_READING;
    attachment->again = false;
    attachment->job = ++workspace->jobs;
    host->start_job(host->context,
                    &reading_new(workspace, document, attachment)->job);
}

static void clear(struct workspace *workspace, const struct document *document,
                  const struct attachment *attachment)
{
    char *uri;

    if (!attachment->shown)
        return;
    uri = uri_resolve(document->uri, slice_of(attachment->target));
    publish(workspace, uri, json_array());
    memory_free(uri);
}

void attachment_start(struct workspace *workspace, struct document *document)
{
    struct attachments *attachments = &document->attachments;
    size_t index = 0;

    while (index < attachments->count) {
        struct attachment *attachment = &attachments->items[index];

        if (!attachment->linked) {
            clear(workspace, document, attachment);
            attachments_remove(attachments, index);
            continue;
        }
        if (attachment->state == ATTACHMENT_NEW)
            start(workspace, document, attachment);
        index++;
    }
}

/* The user who stopped the reading knows why there are no findings. */
static enum attachment_state state_of(const struct reading *reading)
{
    if (reading->read)
        return ATTACHMENT_READ;
    return atomic_load(&reading->job.stop) ? ATTACHMENT_STOPPED
                                           : ATTACHMENT_UNREADABLE;
}

/* Keeps what READING has found. */
static void keep(struct attachment *attachment, const struct reading *reading)
{
    attachment_keep(attachment, &reading->list);
    attachment->state = state_of(reading);
    if (attachment->again)
        attachment->state = ATTACHMENT_NEW;
}

/* Publishes nothing for a file that has and had no findings. */
static void show(struct workspace *workspace, struct attachment *attachment,
                 const struct reading *reading)
{
    bool any = reading->read && reading->list.findings.count;
    struct slice uri = slice_of(reading->uri);

    if (any)
        publish(workspace, reading->uri,
                diagnostics_of_list(&reading->list, uri,
                                    &workspace->client.facts));
    else if (attachment->shown)
        publish(workspace, reading->uri, json_array());
    attachment->shown = any;
}

void attachment_wait(struct workspace *workspace, struct job *job)
{
    const struct reading *reading = (const struct reading *)job;
    struct buffer title = {NULL, 0, 0};

    buffer_add_string(&title, "Checking ");
    glyph_add_unlinked(&title, slice_of(reading->target));
    work_done_wait(&workspace->works, &workspace->client, job, title.bytes);
    buffer_free(&title);
}

void attachment_finish(struct workspace *workspace, struct job *job)
{
    struct reading *reading = (struct reading *)job;
    struct document *document = documents_find(&workspace->documents,
                                               reading->document);
    struct attachment *attachment = NULL;

    work_done_end(&workspace->works, &workspace->client, job);
    if (document)
        attachment =
            attachments_find(&document->attachments, slice_of(reading->target));
    if (attachment && attachment->job == reading->number) {
        keep(attachment, reading);
        document->stale = true;
        workspace->refresh_due = true;
        show(workspace, attachment, reading);
    }
    job->drop(job);
}

static void reload(struct document *document)
{
    for (size_t index = 0; index < document->attachments.count; index++) {
        struct attachment *attachment = &document->attachments.items[index];

        attachment->again = attachment->state == ATTACHMENT_READING;
        if (!attachment->again)
            attachment->state = ATTACHMENT_NEW;
    }
}

void attachment_reload(struct workspace *workspace)
{
    for (size_t index = 0; index < workspace->documents.count; index++) {
        struct document *document = workspace->documents.items[index];

        reload(document);
        attachment_start(workspace, document);
    }
}

void attachment_close(struct workspace *workspace, struct document *document)
{
    for (size_t index = 0; index < document->attachments.count; index++)
        clear(workspace, document, &document->attachments.items[index]);
}
