/*
 * Applies every fix of every finding, one at a time, and checks again: the
 * finding is gone and no error has come in its place. But for odd texts all
 * are offered.
 *
 *     fixes_test FILE...           annotated reports
 *     fixes_test --faults FOLDER   the faults, made in the samples of FOLDER
 *
 * Each text is tried with LF, with CR LF and with CR alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "each.h"
#include "edits.h"

/* What is being tried, and on what. */
struct trial {
    const char *name;
    struct slice source;
    const struct check_options *options;
    struct findings before, after;
    const struct finding *finding;
    const struct fix *fix;
    struct buffer result;           /* SOURCE with FIX applied */
    int failures;
};

static void check_source(struct slice source,
                         const struct check_options *options,
                         struct findings *findings)
{
    struct text *text = text_new(source);
    struct blocks *blocks = blocks_new(text);

    checks_run(text, blocks, options, findings);
    blocks_free(blocks);
    text_free(text);
}

static const char *rule_of(const struct finding *finding)
{
    return rules[rule_cases[finding->which].rule].id;
}

static void complain(struct trial *trial, const char *what,
                     const struct finding *other)
{
    print_error("%s: %s (%s), fix \"%s\": %s%s%s\n", trial->name,
                rule_of(trial->finding), trial->finding->message,
                trial->fix->title, what, other ? ": " : "",
                other ? other->message : "");
    if (trial->result.length && trial->result.length < 2000)
        print_error("%s\n", trial->result.bytes);
    trial->failures++;
}

/* The bytes that the edits put in the place of what stood at OFFSET; what
 * touches an edit may have gone to either of its ends. */
static struct span moved(const struct fix *fix, size_t offset)
{
    struct span place = {offset, offset};
    size_t added = 0, removed = 0;

    for (size_t index = 0; index < fix->edit_count; index++) {
        const struct edit *edit = &fix->edits[index];
        size_t start = edit->span.start + added - removed;

        if (edit->span.start > offset)
            break;
        added += strlen(edit->text);
        removed += edit->span.end - edit->span.start;
        if (edit->span.end >= offset)
            return (struct span){start, start + strlen(edit->text)};
        place.start = place.end = offset + added - removed;
    }
    return place;
}

static bool is_same(const struct finding *one, const struct finding *other)
{
    return rule_cases[one->which].rule == rule_cases[other->which].rule &&
           !strcmp(one->message, other->message);
}

static size_t count_same(const struct findings *findings,
                         const struct finding *finding)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++)
        count += is_same(&findings->items[index], finding);
    return count;
}

static bool is_gone(const struct trial *trial)
{
    struct span place = moved(trial->fix, trial->finding->span.start);

    for (size_t index = 0; index < trial->after.count; index++) {
        const struct finding *finding = &trial->after.items[index];

        if (is_same(finding, trial->finding) &&
            finding->span.start >= place.start &&
            finding->span.start <= place.end)
            return false;
    }
    return true;
}

/* What a fix inserts is the template's, which is still to be filled in. */
static bool is_to_be_filled(const struct trial *trial,
                            const struct finding *finding)
{
    static const char *const ids[] = {"empty-field", "placeholder",
                                      "empty-cell", "empty-section",
                                      "analysis-required"};
    size_t added = 0, removed = 0;
    bool known = false;

    for (size_t index = 0; index < sizeof ids / sizeof *ids; index++)
        known = known || !strcmp(rule_of(finding), ids[index]);
    for (size_t index = 0; known && index < trial->fix->edit_count; index++) {
        const struct edit *edit = &trial->fix->edits[index];
        size_t start = edit->span.start + added - removed;

        added += strlen(edit->text);
        removed += edit->span.end - edit->span.start;
        if (finding->span.start >= start &&
            finding->span.end <= start + strlen(edit->text))
            return true;
    }
    return false;
}

static void judge(struct trial *trial)
{
    if (!is_gone(trial))
        complain(trial, "the finding is still there", NULL);
    for (size_t index = 0; index < trial->after.count; index++) {
        const struct finding *finding = &trial->after.items[index];

        if (finding->severity == SEVERITY_ERROR &&
            count_same(&trial->after, finding) >
                count_same(&trial->before, finding) &&
            !is_to_be_filled(trial, finding))
            complain(trial, rule_of(finding), finding);
    }
}

