/*
 * coherence.c - checks that records agree with each other.
 */
#include <stdlib.h>
#include <string.h>

#include "check.h"

/* Names are short; a longer one is cut. */
#define NAME_ROOM 256

/* One name that a record goes by. */
struct name {
    const struct record *record;
    const struct entry *entry;
    char folded[NAME_ROOM];
};

/* All of them, in the order of the records. */
struct names {
    struct name *items;
    size_t count;
};

static void add_name(struct names *names, const struct record *record,
                     const struct entry *entry, struct slice text)
{
    struct name *name = NULL;

    names->items = grow(names->items, names->count + 1, sizeof *names->items);
    name = &names->items[names->count++];
    name->record = record;
    name->entry = entry;
    fold(text, name->folded, sizeof name->folded);
}

static bool is_unique(const struct key *key)
{
    return key->unique || key->form == FORM_NAME || key->form == FORM_NAMES ||
           key->form == FORM_PHRASES;
}

static void add_entry_names(struct names *names, const struct record *record,
                            const struct entry *entry)
{
    const struct key *key = key_find(record->kind, entry->key);
    const char *list = entry->value;
    struct slice part;

    if (!key || !is_unique(key))
        return;
    while (list_next(&list, &part))
        add_name(names, record, entry, part);
}

/* Adds each constant as a name, with no entry. */
static void add_constants(struct names *names, const struct record *record)
{
    char constant[CONSTANT_ROOM];

    constant_of(record, constant);
    if (constant[0] != '\0')
        add_name(names, record, NULL, slice_of(constant));
    if (strcmp(record->kind->name, "rule") == 0) {
        constant_of_case(record, constant);
        add_name(names, record, NULL, slice_of(constant));
    }
}

static const char *scope(const struct name *name)
{
    const char *key = name->record->kind->scope;

    return key ? record_text(name->record, key) : "";
}

/* A value may be among its own words, but one entry lists a name only once. */
static bool same(const struct name *one, const struct name *other)
{
    if (one->folded[0] != other->folded[0] ||
        strcmp(one->folded, other->folded) != 0)
        return false;
    if (!one->entry || !other->entry)
        return !one->entry && !other->entry;
    if (one->record == other->record &&
        strcmp(one->entry->key, other->entry->key) != 0)
        return false;
    return one->record->kind == other->record->kind &&
           same_name(slice_of(scope(one)), slice_of(scope(other)));
}

static void check_unique(const struct names *names, size_t number,
                        struct faults *faults)
{
    const struct name *name = &names->items[number];

    for (size_t i = 0; i < number; i++) {
        const struct name *other = &names->items[i];

        if (same(name, other)) {
            fault(faults, name->record->file,
                  name->entry ? name->entry->line : name->record->line,
                  "the name \"%s\" is taken by the %s \"%s\" at line %d",
                  name->folded, other->record->kind->name,
                  record_name(other->record), other->record->line);
            return;
        }
    }
}

static void check_names(const struct records *records, struct faults *faults)
{
    struct names names = {NULL, 0};

    for (size_t i = 0; i < records->count; i++) {
        const struct record *record = &records->items[i];

        for (size_t j = 0; j < record->count; j++)
            add_entry_names(&names, record, &record->entries[j]);
        add_constants(&names, record);
    }
    for (size_t i = 0; i < names.count; i++)
        check_unique(&names, i, faults);
    free(names.items);
}

static void complain(const struct record *record, struct faults *faults,
                     const char *what)
{
    fault(faults, record->file, record->line, "the %s \"%s\" %s",
          record->kind->name, record_name(record), what);
}

static int day_of(const struct record *guidelines)
{
    int day = 0;

    read_day(record_text(guidelines, "effective"), &day);
    return day;
}

static void check_guidelines(const struct records *records,
                             struct faults *faults)
{
    const struct record *last = NULL;
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "guidelines", i)); i++) {
        if (last && day_of(record) <= day_of(last))
            complain(record, faults, "is older than the one above it");
        last = record;
    }
    if (!last)
        fault(faults, "rules", 0, "there are no guidelines");
}

/* A list of values goes with the types that choose, and with no other. */
static void check_list(const struct record *record, struct faults *faults)
{
    const char *type = record_text(record, "type");
    bool chooses = strcmp(type, "choice") == 0 || strcmp(type, "choices") == 0;
    bool may_choose = chooses || strcmp(type, "yes or no") == 0 ||
                      strcmp(type, "reason") == 0 ||
                      strcmp(type, "certificate types") == 0;
    bool has_list = record_entry(record, "values") != NULL;

    if (chooses && !has_list)
        complain(record, faults, "is a choice without \"values\"");
    if (has_list && !may_choose)
        complain(record, faults, "has \"values\" but is not a choice");
}

/* Members of one section stand together, in the order of the sections. */
static void check_groups(const struct records *records, const char *kind,
                         struct faults *faults)
{
    const struct record *record = NULL;
    size_t last = 0;

    for (size_t i = 0; (record = records_nth(records, kind, i)); i++) {
        const char *name = record_text(record, "section");
        const struct record *section =
            records_find(records, "section", slice_of(name));
        size_t index = records_index(records, section);

        if (index < last)
            complain(record, faults, "is apart from the others of its section");
        last = index;
        check_list(record, faults);
    }
}

