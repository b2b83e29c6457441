/* Lists policies, in the version that was in force when the incident began and
 * in that of today. */
#include "completion_parts.h"

#include "date.h"
#include "edition.h"
#include "facts.h"
#include "memory.h"

/* What is offered of a policy. */
struct policy_offer {
    const struct policy *policy;
    size_t index;               /* of the edition */
    const char *label;
    const char *when;           /* what it was in force on; "" */
};

static const char *const no_aliases[] = {NULL};

/* "2.1.2 of 2024-12-16", and when that was in force. */
static void add_detail(struct buffer *detail,
                       const struct rule_edition *edition,
                       const char *when)
{
    char day[DATE_ISO_ROOM];

    buffer_add_string(detail, edition->number);
    if (!edition->unnumbered && edition->day) {
        date_iso(edition->day, day);
        buffer_addf(detail, " of %s", day);
    }
    if (*when)
        buffer_addf(detail, ", %s", when);
}

/* Markdown; nothing of a policy of the CA's own. */
static void add_means(struct buffer *means, const struct policy_offer *offer,
                      const struct rule_edition *edition)
{
    const struct rule_policy *rule = offer->policy->rule;

    if (rule)
        buffer_addf(means, "%s\n\n%s\n\n<%s>", rule->title, rule->means,
                    edition->url);
}

static void add_offer(struct completer *completer,
                      const struct value_slot *slot,
                      const struct policy_offer *offer)
{
    const struct rule_policy *rule = offer->policy->rule;
    struct rule_edition edition = edition_at(offer->policy, offer->index);
    struct buffer detail = {NULL, 0, 0};
    struct buffer means = {NULL, 0, 0};
    struct completion *item;

    add_detail(&detail, &edition, offer->when);
    add_means(&means, offer, &edition);
    item = completer_add_value(
        completer, slot,
        &(struct value_offer){.kind = COMPLETION_VALUE,
                              .label = offer->label,
                              .text = policy_label(offer->policy),
                              .detail = detail.bytes,
                              .means = means.bytes,
                              .name = rule ? rule->title : NULL,
                              .aliases = rule ? rule->aliases : no_aliases});
    if (item) {
        snippet_add_string(&item->snippet, ", version ");
        snippet_add_stop(&item->snippet, slice_of(edition.number));
        snippet_add_string(&item->snippet, ", section ");
        snippet_add_prompts(&item->snippet,
                            slice_of(rule_offers[OFFER_POLICY].prompt));
    }
    buffer_free(&means);
    buffer_free(&detail);
}

/* Today's version of what has been offered in an older one. */
static void add_newer(struct completer *completer,
                      const struct value_slot *slot,
                      const struct policy_offer *offer)
{
    struct policy_offer newer = *offer;
    struct buffer label = {NULL, 0, 0};

    buffer_addf(&label, "%s %s", offer->label,
                edition_at(offer->policy, offer->index).number);
    newer.label = label.bytes;
    newer.when = rule_offers[OFFER_POLICY_TODAY].label;
    add_offer(completer, slot, &newer);
    buffer_free(&label);
}

static void add_policy(struct completer *completer,
                       const struct value_slot *slot,
                       const struct policy *policy,
                       const struct fact_day *started)
{
    struct policy_offer offer = {.policy = policy,
                                 .label = policy_label(policy), .when = ""};
    size_t newest = policy->edition_count - 1;

    edition_on(policy, completer->source->facts.today, &newest);
    offer.index = newest;
    if (started->sure == FACT_SAID &&
        edition_on(policy, started->day, &offer.index))
        offer.when = rule_offers[OFFER_POLICY_THEN].label;
    add_offer(completer, slot, &offer);
    if (offer.index == newest)
        return;
    offer.index = newest;
    add_newer(completer, slot, &offer);
}

void value_items_add_policies(struct completer *completer,
                              const struct value_slot *slot)
{
    const struct completion_source *source = completer->source;
    struct fact_day started = {.sure = FACT_ABSENT};
    struct policy policy;

    if (completer->context->report)
        facts_read_start(source->reports, completer->context->report,
                         &started);
    for (size_t i = 0; policy_at(&source->options->policies, i, &policy); i++)
        add_policy(completer, slot, &policy, &started);
}
