/* The part Root causes: are there factors, numbered 1, 2, 3, with titles? */
#include "facts.h"
#include "items.h"
#include "memory.h"
#include "renumbering.h"
#include "skeleton.h"

/* The first factor before INDEX that has its number; INDEX if none has. */
static size_t first_so_numbered(const struct report_section *causes,
                                size_t index)
{
    size_t first = 0;

    while (causes->factors[first].number != causes->factors[index].number)
        first++;
    return first;
}

/* Is factor INDEX the next one, as it stands? */
static bool is_next(const struct report_section *causes, size_t index)
{
    uint64_t number = causes->factors[index].number;

    return number == index + 1 ||
           (index && number == causes->factors[index - 1].number + 1);
}

/* All of them at once: one factor's number is another one's finding. */
static void offer_renumbering(const struct renumbering *renumbering,
                              struct finding *finding)
{
    if (finding && renumbering->possible)
        renumbering_edit(renumbering,
                         finding_fix(finding, FIX_RENUMBER, NULL));
}

static struct slice number_word(struct buffer *digits, uint64_t number)
{
    buffer_add_number(digits, number);
    return buffer_slice(digits);
}

static void check_number(const struct renumbering *renumbering, size_t index)
{
    const struct report_section *causes = renumbering->causes;
    const struct report_factor *factor = &causes->factors[index];
    size_t first = first_so_numbered(causes, index);
    struct buffer is = {NULL, 0, 0};
    struct buffer wanted = {NULL, 0, 0};
    struct finding_words words = {
        .value = number_word(&is, factor->number),
        .expected = number_word(&wanted, index + 1)};
    struct finding *finding = NULL;

    if (!factor->number) {
        finding =
            check_add(renumbering->check, CASE_FACTOR_NUMBERING_UNNUMBERED,
                      factor->heading, &words);
    } else if (first != index) {
        finding = check_add(renumbering->check, CASE_FACTOR_NUMBERING_DUPLICATE,
                            factor->heading, &words);
        check_relate(finding, causes->factors[first].heading, &words);
    } else if (!is_next(causes, index)) {
        finding = check_add(renumbering->check, CASE_FACTOR_NUMBERING,
                            factor->heading, &words);
    }
    offer_renumbering(renumbering, finding);
    if (factor->number && factor->title.start == factor->title.end)
        check_add(renumbering->check, CASE_FACTOR_NUMBERING_TITLE,
                  factor->heading, &words);
    buffer_free(&is);
    buffer_free(&wanted);
}

static void check_numbering(const struct check *check)
{
    const struct report_section *causes = items_causes(check);
    struct renumbering renumbering;

    if (!causes)
        return;
    renumbering_read(&renumbering, check, causes, &check->facts->items);
    for (size_t index = 0; index < causes->factor_count; index++) {
        if (!factor_is_example(check, &causes->factors[index]))
            check_number(&renumbering, index);
    }
    renumbering_free(&renumbering);
}

/* The template's factor, below whatever the section holds. */
static void offer_factor(const struct check *check,
                         const struct report_section *causes,
                         struct finding *finding)
{
    struct slice body = skeleton_body(check->report->rule, causes->rule);
    struct insertion insertion = {
        .at = layout_element(check, layout_section_end(causes)),
        .above = true, .below = true};

    if (!body.length)
        return;
    buffer_add_slice(&insertion.lines, body);
    layout_insert(check, finding_fix(finding, FIX_INSERT_FACTOR, NULL),
                  &insertion);
    buffer_free(&insertion.lines);
}

static void check_presence(const struct check *check)
{
    const struct report_section *causes =
        report_section_find(check->report, SECTION_ROOT_CAUSE_ANALYSIS);

    if (check->report->rule->id == REPORT_PRELIMINARY || !causes ||
        causes->empty || causes->factor_count || items_causes(check))
        return;
    offer_factor(check, causes,
                 check_add(check, CASE_MISSING_CONTRIBUTING_FACTOR,
                           causes->heading, NULL));
}

void check_factors(const struct check *check)
{
    check_presence(check);
    check_numbering(check);
}
