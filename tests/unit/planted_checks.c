/*
 * Stands in for the checks, so that tests of what lies above don't depend on
 * the catalogue: it finds the word BAD, by the first case of all, and what day
 * it is wherever the text says DAY. BAD! has a related place: the text's first
 * character. BAD? has two fixes: GOOD, and FINE, which changes no meaning. BAD+
 * has one that puts the line MORE at the text's end, with which all is well.
 * In a draft it all is information; below a directive that disables there is
 * nothing.
 */
#include <stdio.h>
#include <string.h>

#include "checks.h"
#include "memory.h"

void check_options_default(struct check_options *options, int today)
{
    options->guideline = rule_guideline_current();
    memset(options->severities, SEVERITY_AS_IT_IS, sizeof options->severities);
    options->draft = false;
    options->final = false;
    options->today = today;
}

static enum severity severity_of(const struct check_options *options)
{
    signed char severity = options->severities[rule_cases[0].rule];

    if (severity != SEVERITY_AS_IT_IS)
        return (enum severity)severity;
    return options->draft ? SEVERITY_INFORMATION : SEVERITY_ERROR;
}

static struct finding *add(struct findings *findings, struct span span,
                           const char *message)
{
    struct finding *finding;

    findings->items = memory_grow(findings->items, &findings->room,
                                  findings->count + 1, sizeof *finding);
    finding = &findings->items[findings->count++];
    memset(finding, 0, sizeof *finding);
    finding->which = (enum case_id)0;
    finding->span = span;
    finding->message = memory_copy(message, strlen(message));
    return finding;
}

static void relate(struct finding *finding)
{
    finding->related = memory_new_zeroed(1, sizeof *finding->related);
    finding->related[0].span = (struct span){0, 1};
    finding->related[0].message = memory_copy("the first", 9);
    finding->related_count = 1;
}

static void offer(struct finding *finding, enum fix_id which,
                  const char *word)
{
    const struct slice slice = {word, strlen(word)};
    const struct finding_words words = {.expected = slice};

    fix_edit(finding_fix(finding, which, &words), finding->span, slice);
}

static void offer_more(struct finding *finding, struct slice text)
{
    const struct finding_words words = {.section = slice_of("MORE")};

    fix_edit(finding_fix(finding, FIX_INSERT_SECTION, &words),
             (struct span){text.length, text.length}, slice_of("\n\nMORE\n"));
}

static bool holds_more(struct slice text)
{
    size_t at = 0;

    while (at < text.length && !slice_has(text, at, "MORE"))
        at++;
    return at < text.length;
}

static void look_at(struct slice text, size_t offset,
                    const struct check_options *options,
                    struct findings *findings)
{
    struct span span = {offset, offset + 3};
    const char *word = text.bytes + offset;
    struct finding *finding;
    char day[16];

    if (!memcmp(word, "DAY", 3)) {
        snprintf(day, sizeof day, "day %d", options->today);
        add(findings, span, day)->severity = severity_of(options);
    }
    if (memcmp(word, "BAD", 3) ||
        (slice_at(text, offset + 3) == '+' && holds_more(text)))
        return;
    finding = add(findings, span, "this is bad");
    finding->severity = severity_of(options);
    if (offset + 3 < text.length && word[3] == '!')
        relate(finding);
    if (slice_at(text, offset + 3) == '+')
        offer_more(finding, text);
    if (offset + 3 < text.length && word[3] == '?') {
        offer(finding, FIX_REPLACE, "GOOD");
        offer(finding, FIX_RESPELL, "FINE");
    }
}

static void look_for_all(const struct text *text,
                         const struct check_options *options,
                         struct findings *findings)
{
    struct slice all = text_slice(text, (struct span){0, text_length(text)});

    if (severity_of(options) == SEVERITY_OFF)
        return;
    for (size_t offset = 0; offset + 3 <= all.length &&
                            !slice_has(all, offset, "[incident-ls-disable");
         offset++)
        look_at(all, offset, options, findings);
}

void checks_run(const struct text *text, const struct blocks *blocks,
                const struct check_options *options,
                struct findings *findings)
{
    (void)blocks;
    look_for_all(text, options, findings);
}

void checks_of_reports(const struct reports *reports,
                       const struct check_options *options,
                       struct findings *findings)
{
    look_for_all(reports->text, options, findings);
}
