/*
 * rules.c - finds guidelines, rules, reports, sections, fields and columns.
 */
#include "rules.h"

#include <string.h>

static bool same(struct slice text, const char *name)
{
    return strlen(name) == text.length &&
           memcmp(name, text.bytes, text.length) == 0;
}

static const char *const severity_names[SEVERITY_COUNT] = {
    [SEVERITY_OFF] = "off",
    [SEVERITY_ERROR] = "error",
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_INFORMATION] = "information",
    [SEVERITY_HINT] = "hint",
};

const char *rule_severity_name(enum severity severity)
{
    return severity_names[severity];
}

int rule_severity_find(struct slice name)
{
    for (int i = 0; i < SEVERITY_COUNT; i++) {
        if (same(name, severity_names[i]))
            return i;
    }
    return -1;
}

const struct rule_guideline *rule_guideline_find(struct slice number)
{
    for (size_t i = 0; i < rule_guideline_count; i++) {
        if (same(number, rule_guidelines[i].number))
            return &rule_guidelines[i];
    }
    return NULL;
}

const struct rule_guideline *rule_guideline_current(void)
{
    return &rule_guidelines[rule_guideline_count - 1];
}

bool rule_applies(unsigned versions, const struct rule_guideline *guideline)
{
    return versions >> (guideline - rule_guidelines) & 1U;
}

int rule_find(struct slice id)
{
    for (int i = 0; i < RULE_COUNT; i++) {
        if (same(id, rules[i].id))
            return i;
    }
    return -1;
}

const struct rule_directive *rule_directive_find(struct slice name)
{
    for (int i = 0; i < DIRECTIVE_COUNT; i++) {
        if (slice_is_word(name, rule_directives[i].name))
            return &rule_directives[i];
    }
    return NULL;
}

const struct rule_key *rule_key_find(struct slice name)
{
    for (int i = 0; i < KEY_COUNT; i++) {
        if (slice_is_word(name, rule_keys[i].key))
            return &rule_keys[i];
    }
    return NULL;
}

/* The length of the longest heading that FOLDED begins with, or 0. */
static size_t heading_length(const char *folded, const char *const *headings)
{
    size_t longest = 0;

    for (; *headings; headings++) {
        if (**headings == *folded && rule_phrase_at(*headings, folded) &&
            strlen(*headings) > longest)
            longest = strlen(*headings);
    }
    return longest;
}

const struct rule_report *rule_report_find(const char *folded, size_t *length)
{
    const struct rule_report *found = NULL;
    size_t longest = 0;

    for (size_t i = 0; i < REPORT_COUNT; i++) {
        size_t heading = heading_length(folded, rule_reports[i].headings);

        if (heading > longest) {
            found = &rule_reports[i];
            longest = heading;
        }
    }
    if (found)
        *length = longest;
    return found;
}

bool rule_report_repeats(const struct rule_report *report)
{
    return report->follows && !report->closing[0];
}

/* Most words differ in their first byte. */
static bool is_same(const char *folded, const char *word)
{
    return *folded == *word && strcmp(folded, word) == 0;
}

bool rule_is_listed(const char *folded, const char *const *words)
{
    for (; *words; words++) {
        if (is_same(folded, *words))
            return true;
    }
    return false;
}

/* True if FOLDED is NAME or one of ALIASES. */
static bool is_name(const char *folded, const char *name,
                    const char *const *aliases)
{
    return is_same(folded, name) || rule_is_listed(folded, aliases);
}

static const struct rule_section *section_of(
    const struct rule_section *const *sections, const char *folded)
{
    for (; *sections; sections++) {
        if (is_name(folded, (*sections)->folded, (*sections)->aliases))
            return *sections;
    }
    return NULL;
}

const struct rule_section *rule_section_find(const struct rule_report *report,
                                             const char *folded)
{
    const struct rule_section *section = section_of(report->sections, folded);

    return section ? section : section_of(report->welcome, folded);
}

const struct rule_field *rule_field_find(const struct rule_section *section,
                                         const char *folded)
{
    for (size_t i = 0; *folded && i < section->field_count; i++) {
        const struct rule_field *field = &section->fields[i];

        if (is_name(folded, field->folded, field->aliases) ||
            rule_phrase_at(field->begins, folded))
            return field;
    }
    return NULL;
}

const struct rule_field *rule_field_in(const struct rule_field *field,
                                       const struct rule_guideline *guideline)
{
    const struct rule_section *section = &rule_sections[field->section];

    for (size_t i = 0; i < section->field_count; i++) {
        const struct rule_field *other = &section->fields[i];

        if (other->id == field->id &&
            rule_applies(other->versions, guideline))
            return other;
    }
    return field;
}

const struct rule_column *rule_column_find(const struct rule_section *section,
                                           const char *folded)
{
    for (size_t i = 0; i < section->column_count; i++) {
        const struct rule_column *column = &section->columns[i];

        if (is_name(folded, column->folded, column->aliases))
            return column;
    }
    return NULL;
}
