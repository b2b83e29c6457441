/* Explains the rows of the rule tables. */
#include "explain.h"

#include "date.h"
#include "glyph.h"

/* The definition, with what GUIDELINE adds to it. */
static void add_meaning(struct prose *prose, const char *means,
                        const char *added, unsigned versions,
                        const struct rule_guideline *guideline)
{
    prose_paragraph(prose, means);
    if (*added != '\0' && rule_applies(versions, guideline))
        prose_paragraph(prose, added);
}

/* A paragraph that says which version says so, and where. */
static void add_source(struct prose *prose, const char *anchor,
                       const struct rule_guideline *guideline)
{
    struct buffer name = {0};

    buffer_addf(&name, "CCADB Incident Reporting Guidelines %s",
                guideline->number);
    prose_paragraph(prose, "");
    prose_link(prose, name.bytes, guideline->url, anchor);
    buffer_free(&name);
}

/* An item with TEXT, as one would type it; none if it is "". */
static void add_code(struct prose *prose, bool first, const char *name,
                     const char *text)
{
    if (*text == '\0')
        return;
    prose_item(prose, first, name, "");
    buffer_add_char(&prose->words, ' ');
    prose_code(prose, slice_of(text));
}

/* An item for each value of LIST, which may be -1 for none. */
static void add_values(struct prose *prose, int list)
{
    bool first = true;

    if (list < 0)
        return;
    for (size_t index = 0; index < VALUE_COUNT; index++) {
        const struct rule_value *value = &rule_values[index];

        if (value->list != (enum list_id)list)
            continue;
        prose_item(prose, first, value->value, value->means);
        first = false;
    }
}

static const char *when_na(const struct rule_field *field)
{
    if (!field->na_allowed)
        return "not allowed here.";
    if (field->must_apply_when_full)
        return "not in a full report.";
    return "if it does not apply.";
}

void explain_field(struct prose *prose, const struct rule_field *field,
                   const struct rule_guideline *guideline)
{
    prose_title(prose, field->label, "");
    add_meaning(prose, field->means, field->means_added, field->added_versions,
                guideline);
    add_values(prose, field->list);
    if (field->list >= 0)
        prose_paragraph(prose, "In this field:");
    prose_item(prose, true, "Required", field->required_text);
    prose_item(prose, false, "N/A", when_na(field));
    add_code(prose, false, "Example", field->example);
    add_source(prose, field->anchor, guideline);
}

void explain_column(struct prose *prose, const struct rule_column *column,
                    const struct rule_guideline *guideline)
{
    prose_title(prose, column->label, "");
    add_meaning(prose, column->means, column->means_added,
                column->added_versions, guideline);
    add_values(prose, column->list);
    if (column->list >= 0)
        prose_paragraph(prose, "In this column:");
    prose_item(prose, true, "Required", "in each row.");
    prose_item(prose, false, "N/A",
               column->na_allowed ? "if it does not apply."
                                  : "not allowed here.");
    add_code(prose, false, "Example", column->example);
    add_source(prose, column->anchor, guideline);
}

/* A paragraph "WHAT: name, name, name." */
struct listing {
    struct prose *prose;
    const char *what;
    size_t count;
};

static void list_name(struct listing *listing, const char *name)
{
    if (listing->count++) {
        buffer_add_char(&listing->prose->words, ',');
    } else {
        prose_paragraph(listing->prose, listing->what);
        buffer_add_char(&listing->prose->words, ':');
    }
    prose_more(listing->prose, name);
}

static void list_end(const struct listing *listing)
{
    if (listing->count)
        buffer_add_char(&listing->prose->words, '.');
}

void explain_section(struct prose *prose, const struct rule_section *section,
                     const struct rule_guideline *guideline)
{
    struct listing fields = {prose, "Fields", 0};
    struct listing columns = {prose, "Columns", 0};

    prose_title(prose, section->name, "");
    add_meaning(prose, section->means, section->means_added,
                section->added_versions, guideline);
    for (size_t index = 0; index < section->field_count; index++) {
        if (rule_applies(section->fields[index].versions, guideline))
            list_name(&fields, section->fields[index].label);
    }
    list_end(&fields);
    for (size_t index = 0; index < section->column_count; index++) {
        if (rule_applies(section->columns[index].versions, guideline))
            list_name(&columns, section->columns[index].label);
    }
    list_end(&columns);
    add_source(prose, section->anchor, guideline);
}