/* Edits change something, and whole characters; a title is filled in. */
static bool is_sound(struct trial *trial)
{
    const struct fix *fix = trial->fix;
    int failures = trial->failures;

    edits_sort(fix->edits, fix->edit_count);
    if (!fix->edit_count ||
        !edits_apart(fix->edits, fix->edit_count, trial->source.length))
        complain(trial, "edits that overlap, or none", NULL);
    if (!*fix->title || strchr(fix->title, '{') ||
        strstr(fix->title, "\"\""))
        complain(trial, "a title that isn't filled in", NULL);
    for (size_t index = 0; index < fix->edit_count; index++) {
        const struct edit *edit = &fix->edits[index];
        struct slice was = {trial->source.bytes + edit->span.start,
                            edit->span.end - edit->span.start};

        if (was.length == strlen(edit->text) &&
            !memcmp(was.bytes, edit->text, was.length))
            complain(trial, "an edit that changes nothing", NULL);
        if (strchr(edit->text, '\r'))
            complain(trial, "an edit with CR in it", NULL);
    }
    return failures == trial->failures;
}

/* LF in what a fix inserts is the text's line end once it is applied. */
static void lengthen(struct fix *fix, const char *line_end)
{
    for (size_t index = 0; index < fix->edit_count; index++) {
        struct buffer text = {NULL, 0, 0};

        buffer_add_string(&text, "");
        edits_add_text(&text, fix->edits[index].text, line_end);
        memory_free(fix->edits[index].text);
        fix->edits[index].text = buffer_take(&text);
    }
}

/* In all texts but odd ones a fix must be. */
static bool is_offered(struct trial *trial)
{
    const struct proof_source source = {trial->source, trial->options,
                                        &trial->before};
    const struct claim claim = {trial->finding, trial->fix->edits,
                                trial->fix->edit_count};
    bool holds = each_holds(&source, &claim);

    if (!holds && !each_is_odd(trial->name))
        complain(trial, "it isn't offered", NULL);
    return holds;
}

static void try_fix(struct trial *trial, struct fix *fix)
{
    const char *line_end = edits_line_end(trial->source);

    trial->fix = fix;
    trial->after = (struct findings){0};
    trial->result = (struct buffer){NULL, 0, 0};
    if (!is_offered(trial) || !is_sound(trial))
        return;
    buffer_add_string(&trial->result, "");
    edits_apply(trial->source, fix->edits, fix->edit_count, line_end,
                &trial->result);
    lengthen(fix, line_end);
    check_source((struct slice){trial->result.bytes, trial->result.length},
                 trial->options, &trial->after);
    judge(trial);
    findings_free(&trial->after);
    buffer_free(&trial->result);
}

static void try_finding(struct trial *trial, struct finding *finding)
{
    size_t preferred = 0;

    trial->finding = finding;
    for (size_t index = 0; index < finding->fix_count; index++) {
        preferred += finding->fixes[index].preferred;
        try_fix(trial, &finding->fixes[index]);
        if (preferred > 1)
            complain(trial, "a second preferred fix", NULL);
    }
}

/* Returns the number of failures. */
static int try_source(const char *name, struct slice source,
                      const struct check_options *options)
{
    struct trial trial = {.name = name, .source = source, .options = options};

    check_source(source, options, &trial.before);
    for (size_t index = 0; index < trial.before.count; index++)
        try_finding(&trial, &trial.before.items[index]);
    findings_free(&trial.before);
    return trial.failures;
}

/* Each fix costs two checks of the text: one that is longer is tried once. */
#define LINE_ENDS_MOST ((size_t)16 << 10)

static int try_line_ends(const char *name, const struct buffer *report,
                         const struct check_options *options)
{
    static const char *const line_ends[] = {"\r\n", "\r"};
    int failures = try_source(
        name, (struct slice){report->bytes, report->length}, options);

    for (size_t index = 0;
         index < 2 && report->length <= LINE_ENDS_MOST; index++) {
        struct buffer other = {NULL, 0, 0};

        buffer_add_string(&other, "");
        edits_add_text(&other, report->bytes, line_ends[index]);
        failures += try_source(name, (struct slice){other.bytes, other.length},
                               options);
        buffer_free(&other);
    }
    return failures;
}

int main(int argc, char **argv)
{
    return each_report(argc, argv, try_line_ends);
}
