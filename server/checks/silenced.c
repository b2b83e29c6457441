/* Takes out the findings that the author has silenced, and says which
 * directives silence nothing. */
#include "check.h"

#include "memory.h"
#include "silence.h"

/* No directive. */
#define NONE ((size_t)-1)

/* Which directives hold at a place, while the text is gone through. */
struct sweep {
    const struct silences *silences;
    size_t next;                 /* the first one not yet come to */
    size_t open[RULE_COUNT];     /* the one in whose region we are */
    size_t line[RULE_COUNT + 1]; /* the last for a line; all: RULE_COUNT */
    bool *used;                  /* by the place in SILENCES */
};

static size_t line_slot(int rule)
{
    return rule == SILENCE_ALL ? RULE_COUNT : (size_t)rule;
}

/* The first directive keeps its region: one within it adds nothing. */
static void pass_region(struct sweep *sweep, size_t which)
{
    const struct silence *silence = &sweep->silences->items[which];

    for (int rule = 0; rule < RULE_COUNT; rule++) {
        if (silence->rule != SILENCE_ALL && silence->rule != rule)
            continue;
        if (silence->kind == SILENCE_ENDS)
            sweep->open[rule] = NONE;
        else if (sweep->open[rule] == NONE)
            sweep->open[rule] = which;
    }
}

static void go_to(struct sweep *sweep, size_t offset)
{
    while (sweep->next < sweep->silences->count &&
           sweep->silences->items[sweep->next].start <= offset) {
        size_t which = sweep->next++;
        const struct silence *silence = &sweep->silences->items[which];

        if (silence->kind == SILENCE_LINE)
            sweep->line[line_slot(silence->rule)] = which;
        else
            pass_region(sweep, which);
    }
}

static bool holds(const struct sweep *sweep, size_t which, size_t offset)
{
    return which != NONE && offset < sweep->silences->items[which].end;
}

/* The directive that silences RULE at OFFSET, which the sweep has reached; or
 * NONE. */
static size_t silencing(const struct sweep *sweep, enum rule_id rule,
                        size_t offset)
{
    if (holds(sweep, sweep->line[rule], offset))
        return sweep->line[rule];
    if (holds(sweep, sweep->line[RULE_COUNT], offset))
        return sweep->line[RULE_COUNT];
    return sweep->open[rule];
}

/* Takes out what is silenced; USED gets which of SILENCES did so. */
static void drop_silenced(struct findings *findings,
                          const struct silences *silences, bool *used)
{
    bool *dropped = memory_new_zeroed(findings->count, sizeof *dropped);
    struct sweep sweep = {.silences = silences, .used = used};

    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        sweep.open[rule] = sweep.line[rule] = NONE;
    sweep.line[RULE_COUNT] = NONE;
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        size_t which;

        go_to(&sweep, finding->span.start);
        which =
            silencing(&sweep, finding_rule_id(finding), finding->span.start);
        dropped[index] = which != NONE;
        if (dropped[index])
            sweep.used[which] = true;
    }
    findings_drop(findings, dropped);
    memory_free(dropped);
}

/* A rule that is off finds nothing here, but may be switched on elsewhere. */
static bool is_unused(const struct check *check, const struct silence *silence,
                      bool used)
{
    return !used && silence->kind != SILENCE_ENDS &&
           silence->rule != RULE_UNUSED_SUPPRESSION &&
           (silence->rule == SILENCE_ALL ||
            check->options->severities[silence->rule] != SEVERITY_OFF);
}

/* A directive that is all of its line goes with the line. */
static struct span whole_line(const struct check *check, struct span span)
{
    const struct text *text = check->reports->text;
    struct span line = text_line(text, text_line_at(text, span.start));
    struct span last = text_line(text, text_line_at(text, span.end));

    return (struct span){line.start, last.end};
}

/* The rule's id in a list, with the comma after it, or else before it. */
static struct span with_comma(const struct check *check,
                              const struct silence *silence)
{
    size_t start = silence->directive.start;
    struct slice text = check_slice(check, silence->directive);
    struct span name = {silence->name.start - start, silence->name.end - start};
    size_t end = name.end;

    while (end < text.length &&
           (text.bytes[end] == ' ' || text.bytes[end] == ','))
        end++;
    if (end > name.end && text.bytes[end - 1] != ')') {
        name.end = end;
    } else {
        while (name.start && (text.bytes[name.start - 1] == ' ' ||
                              text.bytes[name.start - 1] == ','))
            name.start--;
    }
    return span_move(name, start);
}

static void add_unused(const struct check *check, const struct silence *silence,
                       bool whole)
{
    bool all = silence->rule == SILENCE_ALL;
    struct finding_words words = {.value = check_slice(check, silence->name)};
    struct finding *finding = check_add(
        check, all ? CASE_UNUSED_SUPPRESSION_ALL : CASE_UNUSED_SUPPRESSION,
        silence->name, &words);
    struct fix *fix = finding_fix(finding, FIX_REMOVE_SUPPRESSION, &words);

    fix_edit(fix,
             whole ? whole_line(check, silence->directive)
                   : with_comma(check, silence),
             (struct slice){"", 0});
}

/* Where what the directive of the silence FIRST says ends; *USED tells whether
 * any of it silences something. */
static size_t directive_end(const struct silences *silences, size_t first,
                            const bool *each, bool *used)
{
    const struct silence *items = silences->items;
    size_t end = first;

    for (*used = false;
         end < silences->count &&
         items[end].directive.start == items[first].directive.start;
         end++)
        *used |= each[end];
    return end;
}

static void add_all_unused(const struct check *check,
                           const struct silences *silences, const bool *each)
{
    size_t end;

    for (size_t first = 0; first < silences->count; first = end) {
        bool used;

        end = directive_end(silences, first, each, &used);
        for (size_t which = first; which < end; which++) {
            if (is_unused(check, &silences->items[which], each[which]))
                add_unused(check, &silences->items[which], !used);
        }
    }
}

/* What is said of unused directives can be silenced too, and comes last. */
void check_silenced(const struct check *check)
{
    struct silences silences;
    bool *used;

    silences_read(&silences, check->reports);
    if (silences.count) {
        used = memory_new_zeroed(silences.count, sizeof *used);
        drop_silenced(check->findings, &silences, used);
        add_all_unused(check, &silences, used);
        findings_sort(check->findings);
        drop_silenced(check->findings, &silences, used);
        memory_free(used);
    }
    silences_free(&silences);
}
