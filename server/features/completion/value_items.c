/* Lists the values that may stand in a field or a cell. */
#include "completion_parts.h"

#include <inttypes.h>
#include <string.h>

#include "array.h"
#include "date.h"
#include "glyph.h"
#include "memory.h"
#include "timeline.h"

/* Days to come are offered this many days from today. */
static const int days_ahead[] = {7, 14, 30, 90};

/* The most dates of a timeline that are offered. */
#define DATES_MOST 20

/* The most bytes of an entry that are shown beside its date. */
#define DETAIL_MOST 80

/* The most bytes of a factor's title: a longer one is given the room of the
 * number. */
#define TITLE_MOST 32

/* Adds VALUE, as it is, with what it means. */
static struct completion *add_value(struct completer *completer,
                                    const struct value_slot *slot,
                                    const struct rule_value *value)
{
    return completer_add_value(completer, slot,
                               &(struct value_offer){.kind = COMPLETION_VALUE,
                                                     .label = value->value,
                                                     .means = value->means});
}

/* Adds TEXT, with DETAIL beside it. */
static void add_text(struct completer *completer, const struct value_slot *slot,
                     const char *text, const char *detail)
{
    completer_add_value(completer, slot,
                        &(struct value_offer){.kind = COMPLETION_VALUE,
                                              .label = text,
                                              .detail = detail});
}

/* What a value has in square brackets is to be filled in. */
static void add_list(struct completer *completer,
                     const struct value_slot *slot, enum list_id list)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];
        struct slice text = slice_of(value->value);
        struct completion *item;

        if (value->list != list)
            continue;
        item =
            completer_add_value(completer, slot,
                                &(struct value_offer){.kind = COMPLETION_VALUE,
                                                      .label = value->value,
                                                      .means = value->means,
                                                      .text = ""});
        if (item)
            snippet_add_prompts(&item->snippet, text);
    }
}

static struct slice prompt_of(enum offer_id which)
{
    return slice_of(rule_offers[which].prompt);
}

/* Yes or No, and a place for the reason. */
static void add_answers(struct completer *completer,
                        const struct value_slot *slot)
{
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];
        struct completion *item;

        if (value->list != LIST_YES_NO)
            continue;
        item = add_value(completer, slot, value);
        if (!item)
            continue;
        snippet_add_string(&item->snippet, ". ");
        snippet_add_prompts(&item->snippet, prompt_of(OFFER_ANSWER));
    }
}

/* Types by their policy OIDs, then those that have none of their own. */
static void add_types(struct completer *completer,
                      const struct value_slot *slot)
{
    for (size_t index = 0; index < rule_oid_count; index++) {
        const struct rule_oid *oid = &rule_oids[index];
        struct buffer text = {NULL, 0, 0};

        buffer_addf(&text, "%s (%s)", oid->name, oid->oid);
        completer_add_value(completer, slot,
                            &(struct value_offer){.kind = COMPLETION_VALUE,
                                                  .label = oid->name,
                                                  .detail = oid->oid,
                                                  .means = oid->means,
                                                  .text = text.bytes});
        buffer_free(&text);
    }
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];

        if (value->list == LIST_CERTIFICATE_TYPE && !value->oid[0])
            add_value(completer, slot, value);
    }
}

static void add_day(struct completer *completer, const struct value_slot *slot,
                    int day, const char *detail)
{
    char date[DATE_ISO_ROOM];

    date_iso(day, date);
    for (size_t index = 0; index < completer->completions->count; index++) {
        if (!strcmp(completer->completions->items[index].label.bytes, date))
            return;
    }
    add_text(completer, slot, date, detail);
}

/* The first bytes of WORDS, no more than MOST, cut at a character's start, as
 * they may be shown; new. */
static char *beginning_of(struct slice words, size_t most)
{
    struct buffer shown = {NULL, 0, 0};

    glyph_add_safe(&shown, slice_cut(words, most));
    return buffer_take(&shown);
}

/* The days of the timeline's entries, each once, with what it says. */
static void add_timeline_days(struct completer *completer,
                              const struct value_slot *slot)
{
    const struct context *context = completer->context;
    const struct report_section *section =
        report_section_find(context->report, SECTION_TIMELINE);
    struct timeline timeline = {NULL, 0, 0};
    int last = 0;
    size_t count = 0;

    if (!section)
        return;
    timeline_read(context->reports, section, &timeline);
    for (size_t index = 0; index < timeline.count && count < DATES_MOST;
         index++) {
        const struct timeline_entry *entry = &timeline.entries[index];
        char *detail;

        if (!entry->dated || !date_is_certain(&entry->date) ||
            (count && entry->date.days == last))
            continue;
        detail = beginning_of(text_slice(context->reports->text,
                                         entry->span),
                              DETAIL_MOST);
        add_day(completer, slot, entry->date.days, detail);
        memory_free(detail);
        last = entry->date.days;
        count++;
    }
    timeline_free(&timeline);
}

static bool lies_ahead(const struct value_slot *slot)
{
    return slot->column ? slot->column->ahead
                        : slot->field && slot->field->ahead;
}

static void add_days_ahead(struct completer *completer,
                           const struct value_slot *slot, int today)
{
    for (size_t index = 0; index < LENGTH_OF(days_ahead); index++) {
        struct buffer detail = {NULL, 0, 0};

        buffer_addf(&detail, "in %d days", days_ahead[index]);
        add_day(completer, slot, today + days_ahead[index], detail.bytes);
        buffer_free(&detail);
    }
}