/* The group of a sub-field comes before it, in the same section. */
static void check_below(const struct records *records,
                        const struct record *field, struct faults *faults)
{
    const char *below = record_text(field, "below");
    const struct record *group = NULL;

    if (*below == '\0')
        return;
    group = records_find(records, "field", slice_of(below));
    if (strcmp(record_text(group, "type"), "group") != 0)
        complain(field, faults, "is below a field that is not a group");
    else if (group > field ||
             !same_name(slice_of(record_text(group, "section")),
                        slice_of(record_text(field, "section"))))
        complain(field, faults, "is not in the section of its group");
}

/* A new name comes after the one in whose place it stands, which has ended. */
static void check_renamed(const struct records *records,
                          const struct record *field, struct faults *faults)
{
    const char *name = record_text(field, "renames");
    const struct record *older = NULL;

    if (*name == '\0')
        return;
    older = records_find(records, "field", slice_of(name));
    if (older >= field || !same_name(slice_of(record_text(older, "section")),
                                     slice_of(record_text(field, "section"))))
        complain(field, faults, "does not follow the field that it renames");
    else if (!record_entry(older, "until"))
        complain(field, faults, "renames a field that has no \"until\"");
}

static void check_fields(const struct records *records, struct faults *faults)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "field", i)); i++) {
        check_below(records, record, faults);
        check_renamed(records, record, faults);
    }
}

/* A list without a value could match nothing. */
static bool list_has_value(const struct records *records,
                           const struct record *list)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "value", i)); i++) {
        if (belongs_to(record, "list", list))
            return true;
    }
    return false;
}

static void check_values(const struct records *records, struct faults *faults)
{
    const struct record *record = NULL;
    size_t last = 0;

    for (size_t i = 0; (record = records_nth(records, "list", i)); i++) {
        if (!list_has_value(records, record))
            complain(record, faults, "has no values");
    }
    for (size_t i = 0; (record = records_nth(records, "value", i)); i++) {
        const char *list = record_text(record, "list");
        size_t index = records_index(
            records, records_find(records, "list", slice_of(list)));

        if (index < last)
            complain(record, faults, "is apart from the others of its list");
        last = index;
    }
}

/* The versions of one policy stand together, oldest first. */
static void check_editions(const struct records *records,
                           struct faults *faults)
{
    const struct record *record = NULL;
    const struct record *policy = NULL;
    int last = 0;

    for (size_t i = 0; (record = records_nth(records, "edition", i)); i++) {
        const struct record *owner = records_find(
            records, "policy", slice_of(record_text(record, "policy")));
        int day = 0;

        read_day(record_text(record, "date"), &day);
        if (owner == policy && day < last)
            complain(record, faults, "is older than the one above it");
        if (policy && owner < policy)
            complain(record, faults, "is apart from the others of its policy");
        policy = owner;
        last = day;
    }
}

static void check_policies(const struct records *records,
                           struct faults *faults)
{
    const struct record *policy = NULL;

    for (size_t i = 0; (policy = records_nth(records, "policy", i)); i++) {
        const struct record *edition = NULL;
        size_t at = 0;

        while ((edition = records_nth(records, "edition", at++)) &&
               !belongs_to(edition, "policy", policy))
            ;
        if (!edition)
            complain(policy, faults, "has no edition");
    }
}

/* What no rule looks after has a reason. */
static void check_requirements(const struct records *records,
                               struct faults *faults)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "requirement", i)); i++) {
        if (!record_entry(record, "checked by") &&
            !record_entry(record, "not checked"))
            complain(record, faults,
                     "is neither checked nor says why it is not");
    }
}

/* Where sections are welcome, the records say what the others ask for. */
static void check_preliminary(const struct records *records,
                              const struct record *report,
                              struct faults *faults)
{
    const char *list = record_text(report, "sections");
    struct slice name;

    if (!record_entry(report, "welcome") || record_entry(report, "follows"))
        return;
    while (list_next(&list, &name)) {
        const struct record *field = NULL;

        for (size_t i = 0; (field = records_nth(records, "field", i)); i++) {
            if (same_name(slice_of(record_text(field, "section")), name) &&
                !record_entry(field, "preliminary"))
                complain(field, faults, "has no \"preliminary\"");
        }
    }
}

static void check_reports(const struct records *records, struct faults *faults)
{
    const struct record *record = NULL;

    for (size_t i = 0; (record = records_nth(records, "report", i)); i++) {
        bool superseded = strcmp(record_text(record, "superseded"), "yes") == 0;

        if (!superseded && !record_entry(record, "sections"))
            complain(record, faults, "has no \"sections\"");
        if (!superseded && !record_entry(record, "skeleton"))
            complain(record, faults, "has no \"skeleton\"");
        check_preliminary(records, record, faults);
    }
}

void check_coherence(const struct records *records, struct faults *faults)
{
    check_names(records, faults);
    check_guidelines(records, faults);
    check_groups(records, "field", faults);
    check_groups(records, "column", faults);
    check_fields(records, faults);
    check_values(records, faults);
    check_editions(records, faults);
    check_policies(records, faults);
    check_requirements(records, faults);
    check_reports(records, faults);
}
