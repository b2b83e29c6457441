/* Tries fixes on a copy of the text, and judges by what is found in it. */
#include "proof.h"

#include <string.h>

#include "attachments.h"
#include "search.h"

/* As many bytes as take about as long to check as a finding does, or a line. */
#define FINDING_COST 64
#define LINE_COST 16

struct proof {
    struct check_options options;
    struct attachments attachments; /* a copy: checks note what is linked */
    struct slice source;
    struct buffer kept_text;        /* SOURCE, once something was kept */
    const struct findings *findings;    /* of SOURCE; NULL before they are
                                           known */
    struct findings own;            /* these, where nobody else has them */
    const char *line_end;           /* of SOURCE; NULL likewise */
    size_t left;                    /* bytes that may still be checked */
    size_t cost;                    /* of them, once more; 0: not known yet */
    /* The copy. */
    struct text *text;              /* NULL before the first try */
    struct blocks *blocks;
    struct span changed;            /* where it is TRIED, not SOURCE */
    /* SOURCE as the last claims make it, and as those did that last held. */
    struct made {
        struct buffer text;
        struct findings findings;
    } tried, held;
    bool holds;                     /* what is TRIED */
};

/* Where an edit is, and where what it put in is once all have been made. */
struct move {
    struct span from, to;
};

/* The edits of some claims, in order. */
struct trial {
    const struct claim *claims;
    size_t claim_count;
    struct edit *edits;             /* their texts are borrowed */
    struct move *moves;
    size_t count;
};

struct proof *proof_new(const struct proof_source *source)
{
    struct proof *proof = memory_new_zeroed(1, sizeof *proof);

    proof->options = *source->options;
    if (proof->options.attachments) {
        attachments_copy(&proof->attachments, proof->options.attachments);
        proof->options.attachments = &proof->attachments;
    }
    proof->source = source->text;
    proof->findings = source->findings;
    proof->left = PROOF_BYTES_MOST;
    return proof;
}

/* Leaves it empty. */
static void made_free(struct made *made)
{
    buffer_free(&made->text);
    findings_free(&made->findings);
}

void proof_free(struct proof *proof)
{
    if (!proof)
        return;
    attachments_free(&proof->attachments);
    buffer_free(&proof->kept_text);
    findings_free(&proof->own);
    blocks_free(proof->blocks);
    text_free(proof->text);
    made_free(&proof->tried);
    made_free(&proof->held);
    memory_free(proof);
}

struct slice proof_text(const struct proof *proof)
{
    return proof->source;
}

static void splice(struct proof *proof, struct span span, struct slice bytes)
{
    blocks_edit(proof->blocks, text_splice(proof->text, span, bytes));
}

/* Makes the copy SOURCE. */
static void reset(struct proof *proof)
{
    size_t below = proof->tried.text.length - proof->changed.end;

    if (!proof->text) {
        proof->text = text_new(proof->source);
        proof->blocks = blocks_new(proof->text);
    } else if (proof->tried.text.bytes) {
        splice(proof, proof->changed,
               slice_part(proof->source, proof->changed.start,
                          proof->source.length - below));
    }
    if (proof->holds) {
        made_free(&proof->held);
        proof->held = proof->tried;
        proof->tried = (struct made){{NULL, 0, 0}, {0}};
    }
    made_free(&proof->tried);
    proof->holds = false;
}

const struct findings *proof_findings(struct proof *proof)
{
    if (!proof->findings) {
        reset(proof);
        checks_run(proof->text, proof->blocks, &proof->options, &proof->own);
        proof->findings = &proof->own;
    }
    return proof->findings;
}

const char *proof_line_end(struct proof *proof)
{
    if (!proof->line_end)
        proof->line_end = edits_line_end(proof->source);
    return proof->line_end;
}

