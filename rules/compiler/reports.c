/*
 * reports.c - writes the tables of reports, sections, fields and columns.
 *
 * Sections and fields are written once as they are, and once more for each
 * report in which most of them are merely welcome (a preliminary one).
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

/* A set of rows: those of all reports, or of one that merely welcomes most. */
struct set {
    const struct writer *writer;
    const struct record *report;    /* NULL for the rows of all */
    char fields[CONSTANT_ROOM];     /* the name of the table of fields */
    char sections[CONSTANT_ROOM];
};

static bool is_listed(const struct record *report, const char *key,
                      const char *section)
{
    const char *list = record_text(report, key);
    struct slice name;

    while (list_next(&list, &name)) {
        if (same_name(name, text_slice(section)))
            return true;
    }
    return false;
}

/* The requirement of FIELD in the reports of SET. */
static const char *requirement(const struct set *set,
                               const struct record *field)
{
    const char *word = record_text(field, "required");

    if (set->report) {
        word = "welcome";
        if (is_listed(set->report, "sections", record_text(field, "section")))
            word = record_text(field, "preliminary");
    }
    return word_constant(requirement_words, word);
}

static void write_parent(const struct set *set, const struct record *field)
{
    char constant[CONSTANT_ROOM];

    constant_of_name(set->writer->records, "field",
                     record_text(field, "below"), constant);
    if (constant[0] != '\0')
        fprintf(set->writer->file, "        .parent = &%s[%s],\n",
                set->fields, constant);
}

static void write_field(const struct set *set, const struct record *field)
{
    bool must_apply =
        strcmp(record_text(field, "N/A"), "not in a full report") == 0;

    fputs("    {\n", set->writer->file);
    write_members(set->writer, field, field_members);
    write_parent(set, field);
    write_raw(set->writer->file, "required", requirement(set, field));
    write_raw(set->writer->file, "must_apply_when_full",
              must_apply && !set->report ? "true" : "false");
    fputs("    },\n", set->writer->file);
}

static void write_fields(const struct set *set)
{
    const struct record *field = NULL;

    fprintf(set->writer->file, "\n%sconst struct rule_field %s[] = {\n",
            set->report ? "static " : "", set->fields);
    for (size_t i = 0;
         (field = records_nth(set->writer->records, "field", i)); i++)
        write_field(set, field);
    fputs("};\n", set->writer->file);
}

/* ".KINDs = &TABLE[first], .KIND_count = n" of the SECTION's members. */
static void write_group(const struct set *set, const struct record *section,
                        const char *kind, const char *table)
{
    const struct record *record = NULL;
    size_t first = 0;
    size_t count = 0;

    for (size_t i = 0;
         (record = records_nth(set->writer->records, kind, i)); i++) {
        if (!same_name(text_slice(record_text(record, "section")),
                       text_slice(record_name(section))))
            continue;
        if (count++ == 0)
            first = i;
    }
    if (count > 0)
        fprintf(set->writer->file, "        .%ss = &%s[%zu],\n", kind, table,
                first);
    fprintf(set->writer->file, "        .%s_count = %zu,\n", kind, count);
}

/* The report's own skeleton of SECTION, or that of the first that has one. */
static struct slice section_skeleton(const struct set *set,
                                     const struct record *section)
{
    const struct record *report =
        skeleton_report(set->writer->records, section);
    struct slice part = {NULL, 0};

    if (set->report)
        part = skeleton_part(set->report, section);
    if (!part.bytes && report)
        part = skeleton_part(report, section);
    return part;
}

static void write_section(const struct set *set, const struct record *section)
{
    FILE *file = set->writer->file;
    bool filled = strcmp(record_text(section, "may be empty"), "no") == 0;

    if (set->report &&
        !is_listed(set->report, "sections", record_name(section)))
        filled = false;
    fputs("    {\n", file);
    write_members(set->writer, section, section_members);
    write_raw(file, "may_not_be_empty", filled ? "true" : "false");
    write_group(set, section, "field", set->fields);
    write_group(set, section, "column", "rule_columns");
    write_text(file, "skeleton", section_skeleton(set, section));
    fputs("    },\n", file);
}

static void write_sections(const struct set *set)
{
    const struct record *section = NULL;

    fprintf(set->writer->file, "\n%sconst struct rule_section %s[] = {\n",
            set->report ? "static " : "", set->sections);
    for (size_t i = 0;
         (section = records_nth(set->writer->records, "section", i)); i++)
        write_section(set, section);
    fputs("};\n", set->writer->file);
}

/* The rows of REPORT, if it welcomes sections; else those of all. */
static struct set set_of(const struct writer *writer,
                         const struct record *report)
{
    struct set set = {writer, NULL, "rule_fields", "rule_sections"};

    if (report && record_entry(report, "welcome")) {
        set.report = report;
        snprintf(set.fields, sizeof set.fields, "fields_of_%s",
                 record_text(report, "id"));
        snprintf(set.sections, sizeof set.sections, "sections_of_%s",
                 record_text(report, "id"));
    }
    return set;
}

/* ".NAME = {pointers}, .COUNT = n" of the sections that KEY lists. */
static void write_section_list(const struct set *set,
                               const struct record *report, const char *key,
                               const char *count_name)
{
    const char *list = record_text(report, key);
    struct slice name;
    size_t count = 0;

    fprintf(set->writer->file,
            "        .%s = (const struct rule_section *const[]){", key);
    for (; list_next(&list, &name); count++) {
        char constant[CONSTANT_ROOM];

        constant_of(records_find(set->writer->records, "section", name),
                    constant);
        fprintf(set->writer->file, "\n            &%s[%s],", set->sections,
                constant);
    }
    fprintf(set->writer->file, " NULL},\n        .%s = %zu,\n", count_name,
            count);
}

static void write_report(const struct writer *writer,
                         const struct record *report)
{
    struct set set = set_of(writer, report);

    fputs("    {\n", writer->file);
    write_members(writer, report, report_members);
    write_section_list(&set, report, "sections", "section_count");
    write_section_list(&set, report, "welcome", "welcome_count");
    fputs("    },\n", writer->file);
}

static void write_columns(const struct writer *writer)
{
    const struct record *column = NULL;

    fputs("\nconst struct rule_column rule_columns[] = {\n", writer->file);
    for (size_t i = 0; (column = records_nth(writer->records, "column", i));
         i++) {
        fputs("    {\n", writer->file);
        write_members(writer, column, column_members);
        fputs("    },\n", writer->file);
    }
    fputs("};\n", writer->file);
}

static void write_set(const struct set *set)
{
    write_fields(set);
    write_sections(set);
}

void write_reports(const struct writer *writer)
{
    const struct record *report = NULL;
    struct set all = set_of(writer, NULL);

    write_columns(writer);
    write_set(&all);
    for (size_t i = 0; (report = records_nth(writer->records, "report", i));
         i++) {
        struct set set = set_of(writer, report);

        if (set.report)
            write_set(&set);
    }
    fputs("\nconst struct rule_report rule_reports[] = {\n", writer->file);
    for (size_t i = 0; (report = records_nth(writer->records, "report", i));
         i++)
        write_report(writer, report);
    fputs("};\n", writer->file);
}
