/*
 * documents.c - keeps the open documents, sorted by URI.
 */
#include "documents.h"

#include <string.h>

#include "memory.h"
#include "utf8.h"

static int compare(struct slice a, struct slice b)
{
    size_t length = a.length < b.length ? a.length : b.length;
    int order = length ? memcmp(a.bytes, b.bytes, length) : 0;

    if (order)
        return order;
    return (a.length > b.length) - (a.length < b.length);
}

/* Where a document of that URI is, or would be inserted. */
static size_t place_of(const struct documents *documents, struct slice uri)
{
    size_t place = 0;

    while (place < documents->count &&
           compare(documents->items[place]->uri, uri) < 0)
        place++;
    return place;
}

static void set_text(struct document *document, struct slice text)
{
    document->text = text_new(text);
    document->blocks = blocks_new(document->text);
    document->stale = true;
}

static void drop_model(struct document *document)
{
    reports_free(&document->model);
    document->modelled = false;
}

static void drop_text(struct document *document)
{
    drop_model(document);
    findings_free(&document->findings);
    blocks_free(document->blocks);
    text_free(document->text);
}

static struct document *document_new(struct slice uri)
{
    struct document *document = memory_new_zeroed(1, sizeof *document);

    document->uri.bytes = memory_copy(uri.bytes, uri.length);
    document->uri.length = uri.length;
    return document;
}

static void document_free(struct document *document)
{
    attachments_free(&document->attachments);
    drop_text(document);
    memory_free((char *)document->uri.bytes);
    memory_free(document);
}

static void insert(struct documents *documents, struct document *document)
{
    size_t place = place_of(documents, document->uri);

    documents->items = memory_grow(documents->items, &documents->room,
                                   documents->count + 1,
                                   sizeof documents->items[0]);
    memmove(documents->items + place + 1, documents->items + place,
            (documents->count - place) * sizeof documents->items[0]);
    documents->items[place] = document;
    documents->count++;
}

struct document *documents_open(struct documents *documents, struct slice uri,
                                struct slice text,
                                const struct settings *settings)
{
    struct document *document;

    documents_close(documents, uri);
    document = document_new(uri);
    set_text(document, text);
    document->settings = *settings;
    insert(documents, document);
    return document;
}

struct document *documents_find(const struct documents *documents,
                                struct slice uri)
{
    size_t place = place_of(documents, uri);

    if (place == documents->count ||
        compare(documents->items[place]->uri, uri))
        return NULL;
    return documents->items[place];
}

bool documents_close(struct documents *documents, struct slice uri)
{
    struct document *document = documents_find(documents, uri);
    size_t place;

    if (!document)
        return false;
    place = place_of(documents, uri);
    documents->count--;
    memmove(documents->items + place, documents->items + place + 1,
            (documents->count - place) * sizeof documents->items[0]);
    document_free(document);
    return true;
}

void documents_free(struct documents *documents)
{
    while (documents->count)
        document_free(documents->items[--documents->count]);
    memory_free(documents->items);
    *documents = (struct documents){NULL, 0, 0, 0};
}

void document_edit(struct document *document, struct span span,
                   struct slice text)
{
    drop_model(document);
    blocks_edit(document->blocks, text_splice(document->text, span, text));
    document->stale = true;
}

void document_replace(struct document *document, struct slice text)
{
    struct slice old = text_bytes(document->text);
    size_t start = utf8_same_start(old, text);
    size_t end = utf8_same_end(old, text, start);

    document_edit(document, (struct span){start, old.length - end},
                  slice_part(text, start, text.length - end));
}

/* If only padding differs, there is one check too many. */
bool document_set_settings(struct document *document,
                           const struct settings *settings)
{
    struct settings meant = *settings;

    if (document->settings.checks.final) {
        meant.checks.draft = false;
        meant.checks.final = true;
    }
    /* NOLINTNEXTLINE(bugprone-suspicious-memory-comparison) */
    if (!memcmp(&document->settings, &meant, sizeof meant))
        return false;
    document->settings = meant;
    drop_model(document);
    document->stale = true;
    return true;
}

bool document_submit(struct document *document)
{
    struct check_options *checks = &document->settings.checks;

    if (checks->final)
        return false;
    checks->draft = false;
    checks->final = true;
    document->stale = true;
    return true;
}

bool document_is_off(const struct document *document, enum feature feature)
{
    return document->settings.off & feature;
}

const struct reports *document_model(struct document *document)
{
    if (!document->modelled)
        reports_read_by(&document->model, document->text, document->blocks,
                        document->settings.checks.guideline);
    document->modelled = true;
    return &document->model;
}

void documents_check(struct documents *documents, struct document *document,
                     int today)
{
    struct check_options options = document->settings.checks;

    if (!document->stale && document->check && document->day == today)
        return;
    options.today = today;
    options.attachments = &document->attachments;
    findings_free(&document->findings);
    checks_of_reports(document_model(document), &options, &document->findings);
    document->check = ++documents->checks;
    document->day = today;
    document->stale = false;
}
