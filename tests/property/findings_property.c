/*
 * After any burst of edits, the findings are those of the text opened afresh.
 *
 *     findings_property EDITS SEED FILE...
 *
 * makes EDITS random edits of each report in bursts of up to ten, as a writer
 * and an editor would: keys, words of the templates, lines moved about. At a
 * difference it prints the text and both findings; exit 1.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "file.h"
#include "memory.h"
#include "soup.h"

/* Longer ones take too long. */
#define FILE_LIMIT (16u << 20)

/* What makes and breaks reports, sections, fields and values. */
static const char *const pieces[] = {
    "## Full Incident Report\n", "## Preliminary Incident Report\n",
    "### Report Closure Summary\n", "### Timeline\n", "### Impact\n",
    "\nSummary\n", "#### What went well\n", "- **Analysis:** N/A\n",
    "- **Additional:** ", "**Incident description**\n", "\n- Detection: x\n",
    "**Contributing Factor #2: title**\n", "2025-02-30", "June 5, 2025",
    "03/04/2025", "N/A", "TBD", "A000999", "Self-reported", "12,345",
    "| a | b |\n| - | - |\n| c | d |\n", "```\n", "> ", "\n\n", "\r\n", "\n",
    "  ", "**", ":", "#", "-", "[incident-ls]: # (draft)\n",
    "[incident-ls]: # (whiteboard=leaf-revocation-delay)\n", "é", "𝄞", "市",
    "\xc2\xa0", "\xe2\x80\x91", "human error", "See comment 5.", "|", "`",
};

static const int today = 20758;     /* 2026-11-01 */

static struct span pick_span(uint64_t *seed, struct slice text)
{
    size_t start = soup_below(seed, text.length + 1);
    size_t end = start;

    if (soup_below(seed, 2))
        end += soup_below(seed, soup_below(seed, 3) ? 6 : 200);
    if (end > text.length)
        end = text.length;
    while (start && start < text.length &&
           ((unsigned char)text.bytes[start] & 0xc0) == 0x80)
        start--;
    while (end < text.length &&
           ((unsigned char)text.bytes[end] & 0xc0) == 0x80)
        end++;
    return (struct span){start, end};
}

/* What is put in: a piece, a few lines of the text itself, or nothing. */
static void pick_bytes(uint64_t *seed, struct slice text, struct buffer *bytes)
{
    struct span span;

    switch (soup_below(seed, 4)) {
    case 0:
        break;
    case 1:
        span = pick_span(seed, text);
        buffer_add(bytes, text.bytes + span.start, span.end - span.start);
        break;
    default:
        buffer_add_string(bytes, pieces[soup_below(
                                     seed, sizeof pieces / sizeof *pieces)]);
        break;
    }
}

static void edit(uint64_t *seed, struct text *text, struct blocks *blocks,
                 size_t most)
{
    struct slice bytes = text_slice(text, (struct span){0, text_length(text)});
    struct span span = pick_span(seed, bytes);
    struct buffer added = {NULL, 0, 0};

    if (bytes.length > most)
        span.end = bytes.length;        /* what has grown is cut back */
    pick_bytes(seed, bytes, &added);
    blocks_edit(blocks, text_splice(text, span,
                                    (struct slice){added.bytes,
                                                   added.length}));
    buffer_free(&added);
}

static void list(struct text *text, const struct blocks *blocks,
                 struct buffer *listed)
{
    struct check_options options;
    struct findings findings = {0};

    check_options_default(&options, today);
    checks_run(text, blocks, &options, &findings);
    for (size_t i = 0; i < findings.count; i++) {
        const struct finding *finding = &findings.items[i];

        if (finding->span.start > finding->span.end ||
            finding->span.end > text_length(text))
            buffer_add_string(listed, "outside of the text: ");
        buffer_add_number(listed, finding->span.start);
        buffer_add_char(listed, '-');
        buffer_add_number(listed, finding->span.end);
        buffer_add_char(listed, ' ');
        buffer_add_string(listed, finding->message);
        buffer_add_char(listed, '\n');
    }
    buffer_add_string(listed, "");
    findings_free(&findings);
}

static bool is_as_afresh(struct text *text, const struct blocks *blocks)
{
    struct slice bytes = text_slice(text, (struct span){0, text_length(text)});
    struct text *copy = text_new(bytes);
    struct blocks *fresh = blocks_new(copy);
    struct buffer kept = {NULL, 0, 0};
    struct buffer anew = {NULL, 0, 0};
    bool same;

    list(text, blocks, &kept);
    list(copy, fresh, &anew);
    same = !strcmp(kept.bytes, anew.bytes) &&
           !strstr(anew.bytes, "outside of");
    if (!same)
        printf("text:\n%.*s\nkept:\n%s\nafresh:\n%s\n", (int)bytes.length,
               bytes.bytes, kept.bytes, anew.bytes);
    buffer_free(&kept);
    buffer_free(&anew);
    blocks_free(fresh);
    text_free(copy);
    return same;
}

static bool try_report(uint64_t *seed, struct slice start, size_t edits)
{
    bool right = true;

    for (size_t done = 0; right && done < edits;) {
        struct text *text = text_new(start);
        struct blocks *blocks = blocks_new(text);

        for (size_t burst = 0; right && burst < 100 && done < edits; burst++) {
            size_t count = 1 + soup_below(seed, 10);

            for (size_t i = 0; i < count; i++)
                edit(seed, text, blocks, 2 * start.length + 500);
            done += count;
            right = is_as_afresh(text, blocks);
        }
        blocks_free(blocks);
        text_free(text);
    }
    return right;
}

static bool try_file(uint64_t *seed, size_t edits, const char *path)
{
    struct buffer report = {NULL, 0, 0};
    bool right;

    if (!file_read(path, FILE_LIMIT, &report)) {
        perror(path);
        return false;
    }
    right = try_report(seed, (struct slice){report.bytes, report.length},
                       edits);
    buffer_free(&report);
    return right;
}

int main(int argc, char **argv)
{
    size_t edits = argc > 1 ? strtoul(argv[1], NULL, 10) : 0;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 1;
    bool right = argc > 3;

    for (int i = 3; right && i < argc; i++)
        right = try_file(&seed, edits, argv[i]);
    return right ? 0 : 1;
}
