/*
 * policies.c - the part Values: the policies in the Summary, their versions and
 * sections, and whether those versions were in force.
 */
#include "answer.h"

#include "citation.h"
#include "date.h"
#include "edition.h"
#include "facts.h"
#include "memory.h"
#include "placeholder.h"

/* More names than this aren't told apart. */
#define NAMES_MOST 64

/* Spans are of the field's text. */
struct cited {
    const struct check *check;
    const struct report_field *field;
    struct slice text; /* of the field */
    struct citation items[NAMES_MOST];
    size_t count;
};

/* Names in one breath may share a section, which stands after the last. */
static void share_sections(struct cited *cited)
{
    for (size_t i = cited->count; i-- > 1;) {
        struct citation *one = &cited->items[i - 1];
        size_t from = one->name.span.end;
        size_t to = cited->items[i].name.span.start;

        if (cited->items[i].sectioned &&
            slice_find(cited->text, from, ";\r\n") >= to)
            one->sectioned = true;
    }
}

static void read_citations(struct cited *cited)
{
    const struct own_policies *own = &cited->check->options->policies;
    struct policy_name name, next;
    bool any = policy_find(cited->text, 0, own, &name);
    size_t start = 0;
    size_t end;

    while (any && cited->count < NAMES_MOST) {
        struct citation *citation = &cited->items[cited->count++];

        any = policy_find(cited->text, name.span.end, own, &next);
        *citation = (struct citation){.name = name};
        end = any ? next.span.start : cited->text.length;
        citation_read(citation, cited->text, start,
                      citation_end(cited->text, name.span.end, end));
        start = name.span.end;
        name = next;
    }
    share_sections(cited);
}

/* All that is said of the policy that item FIRST names, wherever; false if an
 * item before it names it too. */
static bool join(const struct cited *cited, size_t first, struct citation *all)
{
    const struct policy *policy = &cited->items[first].name.policy;

    for (size_t i = 0; i < first; i++) {
        if (policy_same(policy, &cited->items[i].name.policy))
            return false;
    }
    *all = cited->items[first];
    for (size_t i = first + 1; i < cited->count; i++) {
        const struct citation *other = &cited->items[i];

        if (!policy_same(policy, &other->name.policy))
            continue;
        all->versioned |= other->versioned;
        all->sectioned |= other->sectioned;
        if (other->numbers)
            all->number = other->number;
        all->numbers += other->numbers;
        if (other->editions) {
            citation_add_edition(all, other->first);
            citation_add_edition(all, other->last);
        }
    }
    return true;
}

/* SPAN of the field's text, in the document. */
static struct span place_of(const struct cited *cited, struct span span)
{
    size_t start = cited->field->value.start;

    return (struct span){start + span.start, start + span.end};
}

/* Adds what a message calls edition INDEX of POLICY. */
static void add_title(struct buffer *title, const struct policy *policy,
                      size_t index)
{
    struct rule_edition edition = edition_at(policy, index);

    buffer_add_string(title, policy_label(policy));
    if (!edition.unnumbered)
        buffer_addf(title, " %s", edition.number);
    else if (edition.day)
        buffer_addf(title, " of %s", edition.number);
    else
        buffer_add_string(title, " without a number");
}

/* The version in force in place of the one that is given. */
static void add_fix(const struct cited *cited, const struct citation *citation,
                    size_t index, struct finding *finding)
{
    struct rule_edition edition = edition_at(&citation->name.policy, index);
    struct finding_words words = {.expected = slice_of(edition.number)};

    if (citation->numbers == 1 && citation->editions == 1 &&
        !edition.unnumbered)
        fix_edit(finding_fix(finding, FIX_REPLACE, &words),
                 place_of(cited, citation->number), words.expected);
}

/* A version of the policy, NAMED, of DAY, that wasn't in force at the start,
 * when RIGHT was. */
struct misdated {
    enum case_id which;
    size_t named, right;
    int day;
};

static void add_misdated(const struct cited *cited,
                         const struct citation *citation,
                         const struct misdated *misdated)
{
    const struct fact_day *started = &cited->check->facts->started;
    const struct policy *policy = &citation->name.policy;
    struct span place =
        citation->numbers ? citation->number : citation->name.span;
    char day[DATE_ISO_ROOM], start[DATE_ISO_ROOM];
    struct buffer named = {NULL, 0, 0}, right = {NULL, 0, 0};
    struct finding_words words = {.label = date_iso(misdated->day, day),
                                  .other = date_iso(started->day, start)};
    struct finding *finding;

    add_title(&named, policy, misdated->named);
    add_title(&right, policy, misdated->right);
    words.value = buffer_slice(&named);
    words.expected = buffer_slice(&right);
    finding = check_add(cited->check, misdated->which, place_of(cited, place),
                        &words);
    check_relate(finding, started->span, &words);
    add_fix(cited, citation, misdated->right, finding);
    buffer_free(&named);
    buffer_free(&right);
}

/* Was a version that is named in force when the non-compliance began? */
static void check_force(const struct cited *cited,
                        const struct citation *citation)
{
    const struct fact_day *started = &cited->check->facts->started;
    const struct policy *policy = &citation->name.policy;
    struct misdated misdated;

    if (started->sure != FACT_SAID || !citation->editions ||
        !edition_on(policy, started->day, &misdated.right))
        return;
    misdated.which = CASE_POLICY_REFERENCE_EARLY;
    misdated.named = citation->first;
    misdated.day = edition_at(policy, misdated.named).day;
    if (misdated.right < misdated.named) {
        if (edition_earliest(policy, misdated.named) > started->day)
            add_misdated(cited, citation, &misdated);
        return;
    }
    misdated.which = CASE_POLICY_REFERENCE_SUPERSEDED;
    misdated.named = citation->last;
    if (misdated.right > misdated.named &&
        edition_superseded(policy, misdated.named, &misdated.day) &&
        misdated.day < started->day)
        add_misdated(cited, citation, &misdated);
}

static void check_citation(const struct cited *cited,
                           const struct citation *citation)
{
    struct span place = place_of(cited, citation->name.span);
    struct finding_words words = {.value = check_slice(cited->check, place)};

    if (!citation->versioned && !citation->sectioned)
        check_add(cited->check, CASE_POLICY_REFERENCE_NEITHER, place, &words);
    else if (!citation->versioned)
        check_add(cited->check, CASE_POLICY_REFERENCE_VERSION, place, &words);
    else if (!citation->sectioned)
        check_add(cited->check, CASE_POLICY_REFERENCE_SECTION, place, &words);
    check_force(cited, citation);
}

/* Says of each policy that FIELD names what is missing. */
static void check_citations(const struct check *check,
                            const struct report_field *field)
{
    struct cited cited = {.check = check,
                          .field = field,
                          .text = check_slice(check, field->value)};
    struct citation all;

    read_citations(&cited);
    for (size_t i = 0; i < cited.count; i++) {
        if (join(&cited, i, &all))
            check_citation(&cited, &all);
    }
}

void check_policies(const struct check *check,
                    const struct report_section *section)
{
    const struct report_field *field =
        answer_field(check, FIELD_RELEVANT_POLICIES);
    struct finding_words words = {0};

    if (section->rule->id != SECTION_SUMMARY ||
        !check_is_first(check, section) || !answer_given(check, field) ||
        placeholder_is(check, field->value))
        return;
    if (citation_has_digit(check_slice(check, field->value)) &&
        !answer_is(check, field->value, PHRASES_POLICY_NAME)) {
        check_citations(check, field);
        return;
    }
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_POLICY_REFERENCE, field->answer, &words);
}
