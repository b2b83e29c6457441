/* Offers to number the contributing factors, whatever is found in them. */
#include "code_actions.h"

#include <string.h>

#include "items.h"
#include "memory.h"
#include "renumbering.h"

/* Does SPAN touch SECTION, from its heading to its end? */
static bool touches(const struct reports *reports,
                    const struct report_section *section, struct span span)
{
    size_t heading = text_line_at(reports->text, section->heading.start);
    struct span all = {text_line(reports->text, heading).start,
                       report_section_end(reports, section)};

    return span_meets(all, span);
}

static void offer(struct code_actions *actions,
                  const struct code_action_source *source,
                  const struct check *check,
                  const struct report_section *causes)
{
    const char *title = rule_fixes[FIX_RENUMBER].title;
    struct fix fix = {.which = FIX_RENUMBER,
                      .title = memory_copy(title, strlen(title))};
    struct renumbering renumbering;
    struct action_items items;

    action_items_read(check, &items);
    renumbering_read(&renumbering, check, causes, &items);
    if (renumbering.possible) {
        renumbering_edit(&renumbering, &fix);
        code_actions_add_fix(actions, source, NULL, &fix);
    }
    renumbering_free(&renumbering);
    action_items_free(&items);
    fix_free(&fix);
}

void code_actions_renumbering(struct code_actions *actions,
                              const struct code_action_source *source,
                              const struct reports *reports, struct span span)
{
    const struct check_options *options = source->options;

    for (size_t index = 0; index < reports->count; index++) {
        const struct check check = {.reports = reports,
                                    .report = &reports->items[index],
                                    .options = options,
                                    .guideline = options->guideline};
        const struct report_section *causes = items_causes(&check);

        if (causes && touches(reports, causes, span))
            offer(actions, source, &check, causes);
    }
}
