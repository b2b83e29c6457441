/*
 * sheet.c - prints all that holds for a version of the guidelines, so that a
 * reviewer can read it in one piece.
 */
#include <string.h>

#include "output.h"

/* The sheet, and its version, as a record and as a bit. */
struct sheet {
    FILE *file;
    const struct records *records;
    const struct record *guidelines;
    unsigned version;
};

static bool applies(const struct sheet *sheet, const struct record *record)
{
    return version_bits(sheet->records, record_text(record, "since"),
                        record_text(record, "until")) & sheet->version;
}

/* The definition, and what this version adds to it. */
static void print_meaning(const struct sheet *sheet,
                          const struct record *record)
{
    fprintf(sheet->file, "\n%s\n", record_text(record, "means"));
    for (size_t i = 0; i < record->count; i++) {
        const struct entry *entry = &record->entries[i];

        if (strncmp(entry->key, "means since ", 12) == 0 &&
            (version_bits(sheet->records, entry->key + 12, "") &
             sheet->version))
            fprintf(sheet->file, "\n%s\n", entry->value);
    }
}

/* The entries that KEYS name, a list item each; those missing are left out. */
static void print_entries(FILE *file, const struct record *record,
                          const char *const *keys)
{
    const char *before = "\n";

    for (; *keys; keys++) {
        const struct entry *entry = record_entry(record, *keys);

        if (!entry)
            continue;
        fprintf(file, "%s- %s: %s\n", before, *keys, entry->value);
        before = "";
    }
}

static void print_link(const struct sheet *sheet, const struct record *record)
{
    fprintf(sheet->file, "- guidelines: [#%s](%s#%s)\n",
            record_text(record, "anchor"),
            record_text(sheet->guidelines, "url"),
            record_text(record, "anchor"));
}

static void print_report(const struct sheet *sheet,
                         const struct record *report)
{
    static const char *const keys[] = {"headings", "level",   "sections",
                                       "welcome",  "keyword", "closing",
                                       NULL};
    const char *skeleton = record_text(report, "skeleton");

    fprintf(sheet->file, "\n### %s\n", record_name(report));
    print_meaning(sheet, report);
    print_entries(sheet->file, report, keys);
    print_link(sheet, report);
    if (*skeleton != '\0')
        fprintf(sheet->file, "\n```markdown\n%s```\n", skeleton);
}

static void print_reports(const struct sheet *sheet)
{
    const struct record *report = NULL;

    fputs("\n## Reports\n", sheet->file);
    for (size_t i = 0; (report = records_nth(sheet->records, "report", i));
         i++)
        print_report(sheet, report);
}

/* Fields or columns of SECTION. */
static void print_members(const struct sheet *sheet,
                          const struct record *section, const char *kind)
{
    static const char *const keys[] = {
        "below",       "type",    "values",  "required", "preliminary",
        "asked",       "N/A",     "placeholder", "example", "aliases",
        "begins",      "not",     NULL};
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(sheet->records, kind, i)); i++) {
        if (!belongs_to(record, "section", section) ||
            !applies(sheet, record))
            continue;
        fprintf(sheet->file, "\n#### %s: %s\n", kind, record_name(record));
        print_meaning(sheet, record);
        print_entries(sheet->file, record, keys);
        print_link(sheet, record);
    }
}

static void print_sections(const struct sheet *sheet)
{
    static const char *const keys[] = {"holds", "may be empty", "aliases",
                                       "not", NULL};
    const struct record *section = NULL;

    fputs("\n## Sections\n", sheet->file);
    for (size_t i = 0; (section = records_nth(sheet->records, "section", i));
         i++) {
        if (!applies(sheet, section))
            continue;
        fprintf(sheet->file, "\n### %s\n", record_name(section));
        print_meaning(sheet, section);
        print_entries(sheet->file, section, keys);
        print_link(sheet, section);
        print_members(sheet, section, "field");
        print_members(sheet, section, "column");
    }
}

