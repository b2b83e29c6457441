/* What can be done about the findings at a place. */
#include "code_actions.h"

#include <string.h>

#include "array.h"
#include "edits.h"
#include "finding.h"
#include "fix_all.h"
#include "line_diff.h"
#include "memory.h"
#include "suppression.h"
#include "utf8.h"

/* NULL if there are CODE_ACTIONS_MOST. */
static struct code_action *add_action(struct code_actions *actions,
                                      const char *title,
                                      const struct finding *finding)
{
    struct code_action *action;

    if (actions->count >= CODE_ACTIONS_MOST)
        return NULL;
    action = memory_add(actions);
    *action = (struct code_action){
        .title = memory_copy(title, strlen(title)), .finding = finding};
    return action;
}

/* BYTES in place of SPAN, as they are. */
static void add_edit(struct code_action *action, struct span span,
                     struct slice bytes)
{
    action->edits = memory_resize(
        action->edits, (action->edit_count + 1) * sizeof *action->edits);
    action->edits[action->edit_count++] =
        (struct edit){span, memory_copy(bytes.bytes, bytes.length)};
}

/* TEXT, whose lines end with LF, in place of SPAN. */
static void add_lines(struct code_action *action, struct span span,
                      const char *text, const char *line_end)
{
    struct buffer bytes = {NULL, 0, 0};

    edits_add_text(&bytes, text, line_end);
    add_edit(action, span, buffer_slice(&bytes));
    buffer_free(&bytes);
}

bool code_actions_concern(const struct finding *finding, struct span span)
{
    return span_meets(finding->span, span);
}

static bool is_same(const struct code_action *one,
                    const struct code_action *other)
{
    if (strcmp(one->title, other->title) ||
        one->edit_count != other->edit_count)
        return false;
    for (size_t index = 0; index < one->edit_count; index++) {
        const struct edit *a = &one->edits[index];
        const struct edit *b = &other->edits[index];

        if (a->span.start != b->span.start || a->span.end != b->span.end ||
            strcmp(a->text, b->text))
            return false;
    }
    return true;
}

static void action_free(struct code_action *action)
{
    for (size_t index = 0; index < action->edit_count; index++)
        memory_free(action->edits[index].text);
    memory_free(action->edits);
    memory_free(action->title);
}

/* Several findings may offer to do the same for all of them. */
static bool is_repeated(const struct code_actions *actions)
{
    size_t last = actions->count - 1;

    for (size_t index = 0; index < last; index++) {
        if (is_same(&actions->items[index], &actions->items[last]))
            return true;
    }
    return false;
}

/* Adds the action TITLE that makes CLAIM, unless it is there already or doesn't
 * hold. */
static void offer(struct code_actions *actions, struct proof *proof,
                  const struct claim *claim, const char *title, bool preferred)
{
    const char *line_end = proof_line_end(proof);
    struct code_action *action = add_action(actions, title, claim->finding);

    if (!action)
        return;
    action->preferred = preferred;
    for (size_t index = 0; index < claim->edit_count; index++)
        add_lines(action, claim->edits[index].span, claim->edits[index].text,
                  line_end);
    edits_sort(action->edits, action->edit_count);
    if (is_repeated(actions) || !proof_holds(proof, claim, 1))
        action_free(&actions->items[--actions->count]);
}

void code_actions_add_fix(struct code_actions *actions,
                          const struct code_action_source *source,
                          const struct finding *finding,
                          const struct fix *fix)
{
    offer(actions, source->proof,
          &(struct claim){finding, fix->edits, fix->edit_count}, fix->title,
          fix->preferred);
}

void code_actions_fix(struct code_actions *actions,
                      const struct code_action_source *source,
                      struct span span)
{
    const struct findings *findings = source->findings;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];

        if (!code_actions_concern(finding, span))
            continue;
        for (size_t which = 0; which < finding->fix_count; which++)
            code_actions_add_fix(actions, source, finding,
                                 &finding->fixes[which]);
    }
}

bool code_actions_has_fix(const struct code_action_source *source,
                          struct span span, enum fix_id which)
{
    for (size_t index = 0; index < source->findings->count; index++) {
        const struct finding *finding = &source->findings->items[index];

        for (size_t fix = 0; fix < finding->fix_count; fix++) {
            if (finding->fixes[fix].which == which &&
                code_actions_concern(finding, span))
                return true;
        }
    }
    return false;
}

