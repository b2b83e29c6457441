/*
 * tables.c - writes the tables, one row a record.
 */
#include <string.h>

#include "constants.h"
#include "output.h"

static const struct member guideline_members[] = {
    {"number",         "guidelines", AS_TEXT},
    {"effective_text", "effective",  AS_TEXT},
    {"effective",      "effective",  AS_DAY},
    {"templated",      "templates",  AS_YES},
    {"url",            "url",        AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member fix_members[] = {
    {"title",          "says",       AS_TEXT},
    {"safe",           "safe",       AS_YES},
    {NULL, NULL, AS_TEXT},
};

static const struct member list_members[] = {
    {"name",           "list",       AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member value_members[] = {
    {"list",           "list",       AS_REFERENCE},
    {"value",          "value",      AS_TEXT},
    {"folded",         "value",      AS_FOLDED},
    {"spellings",      "spellings",  AS_FOLDED_LIST},
    {"words",          "words",      AS_FOLDED_LIST},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member rule_members[] = {
    {"id",             "rule",       AS_TEXT},
    {"part",           "part",       AS_TEXT},
    {"severity",       "severity",   AS_WORD},
    {"summary",        "finds",      AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {"anchor",         "anchor",     AS_TEXT},
    {"softened",       "softened",   AS_YES},
    {"bad",            "bad",        AS_TEXT},
    {"good",           "good",       AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member case_members[] = {
    {"severity",       "severity",   AS_WORD},
    {"message",        "says",       AS_TEXT},
    {"related",        "related",    AS_TEXT},
    {"versions",       "",           AS_VERSIONS},
    {NULL, NULL, AS_TEXT},
};

static const struct member policy_members[] = {
    {"name",           "policy",     AS_TEXT},
    {"title",          "name",       AS_TEXT},
    {"aliases",        "aliases",    AS_FOLDED_LIST},
    {"version",        "version",    AS_TEXT},
    {"date",           "date",       AS_TEXT},
    {"url",            "url",        AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member reason_members[] = {
    {"code",           "code",            AS_NUMBER},
    {"tls_subscriber", "TLS subscribers", AS_YES},
    {NULL, NULL, AS_TEXT},
};

static const struct member oid_members[] = {
    {"oid",            "oid",        AS_TEXT},
    {"name",           "name",       AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member tag_members[] = {
    {"tag",            "tag",        AS_TEXT},
    {"aliases",        "aliases",    AS_FOLDED_LIST},
    {"revocation_delay", "delays",   AS_YES},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member directive_members[] = {
    {"name",           "directive",  AS_TEXT},
    {"takes_facts",    "takes",      AS_WORD},
    {"example",        "example",    AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member key_members[] = {
    {"key",            "key",        AS_TEXT},
    {"words",          "words",      AS_FOLDED_LIST},
    {"example",        "example",    AS_TEXT},
    {"means",          "means",      AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member step_members[] = {
    {"name",           "step",       AS_TEXT},
    {"report",         "report",     AS_REFERENCE},
    {"means",          "means",      AS_TEXT},
    {"url",            "url",        AS_TEXT},
    {"anchor",         "anchor",     AS_TEXT},
    {"versions",       "",           AS_VERSIONS},
    {NULL, NULL, AS_TEXT},
};

static const struct member offer_members[] = {
    {"label",          "offer",      AS_TEXT},
    {"typed",          "typed",      AS_TEXT},
    {"prompt",         "prompt",     AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static const struct member facts_members[] = {
    {"name",           "facts",      AS_TEXT},
    {"as_of",          "as of",      AS_TEXT},
    {"source",         "from",       AS_TEXT},
    {NULL, NULL, AS_TEXT},
};

static void guideline_extra(const struct writer *writer,
                            const struct record *record)
{
    static const struct member superseded[] = {
        {"superseded", "effective", AS_DAY}, {NULL, NULL, AS_TEXT}};
    size_t next = records_index(writer->records, record) + 1;
    const struct record *newer =
        records_nth(writer->records, "guidelines", next);

    if (newer)
        write_members(writer, newer, superseded);
}

/* The policy OID of a value that has just one. */
static const char *only_oid(const struct records *records,
                            const struct record *value)
{
    const struct record *oid = NULL;
    const char *found = "";

    for (size_t i = 0; (oid = records_nth(records, "oid", i)); i++) {
        struct slice type = text_slice(record_text(oid, "type"));

        if (records_find(records, "value", type) != value)
            continue;
        if (*found != '\0')
            return "";
        found = record_name(oid);
    }
    return found;
}

static void value_extra(const struct writer *writer,
                        const struct record *record)
{
    fprintf(writer->file, "        .id = (enum value_id)%zu,\n",
            records_index(writer->records, record));
    write_text(writer->file, "oid",
               text_slice(only_oid(writer->records, record)));
}

/* ".NAME = &TABLE[n]," for the record of KIND that KEY refers to. */
static void write_pointer(const struct writer *writer, const char *name,
                          const char *table, const struct record *referred)
{
    fprintf(writer->file, "        .%s = &%s[%zu],\n", name, table,
            records_index(writer->records, referred));
}

static void reason_extra(const struct writer *writer,
                         const struct record *record)
{
    write_pointer(writer, "value", "rule_values",
                  records_find(writer->records, "value",
                               text_slice(record_name(record))));
}

static void oid_extra(const struct writer *writer, const struct record *record)
{
    write_pointer(writer, "type", "rule_values",
                  records_find(writer->records, "value",
                               text_slice(record_text(record, "type"))));
    write_pointer(writer, "policy", "rule_policies",
                  records_find(writer->records, "policy",
                               text_slice(record_text(record, "policy"))));
}

static const struct table tables[] = {
    {"guidelines", "struct rule_guideline rule_guidelines", guideline_members,
     guideline_extra, "rule_guideline_count"},
    {"list", "struct rule_list rule_lists", list_members, NULL, NULL},
    {"value", "struct rule_value rule_values", value_members, value_extra,
     NULL},
    {"rule", "struct rule rules", rule_members, NULL, NULL},
    {"fix", "struct rule_fix rule_fixes", fix_members, NULL, NULL},
    {"policy", "struct rule_policy rule_policies", policy_members, NULL,
     "rule_policy_count"},
    {"reason", "struct rule_reason rule_reasons", reason_members, reason_extra,
     "rule_reason_count"},
    {"oid", "struct rule_oid rule_oids", oid_members, oid_extra,
     "rule_oid_count"},
    {"tag", "struct rule_tag rule_tags", tag_members, NULL, "rule_tag_count"},
    {"directive", "struct rule_directive rule_directives", directive_members,
     NULL, NULL},
    {"key", "struct rule_key rule_keys", key_members, NULL, NULL},
    {"step", "struct rule_step rule_steps", step_members, NULL, NULL},
    {"offer", "struct rule_offer rule_offers", offer_members, NULL, NULL},
    {"facts", "struct rule_facts rule_facts", facts_members, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

/* Rules and cases, in the order in which they stand. */
static void write_cases(const struct writer *writer)
{
    fputs("\nconst struct rule_case rule_cases[] = {\n", writer->file);
    for (size_t i = 0; i < writer->records->count; i++) {
        const struct record *record = &writer->records->items[i];
        bool first = strcmp(record->kind->name, "rule") == 0;
        char constant[CONSTANT_ROOM];

        if (!first && strcmp(record->kind->name, "case") != 0)
            continue;
        fputs("    {\n", writer->file);
        constant_of_name(writer->records, "rule", record_text(record, "rule"),
                         constant);
        write_raw(writer->file, "rule", constant);
        write_text(writer->file, "name",
                   text_slice(first ? "" : record_name(record)));
        write_members(writer, record, case_members);
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
          "#include \"rules.h\"\n",
          file);
    for (const struct table *table = tables; table->kind; table++)
        write_table(&writer, table);
    write_cases(&writer);
    write_phrases(&writer);
    write_reports(&writer);
}