static void add_edits(struct trial *trial)
{
    size_t at = 0;

    for (size_t index = 0; index < trial->claim_count; index++)
        trial->count += trial->claims[index].edit_count;
    trial->edits = memory_new(trial->count * sizeof *trial->edits);
    for (size_t index = 0; index < trial->claim_count; index++) {
        const struct claim *claim = &trial->claims[index];

        for (size_t edit = 0; edit < claim->edit_count; edit++)
            trial->edits[at++] = claim->edits[edit];
    }
    edits_sort(trial->edits, trial->count);
}

static size_t length_of(const char *text, const char *line_end)
{
    size_t length = strlen(text);
    size_t longer = strlen(line_end) - 1;

    for (; longer && *text; text++)
        length += *text == '\n' ? longer : 0;
    return length;
}

static void read_moves(struct trial *trial, const char *line_end)
{
    size_t added = 0, removed = 0;

    trial->moves = memory_new(trial->count * sizeof *trial->moves);
    for (size_t index = 0; index < trial->count; index++) {
        struct span from = trial->edits[index].span;
        size_t start = from.start + added - removed;

        added += length_of(trial->edits[index].text, line_end);
        removed += span_length(from);
        trial->moves[index] = (struct move){
            from, {start, from.end + added - removed}};
    }
}

/* Makes the copy what the edits make of SOURCE: one splice, from the first of
 * them to the last. */
static void make(struct proof *proof, struct trial *trial)
{
    const char *line_end = proof_line_end(proof);
    const struct move *first, *last;

    read_moves(trial, line_end);
    first = &trial->moves[0];
    last = &trial->moves[trial->count - 1];
    edits_apply(proof->source, trial->edits, trial->count, line_end,
                &proof->tried.text);
    buffer_add_string(&proof->tried.text, "");
    proof->changed = (struct span){first->to.start, last->to.end};
    splice(proof, (struct span){first->from.start, last->from.end},
           slice_part(buffer_slice(&proof->tried.text), proof->changed.start,
                      proof->changed.end));
}

static bool ends_before(const void *moves, size_t index, size_t offset)
{
    return ((const struct move *)moves)[index].from.end < offset;
}

/* What stood at OFFSET of SOURCE, and where that is now: all that an edit which
 * touches it has replaced, and what it has put in. */
static struct move move_at(const struct trial *trial, size_t offset)
{
    size_t index =
        search_first(trial->moves, trial->count, offset, ends_before);
    const struct move *above = index ? &trial->moves[index - 1] : NULL;
    size_t now = offset;

    if (index < trial->count && trial->moves[index].from.start <= offset)
        return trial->moves[index];
    if (above)
        now = offset + above->to.end - above->from.end;
    return (struct move){{offset, offset}, {now, now}};
}

/* How many of FINDINGS, of that case, begin in SPAN. */
static size_t count_in(const struct findings *findings, enum case_id which,
                       struct span span)
{
    size_t count = 0;

    for (size_t index = findings_from(findings, span.start);
         index < findings->count &&
         findings->items[index].span.start <= span.end;
         index++)
        count += findings->items[index].which == which;
    return count;
}

static bool is_gone(const struct proof *proof, const struct trial *trial,
                    const struct finding *finding)
{
    struct move move = move_at(trial, finding->span.start);

    return count_in(&proof->tried.findings, finding->which, move.to) <
           count_in(proof->findings, finding->which, move.from);
}

static bool are_gone(const struct proof *proof, const struct trial *trial)
{
    bool gone = true;

    for (size_t index = 0; gone && index < trial->claim_count; index++) {
        const struct finding *finding = trial->claims[index].finding;

        gone = !finding || is_gone(proof, trial, finding);
    }
    return gone;
}

static size_t count_like(const struct findings *findings,
                         const struct finding *finding)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *other = &findings->items[index];

        count += other->which == finding->which &&
                 !strcmp(other->message, finding->message);
    }
    return count;
}

/* A finding must not come back elsewhere either, with text that a fix has
 * moved; those that are made many at a time move none. */
