/*
 * Taking any completion anywhere leaves no more structural findings.
 *
 *     completion_property TRIES SEED FILE...
 *
 * takes a report, cuts lines out of it or puts lines of anything in, types the
 * beginning of a line somewhere and takes each of the items offered there. At
 * an item that adds a finding on the structure it prints the text and the
 * item; exit 1.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "checks.h"
#include "completion.h"
#include "edits.h"
#include "file.h"
#include "memory.h"
#include "soup.h"

/* What a writer has typed when the list is shown. */
static const char *const typed[] = {
    "", "", "", "#", "##", "### ", "### Ti", "# F", "-", "- ", "- **", "- **In",
    "- In", "   - ", "   - **Non", "  - **W", "\t- ", "*", "* **A", "**",
    "**Con", "|", "- **Analysis:**", "- **Analysis:** ", "- **Relevant p:** x",
    "[incident-ls]: # (", "- **Source of incident disclosure:** ",
    "   - **Non-compliance end date:** ", "| a | ", "| a | Pre | ",
};

static const char *const rules_held[] = {
    "missing-field", "duplicate-field", "unknown-field", "field-order",
    "field-format", "table-columns", "table-row",
    "factor-numbering", "missing-contributing-factor",
};

static const int today = 20758;     /* 2026-11-01 */

static bool is_held(const struct rule *rule)
{
    if (!strcmp(rule->part, "Structure"))
        return true;
    for (size_t i = 0; i < sizeof rules_held / sizeof *rules_held; i++) {
        if (!strcmp(rule->id, rules_held[i]))
            return true;
    }
    return false;
}

/* A text and its model. */
struct opened {
    struct text *text;
    struct blocks *blocks;
};

static struct opened text_open(struct slice bytes)
{
    struct opened opened = {text_new(bytes), NULL};

    opened.blocks = blocks_new(opened.text);
    return opened;
}

static void text_close(struct opened *opened)
{
    blocks_free(opened->blocks);
    text_free(opened->text);
}

/* One finding that names all the fields of a section counts as many. */
static void count_findings(struct slice bytes, size_t counts[RULE_COUNT])
{
    struct opened opened = text_open(bytes);
    struct findings findings = {0};
    struct check_options options;

    memset(counts, 0, RULE_COUNT * sizeof *counts);
    check_options_default(&options, today);
    checks_run(opened.text, opened.blocks, &options, &findings);
    for (size_t i = 0; i < findings.count; i++)
        counts[rule_cases[findings.items[i].which].rule] +=
            findings.items[i].which == CASE_MISSING_FIELD_ALL ? FIELD_COUNT
                                                              : 1;
    findings_free(&findings);
    text_close(&opened);
}

/* False, and said so, if taking ITEM makes one of the COUNTS larger. */
static bool try_item(struct slice bytes, const struct completion *item,
                     const size_t counts[RULE_COUNT])
{
    struct edit edit = {item->span, item->snippet.text.bytes};
    struct buffer result = {NULL, 0, 0};
    size_t after[RULE_COUNT];
    bool good = true;

    edits_apply(bytes, &edit, 1, edits_line_end(bytes), &result);
    count_findings((struct slice){result.bytes, result.length}, after);
    for (size_t id = 0; id < RULE_COUNT && good; id++) {
        if (!is_held(&rules[id]) || after[id] <= counts[id])
            continue;
        printf("%s: %zu instead of %zu after \"%s\" at %zu..%zu\n"
               "--- before\n%.*s\n--- after\n%s\n",
               rules[id].id, after[id], counts[id], item->label.bytes,
               item->span.start, item->span.end, (int)bytes.length,
               bytes.bytes, result.bytes);
        good = false;
    }
    buffer_free(&result);
    return good;
}

