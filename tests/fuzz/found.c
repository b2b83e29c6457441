/* What is found in a text that is opened afresh. */
#include "found.h"

#include "edits.h"
#include "utf8.h"

struct check_options found_options(void)
{
    struct check_options options;

    check_options_default(&options, FOUND_TODAY);
    return options;
}

void found_open(struct found *found, struct slice source)
{
    const struct check_options options = found_options();

    *found = (struct found){.text = text_new(source)};
    found->blocks = blocks_new(found->text);
    checks_run(found->text, found->blocks, &options, &found->findings);
}

void found_close(struct found *found)
{
    findings_free(&found->findings);
    blocks_free(found->blocks);
    text_free(found->text);
}

bool found_edit(struct slice source, struct edit *edits, size_t count,
                struct buffer *result)
{
    edits_sort(edits, count);
    if (!edits_apart(edits, count, source.length))
        return false;
    buffer_add(result, "", 0);
    edits_apply(source, edits, count, edits_line_end(source), result);
    return utf8_invalid(result->bytes, result->length) == result->length;
}