static bool are_fewer(const struct proof *proof, const struct trial *trial)
{
    const struct finding *finding = trial->claims[0].finding;

    return trial->claim_count > 1 || !finding ||
           count_like(&proof->tried.findings, finding) <
               count_like(proof->findings, finding);
}

static bool is_fault(const struct finding *finding)
{
    return finding_rule(finding)->form && finding->severity <= SEVERITY_WARNING;
}

static bool ends_above(const void *moves, size_t index, size_t offset)
{
    return ((const struct move *)moves)[index].to.end < offset;
}

/* Does FINDING ask to fill in what one of the edits wrote? */
static bool is_asked(const struct trial *trial, const struct finding *finding)
{
    size_t index = search_first(trial->moves, trial->count, finding->span.end,
                                ends_above);

    return finding_rule(finding)->softened && index < trial->count &&
           trial->moves[index].to.start <= finding->span.start;
}

/* Is the form as whole as it was? */
static bool is_whole(const struct proof *proof, const struct trial *trial)
{
    size_t room[RULE_COUNT] = {0};

    for (size_t index = 0; index < proof->findings->count; index++)
        room[finding_rule_id(&proof->findings->items[index])] +=
            is_fault(&proof->findings->items[index]);
    for (size_t index = 0; index < trial->claim_count; index++) {
        const struct finding *finding = trial->claims[index].finding;

        if (finding && is_fault(finding) && finding_rule(finding)->softened)
            room[finding_rule_id(finding)]--;
    }
    for (size_t index = 0; index < proof->tried.findings.count; index++) {
        const struct finding *finding = &proof->tried.findings.items[index];

        if (is_fault(finding) && !is_asked(trial, finding) &&
            !room[finding_rule_id(finding)]--)
            return false;
    }
    return true;
}

/* In bytes, what it takes to check the text once more. */
static size_t cost_of(struct proof *proof)
{
    struct slice source = proof->source;
    size_t lines = 0;

    for (size_t at = 0; !proof->cost && at < source.length; lines++)
        at = slice_line_end(source, at) + 1;
    if (!proof->cost)
        proof->cost = source.length + lines * LINE_COST +
                      proof->findings->count * FINDING_COST;
    return proof->cost;
}

/* Can the edits be made, and may one more text be checked? */
static bool is_possible(struct proof *proof, const struct trial *trial)
{
    size_t length = proof->source.length;
    size_t cost = cost_of(proof);

    if (!trial->count || proof->findings->more || proof->left < cost ||
        !edits_apart(trial->edits, trial->count, length) ||
        (length && memchr(proof->source.bytes, '\0', length)))
        return false;
    proof->left -= cost;
    return true;
}

bool proof_holds(struct proof *proof, const struct claim *claims, size_t count)
{
    struct trial trial = {.claims = claims, .claim_count = count};
    bool holds = false;

    add_edits(&trial);
    proof_findings(proof);
    if (is_possible(proof, &trial)) {
        reset(proof);
        make(proof, &trial);
        checks_run(proof->text, proof->blocks, &proof->options,
                   &proof->tried.findings);
        holds = proof->tried.text.length <= REPORTS_TEXT_MOST &&
                are_gone(proof, &trial) && are_fewer(proof, &trial) &&
                is_whole(proof, &trial);
        proof->holds = holds;
    }
    memory_free(trial.edits);
    memory_free(trial.moves);
    return holds;
}

bool proof_keep(struct proof *proof)
{
    if (proof->text)
        reset(proof);
    if (!proof->held.text.bytes)
        return false;
    buffer_free(&proof->kept_text);
    findings_free(&proof->own);
    proof->kept_text = proof->held.text;
    proof->own = proof->held.findings;
    proof->held = (struct made){{NULL, 0, 0}, {0}};
    proof->source = buffer_slice(&proof->kept_text);
    proof->findings = &proof->own;
    proof->line_end = NULL;
    proof->cost = 0;
    blocks_free(proof->blocks);
    text_free(proof->text);
    proof->blocks = NULL;
    proof->text = NULL;
    return true;
}
