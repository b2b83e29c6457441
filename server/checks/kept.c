/* Keeps what checks have found, and tells when it would be found again. */
#include "kept.h"

#include <string.h>

#include "memory.h"

struct findings kept_begin(size_t taken)
{
    return (struct findings){.taken = taken};
}

void kept_end(struct kept_findings *kept, struct findings *found)
{
    kept_free(kept);
    if (found->count || found->more) {
        kept->list = memory_new(sizeof *found);
        *kept->list = *found;
    } else {
        findings_free(found);
    }
}

void kept_free(struct kept_findings *kept)
{
    if (kept->list)
        findings_free(kept->list);
    memory_free(kept->list);
    kept->list = NULL;
}

bool kept_fits(const struct kept_findings *kept, size_t taken)
{
    const struct findings *list = kept->list;

    return !list || list->taken == taken ||
           (!list->more && list->count + taken <= FINDINGS_KEPT);
}

size_t kept_count(const struct kept_findings *kept)
{
    return kept->list ? kept->list->count : 0;
}

void kept_move(struct kept_findings *kept, ptrdiff_t by)
{
    if (kept->list)
        findings_move(kept->list, by);
}

void kept_follow(struct kept_findings *kept, const struct replaced *replaced)
{
    if (kept->list)
        findings_follow(kept->list, replaced);
}

void kept_belong(struct kept_findings *kept, struct span heading)
{
    for (size_t index = 0; index < kept_count(kept); index++)
        kept->list->items[index].report = heading;
}

struct kept_inputs kept_inputs_of(const struct check *check,
                                  const struct stretch *stretch)
{
    const struct report_section *section = stretch->section;
    struct kept_inputs inputs = {
        .last = stretch->span.end == text_length(check->reports->text)};

    if (!section)
        return inputs;
    inputs.section = true;
    inputs.rule = section->rule;
    inputs.near = section->near;
    inputs.form = section->form;
    inputs.level = section->level;
    inputs.mistaken = section->mistaken;
    inputs.in_list = section->in_list;
    inputs.first = check_is_first(check, section);
    return inputs;
}

bool kept_inputs_same(const struct kept_inputs *one,
                      const struct kept_inputs *other)
{
    return one->rule == other->rule && one->near == other->near &&
           one->form == other->form && one->level == other->level &&
           one->section == other->section &&
           one->mistaken == other->mistaken &&
           one->in_list == other->in_list && one->first == other->first &&
           one->last == other->last;
}

struct kept_report kept_report_of(const struct report *report)
{
    return (struct kept_report){.rule = report->rule, .form = report->form,
                                .heading = report->heading.start,
                                .level = report->level,
                                .facts = report->facts};
}

static bool same_moments(const struct report_moment *one,
                         const struct report_moment *other)
{
    return one->given == other->given && one->timed == other->timed &&
           one->day == other->day && one->minute == other->minute;
}

static bool same_facts(const struct report_facts *one,
                       const struct report_facts *other)
{
    return one->guideline == other->guideline &&
           same_moments(&one->aware, &other->aware) &&
           same_moments(&one->disclosed, &other->disclosed) &&
           same_moments(&one->posted, &other->posted) &&
           one->third_party == other->third_party &&
           one->revocation_delay == other->revocation_delay &&
           one->draft == other->draft;
}

bool kept_report_alike(const struct kept_report *before,
                       const struct kept_report *now)
{
    return before->rule == now->rule && before->form == now->form &&
           before->level == now->level &&
           same_facts(&before->facts, &now->facts);
}

bool kept_report_same(const struct kept_report *before,
                      const struct kept_report *now,
                      const struct replaced *replaced)
{
    return kept_report_alike(before, now) &&
           replaced_keeps(replaced, before->heading) &&
           replaced_offset(replaced, before->heading) == now->heading;
}
