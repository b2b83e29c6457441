/* Finds the lists that a report links to, and says what is known of them. */
#include "attachments.h"

#include <string.h>

#include "inline.h"
#include "memory.h"

void attachments_begin(struct attachments *attachments)
{
    for (size_t index = 0; attachments && index < attachments->count; index++)
        attachments->items[index].linked = false;
}

struct attachment *attachments_find(const struct attachments *attachments,
                                    struct slice target)
{
    for (size_t index = 0; index < attachments->count; index++) {
        struct attachment *attachment = &attachments->items[index];

        if (strlen(attachment->target) == target.length &&
            !memcmp(attachment->target, target.bytes, target.length))
            return attachment;
    }
    return NULL;
}

static struct attachment *add(struct attachments *attachments,
                              struct slice target)
{
    struct attachment *attachment;

    attachment = memory_add(attachments);
    *attachment = (struct attachment){
        .target = memory_copy(target.bytes, target.length)};
    return attachment;
}

void attachments_remove(struct attachments *attachments, size_t index)
{
    memory_free(attachments->items[index].target);
    attachments->count--;
    memmove(&attachments->items[index], &attachments->items[index + 1],
            (attachments->count - index) * sizeof *attachments->items);
}

void attachments_copy(struct attachments *copy,
                      const struct attachments *attachments)
{
    for (size_t index = 0; index < attachments->count; index++) {
        struct attachment *attachment = memory_add(copy);

        *attachment = attachments->items[index];
        attachment->target =
            memory_copy(attachment->target, strlen(attachment->target));
    }
}

void attachments_free(struct attachments *attachments)
{
    while (attachments->count)
        attachments_remove(attachments, attachments->count - 1);
    memory_free(attachments->items);
    *attachments = (struct attachments){NULL, 0, 0};
}

void attachment_keep(struct attachment *attachment,
                     const struct certificate_file *list)
{
    const struct findings *findings = &list->findings;

    memset(attachment->counts, 0, sizeof attachment->counts);
    for (size_t i = 0; i < findings->count; i++)
        attachment->counts[findings->items[i].severity] +=
            findings->items[i].alike;
    attachment->known = list->known;
    attachment->links = list->links;
    attachment->rows = list->known ? list->rows : 0;
    attachment->repeated = list->repeated;
    attachment->tally = list->tally;
}

/* An address without a scheme, but for that of files. */
static bool is_file(struct slice target)
{
    const char *colon = memchr(target.bytes, ':', target.length);

    return !colon && certificate_file_is(target);
}

static void say(const struct check *check, const struct attachment *attachment,
                struct span span)
{
    enum case_id which = CASE_CERTIFICATE_LISTING_FORMAT_ATTACHED;
    struct finding_words words = {.value = check_word(attachment->target),
                                  .count = attachment->counts[SEVERITY_ERROR]};

    if (!words.count) {
        which = CASE_CERTIFICATE_LISTING_FORMAT_ATTACHED_WARNINGS;
        words.count = attachment->counts[SEVERITY_WARNING];
    }
    if (attachment->state == ATTACHMENT_UNREADABLE)
        which = CASE_CERTIFICATE_LISTING_FORMAT_UNREADABLE;
    else if (!words.count)
        return;
    check_add(check, which, span, &words);
}

static bool are_same(const struct certificate_facts *one,
                     const struct certificate_facts *other)
{
    return one->certain == other->certain &&
           one->personal == other->personal &&
           one->server == other->server && one->many == other->many &&
           one->day == other->day;
}

static void check_link(const struct check *check, struct slice target,
                       struct span span, const struct certificate_facts *facts)
{
    struct attachments *attachments = check->options->attachments;
    struct attachment *attachment;

    if (!attachments)
        return;
    attachment = attachments_find(attachments, target);
    if (!attachment)
        attachment = add(attachments, target);
    if (!are_same(&attachment->facts, facts)) {
        attachment->facts = *facts;
        attachment->again = attachment->state == ATTACHMENT_READING;
        if (!attachment->again)
            attachment->state = ATTACHMENT_NEW;
    }
    attachment->linked = true;
    attachment->report = check->report->heading.start;
    attachment->link = span;
    say(check, attachment, span);
}

/* Is LINK, in TEXT, one to a list? Its address goes into TARGET. */
static bool is_attached(const struct inline_item *link, struct slice text,
                        struct slice *target)
{
    *target = slice_part(text, link->target.start, link->target.end);
    return link->kind == INLINE_LINK && is_file(*target);
}

bool attachments_check(const struct check *check, struct span span,
                       const struct certificate_facts *facts)
{
    struct slice text = check_slice(check, span);
    struct inlines inlines = {NULL, 0, 0};
    bool any = false;

    inlines_read(&inlines, text);
    for (size_t index = 0; index < inlines.count; index++) {
        const struct inline_item *link = &inlines.items[index];
        struct slice target;

        if (!is_attached(link, text, &target))
            continue;
        any = true;
        check_link(check, target, span_move(link->span, span.start), facts);
    }
    inlines_free(&inlines);
    return any;
}

/* The certificates of ATTACHMENT, if they are known and not yet counted. */
static size_t count_once(const struct attachments *attachments,
                         const struct attachment *attachment, bool *counted)
{
    size_t index;

    if (!attachment || attachment->state != ATTACHMENT_READ)
        return 0;
    index = (size_t)(attachment - attachments->items);
    if (counted[index])
        return 0;
    counted[index] = true;
    return attachment->rows;
}

size_t attachments_rows(const struct attachments *attachments,
                        struct slice line, bool *counted)
{
    struct inlines inlines = {NULL, 0, 0};
    size_t rows = 0;

    inlines_read(&inlines, line);
    for (size_t index = 0; index < inlines.count; index++) {
        struct slice target;

        if (is_attached(&inlines.items[index], line, &target))
            rows += count_once(attachments,
                               attachments_find(attachments, target), counted);
    }
    inlines_free(&inlines);
    return rows;
}
