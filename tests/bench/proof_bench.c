/*
 * What it takes to try fixes before they are offered or made: 20 of them one
 * by one, as for a finding that has so many, and 20 at once, as Fix All does.
 * Times are the processor's.
 */
#include <stdio.h>
#include <time.h>

#include "big_report.h"
#include "fix_all.h"
#include "stopwatch.h"

#define FIXES 20
#define RUNS 21
#define TODAY 20758             /* 2026-11-01 */

/* A report with FIXES dates, each in a form that has one safe fix. */
static void write_report(struct buffer *report, size_t size)
{
    big_report(report, size, 1);
    buffer_add_string(report, "\n## Preliminary Incident Report\n\n"
                              "### Timeline\n\n");
    for (size_t index = 0; index < FIXES; index++)
        buffer_addf(report, "- %zu May 2026, 10:00 UTC: a step.\n", index + 1);
}

/* Tries the safe fixes of SOURCE one by one; how many held. */
static size_t try_each(const struct proof_source *source)
{
    struct proof *proof = proof_new(source);
    const struct findings *findings = source->findings;
    size_t held = 0;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        const struct fix *fix = finding->fixes;

        if (finding->fix_count && rule_fixes[fix->which].safe)
            held += proof_holds(proof, &(struct claim){finding, fix->edits,
                                                       fix->edit_count}, 1);
    }
    proof_free(proof);
    return held;
}

/* Makes them all at once; how many were made. */
static size_t make_all(const struct proof_source *source)
{
    struct fix_all fixed = {.count = 0};
    size_t count;

    fix_all(source, &fixed);
    count = fixed.count;
    fix_all_free(&fixed);
    return count;
}

static double processor_now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return stopwatch_at(time);
}

static void bench(const char *name, const struct proof_source *source,
                  size_t (*once)(const struct proof_source *source),
                  const char *goal)
{
    struct times times = {NULL, 0, 0};
    size_t count = 0;

    for (size_t run = 0; run < RUNS; run++) {
        double start = processor_now();

        count = once(source);
        times_add(&times, processor_now() - start);
    }
    printf("  %-36s %10.3f ms, best %.3f, %zu held%s\n", name,
           times_median(&times), times_percentile(&times, 0), count, goal);
    times_free(&times);
}

static void bench_size(size_t size, const char *goal)
{
    struct buffer report = {NULL, 0, 0};
    struct findings findings = {0};
    struct check_options options;
    struct proof_source source;
    struct text *text;
    struct blocks *blocks;

    write_report(&report, size);
    check_options_default(&options, TODAY);
    text = text_new(buffer_slice(&report));
    blocks = blocks_new(text);
    checks_run(text, blocks, &options, &findings);
    source = (struct proof_source){buffer_slice(&report), &options, &findings};
    printf("\nA report of %zu bytes, with %zu findings:\n", report.length,
           findings.count);
    bench("20 fixes tried one by one", &source, try_each, goal);
    bench("20 fixes made at once", &source, make_all, "");
    findings_free(&findings);
    blocks_free(blocks);
    text_free(text);
    buffer_free(&report);
}

int main(void)
{
    bench_size(4 << 10, "");
    bench_size(64 << 10, "; goal 25 ms");
    bench_size(1000 << 10, "");
    return 0;
}
