/*
 * header.c - writes the enums.
 */
#include <string.h>

#include "constants.h"
#include "output.h"

static void write_guard(FILE *file)
{
    fputs("/*\n"
          " * tables.h - the names of the records. Written by rules_compile.\n"
          " */\n"
          "#ifndef RULES_TABLES_H\n"
          "#define RULES_TABLES_H\n",
          file);
}

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

/* A rule's first case comes before its others, wherever they stand. */
static void write_cases(const struct writer *writer)
{
    size_t count = 0;
    char constant[CONSTANT_ROOM];

    fputs("\nenum case_id {\n", writer->file);
    for (size_t i = 0; i < writer->records->count; i++) {
        const struct record *record = &writer->records->items[i];

        if (strcmp(record->kind->name, "rule") != 0 &&
            strcmp(record->kind->name, "case") != 0)
            continue;
        constant_of_case(record, constant);
        fprintf(writer->file, "    %s = %zu,\n", constant, count++);
    }
    fprintf(writer->file, "    CASE_COUNT = %zu\n};\n", count);
}

void write_header(FILE *file, const struct records *records)
{
    struct writer writer = {file, records};

    write_guard(file);
    for (const struct kind *kind = kinds; kind->name; kind++) {
        if (kind->prefix)
            write_enum(&writer, kind->name, kind->prefix);
    }
    write_enum(&writer, "rule", "RULE");
    write_cases(&writer);
    fputs("\n#endif\n", file);
}
