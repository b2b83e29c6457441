/*
 * After any edit, the blocks are those of a fresh parse of the whole text.
 *
 *     blocks_property EDITS SEED [FILE...]
 *
 * makes EDITS random edits of generated reports and line soup, and of the
 * files. A difference is printed as small as it can be made; exit 1.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocks.h"
#include "file.h"
#include "fresh.h"
#include "memory.h"
#include "soup.h"

/* Longer ones take too long. */
#define FILE_LIMIT (16u << 20)

struct edit {
    struct span span;
    struct buffer bytes;
};

/* Whether what CHANGE says was kept has kept its identity, and nothing else. */
static bool kept_identities(const uint64_t *before, const struct blocks *blocks,
                            struct blocks_change change)
{
    for (size_t i = 0; i < blocks_count(blocks); i++) {
        uint64_t identity = blocks_at(blocks, i).identity;
        size_t old = i < change.first ? i : i - change.added + change.removed;
        bool added = i >= change.first && i < change.first + change.added;

        if (!added && identity != before[old])
            return false;
    }
    return true;
}

static bool edit_is_right(struct text *text, struct blocks *blocks,
                          const struct edit *edit)
{
    size_t count = blocks_count(blocks);
    uint64_t *before = memory_new(count * sizeof *before);
    struct blocks_change change;
    bool right;

    for (size_t i = 0; i < count; i++)
        before[i] = blocks_at(blocks, i).identity;
    change = blocks_edit(
        blocks, text_splice(text, edit->span, buffer_slice(&edit->bytes)));
    right = count - change.removed + change.added == blocks_count(blocks) &&
            kept_identities(before, blocks, change) && fresh_are(text, blocks);
    memory_free(before);
    return right;
}

/* Whether EDIT of BEFORE, parsed afresh, still shows a difference. */
static bool fails(const struct buffer *before, const struct edit *edit)
{
    struct text *text = text_new(buffer_slice(before));
    struct blocks *blocks = blocks_new(text);
    bool right = edit_is_right(text, blocks, edit);

    blocks_free(blocks);
    text_free(text);
    return !right;
}

static void cut(struct buffer *buffer, size_t start, size_t length)
{
    size_t tail = buffer->length - start - length;

    memmove(buffer->bytes + start, buffer->bytes + start + length, tail);
    buffer->length -= length;
}

/* Cuts LENGTH bytes at START out of BEFORE if the edit still fails then. */
static bool try_cut(struct buffer *before, struct edit *edit, size_t start,
                    size_t length)
{
    struct buffer shorter = {NULL, 0, 0};
    struct edit moved = *edit;
    bool still;

    if (start < edit->span.end && start + length > edit->span.start)
        return false;
    buffer_add(&shorter, before->bytes, before->length);
    cut(&shorter, start, length);
    if (start < edit->span.start) {
        moved.span.start -= length;
        moved.span.end -= length;
    }
    still = fails(&shorter, &moved);
    if (still) {
        cut(before, start, length);
        *edit = moved;
    }
    buffer_free(&shorter);
    return still;
}

static bool try_cut_edit(const struct buffer *before, struct edit *edit,
                         size_t start, size_t length)
{
    struct edit shorter = {edit->span, {NULL, 0, 0}};
    bool still;

    buffer_add(&shorter.bytes, edit->bytes.bytes, edit->bytes.length);
    cut(&shorter.bytes, start, length);
    still = fails(before, &shorter);
    if (still)
        cut(&edit->bytes, start, length);
    buffer_free(&shorter.bytes);
    return still;
}

/* Takes out what the failure doesn't need, in ever smaller pieces. */
static void shrink(struct buffer *before, struct edit *edit)
{
    for (size_t length = 1024; length; length /= 2) {
        for (size_t i = 0; i + length <= before->length;) {
            if (!try_cut(before, edit, i, length))
                i++;
        }
        for (size_t i = 0; i + length <= edit->bytes.length;) {
            if (!try_cut_edit(before, edit, i, length))
                i++;
        }
    }
}

static void print_escaped(const struct buffer *buffer)
{
    for (size_t i = 0; i < buffer->length; i++) {
        unsigned char byte = (unsigned char)buffer->bytes[i];

        if (byte == '\n')
            fputs("\\n", stdout);
        else if (byte == '\\' || byte == '"')
            printf("\\%c", byte);
        else if (byte < ' ' || byte > '~')
            printf("\\%03o", byte);
        else
            putchar(byte);
    }
}

