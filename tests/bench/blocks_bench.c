/*
 * How long the block structure takes: to open a text, to follow a keystroke,
 * beside a whole parse by cmark-gfm in the same run; and what hostile texts
 * cost. Prints figures and judges none of them.
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "blocks.h"
#include "hostile.h"
#include "memory.h"
#include "soup.h"
#include "stopwatch.h"
#include "whole_parse.h"

#define KEYSTROKES 1001

/* Types a letter at one place, or takes it back. */
static double keystroke(struct text *text, struct blocks *blocks, size_t i)
{
    struct span span = {text_length(text) / 2, text_length(text) / 2};
    struct slice letter = {"a", 1 - i % 2};
    double start;

    if (i % 2)
        span.end++;
    start = stopwatch_now();
    blocks_edit(blocks, text_splice(text, span, letter));
    return stopwatch_now() - start;
}

static void print_keystrokes(struct text *text, struct blocks *blocks)
{
    struct times times = {NULL, 0, 0};

    for (size_t i = 0; i < KEYSTROKES; i++)
        times_add(&times, keystroke(text, blocks, i));
    printf("keystroke %7.3f ms, p99 %7.3f ms", times_median(&times),
           times_percentile(&times, 99));
    times_free(&times);
}

static void bench_size(size_t size)
{
    struct buffer bytes = {NULL, 0, 0};
    uint64_t seed = 1;
    size_t before, memory;
    double start, opened, whole;
    struct text *text;
    struct blocks *blocks;

    while (bytes.length < size)
        soup_report(&seed, &bytes, 10);
    before = mallinfo2().uordblks + mallinfo2().hblkhd;
    start = stopwatch_now();
    text = text_new(buffer_slice(&bytes));
    blocks = blocks_new(text);
    opened = stopwatch_now() - start;
    memory = mallinfo2().uordblks + mallinfo2().hblkhd - before;
    whole = whole_parse(buffer_slice(&bytes));
    printf("%6zu KB: open %7.2f ms, cmark-gfm %8.2f ms (%.1f times), ",
           bytes.length / 1024, opened, whole, whole / opened);
    print_keystrokes(text, blocks);
    printf(", memory %.1f times the text\n",
           (double)memory / (double)bytes.length);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&bytes);
}

static void bench_hostile(const struct hostile *hostile)
{
    struct buffer bytes = {NULL, 0, 0};
    struct text *text;
    struct blocks *blocks;
    double start, opened, typed;

    hostile_text(hostile, &bytes);
    start = stopwatch_now();
    text = text_new(buffer_slice(&bytes));
    blocks = blocks_new(text);
    opened = stopwatch_now() - start;
    typed = keystroke(text, blocks, 0);
    printf("%-28s %7zu KB: open %7.2f ms, keystroke %7.2f ms\n",
           hostile->name, bytes.length / 1024, opened, typed);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&bytes);
}

int main(void)
{
    static const size_t sizes[] = {4 << 10, 100 << 10, 1 << 20, 10 << 20};

    for (size_t i = 0; i < 4; i++)
        bench_size(sizes[i]);
    for (size_t i = 0; i < hostile_count; i++)
        bench_hostile(&hostiles[i]);
    return 0;
}