static bool try_at(struct slice bytes, size_t offset)
{
    struct opened opened = text_open(bytes);
    struct reports reports;
    struct completions offered;
    struct check_options options;
    size_t counts[RULE_COUNT];
    bool good = true;

    check_options_default(&options, today);
    reports_read(&reports, opened.text, opened.blocks);
    completions_at(&offered,
                   &(struct completion_source){
                       &reports, &options,
                       {today, 600, {"A000999", 7}, {"X", 1}}, SNIPPET_NONE},
                   offset);
    if (offered.count)
        count_findings(bytes, counts);
    for (size_t i = 0; i < offered.count && good; i++)
        good = try_item(bytes, &offered.items[i], counts);
    completions_free(&offered);
    reports_free(&reports);
    text_close(&opened);
    return good;
}

/* The start of a line at random. */
static size_t pick_line(uint64_t *seed, const struct buffer *text)
{
    size_t at = soup_below(seed, text->length + 1);

    while (at && text->bytes[at - 1] != '\n')
        at--;
    return at;
}

static void cut_lines(uint64_t *seed, struct buffer *text)
{
    struct slice all = {text->bytes, text->length};
    size_t start = pick_line(seed, text);
    size_t end = start;
    struct buffer kept = {NULL, 0, 0};

    for (size_t lines = 1 + soup_below(seed, 12); lines && end < all.length;
         lines--) {
        while (end < all.length && all.bytes[end] != '\n')
            end++;
        end += end < all.length;
    }
    buffer_add(&kept, all.bytes, start);
    buffer_add(&kept, all.bytes + end, all.length - end);
    buffer_free(text);
    *text = kept;
}

static void put_in(struct buffer *text, size_t at, struct slice bytes)
{
    struct buffer whole = {NULL, 0, 0};

    buffer_add(&whole, text->bytes, at);
    buffer_add(&whole, bytes.bytes, bytes.length);
    buffer_add(&whole, text->bytes + at, text->length - at);
    buffer_free(text);
    *text = whole;
}

static void put_soup(uint64_t *seed, struct buffer *text)
{
    struct buffer soup = {NULL, 0, 0};

    soup_lines(seed, &soup, 1 + soup_below(seed, 4));
    /* An editor has one kind of line end in a text. */
    for (size_t at = 0; at < soup.length; at++) {
        if (soup.bytes[at] == '\r')
            soup.bytes[at] = '\n';
    }
    put_in(text, pick_line(seed, text),
           (struct slice){soup.bytes, soup.length});
    buffer_free(&soup);
}

/* Types the beginning of a line, and returns where the cursor then is. */
static size_t type(uint64_t *seed, struct buffer *text)
{
    const char *line = typed[soup_below(seed, sizeof typed / sizeof *typed)];
    struct buffer added = {NULL, 0, 0};
    size_t at = pick_line(seed, text);
    size_t cursor = at + strlen(line);

    buffer_add_string(&added, line);
    if (soup_below(seed, 8))
        buffer_add_string(&added, "\n");
    put_in(text, at, (struct slice){added.bytes, added.length});
    buffer_free(&added);
    if (!soup_below(seed, 4))
        cursor = soup_below(seed, text->length + 1);
    return cursor;
}

static bool try_report(uint64_t *seed, const char *path)
{
    struct buffer text = {NULL, 0, 0};
    size_t offset;
    bool good = true;

    if (soup_below(seed, 10) == 0)
        soup_report(seed, &text, soup_below(seed, 4));
    else
        good = file_read(path, 1 << 20, &text);
    buffer_add(&text, "", 0);
    for (size_t cuts = soup_below(seed, 4); cuts; cuts--)
        cut_lines(seed, &text);
    if (soup_below(seed, 4) == 0)
        put_soup(seed, &text);
    offset = type(seed, &text);
    good = good && try_at((struct slice){text.bytes, text.length}, offset);
    buffer_free(&text);
    return good;
}

int main(int argc, char **argv)
{
    uint64_t seed;
    long tries;

    if (argc < 4)
        return EXIT_FAILURE;
    tries = strtol(argv[1], NULL, 10);
    seed = strtoull(argv[2], NULL, 10);
    for (long i = 0; i < tries; i++) {
        uint64_t began = seed;

        if (!try_report(&seed, argv[3 + soup_below(&seed,
                                                   (size_t)argc - 3)])) {
            printf("completion_property 1 %llu\n", (unsigned long long)began);
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