static void add_step(struct prose *prose, const struct rule_step *step,
                     const struct rule_guideline *guideline)
{
    prose_title(prose, step->name, "");
    prose_paragraph(prose, step->means);
    if (*step->url != '\0') {
        buffer_add_char(&prose->words, ' ');
        prose_link(prose, "Open the form", step->url, "");
    }
    buffer_add_char(&prose->words, ' ');
    prose_link(prose, "Guidelines", guideline->url, step->anchor);
}

void explain_report(struct prose *prose, const struct rule_report *report,
                    const struct rule_guideline *guideline)
{
    prose_title(prose, report->name, "");
    add_meaning(prose, report->means, report->means_added,
                report->added_versions, guideline);
    for (size_t index = 0; index < STEP_COUNT; index++) {
        const struct rule_step *step = &rule_steps[index];

        if (&rule_reports[step->report] == report &&
            rule_applies(step->versions, guideline))
            add_step(prose, step, guideline);
    }
    add_source(prose, report->anchor, guideline);
}

void explain_value(struct prose *prose, const struct rule_value *value)
{
    prose_title(prose, value->value, rule_lists[value->list].name);
    prose_paragraph(prose, value->means);
    if (*value->oid != '\0')
        add_code(prose, true, "Policy OID", value->oid);
}

void explain_rule(struct prose *prose, const struct rule *rule,
                  const struct rule_guideline *guideline)
{
    prose_title(prose, rule->id, "");
    prose_paragraph(prose, rule->means);
    if (*rule->anchor != '\0')
        add_source(prose, rule->anchor, guideline);
}

/* EXAMPLE, lines as they would stand in a report, below WORDS. */
static void add_example(struct prose *prose, const char *words,
                        const char *example)
{
    if (!*example)
        return;
    prose_paragraph(prose, words);
    buffer_add_string(&prose->words, prose->markdown ? "\n\n```text\n"
                                                     : "\n\n");
    buffer_add_string(&prose->words, example);
    if (prose->markdown)
        buffer_add_string(&prose->words, "```");
}

void explain_rule_page(struct prose *prose, const struct rule *rule,
                       const struct rule_guideline *guideline)
{
    explain_rule(prose, rule, guideline);
    add_example(prose, "Instead of:", rule->bad);
    add_example(prose, "write:", rule->good);
}

void explain_directive(struct prose *prose,
                       const struct rule_directive *directive)
{
    prose_title(prose, directive->name, "");
    prose_paragraph(prose, directive->means);
    add_code(prose, true, "Example", directive->example);
    for (size_t index = 0; directive->takes_facts && index < KEY_COUNT; index++)
        prose_item(prose, false, rule_keys[index].key, rule_keys[index].means);
}

void explain_key(struct prose *prose, const struct rule_key *key)
{
    prose_title(prose, key->key, "");
    prose_paragraph(prose, key->means);
    add_code(prose, true, "Example", key->example);
}

void explain_oid(struct prose *prose, const struct rule_oid *oid)
{
    prose_title(prose, oid->oid, oid->name);
    prose_paragraph(prose, oid->means);
    prose_paragraph(prose, "");
    prose_link(prose, oid->policy->title, oid->policy->url, "");
}

void explain_tag(struct prose *prose, const struct rule_tag *tag)
{
    prose_title(prose, tag->tag, "");
    prose_paragraph(prose, tag->means);
}

/* An item that names EDITION and its day. */
static void add_edition(struct prose *prose, bool first, const char *name,
                        const struct rule_edition *edition)
{
    struct buffer text = {0};

    if (!edition->unnumbered)
        buffer_add_string(&text, edition->number);
    if (!edition->unnumbered && edition->day)
        buffer_add_string(&text, " of ");
    if (edition->day)
        date_add(&text, edition->day);
    prose_item(prose, first, name, text.bytes);
    buffer_free(&text);
}

/* A name that somebody has typed. */
static void add_own_name(struct prose *prose, const char *name)
{
    struct buffer shown = {0};

    glyph_add_safe(&shown, slice_of(name));
    prose_code(prose, buffer_slice(&shown));
    buffer_free(&shown);
}

void explain_policy(struct prose *prose, const struct policy *policy,
                    const struct rule_edition *then)
{
    struct rule_edition newest = edition_at(policy, policy->edition_count - 1);
    const struct rule_policy *rule = policy->rule;

    if (rule) {
        prose_title(prose, rule->name, "");
        prose_paragraph(prose, rule->means);
    } else {
        add_own_name(prose, policy_label(policy));
    }
    add_edition(prose, true, "Newest version known here", &newest);
    if (then)
        add_edition(prose, false, "In force when the non-compliance began",
                    then);
    if (!rule)
        return;
    prose_paragraph(prose, "");
    prose_link(prose, rule->title, then ? then->url : rule->url, "");
}
