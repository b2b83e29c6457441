/* Adds the findings of a list of certificates, up to a limit for each rule. */
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

static struct finding *add_counted(struct certificate_list *list,
                                   enum case_id which, struct span span,
                                   const struct finding_words *words)
{
    enum rule_id rule = rule_cases[which].rule;
    struct finding *finding = NULL;

    if (list->findings[rule] < CERTIFICATE_FINDINGS) {
        finding = check_add(list->check, which, span, words);
        list->findings[rule] += finding != NULL;
    } else {
        list->findings[rule]++;
    }
    return finding;
}

struct finding *certificate_list_add(struct certificate_list *list,
                                     enum case_id which, struct span cell,
                                     const struct finding_words *words)
{
    if (list->findings[rule_cases[which].rule] < CERTIFICATE_FINDINGS)
        certificate_list_place(list);
    return add_counted(list, which, certificate_list_span(list, cell), words);
}