typedef bool suppress(const struct text *text, const struct blocks *blocks,
                      const struct finding *finding,
                      struct suppression *suppression);

/* One way to silence a rule. */
struct silencer {
    enum fix_id which;
    suppress *suppress;
};

static const struct silencer silencers[] = {
    {FIX_DISABLE_NEXT_LINE, suppression_of_line},
    {FIX_DISABLE_IN_REPORT, suppression_of_report},
};

#define SILENCER_COUNT LENGTH_OF(silencers)

static void add_silenced(struct code_actions *actions,
                         const struct code_action_source *source,
                         const struct finding *finding,
                         const struct silencer *silencer)
{
    const char *rule = finding_rule(finding)->id;
    const struct finding_words words = {.value = slice_of(rule)};
    struct suppression suppression;
    struct edit edit;
    char *title;

    if (!silencer->suppress(source->text, source->blocks, finding,
                            &suppression))
        return;
    edit = (struct edit){{suppression.offset, suppression.offset},
                         suppression.text.bytes};
    title = message_fill_in(rule_fixes[silencer->which].title, &words);
    offer(actions, source->proof, &(struct claim){finding, &edit, 1}, title,
          false);
    memory_free(title);
    buffer_free(&suppression.text);
}

void code_actions_suppress(struct code_actions *actions,
                           const struct code_action_source *source,
                           struct span span)
{
    const struct findings *findings = source->findings;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];

        if (!code_actions_concern(finding, span))
            continue;
        if (actions->count >= CODE_ACTIONS_MOST)
            return;
        for (size_t way = 0; way < SILENCER_COUNT; way++)
            add_silenced(actions, source, finding, &silencers[way]);
    }
}

/* Where the lines FIRST to FIRST + COUNT - 1 stand in the text they are of. */
static struct span span_of(const struct diff_lines *lines, struct slice text,
                           size_t first, size_t count)
{
    struct span span = {text.length, text.length};

    if (first < lines->count)
        span.start = (size_t)(lines->items[first].bytes - text.bytes);
    if (first + count < lines->count)
        span.end = (size_t)(lines->items[first + count].bytes - text.bytes);
    return span;
}

/* One edit for all that differs between OLD and NEW in those lines. What is
 * equal at the ends is left out, so that cursors stay where they are. */
static void add_hunk(struct code_action *action, const struct line_diff *diff,
                     const struct diff_hunk *hunk, struct slice old,
                     struct slice new)
{
    struct span from = span_of(&diff->old, old, hunk->old_start,
                               hunk->old_count);
    struct span to = span_of(&diff->new, new, hunk->new_start,
                             hunk->new_count);
    struct slice gone = slice_part(old, from.start, from.end);
    struct slice come = slice_part(new, to.start, to.end);
    size_t start = utf8_same_start(gone, come);
    size_t end = utf8_same_end(gone, come, start);

    add_edit(action, (struct span){from.start + start, from.end - end},
             slice_part(come, start, come.length - end));
}

void code_actions_fix_all(struct code_actions *actions,
                          const struct code_action_source *source)
{
    struct slice old = text_bytes(source->text);
    struct code_action *action;
    struct fix_all fixed;
    struct line_diff diff;

    if (!fix_all_possible(source->findings) ||
        !fix_all(&(struct proof_source){old, source->options,
                                        source->findings}, &fixed))
        return;
    action = add_action(actions, rule_fixes[FIX_ALL].title, NULL);
    if (action) {
        struct slice new = buffer_slice(&fixed.text);

        line_diff_read(&diff, old, new);
        for (size_t index = 0; index < diff.count; index++)
            add_hunk(action, &diff, &diff.hunks[index], old, new);
        line_diff_free(&diff);
    }
    fix_all_free(&fixed);
}

void code_actions_free(struct code_actions *actions)
{
    for (size_t index = 0; index < actions->count; index++)
        action_free(&actions->items[index]);
    memory_free(actions->items);
    *actions = (struct code_actions){NULL, 0, 0};
}
