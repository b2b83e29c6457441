/*
 * Fixes: each can be made, and its finding is gone then; all safe ones made at
 * once leave nothing that they would make again.
 */
#include <string.h>

#include "edits.h"
#include "fix_all.h"
#include "found.h"
#include "input.h"

/* Of one input so many fixes are tried. */
#define FIXES_MOST 12

/* The bytes that FIX puts in the place of what stood at OFFSET. */
static struct span moved(const struct fix *fix, size_t offset)
{
    struct span place = {offset, offset};
    size_t added = 0, removed = 0;

    for (size_t index = 0; index < fix->edit_count; index++) {
        const struct edit *edit = &fix->edits[index];
        size_t start = edit->span.start + added - removed;

        if (edit->span.start > offset)
            break;
        added += strlen(edit->text);
        removed += edit->span.end - edit->span.start;
        if (edit->span.end >= offset)
            return (struct span){start, start + strlen(edit->text)};
        place.start = place.end = offset + added - removed;
    }
    return place;
}

static bool is_there(const struct findings *findings, struct span place,
                     const struct finding *finding)
{
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *other = &findings->items[index];

        if (other->which == finding->which &&
            !strcmp(other->message, finding->message) &&
            other->span.start >= place.start && other->span.start <= place.end)
            return true;
    }
    return false;
}

static void try_fix(const struct buffer *source, const struct finding *finding,
                    struct fix *fix)
{
    struct buffer result = {NULL, 0, 0};
    struct found after;

    input_expect(fix->edit_count &&
                     found_edit(input_slice(source), fix->edits,
                                fix->edit_count, &result),
                 fix->title, source);
    /* LF is what place of a fix in the result is counted with. */
    if (!strcmp(edits_line_end(input_slice(source)), "\n")) {
        found_open(&after, input_slice(&result));
        input_expect(!is_there(&after.findings,
                               moved(fix, finding->span.start), finding),
                     finding->message, source);
        found_close(&after);
    }
    buffer_free(&result);
}

static void try_all(const struct buffer *source)
{
    struct check_options options;
    struct fix_all once, again;

    check_options_default(&options, FOUND_TODAY);
    if (!fix_all(input_slice(source), &options, &once))
        return;
    input_expect(!fix_all(input_slice(&once.text), &options, &again),
                 "all fixes, made again", source);
    fix_all_free(&once);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    size_t first = input_below(&input, 256);
    struct buffer source = {NULL, 0, 0};
    struct found found;
    size_t tried = 0;

    input_text(&input, &source);
    found_open(&found, input_slice(&source));
    for (size_t index = 0; index < found.findings.count; index++) {
        const struct finding *finding =
            &found.findings.items[(index + first) % found.findings.count];

        for (size_t which = 0;
             which < finding->fix_count && tried < FIXES_MOST;
             which++, tried++)
            try_fix(&source, finding, &finding->fixes[which]);
    }
    try_all(&source);
    found_close(&found);
    buffer_free(&source);
    return 0;
}