static void add_dates(struct completer *completer,
                      const struct value_slot *slot)
{
    int today = completer->source->facts.today;

    if (lies_ahead(slot)) {
        add_days_ahead(completer, slot, today);
        return;
    }
    if (slot->field)
        add_timeline_days(completer, slot);
    add_day(completer, slot, today, "today");
}

/* The contributing factors, as action items refer to them. */
static void add_references(struct completer *completer,
                           const struct value_slot *slot)
{
    const struct context *context = completer->context;
    const struct report_section *causes =
        report_section_find(context->report, SECTION_ROOT_CAUSE_ANALYSIS);

    for (size_t index = 0; causes && index < causes->factor_count; index++) {
        const struct report_factor *factor = &causes->factors[index];
        char *title = beginning_of(
            text_slice(context->reports->text, factor->title), TITLE_MOST);
        struct buffer label = {NULL, 0, 0};

        buffer_addf(&label, "%s %" PRIu64, rule_offers[OFFER_CAUSE].label,
                    factor->number ? factor->number : index + 1);
        completer_add_value(completer, slot,
                            &(struct value_offer){.kind = COMPLETION_REFERENCE,
                                                  .label = label.bytes,
                                                  .detail = title});
        buffer_free(&label);
        memory_free(title);
    }
}

static void add_owner(struct completer *completer,
                      const struct value_slot *slot)
{
    const struct template_facts *facts = &completer->source->facts;
    char *id = memory_copy(facts->owner_id.bytes, facts->owner_id.length);
    char *name = memory_copy(facts->owner_name.bytes, facts->owner_name.length);

    if (facts->owner_id.length)
        add_text(completer, slot, id, name);
    memory_free(id);
    memory_free(name);
}

static void add_moment(struct completer *completer,
                       const struct value_slot *slot)
{
    struct buffer moment = {NULL, 0, 0};

    template_add_now(&moment, &completer->source->facts);
    buffer_add_string(&moment, ":00");
    add_text(completer, slot, moment.bytes, "now, UTC");
    buffer_free(&moment);
}

static void add_of_type(struct completer *completer,
                        const struct value_slot *slot)
{
    switch (slot->type) {
    case TYPE_CCADB_ID:
        add_owner(completer, slot);
        break;
    case TYPE_DATE:
        add_dates(completer, slot);
        break;
    case TYPE_DATE_TIME:
        add_moment(completer, slot);
        break;
    case TYPE_POLICIES:
        value_items_add_policies(completer, slot);
        break;
    case TYPE_CERTIFICATE_TYPES:
        add_types(completer, slot);
        break;
    case TYPE_YES_NO:
        add_answers(completer, slot);
        break;
    case TYPE_REFERENCES:
        add_references(completer, slot);
        break;
    case TYPE_BUG:
        value_items_add_bugs(completer, slot);
        break;
    default:
        if (slot->list >= 0)
            add_list(completer, slot, (enum list_id)slot->list);
        break;
    }
}

/* Answers of prose that others often give, with what is to be filled in; to
 * START with where nothing has been written. */
static void add_usual(struct completer *completer,
                      const struct value_slot *slot)
{
    static const struct {
        enum field_id field;
        enum list_id list;
        bool start;
    } usual[] = {
        {FIELD_FACTOR_METHODOLOGY, LIST_METHODOLOGY, false},
        {FIELD_HEURISTIC, LIST_HEURISTIC_ANSWER, false},
        {FIELD_INCIDENT_DESCRIPTION, LIST_DESCRIPTION_START, true},
        {FIELD_CLOSURE_DESCRIPTION, LIST_DESCRIPTION_START, true},
        {FIELD_FACTOR_DESCRIPTION, LIST_FACTOR_START, true},
        {FIELD_FACTOR_TIMELINE, LIST_FACTOR_TIMELINE_START, true},
        {FIELD_FACTOR_DETECTION, LIST_DETECTION_START, true},
        {FIELD_FACTOR_INTERACTION, LIST_INTERACTION_START, true},
        {FIELD_CLOSURE_ROOT_CAUSES, LIST_ROOT_CAUSE_START, true},
        {FIELD_CLOSURE_REMEDIATION, LIST_REMEDIATION_START, true},
        {FIELD_UPDATE_CHANGES, LIST_UPDATE_START, true},
    };

    for (size_t index = 0; index < LENGTH_OF(usual); index++) {
        if (usual[index].field == slot->field->id &&
            !(usual[index].start && slot->typed.length))
            add_list(completer, slot, usual[index].list);
    }
}

void value_items_add(struct completer *completer, const struct value_slot *slot)
{
    size_t first = completer->completions->count;

    if (slot->field)
        add_usual(completer, slot);
    add_of_type(completer, slot);
    for (size_t index = first; index < completer->completions->count; index++) {
        if (!strcmp(completer->completions->items[index].label.bytes, "N/A"))
            return;
    }
    if (slot->na_allowed && slot->type != TYPE_GROUP)
        completer_add_value(
            completer, slot,
            &(struct value_offer){
                .kind = COMPLETION_VALUE,
                .label = "N/A",
                .detail = slot->column ? slot->column->label : NULL,
                .means = slot->column ? slot->column->means : NULL});
}
