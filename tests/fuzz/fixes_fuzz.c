/*
 * Fixes: each that is offered lies in the text and can be made, and its finding
 * is gone then; all safe ones made at once leave nothing that they would make
 * again.
 */
#include <string.h>

#include "edits.h"
#include "fix_all.h"
#include "found.h"
#include "input.h"
#include "listing.h"

/* Of one input so many fixes are tried. */
#define FIXES_MOST 6

/* How many bytes EDIT puts in where lines end with LINE_END. */
static size_t length_of(const struct edit *edit, const char *line_end)
{
    struct buffer bytes = {NULL, 0, 0};
    size_t length;

    edits_add_text(&bytes, edit->text, line_end);
    length = bytes.length;
    buffer_free(&bytes);
    return length;
}

/* The bytes that FIX puts in the place of what stood at OFFSET. */
static struct span moved(const struct fix *fix, size_t offset,
                         const char *line_end)
{
    struct span place = {offset, offset};
    size_t added = 0, removed = 0;

    for (size_t index = 0; index < fix->edit_count; index++) {
        const struct edit *edit = &fix->edits[index];
        size_t start = edit->span.start + added - removed;
        size_t length = length_of(edit, line_end);

        if (edit->span.start > offset)
            break;
        added += length;
        removed += edit->span.end - edit->span.start;
        if (edit->span.end >= offset)
            return (struct span){start, start + length};
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

static size_t count_like(const struct findings *findings,
                         const struct finding *finding)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++)
        count += findings->items[index].which == finding->which &&
                 !strcmp(findings->items[index].message, finding->message);
    return count;
}

/* Tries FIX, if it is offered: by other means than the proof has. */
static void try_fix(const struct buffer *source, struct proof *proof,
                    const struct finding *finding, struct fix *fix)
{
    size_t before = count_like(proof_findings(proof), finding);
    const char *line_end = edits_line_end(input_slice(source));
    struct buffer result = {NULL, 0, 0};
    struct found after;
    struct span place;

    if (!proof_holds(proof, &(struct claim){finding, fix->edits,
                                            fix->edit_count}, 1))
        return;
    input_expect(found_edit(input_slice(source), fix->edits, fix->edit_count,
                            &result), fix->title, source);
    place = moved(fix, finding->span.start, line_end);
    found_open(&after, input_slice(&result));
    input_expect(count_like(&after.findings, finding) < before &&
                     (before > 1 || !is_there(&after.findings, place, finding)),
                 finding->message, source);
    found_close(&after);
    buffer_free(&result);
}

static void try_all(const struct buffer *source)
{
    struct check_options options = found_options();
    struct fix_all once, again;

    if (!fix_all(&(struct proof_source){input_slice(source), &options, NULL},
                 &once))
        return;
    input_expect(!fix_all(&(struct proof_source){input_slice(&once.text),
                                                 &options, NULL}, &again),
                 "all fixes, made again", source);
    fix_all_free(&once);
}

/* Tries the fixes of one finding of each kind, the first from FIRST on: to try
 * like ones takes long and shows little. */
static void try_each(const struct buffer *source,
                     const struct findings *findings, size_t first)
{
    struct check_options options = found_options();
    struct proof *proof = proof_new(&(struct proof_source){
        input_slice(source), &options, findings});
    bool tried[CASE_COUNT] = {false};
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding =
            &findings->items[(index + first) % findings->count];

        for (size_t which = 0; which < finding->fix_count &&
                               !tried[finding->which] && count < FIXES_MOST;
             which++, count++)
            try_fix(source, proof, finding, &finding->fixes[which]);
        tried[finding->which] = true;
    }
    proof_free(proof);
}

/* In a text with a NUL nothing is offered; here a blank takes its place. */
static void drop_nuls(struct buffer *source)
{
    for (size_t at = 0; at < source->length; at++) {
        if (!source->bytes[at])
            source->bytes[at] = ' ';
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    size_t first = input_below(&input, 256);
    struct buffer source = {NULL, 0, 0};
    struct found found;

    input_text(&input, &source);
    drop_nuls(&source);
    found_open(&found, input_slice(&source));
    input_expect(listing_is_within(&found.findings, source.length),
                 "a place outside of the text", &source);
    try_each(&source, &found.findings, first);
    try_all(&source);
    found_close(&found);
    buffer_free(&source);
    return 0;
}
