/* All the fixes that change no meaning, made at once. */
#include "fix_all.h"

#include <string.h>

#include "edits.h"
#include "search.h"

#define ROUNDS_MOST 10

/* Edits that don't touch each other, in order; their texts are borrowed. */
struct plan {
    struct edit *edits;
    size_t count, room;
};

static const struct fix *safe_fix(const struct finding *finding)
{
    for (size_t index = 0; index < finding->fix_count; index++) {
        if (rule_fixes[finding->fixes[index].which].safe)
            return &finding->fixes[index];
    }
    return NULL;
}

bool fix_all_possible(const struct findings *findings)
{
    for (size_t index = 0; index < findings->count; index++) {
        if (safe_fix(&findings->items[index]))
            return true;
    }
    return false;
}

static bool ends_before(const void *edits, size_t index, size_t offset)
{
    return ((const struct edit *)edits)[index].span.end < offset;
}

/* The index of the first edit of PLAN that ends at OFFSET or after it. */
static size_t place_of(const struct plan *plan, size_t offset)
{
    return search_first(plan->edits, plan->count, offset, ends_before);
}

static bool has_room(const struct plan *plan, const struct fix *fix)
{
    for (size_t index = 0; index < fix->edit_count; index++) {
        struct span span = fix->edits[index].span;
        size_t place = place_of(plan, span.start);

        if (place < plan->count && plan->edits[place].span.start <= span.end)
            return false;
    }
    return true;
}

static void add_edit(struct plan *plan, struct edit edit)
{
    size_t place = place_of(plan, edit.span.start);

    /* Those of one fix may touch; they stay in the order they came in. */
    while (place < plan->count &&
           plan->edits[place].span.start <= edit.span.start)
        place++;
    plan->edits = memory_grow(plan->edits, &plan->room, plan->count + 1,
                              sizeof *plan->edits);
    memmove(plan->edits + place + 1, plan->edits + place,
            (plan->count - place) * sizeof *plan->edits);
    plan->edits[place] = edit;
    plan->count++;
}

/* True if FIX could be planned beside the others. */
static bool add_fix(struct plan *plan, const struct fix *fix)
{
    if (!fix || !fix->edit_count || !has_room(plan, fix))
        return false;
    for (size_t index = 0; index < fix->edit_count; index++)
        add_edit(plan, fix->edits[index]);
    return true;
}

static void check(struct slice source, const struct check_options *options,
                  struct findings *findings)
{
    struct text *text = text_new(source);
    struct blocks *blocks = blocks_new(text);

    checks_run(text, blocks, options, findings);
    blocks_free(blocks);
    text_free(text);
}

/* Puts what may be fixed at once into PLAN and counts it in FIXED. */
static void make_plan(const struct findings *findings, struct plan *plan,
                      struct fix_all *fixed)
{
    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];

        if (add_fix(plan, safe_fix(finding))) {
            fixed->counts[rule_cases[finding->which].rule]++;
            fixed->count++;
        }
    }
}

/* One round on what FIXED holds; false if it changed nothing. */
static bool fix_round(const struct check_options *options,
                      struct fix_all *fixed)
{
    struct slice source = buffer_slice(&fixed->text);
    struct findings findings = {0};
    struct plan plan = {NULL, 0, 0};
    struct buffer result = {NULL, 0, 0};
    bool changed;

    check(source, options, &findings);
    make_plan(&findings, &plan, fixed);
    edits_sort(plan.edits, plan.count);
    changed = plan.count && edits_apart(plan.edits, plan.count, source.length);
    if (changed) {
        edits_apply(source, plan.edits, plan.count, edits_line_end(source),
                    &result);
        buffer_free(&fixed->text);
        fixed->text = result;
    }
    memory_free(plan.edits);
    findings_free(&findings);
    return changed;
}

bool fix_all(struct slice source, const struct check_options *options,
             struct fix_all *fixed)
{
    int rounds = 0;

    memset(fixed, 0, sizeof *fixed);
    if (source.length && memchr(source.bytes, '\0', source.length))
        return false;
    buffer_add_slice(&fixed->text, source);
    while (rounds < ROUNDS_MOST && fix_round(options, fixed))
        rounds++;
    if (!slice_same(buffer_slice(&fixed->text), source))
        return true;
    fix_all_free(fixed);
    return false;
}

void fix_all_free(struct fix_all *fixed)
{
    buffer_free(&fixed->text);
    memset(fixed, 0, sizeof *fixed);
}
