/*
 * command_lists.c - reads the lists of certificates beside a report.
 */
#include "command_lists.h"

#include "attachments.h"
#include "list_read.h"
#include "uri.h"

/* The real path of the folder that the file at PATH is in, or NULL. */
static char *folder_of(const char *path)
{
    char *folder = path_folder(path, file_path_style);
    char *real = file_real_path(folder);

    memory_free(folder);
    return real;
}

/* The path of what TARGET, an address in a report in FOLDER, leads to; NULL if
 * there is no such file. */
static char *path_of(const char *folder, const char *target)
{
    char *report = path_join(folder, "report");
    char *uri = path_uri(report, file_path_style);
    char *resolved = uri_resolve(slice_of(uri), slice_of(target));
    char *path = uri_path(slice_of(resolved));

    memory_free(report);
    memory_free(uri);
    memory_free(resolved);
    if (path && file_is_plain(path))
        return path;
    memory_free(path);
    return NULL;
}

static bool read_one(struct attachment *attachment, const char *folder,
                     const struct check_options *options)
{
    const char *const folders[] = {folder, NULL};
    char *path = path_of(folder, attachment->target);
    struct certificate_file list;

    if (!path)
        return false;
    certificate_file_begin(&list, options, &attachment->facts);
    attachment->state = list_read(list_open_within(path, folders), &list)
                            ? ATTACHMENT_READ
                            : ATTACHMENT_UNREADABLE;
    attachment_keep(attachment, &list);
    certificate_file_free(&list);
    memory_free(path);
    return true;
}

/* True if any of ATTACHMENTS was read: then a second check says more. */
static bool read_all(struct attachments *attachments, const char *path,
                     const struct check_options *options)
{
    struct check_options alone = *options;
    char *folder = attachments->count ? folder_of(path) : NULL;
    bool read = false;

    alone.attachments = NULL;
    for (size_t i = 0; folder && i < attachments->count; i++)
        read |= read_one(&attachments->items[i], folder, &alone);
    memory_free(folder);
    return read;
}

void command_lists_check(const struct reports *reports, const char *path,
                         const struct check_options *options,
                         struct findings *findings)
{
    struct attachments attachments = {NULL, 0, 0};
    struct check_options with = *options;

    with.attachments = path ? &attachments : NULL;
    checks_of_reports(reports, &with, findings);
    if (path && read_all(&attachments, path, &with)) {
        findings_free(findings);
        checks_of_reports(reports, &with, findings);
    }
    attachments_free(&attachments);
}