static void report(struct buffer *before, struct edit *edit)
{
    if (fails(before, edit))
        shrink(before, edit);
    else
        puts("(only after the edits before it)");
    printf("text \"");
    print_escaped(before);
    printf("\"\nedit {%zu, %zu} \"", edit->span.start, edit->span.end);
    print_escaped(&edit->bytes);
    printf("\"\n");
}

static bool is_character_start(struct slice bytes, size_t offset)
{
    return offset >= bytes.length ||
           ((unsigned char)bytes.bytes[offset] & 0xC0) != 0x80;
}

/* What is put in: a key, a piece, some lines, or a chunk of the text. */
static void make_bytes(uint64_t *seed, struct slice text, struct buffer *bytes)
{
    static const char keys[] = "a \n\r\t-*>#|`~<[]:=_+1.)\\";
    size_t start = soup_below(seed, text.length + 1);
    size_t end = start + soup_below(seed, 200);

    switch (soup_below(seed, 8)) {
    case 0:
        break;
    case 1:
    case 2:
    case 3:
        buffer_add_char(bytes, keys[soup_below(seed, sizeof keys - 1)]);
        break;
    case 4:
    case 5:
        soup_piece(seed, bytes);
        break;
    case 6:
        soup_lines(seed, bytes, 1 + soup_below(seed, 5));
        break;
    default:
        end = end < text.length ? end : text.length;
        while (!is_character_start(text, start))
            start++;
        while (!is_character_start(text, end))
            end++;
        buffer_add(bytes, text.bytes + start, end - start);
    }
}

static struct edit make_edit(uint64_t *seed, struct slice text)
{
    size_t start = soup_below(seed, text.length + 1);
    size_t end = start;
    struct edit edit = {{0, 0}, {NULL, 0, 0}};

    if (soup_below(seed, 2))
        end += soup_below(seed, soup_below(seed, 4) ? 4 : 100);
    if (end > text.length)
        end = text.length;
    while (!is_character_start(text, start))
        start++;
    if (end < start)
        end = start;
    while (!is_character_start(text, end))
        end++;
    edit.span = (struct span){start, end};
    make_bytes(seed, text, &edit.bytes);
    return edit;
}

/* Makes COUNT edits of START one after the other; false at a difference. */
static bool try_edits(uint64_t *seed, struct slice start, size_t count)
{
    struct text *text = text_new(start);
    struct blocks *blocks = blocks_new(text);
    bool right = true;

    for (size_t i = 0; i < count && right; i++) {
        struct span all = {0, text_length(text)};
        struct slice bytes = text_slice(text, all);
        struct edit edit = make_edit(seed, bytes);
        struct buffer before = {NULL, 0, 0};

        /* A text that has grown is cut back. */
        if (bytes.length > 3 * start.length + 500)
            edit.span = (struct span){bytes.length / 3, bytes.length};
        buffer_add(&before, bytes.bytes, bytes.length);
        right = edit_is_right(text, blocks, &edit);
        if (!right)
            report(&before, &edit);
        buffer_free(&before);
        buffer_free(&edit.bytes);
    }
    blocks_free(blocks);
    text_free(text);
    return right;
}

static bool try_generated(uint64_t *seed, size_t edits)
{
    for (size_t done = 0; done < edits; done += 100) {
        struct buffer text = {NULL, 0, 0};
        bool right;

        if (soup_below(seed, 3))
            soup_lines(seed, &text, soup_below(seed, 30));
        else
            soup_report(seed, &text, soup_below(seed, 12));
        right = try_edits(seed, buffer_slice(&text), 100);
        buffer_free(&text);
        if (!right)
            return false;
    }
    return true;
}

static bool try_file(uint64_t *seed, size_t edits, const char *path)
{
    struct buffer text = {NULL, 0, 0};
    bool right;

    if (!file_read(path, FILE_LIMIT, &text)) {
        perror(path);
        return false;
    }
    right = try_edits(seed, buffer_slice(&text), edits);
    if (!right)
        printf("in %s\n", path);
    buffer_free(&text);
    return right;
}

int main(int argc, char **argv)
{
    size_t edits = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool right;

    if (argc <= 3)
        right = try_generated(&seed, edits);
    else
        right = true;
    for (int i = 3; i < argc && right; i++)
        right = try_file(&seed, edits, argv[i]);
    return right ? 0 : 1;
}
