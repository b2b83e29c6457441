/* All the fixes that change no meaning, made at once. */
#include "fix_all.h"

#include <string.h>

#include "edits.h"
#include "search.h"

#define ROUNDS_MOST 10

/* The fixes of one round. */
struct plan {
    struct proof *proof;
    struct edit *edits;             /* of all, in order; they don't touch each
                                       other. Their texts are borrowed */
    size_t count, room;
    struct claim *claims;           /* one a finding */
    bool *taken;                    /* of each claim, whether it is tried */
    size_t claim_count, claim_room;
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

/* Plans FIX for FINDING unless it touches another's. */
static void add_fix(struct plan *plan, const struct finding *finding,
                    const struct fix *fix)
{
    if (!fix || !fix->edit_count || !has_room(plan, fix))
        return;
    for (size_t index = 0; index < fix->edit_count; index++)
        add_edit(plan, fix->edits[index]);
    *memory_append(plan->claims, plan->claim_count, plan->claim_room) =
        (struct claim){finding, fix->edits, fix->edit_count};
}

static void plan_read(struct plan *plan, struct proof *proof)
{
    const struct findings *findings = proof_findings(proof);

    *plan = (struct plan){.proof = proof};
    for (size_t index = 0; index < findings->count; index++)
        add_fix(plan, &findings->items[index],
                safe_fix(&findings->items[index]));
    plan->taken = memory_new_zeroed(plan->claim_count, sizeof *plan->taken);
}

static void plan_free(struct plan *plan)
{
    memory_free(plan->edits);
    memory_free(plan->claims);
    memory_free(plan->taken);
}

/* Tries what is taken, all at once. */
static bool holds(const struct plan *plan)
{
    struct claim *claims =
        memory_new(plan->claim_count * sizeof *plan->claims);
    size_t count = 0;
    bool held;

    for (size_t index = 0; index < plan->claim_count; index++) {
        if (plan->taken[index])
            claims[count++] = plan->claims[index];
    }
    held = proof_holds(plan->proof, claims, count);
    memory_free(claims);
    return held;
}

/* Takes those of the COUNT claims from FIRST on that hold together with what
 * is taken already: all, or else those of either half, which is as deep as the
 * logarithm of COUNT. NOLINTNEXTLINE(misc-no-recursion) */
static void take(struct plan *plan, size_t first, size_t count)
{
    for (size_t index = 0; index < count; index++)
        plan->taken[first + index] = true;
    if (!count || holds(plan))
        return;
    for (size_t index = 0; index < count; index++)
        plan->taken[first + index] = false;
    if (count > 1) {
        take(plan, first, count / 2);
        take(plan, first + count / 2, count - count / 2);
    }
}

/* Counts in FIXED what is taken. */
static void count_taken(const struct plan *plan, struct fix_all *fixed)
{
    for (size_t index = 0; index < plan->claim_count; index++) {
        if (!plan->taken[index])
            continue;
        fixed->counts[finding_rule_id(plan->claims[index].finding)]++;
        fixed->count++;
    }
}

size_t fix_all_count(const struct proof_source *source)
{
    struct fix_all fixed = {.count = 0};
    struct proof *proof;
    struct plan plan;

    if (!fix_all_possible(source->findings))
        return 0;
    proof = proof_new(source);
    plan_read(&plan, proof);
    take(&plan, 0, plan.claim_count);
    count_taken(&plan, &fixed);
    plan_free(&plan);
    proof_free(proof);
    return fixed.count;
}

/* One round; false if it changed nothing. */
static bool fix_round(struct proof *proof, struct fix_all *fixed)
{
    struct plan plan;

    plan_read(&plan, proof);
    take(&plan, 0, plan.claim_count);
    count_taken(&plan, fixed);
    plan_free(&plan);
    return proof_keep(proof);
}

bool fix_all(const struct proof_source *source, struct fix_all *fixed)
{
    struct proof *proof = proof_new(source);
    int rounds = 0;

    memset(fixed, 0, sizeof *fixed);
    while (rounds < ROUNDS_MOST && fix_round(proof, fixed))
        rounds++;
    buffer_add_slice(&fixed->text, proof_text(proof));
    proof_free(proof);
    if (!slice_same(buffer_slice(&fixed->text), source->text))
        return true;
    fix_all_free(fixed);
    return false;
}

void fix_all_free(struct fix_all *fixed)
{
    buffer_free(&fixed->text);
    memset(fixed, 0, sizeof *fixed);
}
