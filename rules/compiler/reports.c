/*
 * reports.c - writes the tables of reports, sections, fields and columns.
 */
#include <string.h>

#include "constants.h"
#include "output.h"
#include "skeleton.h"

static const struct member field_members[] = {
    {"id",             "id",          AS_ITSELF},
    {"label",          "field",       AS_TEXT},
    {"folded",         "field",       AS_FOLDED},
    {"aliases",        "aliases",     AS_FOLDED_LIST},
    {"mistaken",       "not",         AS_FOLDED_LIST},
    {"begins",         "begins",      AS_FOLDED},
    {"section",        "section",     AS_REFERENCE},
    {"type",           "type",        AS_WORD},
    {"list",           "values",      AS_LIST},
    {"required",       "required",    AS_WORD},
    {"na_allowed",     "N/A",         AS_WORD},
    {"required_text",  "asked",       AS_TEXT},
    {"placeholder",    "placeholder", AS_TEXT},
    {"example",        "example",     AS_TEXT},
    {"means",          "means",       AS_TEXT},
    {"means_added",    "",            AS_ADDED},
    {"added_versions", "",            AS_ADDED_VERSIONS},
    {"anchor",         "anchor",      AS_TEXT},
    {"versions",       "",            AS_VERSIONS},
    {NULL, NULL, AS_TEXT},
};

static const struct member column_members[] = {
    {"id",             "id",          AS_ITSELF},
    {"label",          "column",      AS_TEXT},
    {"folded",         "column",      AS_FOLDED},
    {"aliases",        "aliases",     AS_FOLDED_LIST},
    {"mistaken",       "not",         AS_FOLDED_LIST},
    {"section",        "section",     AS_REFERENCE},
    {"type",           "type",        AS_WORD},
    {"list",           "values",      AS_LIST},
    {"na_allowed",     "N/A",         AS_WORD},
    {"placeholder",    "placeholder", AS_TEXT},
    {"placeholder_folded", "placeholder", AS_FOLDED},
    {"example",        "example",     AS_TEXT},
    {"means",          "means",       AS_TEXT},
    {"means_added",    "",            AS_ADDED},
    {"added_versions", "",            AS_ADDED_VERSIONS},
    {"anchor",         "anchor",      AS_TEXT},
    {"versions",       "",            AS_VERSIONS},
    {NULL, NULL, AS_TEXT},
};

static const struct member section_members[] = {
    {"id",             "id",          AS_ITSELF},
    {"name",           "section",     AS_TEXT},
    {"folded",         "section",     AS_FOLDED},
    {"aliases",        "aliases",     AS_FOLDED_LIST},
    {"mistaken",       "not",         AS_FOLDED_LIST},
    {"content",        "holds",       AS_WORD},
    {"means",          "means",       AS_TEXT},
    {"means_added",    "",            AS_ADDED},
    {"added_versions", "",            AS_ADDED_VERSIONS},
    {"anchor",         "anchor",      AS_TEXT},
    {"versions",       "",            AS_VERSIONS},
    {NULL, NULL, AS_TEXT},
};

static const struct member report_members[] = {
    {"id",             "id",          AS_ITSELF},
    {"name",           "report",      AS_TEXT},
    {"folded",         "report",      AS_FOLDED},
    {"headings",       "headings",    AS_FOLDED_LIST},
    {"level",          "level",       AS_NUMBER},
    {"superseded",     "superseded",  AS_YES},
    {"keyword",        "keyword",     AS_TEXT},
    {"closing",        "closing",     AS_TEXT},
    {"skeleton",       "skeleton",    AS_TEXT},
    {"means",          "means",       AS_TEXT},
    {"means_added",    "",            AS_ADDED},
    {"added_versions", "",            AS_ADDED_VERSIONS},
    {"anchor",         "anchor",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static void write_flag(const struct writer *writer, const char *member,
                       bool flag)
{
    write_raw(writer->file, member, flag ? "true" : "false");
}

static bool says(const struct record *record, const char *key,
                 const char *word)
{
    return strcmp(record_text(record, key), word) == 0;
}

static void field_extra(const struct writer *writer,
                        const struct record *field)
{
    char constant[CONSTANT_ROOM];

    constant_of_name(writer->records, "field", record_text(field, "below"),
                     constant);
    if (constant[0] != '\0')
        fprintf(writer->file, "        .parent = &rule_fields[%s],\n",
                constant);
    write_flag(writer, "preliminary", says(field, "preliminary", "asked"));
    write_flag(writer, "must_apply_when_full",
               says(field, "N/A", "not in a full report"));
}

/* ".KINDs = &rule_KINDs[first], .KIND_count = n" of SECTION's members. */
static void write_group(const struct writer *writer,
                        const struct record *section, const char *kind)
{
    const struct record *record = NULL;
    size_t first = 0;
    size_t count = 0;

    for (size_t i = 0; (record = records_nth(writer->records, kind, i)); i++) {
        if (!same_name(text_slice(record_text(record, "section")),
                       text_slice(record_name(section))))
            continue;
        if (count++ == 0)
            first = i;
    }
    if (count > 0)
        fprintf(writer->file, "        .%ss = &rule_%ss[%zu],\n", kind, kind,
                first);
    fprintf(writer->file, "        .%s_count = %zu,\n", kind, count);
}

static void section_extra(const struct writer *writer,
                          const struct record *section)
{
    const struct record *report = skeleton_report(writer->records, section);
    struct slice part = {"", 0};

    if (report)
        part = skeleton_part(report, section);
    write_flag(writer, "may_not_be_empty",
               says(section, "may be empty", "no"));
    write_group(writer, section, "field");
    write_group(writer, section, "column");
    write_text(writer->file, "skeleton", part);
}

/* ".KEY = {pointers}, .COUNT = n" of the sections that KEY lists. */
static void write_section_list(const struct writer *writer,
                               const struct record *report, const char *key,
                               const char *count_name)
{
    const char *list = record_text(report, key);
    struct slice name;
    size_t count = 0;

    fprintf(writer->file,
            "        .%s = (const struct rule_section *const[]){", key);
    for (; list_next(&list, &name); count++) {
        char constant[CONSTANT_ROOM];

        constant_of(records_find(writer->records, "section", name), constant);
        fprintf(writer->file, "\n            &rule_sections[%s],", constant);
    }
    fprintf(writer->file, " NULL},\n        .%s = %zu,\n", count_name, count);
}

static void report_extra(const struct writer *writer,
                         const struct record *report)
{
    write_section_list(writer, report, "sections", "section_count");
    write_section_list(writer, report, "welcome", "welcome_count");
}

static const struct table tables[] = {
    {"column",  "struct rule_column rule_columns",   column_members,  NULL,
     NULL},
    {"field",   "struct rule_field rule_fields",     field_members,
     field_extra, NULL},
    {"section", "struct rule_section rule_sections", section_members,
     section_extra, NULL},
    {"report",  "struct rule_report rule_reports",   report_members,
     report_extra, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

void write_reports(const struct writer *writer)
{
    for (const struct table *table = tables; table->kind; table++)
        write_table(writer, table);
}
