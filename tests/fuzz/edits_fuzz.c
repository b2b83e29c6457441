/*
 * A document with a script of edits: its blocks are those of a fresh parse
 * after each, its findings those of a fresh text after each burst.
 */
#include <string.h>

#include "checked.h"
#include "found.h"
#include "fresh.h"
#include "input.h"
#include "listing.h"
#include "report.h"
#include "soup.h"

#define EDITS_MOST 12

/* What is kept of a text from edit to edit. */
struct kept {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct checked *checked;
    struct replacing replacing;
};

static void kept_open(struct kept *kept, const struct buffer *source)
{
    kept->text = text_new(input_slice(source));
    kept->blocks = blocks_new(kept->text);
    reports_read(&kept->reports, kept->text, kept->blocks);
    kept->checked = checked_new();
    replaced_begin(&kept->replacing, kept->text);
}

static void kept_close(struct kept *kept)
{
    checked_free(kept->checked);
    reports_free(&kept->reports);
    blocks_free(kept->blocks);
    text_free(kept->text);
}

static size_t character_start(struct slice text, size_t offset)
{
    while (offset < text.length &&
           ((unsigned char)text.bytes[offset] & 0xC0) == 0x80)
        offset++;
    return offset;
}

/* One edit as the script has it; what it puts in is a seed for soup. */
static void edit(struct kept *kept, struct input *script)
{
    struct slice text =
        text_slice(kept->text, (struct span){0, text_length(kept->text)});
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
    change = text_splice(kept->text, (struct span){start, end},
                         (struct slice){bytes.bytes, bytes.length});
    replaced_add(&kept->replacing, blocks_edit(kept->blocks, change),
                 kept->blocks);
    buffer_free(&bytes);
}

/* What is found, going by what was found before. */
static void list_kept(struct kept *kept, struct buffer *listed)
{
    struct replaced replaced =
        replaced_end(&kept->replacing, kept->blocks, kept->text);
    struct findings findings = {0};
    struct check_options options;

    check_options_default(&options, FOUND_TODAY);
    reports_update(&kept->reports, kept->blocks, &replaced);
    checked_update(kept->checked, &kept->reports, &replaced, &options,
                   &findings);
    replaced_begin(&kept->replacing, kept->text);
    listing_add(listed, &findings);
    findings_free(&findings);
}

static void compare(struct kept *kept, const struct buffer *source)
{
    struct slice bytes =
        text_slice(kept->text, (struct span){0, text_length(kept->text)});
    struct buffer one = {NULL, 0, 0};
    struct buffer other = {NULL, 0, 0};
    struct found found;

    found_open(&found, bytes);
    input_expect(fresh_are_those(found.blocks, kept->blocks), "other blocks",
                 source);
    list_kept(kept, &one);
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
    struct kept kept;

    /* The script is the end of the input, and stays part of the text. */
    input_text(&input, &source);
    kept_open(&kept, &source);
    compare(&kept, &source);
    for (size_t index = 0; index < count; index++) {
        edit(&kept, &script);
        if (index % burst == 0 || index + 1 == count)
            compare(&kept, &source);
    }
    kept_close(&kept);
    buffer_free(&source);
    return 0;
}