static void print_values(const struct sheet *sheet, const struct record *list)
{
    static const char *const keys[] = {"spellings", "words", NULL};
    const struct record *value = NULL;

    for (size_t i = 0; (value = records_nth(sheet->records, "value", i));
         i++) {
        if (!belongs_to(value, "list", list))
            continue;
        fprintf(sheet->file, "\n#### value: %s\n", record_name(value));
        print_meaning(sheet, value);
        print_entries(sheet->file, value, keys);
    }
}

static void print_lists(const struct sheet *sheet)
{
    const struct record *list = NULL;

    fputs("\n## Closed lists\n", sheet->file);
    for (size_t i = 0; (list = records_nth(sheet->records, "list", i)); i++) {
        fprintf(sheet->file, "\n### %s\n", record_name(list));
        print_meaning(sheet, list);
        print_values(sheet, list);
    }
}

/* The steps of this version, a list item each. */
static void print_steps(const struct sheet *sheet)
{
    const struct record *step = NULL;

    fputs("\n## Steps\n\n", sheet->file);
    for (size_t i = 0; (step = records_nth(sheet->records, "step", i)); i++) {
        if (applies(sheet, step))
            fprintf(sheet->file, "- %s, %s: %s\n",
                    record_text(step, "report"), record_name(step),
                    record_text(step, "means"));
    }
}

static void print_case(FILE *file, const struct record *record,
                       const char *name)
{
    const char *related = record_text(record, "related");
    const char *since = record_text(record, "since");

    fprintf(file, "- %s%s%s%s%s: %s\n", record_text(record, "severity"),
            *name ? ", " : "", name, *since ? ", since " : "", since,
            record_text(record, "says"));
    if (*related != '\0')
        fprintf(file, "  - related: %s\n", related);
}

static void print_cases(FILE *file, const struct records *records,
                        const struct record *rule)
{
    const struct record *record = NULL;

    print_case(file, rule, "");
    for (size_t i = 0; (record = records_nth(records, "case", i)); i++) {
        if (belongs_to(record, "rule", rule))
            print_case(file, record, record_name(record));
    }
}

static void print_rule(FILE *file, const struct records *records,
                       const struct record *rule)
{
    bool softened = strcmp(record_text(rule, "softened"), "yes") == 0;

    fprintf(file, "\n#### %s\n\nFinds %s. %s%s\n\n", record_name(rule),
            record_text(rule, "finds"), record_text(rule, "means"),
            softened ? " In a draft it is information." : "");
    print_cases(file, records, rule);
}

static void print_rules(FILE *file, const struct records *records)
{
    const struct record *rule = NULL;
    const char *part = "";

    fputs("\n## Rules\n", file);
    for (size_t i = 0; (rule = records_nth(records, "rule", i)); i++) {
        const char *own = record_text(rule, "part");

        if (strcmp(own, part) != 0)
            fprintf(file, "\n### %s\n", own);
        part = own;
        print_rule(file, records, rule);
    }
}

static void print_head(const struct sheet *sheet)
{
    const struct record *guidelines = sheet->guidelines;
    size_t next = records_index(sheet->records, guidelines) + 1;
    const struct record *newer =
        records_nth(sheet->records, "guidelines", next);

    fprintf(sheet->file,
            "# CCADB Incident Reporting Guidelines %s\n\n"
            "Written by rules_compile from the records in rules/; don't edit."
            "\n",
            record_name(guidelines));
    print_meaning(sheet, guidelines);
    fprintf(sheet->file, "\n- effective: %s\n",
            record_text(guidelines, "effective"));
    if (newer)
        fprintf(sheet->file, "- superseded: %s\n",
                record_text(newer, "effective"));
    fprintf(sheet->file, "- url: <%s>\n", record_text(guidelines, "url"));
}

void write_sheet(FILE *file, const struct records *records,
                 const struct record *guidelines)
{
    struct sheet sheet = {file, records, guidelines,
                          1U << records_index(records, guidelines)};

    print_head(&sheet);
    print_reports(&sheet);
    print_steps(&sheet);
    print_sections(&sheet);
    print_lists(&sheet);
    print_rules(file, records);
}
