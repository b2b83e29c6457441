/*
 * Whatever a text holds, what an editor is shown of it lies within it, and
 * what is part of something within that.
 *
 *     views_property TEXTS SEED
 *
 * tries as many texts made at random. At a fault it prints the text; exit 1.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "folding.h"
#include "hints.h"
#include "hover.h"
#include "lenses.h"
#include "links.h"
#include "memory.h"
#include "navigation.h"
#include "selection.h"
#include "soup.h"
#include "symbols.h"

#define PLACES 20

static const int today = 20758;     /* 2026-11-01 */

/* A text, and what is known of it. */
struct subject {
    struct text *text;
    struct blocks *blocks;
    struct reports reports;
    struct findings findings;
    struct check_options options;
};

static bool holds(struct span outer, struct span inner)
{
    return outer.start <= inner.start && inner.start <= inner.end &&
           inner.end <= outer.end;
}

static struct span all_of(const struct subject *subject)
{
    return (struct span){0, text_length(subject->text)};
}

static bool symbols_nest(struct subject *subject)
{
    struct span around[16] = {all_of(subject)};
    struct symbols symbols;
    bool right = true;

    symbols_read(&subject->reports, &symbols);
    for (size_t index = 0; right && index < symbols.count; index++) {
        const struct symbol *symbol = &symbols.items[index];

        around[symbol->depth + 1] = symbol->span;
        right = *symbol->name && holds(symbol->span, symbol->heading) &&
                holds(around[symbol->depth], symbol->span);
    }
    symbols_free(&symbols);
    return right;
}

static bool folds_are_lines(struct subject *subject)
{
    struct folds folds;
    bool right = true;

    folds_read(&subject->reports, subject->blocks, FOLDS_MOST, &folds);
    for (size_t index = 0; right && index < folds.count; index++)
        right = folds.items[index].first < folds.items[index].last &&
                folds.items[index].last < text_line_count(subject->text);
    folds_free(&folds);
    return right;
}

static bool links_lie_within(struct subject *subject)
{
    struct links links;
    bool right = true;

    links_read(&subject->reports, &links);
    for (size_t index = 0; right && index < links.count; index++)
        right = *links.items[index].target &&
                holds(all_of(subject), links.items[index].span);
    links_free(&links);
    return right;
}

static bool words_lie_within(struct subject *subject)
{
    struct lenses lenses;
    const struct attachments none = {NULL, 0, 0};
    struct hints hints;
    bool right = true;

    lenses_read(&subject->reports, &subject->findings, &subject->options,
                &lenses);
    hints_read(&(struct hint_source){.reports = &subject->reports,
                                     .attachments = &none,
                                     .today = today},
               all_of(subject), &hints);
    for (size_t index = 0; right && index < lenses.count; index++)
        right = holds(all_of(subject), lenses.items[index].span);
    for (size_t index = 0; right && index < hints.count; index++)
        right = hints.items[index].offset <= text_length(subject->text);
    lenses_free(&lenses);
    hints_free(&hints);
    return right;
}

static bool hover_is_here(struct subject *subject, size_t offset,
                          bool markdown)
{
    struct hover hover;
    bool right;

    if (!hover_at(&(struct hover_question){
                      .reports = &subject->reports,
                      .findings = &subject->findings,
                      .guideline = subject->options.guideline,
                      .today = today,
                      .markdown = markdown,
                      .offset = offset},
                  &hover))
        return true;
    right = holds(all_of(subject), hover.span);
    buffer_free(&hover.words);
    return right;
}

static bool selection_grows(struct subject *subject, size_t offset)
{
    struct span last = {offset, offset};
    struct selection selection;
    bool right;

    selection_at(&subject->reports, offset, &selection);
    right = selection.count > 0;
    for (size_t index = 0; right && index < selection.count; index++) {
        right = holds(selection.spans[index], last);
        last = selection.spans[index];
    }
    return right && holds(all_of(subject), last);
}

static bool mentions_lie_within(struct subject *subject, size_t offset)
{
    struct mentions mentions;
    struct naming naming;
    bool right;

    if (!naming_at(&subject->reports, offset, &naming))
        return true;
    mentions_headings(&subject->reports, &naming, &mentions);
    right = mentions.count && holds(all_of(subject), naming.span);
    mentions_references(&subject->reports, &naming, &mentions);
    for (size_t index = 0; right && index < mentions.count; index++)
        right = holds(all_of(subject), mentions.items[index].span);
    mentions_free(&mentions);
    return right;
}

static bool places_are_right(struct subject *subject, uint64_t *seed)
{
    bool right = true;

    for (size_t place = 0; right && place < PLACES; place++) {
        size_t offset = soup_below(seed, text_length(subject->text) + 1);

        right = hover_is_here(subject, offset, place % 2) &&
                selection_grows(subject, offset) &&
                mentions_lie_within(subject, offset);
    }
    return right;
}

static bool try_text(uint64_t *seed, const struct buffer *made)
{
    struct subject subject = {0};
    bool right;

    subject.text = text_new((struct slice){made->bytes, made->length});
    subject.blocks = blocks_new(subject.text);
    check_options_default(&subject.options, today);
    reports_read(&subject.reports, subject.text, subject.blocks);
    checks_run(subject.text, subject.blocks, &subject.options,
               &subject.findings);
    right = symbols_nest(&subject) && folds_are_lines(&subject) &&
            links_lie_within(&subject) && words_lie_within(&subject) &&
            places_are_right(&subject, seed);
    reports_free(&subject.reports);
    findings_free(&subject.findings);
    blocks_free(subject.blocks);
    text_free(subject.text);
    return right;
}

int main(int count, char **words)
{
    size_t texts = count == 3 ? strtoul(words[1], NULL, 10) : 0;
    uint64_t seed = count == 3 ? strtoul(words[2], NULL, 10) : 0;
    bool right = texts > 0;

    for (size_t text = 0; right && text < texts; text++) {
        struct buffer made = {0};

        soup_report(&seed, &made, 1 + soup_below(&seed, 8));
        soup_lines(&seed, &made, soup_below(&seed, 10));
        soup_report(&seed, &made, 1);
        right = try_text(&seed, &made);
        if (!right)
            printf("text %zu:\n%s\n", text, made.bytes);
        buffer_free(&made);
    }
    return right ? 0 : 1;
}
