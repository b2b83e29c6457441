/* Adds the findings of a list of certificates, up to a limit for each case. */
#include "certificate_list.h"

struct span certificate_list_span(const struct certificate_list *list,
                                  struct span cell)
{
    return span_move(cell, list->start);
}

void certificate_list_place(struct certificate_list *list)
{
    if (!list->placed)
        list->start = list->place(list->context);
    list->placed = true;
}

struct finding *certificate_list_add(struct certificate_list *list,
                                     enum case_id which, struct span cell,
                                     const struct finding_words *words)
{
    struct findings *findings = list->check->findings;
    struct finding *finding;

    if (list->kept[which] == CERTIFICATE_FINDINGS) {
        findings->items[list->firsts[which]].alike++;
        return NULL;
    }
    certificate_list_place(list);
    finding = check_add(list->check, which, certificate_list_span(list, cell),
                        words);
    if (finding && !list->kept[which]++)
        list->firsts[which] = findings->count - 1;
    return finding;
}
