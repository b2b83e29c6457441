/*
 * Directives: what they say of a report, what they silence, and that what is
 * offered to silence a finding, on its line or in all of its report, does so.
 */
#include <string.h>

#include "directive.h"
#include "found.h"
#include "input.h"
#include "listing.h"
#include "proof.h"
#include "suppression.h"

/* Of so many findings it is tried. */
#define FINDINGS_MOST 4

static const char report[] =
    "\n\n## Preliminary Incident Report\n\n### Summary\n\n"
    "- **CA Owner CCADB unique ID:** none\n- **Incident description:** TODO\n";

static void read_entries(struct slice text)
{
    struct directive directive;
    struct directive_entry entry;
    size_t at = 0;

    while (directive_next(text, &at, &directive)) {
        if (directive.span.end > text.length)
            __builtin_trap();
        while (directive_entry_next(&directive.title, &entry))
            ;
    }
}

static size_t count_like(const struct findings *findings,
                         const struct finding *finding)
{
    size_t count = 0;

    for (size_t index = 0; index < findings->count; index++)
        count += findings->items[index].which == finding->which &&
                 !strcmp(findings->items[index].message, finding->message);
    return count;
}

/* What is offered: on the line of a finding, or in all of its report. */
typedef bool offer(const struct text *text, const struct blocks *blocks,
                   const struct finding *finding,
                   struct suppression *suppression);

/* Is EDIT of SOURCE offered for FINDING? */
static bool is_offered(const struct buffer *source,
                       const struct findings *findings,
                       const struct finding *finding, const struct edit *edit)
{
    const struct check_options options = found_options();
    struct proof *proof = proof_new(&(struct proof_source){
        input_slice(source), &options, findings});
    bool holds = proof_holds(proof, &(struct claim){finding, edit, 1}, 1);

    proof_free(proof);
    return holds;
}

static void silence(struct found *found, const struct finding *finding,
                    offer *offered, const struct buffer *source)
{
    struct buffer result = {NULL, 0, 0};
    struct suppression suppression;
    struct found after;
    struct edit edit;

    if (!offered(found->text, found->blocks, finding, &suppression))
        return;
    edit = (struct edit){{suppression.offset, suppression.offset},
                         suppression.text.bytes};
    if (is_offered(source, &found->findings, finding, &edit)) {
        input_expect(found_edit(input_slice(source), &edit, 1, &result),
                     "a suppression that can't be put in", source);
        found_open(&after, input_slice(&result));
        input_expect(count_like(&after.findings, finding) <
                         count_like(&found->findings, finding),
                     finding->message, source);
        found_close(&after);
        buffer_free(&result);
    }
    buffer_free(&suppression.text);
}

/* Silences one finding of each kind, the first from FIRST on. */
static void silence_each(struct found *found, size_t first,
                         const struct buffer *source)
{
    const struct findings *findings = &found->findings;
    bool tried[CASE_COUNT] = {false};
    size_t count = 0;

    for (size_t index = 0; index < findings->count && count < FINDINGS_MOST;
         index++) {
        const struct finding *finding =
            &findings->items[(index + first) % findings->count];

        if (!tried[finding->which]) {
            silence(found, finding, suppression_of_line, source);
            silence(found, finding, suppression_of_report, source);
            count++;
        }
        tried[finding->which] = true;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct input input = {bytes, length};
    size_t first = input_below(&input, 256);
    struct buffer source = {NULL, 0, 0};
    struct found found;

    buffer_add_string(&source, "[incident-ls]: # (");
    input_text(&input, &source);
    buffer_add_string(&source, report);
    read_entries(input_slice(&source));
    found_open(&found, input_slice(&source));
    input_expect(listing_is_within(&found.findings, source.length),
                 "a place outside of the text", &source);
    silence_each(&found, first, &source);
    found_close(&found);
    buffer_free(&source);
    return 0;
}
