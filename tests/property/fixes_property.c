/*
 * Whatever stands in a report, what is offered to change in it can be made:
 * edits lie within the text and apart, and leave whole characters.
 *
 *     fixes_property REPORTS SEED FILE...
 *
 * makes REPORTS reports of each file, with pieces of it moved about and soup
 * put in, and applies each fix, each suppression and all safe fixes at once.
 * At a fault it prints the text; exit 1.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "edits.h"
#include "file.h"
#include "fix_all.h"
#include "soup.h"
#include "suppression.h"
#include "utf8.h"

#define FILE_LIMIT (1024 * 1024)
#define CHANGES_MOST 6

static const int today = 20758;     /* 2026-11-01 */

static size_t pick(uint64_t *seed, const struct buffer *text)
{
    size_t offset = soup_below(seed, text->length + 1);

    while (offset && offset < text->length &&
           ((unsigned char)text->bytes[offset] & 0xc0) == 0x80)
        offset--;
    return offset;
}

/* Takes a piece of up to a few lines away, and puts another one in. */
static void change(uint64_t *seed, struct buffer *text)
{
    struct buffer changed = {NULL, 0, 0};
    size_t at = pick(seed, text);
    size_t from = pick(seed, text);
    size_t to = pick(seed, text);
    size_t behind = at;

    if (!soup_below(seed, 3))
        behind += soup_below(seed, 200);
    if (behind > text->length)
        behind = text->length;
    while (behind < text->length &&
           ((unsigned char)text->bytes[behind] & 0xc0) == 0x80)
        behind++;
    buffer_add(&changed, text->bytes, at);
    if (soup_below(seed, 2))
        soup_piece(seed, &changed);
    else if (from < to && to - from < 400)
        buffer_add(&changed, text->bytes + from, to - from);
    buffer_add(&changed, text->bytes + behind, text->length - behind);
    buffer_free(text);
    *text = changed;
}

static bool complain(const struct buffer *text, const char *what,
                     const struct finding *finding)
{
    printf("%s (%s: %s) in:\n%s\n", what,
           finding ? rules[rule_cases[finding->which].rule].id : "all",
           finding ? finding->message : "", text->bytes);
    return false;
}

/* True if EDITS can be made and leave UTF-8. */
static bool can_be_made(const struct buffer *text, struct edit *edits,
                        size_t count)
{
    struct buffer result = {NULL, 0, 0};
    bool right;

    edits_sort(edits, count);
    if (!edits_apart(edits, count, text->length))
        return false;
    buffer_add_string(&result, "");
    edits_apply(buffer_slice(text), edits, count,
                edits_line_end(buffer_slice(text)), &result);
    right = utf8_invalid(result.bytes, result.length) == result.length;
    buffer_free(&result);
    return right;
}

typedef bool suppress(const struct text *text, const struct blocks *blocks,
                      const struct finding *finding,
                      struct suppression *suppression);

static bool can_be_silenced(const struct buffer *source, struct text *text,
                            const struct blocks *blocks,
                            const struct finding *finding)
{
    static suppress *const ways[] = {suppression_of_line,
                                     suppression_of_report};
    bool right = true;

    for (size_t way = 0; way < 2; way++) {
        struct suppression suppression;
        struct edit edit;

        if (!ways[way](text, blocks, finding, &suppression))
            continue;
        edit = (struct edit){{suppression.offset, suppression.offset},
                             suppression.text.bytes};
        right = right && can_be_made(source, &edit, 1);
        buffer_free(&suppression.text);
    }
    return right;
}

static bool try_findings(const struct buffer *source, struct text *text,
                         const struct blocks *blocks,
                         const struct findings *findings)
{
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];

        for (size_t which = 0; which < finding->fix_count; which++) {
            const struct fix *fix = &finding->fixes[which];

            if (!can_be_made(source, fix->edits, fix->edit_count))
                return complain(source, fix->title, finding);
        }
        if (!can_be_silenced(source, text, blocks, finding))
            return complain(source, "a suppression", finding);
    }
    return true;
}

static bool try_all(const struct buffer *source,
                    const struct check_options *options)
{
    struct fix_all fixed;
    bool right;

    if (!fix_all(&(struct proof_source){buffer_slice(source), options, NULL},
                 &fixed))
        return true;
    right = utf8_invalid(fixed.text.bytes, fixed.text.length) ==
            fixed.text.length;
    fix_all_free(&fixed);
    return right || complain(source, "all fixes", NULL);
}

static bool try_report(const struct buffer *source)
{
    struct text *text = text_new(buffer_slice(source));
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    struct check_options options;
    bool right;

    check_options_default(&options, today);
    checks_run(text, blocks, &options, &findings);
    right = try_findings(source, text, blocks, &findings) &&
            try_all(source, &options);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return right;
}

/* COUNT reports made of the one at PATH. */
static bool try_file(uint64_t *seed, size_t count, const char *path)
{
    struct buffer original = {NULL, 0, 0};
    bool right = true;

    if (!file_read(path, FILE_LIMIT, &original)) {
        perror(path);
        return false;
    }
    while (right && count--) {
        struct buffer report = {NULL, 0, 0};
        size_t changes = 1 + soup_below(seed, CHANGES_MOST);

        buffer_add(&report, original.bytes, original.length);
        while (changes--)
            change(seed, &report);
        right = try_report(&report);
        buffer_free(&report);
    }
    buffer_free(&original);
    return right;
}

int main(int argc, char **argv)
{
    size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool right = argc > 3;

    for (int index = 3; right && index < argc; index++)
        right = try_file(&seed, count, argv[index]);
    return right ? 0 : 1;
}
