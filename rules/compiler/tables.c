/*
 * tables.c - writes the enums and the tables, one constant and one row a
 * record.
 */
#include <string.h>

#include "array.h"
#include "output.h"
#include "skeleton.h"

/* The constants of one kind; records without one only count. */
static void write_enum(const struct writer *writer, const char *kind,
                       const char *prefix)
{
    const struct record *record = NULL;
    char constant[CONSTANT_ROOM];
    size_t i = 0;

    fprintf(writer->file, "\nenum %s_id {\n", kind);
    for (; (record = records_nth(writer->records, kind, i)); i++) {
        constant_of(record, constant);
        if (constant[0] != '\0')
            fprintf(writer->file, "    %s = %zu,\n", constant, i);
    }
    fprintf(writer->file, "    %s_COUNT = %zu\n};\n", prefix, i);
}

/* True of the records that say when a rule speaks, and what. */
static bool is_case(const struct record *record)
{
    return strcmp(record->kind->name, "rule") == 0 ||
           strcmp(record->kind->name, "case") == 0;
}

/* A rule's first case comes before its others, wherever they stand. */
static void write_case_enum(const struct writer *writer)
{
    size_t count = 0;
    char constant[CONSTANT_ROOM];

    fputs("\nenum case_id {\n", writer->file);
    for (size_t i = 0; i < writer->records->count; i++) {
        const struct record *record = &writer->records->items[i];

        if (!is_case(record))
            continue;
        constant_of_case(record, constant);
        fprintf(writer->file, "    %s = %zu,\n", constant, count++);
    }
    fprintf(writer->file, "    CASE_COUNT = %zu\n};\n", count);
}

void write_header(FILE *file, const struct records *records)
{
    struct writer writer = {file, records};

    fputs("/*\n"
          " * tables.h - the names of the records. Written by rules_compile.\n"
          " */\n"
          "#ifndef RULES_TABLES_H\n"
          "#define RULES_TABLES_H\n",
          file);
    for (const struct kind *kind = kinds; kind->name; kind++) {
        if (kind->prefix)
            write_enum(&writer, kind->name, kind->prefix);
    }
    write_enum(&writer, "rule", "RULE");
    write_case_enum(&writer);
    fputs("\n#endif\n", file);
}

/* Guidelines are in force until the next are. */
static void write_superseded(const struct writer *writer,
                             const struct record *record)
{
    size_t next = records_index(writer->records, record) + 1;
    const struct record *newer =
        records_nth(writer->records, "guidelines", next);

    if (newer)
        write_day(writer->file, "superseded", record_text(newer, "effective"));
}

/* ".KINDs = &rule_KINDs[first], .KIND_count = n" of OWNER's members, which name
 * it. */
static void write_group(const struct writer *writer,
                        const struct record *owner, const char *kind)
{
    const struct record *record = NULL;
    size_t first = 0;
    size_t count = 0;

    for (size_t i = 0; (record = records_nth(writer->records, kind, i)); i++) {
        if (belongs_to(record, owner->kind->name, owner) && count++ == 0)
            first = i;
    }
    if (count > 0)
        fprintf(writer->file, "        .%ss = &rule_%ss[%zu],\n", kind, kind,
                first);
    fprintf(writer->file, "        .%s_count = %zu,\n", kind, count);
}

static void write_section_parts(const struct writer *writer,
                                const struct record *section)
{
    const struct record *report = skeleton_report(writer->records, section);
    struct slice part = {"", 0};

    if (report)
        part = skeleton_part(report, section);
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
        const struct record *section =
            records_find(writer->records, "section", name);

        fprintf(writer->file, "\n            &rule_sections[%zu],",
                records_index(writer->records, section));
    }
    fprintf(writer->file, " NULL},\n        .%s = %zu,\n", count_name, count);
}

static void write_report_sections(const struct writer *writer,
                                  const struct record *report)
{
    write_section_list(writer, report, "sections", "section_count");
    write_section_list(writer, report, "welcome", "welcome_count");
}

static void write_na_when_full(const struct writer *writer,
                               const struct record *field)
{
    bool not_in_full =
        strcmp(record_text(field, "N/A"), "not in a full report") == 0;

    write_raw(writer->file, "must_apply_when_full",
              not_in_full ? "true" : "false");
}

static void write_editions(const struct writer *writer,
                           const struct record *policy)
{
    write_group(writer, policy, "edition");
}

/* The policy OID of a value that has just one. */
static void write_only_oid(const struct writer *writer,
                           const struct record *value)
{
    const struct record *oid = NULL;
    const char *only = "";
    size_t count = 0;

    for (size_t i = 0; (oid = records_nth(writer->records, "oid", i)); i++) {
        struct slice type = slice_of(record_text(oid, "type"));

        if (records_find(writer->records, "value", type) == value) {
            only = record_name(oid);
            count++;
        }
    }
    write_text(writer->file, "oid", slice_of(count == 1 ? only : ""));
}

/* Members that take more than the record itself. */
struct extra {
    const char *kind;
    void (*write)(const struct writer *writer, const struct record *record);
};

static const struct extra extras[] = {
    {"guidelines", write_superseded},
    {"report",     write_report_sections},
    {"section",    write_section_parts},
    {"field",      write_na_when_full},
    {"policy",     write_editions},
    {"value",      write_only_oid},
};

static void write_extra(const struct writer *writer,
                        const struct record *record)
{
    for (size_t i = 0; i < LENGTH_OF(extras); i++) {
        if (strcmp(extras[i].kind, record->kind->name) == 0)
            extras[i].write(writer, record);
    }
}

static void write_table(const struct writer *writer, const struct kind *kind)
{
    const struct record *record = NULL;
    size_t i = 0;

    fprintf(writer->file, "\nconst %s %s[] = {\n", kind->row, kind->table);
    for (; (record = records_nth(writer->records, kind->name, i)); i++) {
        fputs("    {\n", writer->file);
        write_members(writer, record, kind->keys);
        write_extra(writer, record);
        fputs("    },\n", writer->file);
    }
    fputs("};\n", writer->file);
    if (kind->count)
        fprintf(writer->file, "const size_t %s = %zu;\n", kind->count, i);
}

/* Rules and cases, in the order in which they stand. A rule is a case without
 * a name. */
static void write_cases(const struct writer *writer)
{
    const struct kind *kind = kind_find("case");

    fputs("\nconst struct rule_case rule_cases[] = {\n", writer->file);
    for (size_t i = 0; i < writer->records->count; i++) {
        const struct record *record = &writer->records->items[i];

        if (!is_case(record))
            continue;
        fputs("    {\n", writer->file);
        write_members(writer, record, kind->keys);
        fputs("    },\n", writer->file);
    }
    fputs("};\n", writer->file);
}

void write_tables(FILE *file, const struct records *records)
{
    struct writer writer = {file, records};

    fputs("/*\n"
          " * tables.c - the records as tables. Written by rules_compile.\n"
          " */\n"
          "#include \"phrase_tree.h\"\n"
          "#include \"rules.h\"\n",
          file);
    for (const struct kind *kind = kinds; kind->name; kind++) {
        if (kind->table)
            write_table(&writer, kind);
    }
    write_cases(&writer);
    write_phrases(&writer);
    write_mentions(&writer);
    write_events(&writer);
}
