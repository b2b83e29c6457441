/*
 * A document with a script of edits: after each burst its blocks are those of a
 * fresh parse, and its findings those of a fresh text.
 */
#include <string.h>

#include "found.h"
#include "fresh.h"
#include "input.h"
#include "listing.h"
#include "soup.h"

#define EDITS_MOST 12

/* A text that is edited. */
struct edited {
    struct text *text;
    struct blocks *blocks;
};

static void edited_open(struct edited *edited, const struct buffer *source)
{
    edited->text = text_new(input_slice(source));
    edited->blocks = blocks_new(edited->text);
}

static void edited_close(struct edited *edited)
{
    blocks_free(edited->blocks);
    text_free(edited->text);
}

static size_t character_start(struct slice text, size_t offset)
{
    while (offset < text.length &&
           ((unsigned char)text.bytes[offset] & 0xC0) == 0x80)
        offset++;
    return offset;
}

/* One edit as the script has it; what it puts in is a seed for soup. */
static void edit(struct edited *edited, struct input *script)
{
    struct slice text =
        text_slice(edited->text, (struct span){0, text_length(edited->text)});
    size_t start =
        character_start(text, input_below(script, text.length + 1));
    size_t end = start + input_below(script, 64);
    uint64_t seed = input_below(script, 65536);
    struct buffer bytes = {NULL, 0, 0};
    struct text_change change;

    end = character_start(text, end < text.length ? end : text.length);
    if (seed % 3 == 0)
        soup_line(&seed, &bytes);
    else if (seed % 3 == 1)
        soup_piece(&seed, &bytes);
    change = text_splice(edited->text, (struct span){start, end},
                         (struct slice){bytes.bytes, bytes.length});
    blocks_edit(edited->blocks, change);
    buffer_free(&bytes);
}

static void list_findings(const struct edited *edited, struct buffer *listed)
{
    struct findings findings = {0};
    struct check_options options;

    check_options_default(&options, FOUND_TODAY);
    checks_run(edited->text, edited->blocks, &options, &findings);
    listing_add(listed, &findings);
    findings_free(&findings);
}

static void compare(struct edited *edited, const struct buffer *source)
{
    struct slice bytes =
        text_slice(edited->text, (struct span){0, text_length(edited->text)});
    struct buffer one = {NULL, 0, 0};
    struct buffer other = {NULL, 0, 0};
    struct found found;

    found_open(&found, bytes);
    input_expect(fresh_are_those(found.blocks, edited->blocks), "other blocks",
                 source);
    list_findings(edited, &one);
    listing_add(&other, &found.findings);
    input_expect(one.length == other.length &&
                     !memcmp(one.bytes, other.bytes, one.length),
                 "other findings", source);
    found_close(&found);
    buffer_free(&one);
    buffer_free(&other);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    size_t count = input_below(&input, EDITS_MOST);
    size_t burst = 1 + input_below(&input, 4);
    struct input script = {bytes, input.length};
    struct buffer source = {NULL, 0, 0};
    struct edited edited;

    /* The script is the end of the input, and stays part of the text. */
    input_text(&input, &source);
    edited_open(&edited, &source);
    compare(&edited, &source);
    for (size_t index = 0; index < count; index++) {
        edit(&edited, &script);
        if (index % burst == 0 || index + 1 == count)
            compare(&edited, &source);
    }
    edited_close(&edited);
    buffer_free(&source);
    return 0;
}
