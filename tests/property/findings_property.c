/*
 * After any burst of edits, the model and the findings are those of the text
 * opened afresh.
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

#include "attachments.h"
#include "checked.h"
#include "checks.h"
#include "file.h"
#include "listing.h"
#include "memory.h"
#include "model_listing.h"
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
    "## Incident Report\n", "### Appendix\n", "### Action Items\n",
    "[list](certificates.csv)\n", "[list](other.csv)\n", "- All times UTC\n",
    "\n[incident-ls-disable]: # (date-format)\n",
    "\n[incident-ls-disable-next-line]: # \n\n", "[incident-ls-enable]: #\n",
    "[incident-ls]: # (aware=2026-01-02, title=\"CA: it\")\n",
    "<b>bold</b>", "[here](file.txt)", "\n- 2026-01-02 10:00 it began\n",
    "\xc2\xa0", "\xe2\x80\x91", "human error", "See comment 5.", "|", "`",
    ",", "\"", "\r", "Yes,", "4C5\n",
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

/* A text being edited, and what was found in it so far. */
struct subject {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct checked *checked;
    struct replacing replacing;
    struct check_options options;
    struct attachments attachments;
};

static void subject_open(struct subject *subject, struct slice start)
{
    *subject = (struct subject){.text = text_new(start)};
    subject->blocks = blocks_new(subject->text);
    reports_read(&subject->reports, subject->text, subject->blocks);
    subject->checked = checked_new();
    replaced_begin(&subject->replacing, subject->text);
    check_options_default(&subject->options, today);
}

static void subject_close(struct subject *subject)
{
    attachments_free(&subject->attachments);
    checked_free(subject->checked);
    reports_free(&subject->reports);
    blocks_free(subject->blocks);
    text_free(subject->text);
}

static void edit(uint64_t *seed, struct subject *subject, size_t most)
{
    struct text *text = subject->text;
    struct slice bytes = text_slice(text, (struct span){0, text_length(text)});
    struct span span = pick_span(seed, bytes);
    struct buffer added = {NULL, 0, 0};
    struct text_change change;

    if (bytes.length > most)
        span.end = bytes.length;        /* what has grown is cut back */
    pick_bytes(seed, bytes, &added);
    change = text_splice(text, span,
                         (struct slice){added.bytes, added.length});
    replaced_add(&subject->replacing, blocks_edit(subject->blocks, change),
                 subject->blocks);
    buffer_free(&added);
}

/* Another day, a rule switched off or on, a file that has been read. */
static void turn(uint64_t *seed, struct subject *subject)
{
    struct check_options *options = &subject->options;
    struct attachments *attachments = &subject->attachments;
    size_t rule = soup_below(seed, RULE_COUNT);

    switch (soup_below(seed, 12)) {
    case 0:
        options->today = today - (int)soup_below(seed, 3) * 200;
        break;
    case 1:
        options->severities[rule] = (signed char)soup_below(seed, 2)
                                        ? SEVERITY_OFF
                                        : SEVERITY_AS_IT_IS;
        break;
    case 2:
        for (size_t index = 0; index < attachments->count; index++) {
            struct attachment *attachment = &attachments->items[index];

            attachment->state = ATTACHMENT_READ;
            attachment->counts[SEVERITY_ERROR] = soup_below(seed, 3);
        }
        break;
    default:
        break;
    }
}

/* What is found, going by what was found before. */
static void list_kept(struct subject *subject, struct buffer *listed)
{
    struct replaced replaced = replaced_end(
        &subject->replacing, subject->blocks, subject->text);
    struct findings findings = {0};

    reports_update(&subject->reports, subject->blocks, &replaced);
    subject->options.attachments = &subject->attachments;
    checked_update(subject->checked, &subject->reports, &replaced, &subject->options,
                   &findings);
    replaced_begin(&subject->replacing, subject->text);
    model_listing_add(listed, &subject->reports);
    listing_add(listed, &findings);
    findings_free(&findings);
}

/* Which files are linked to. */
static void list_files(struct buffer *listed,
                       const struct attachments *attachments)
{
    for (size_t index = 0; index < attachments->count; index++) {
        if (!attachments->items[index].linked)
            continue;
        buffer_add_string(listed, attachments->items[index].target);
        buffer_add_char(listed, '\n');
    }
}

/* The same of the text opened afresh; false if it isn't within the text. */
static bool list_anew(struct subject *subject, struct slice bytes,
                      struct buffer *listed)
{
    struct text *text = text_new(bytes);
    struct blocks *blocks = blocks_new(text);
    struct findings findings = {0};
    struct reports reports;
    bool within;

    reports_read(&reports, text, blocks);
    model_listing_add(listed, &reports);
    reports_free(&reports);
    checks_run(text, blocks, &subject->options, &findings);
    listing_add(listed, &findings);
    within = listing_is_within(&findings, bytes.length);
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    return within;
}

static bool is_as_afresh(struct subject *subject)
{
    struct slice bytes = text_slice(
        subject->text, (struct span){0, text_length(subject->text)});
    struct buffer kept = {NULL, 0, 0};
    struct buffer anew = {NULL, 0, 0};
    bool same;

    list_kept(subject, &kept);
    list_files(&kept, &subject->attachments);
    same = list_anew(subject, bytes, &anew);
    list_files(&anew, &subject->attachments);
    same = same && !strcmp(kept.bytes, anew.bytes);
    if (!same)
        printf("text:\n%.*s\nkept:\n%s\nafresh:\n%s\n", (int)bytes.length,
               bytes.bytes, kept.bytes, anew.bytes);
    buffer_free(&kept);
    buffer_free(&anew);
    return same;
}

static bool try_report(uint64_t *seed, struct slice start, size_t edits)
{
    bool right = true;

    for (size_t done = 0; right && done < edits;) {
        struct subject subject;

        subject_open(&subject, start);
        for (size_t burst = 0; right && burst < 100 && done < edits; burst++) {
            size_t count = 1 + soup_below(seed, 10);

            for (size_t i = 0; i < count; i++)
                edit(seed, &subject, 2 * start.length + 500);
            done += count;
            turn(seed, &subject);
            right = is_as_afresh(&subject);
        }
        subject_close(&subject);
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
