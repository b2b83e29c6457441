/*
 * skeleton.c - cuts the reports' skeletons into sections and checks them.
 */
#include "skeleton.h"

#include <stdlib.h>
#include <string.h>

#include "check.h"

static const char *line_end(const char *line)
{
    return line + strcspn(line, "\n");
}

static const char *next_line(const char *line)
{
    const char *end = line_end(line);

    return *end ? end + 1 : end;
}

/* The level of the heading on LINE; 0 if there is no heading. */
static size_t heading_level(const char *line)
{
    size_t level = strspn(line, "#");

    return line[level] == ' ' ? level : 0;
}

static bool is_heading_of(const char *line, const char *name)
{
    size_t level = heading_level(line);
    struct slice text = {line + level, (size_t)(line_end(line) - line) - level};

    return level > 0 && same_name(text, slice_of(name));
}

static struct slice trim(const char *start, const char *end)
{
    while (start < end && *start == '\n')
        start++;
    while (end - start >= 2 && end[-1] == '\n' && end[-2] == '\n')
        end--;
    return (struct slice){start, (size_t)(end - start)};
}

struct slice skeleton_part(const struct record *report,
                           const struct record *section)
{
    const char *line = record_text(report, "skeleton");
    const char *start = NULL;

    for (; *line; line = next_line(line)) {
        if (start && heading_level(line) > 0)
            break;
        if (!start && is_heading_of(line, record_name(section)))
            start = next_line(line);
    }
    if (!start)
        return (struct slice){NULL, 0};
    return trim(start, line);
}

static bool names_section(const struct record *report, const char *key,
                          const struct record *section)
{
    const char *list = record_text(report, key);
    struct slice name;

    while (list_next(&list, &name)) {
        if (same_name(name, slice_of(record_name(section))))
            return true;
    }
    return false;
}

const struct record *skeleton_report(const struct records *records,
                                     const struct record *section)
{
    const struct record *report = NULL;
    const struct record *last = NULL;

    for (size_t i = 0; (report = records_nth(records, "report", i)); i++) {
        if (names_section(report, "sections", section))
            last = report;
    }
    return last;
}

/* Looks for TEXT in PART from *OFFSET on; *OFFSET moves past it. */
static bool find_in_order(struct slice part, size_t *offset, const char *text)
{
    size_t length = strlen(text);

    for (size_t i = *offset; i + length <= part.length; i++) {
        if (memcmp(part.bytes + i, text, length) == 0) {
            *offset = i + length;
            return true;
        }
    }
    return false;
}

/* The fields, columns and example cells that a section's skeleton lacks. */
struct search {
    const struct records *records;
    const struct record *report;
    const struct record *section;
    struct slice part;
    size_t offset;
    struct faults *faults;
};

static void find(struct search *search, const struct record *record,
                 const char *text)
{
    if (!find_in_order(search->part, &search->offset, text))
        fault(search->faults, record->file, record->line,
              "the skeleton of \"%s\" has no \"%s\" at this place of \"%s\"",
              record_name(search->report), text,
              record_name(search->section));
}

static bool is_in_section(const struct search *search,
                          const struct record *record)
{
    return belongs_to(record, "section", search->section);
}

/* A field whose label need not be there: a full report's in a preliminary, and
 * what the newest template no longer has. */
static bool is_expected(const struct search *search,
                        const struct record *field)
{
    if (record_entry(field, "until"))
        return false;
    if (!record_entry(search->report, "welcome"))
        return true;
    return strcmp(record_text(field, "preliminary"), "welcome") != 0;
}

static void find_fields(struct search *search)
{
    const struct record *field = NULL;

    for (size_t i = 0; (field = records_nth(search->records, "field", i));
         i++) {
        if (is_in_section(search, field) && is_expected(search, field))
            find(search, field, record_name(field));
    }
}

static bool is_field(const struct search *search, struct slice label)
{
    const struct record *field = NULL;

    for (size_t i = 0; (field = records_nth(search->records, "field", i));
         i++) {
        if (is_in_section(search, field) &&
            same_name(label, slice_of(record_name(field))))
            return true;
    }
    return false;
}

/* The label of the list item on LINE; its bytes are NULL if it has none. */
static struct slice label_on(const char *line)
{
    static const char mark[] = "- **";
    const char *start = line + strspn(line, " ");
    const char *end = strstr(start, ":**");

    if (strncmp(start, mark, strlen(mark)) != 0 || !end ||
        end > line_end(line))
        return (struct slice){NULL, 0};
    start += strlen(mark);
    return (struct slice){start, (size_t)(end - start)};
}

/* Each label of the skeleton is a field, too. */
static void check_labels(const struct search *search)
{
    const char *end = search->part.bytes + search->part.length;

    for (const char *line = search->part.bytes; line < end;
         line = next_line(line)) {
        struct slice label = label_on(line);

        if (label.bytes && !is_field(search, label))
            fault(search->faults, search->report->file, search->report->line,
                  "the skeleton of \"%s\" has \"%.*s\", which is not a field "
                  "of \"%s\"", record_name(search->report),
                  (int)label.length, label.bytes,
                  record_name(search->section));
    }
}

/* KEY is "column" for the header, then "placeholder" for the row below it. */
static void find_cells(struct search *search, const char *key)
{
    const struct record *column = NULL;

    for (size_t i = 0; (column = records_nth(search->records, "column", i));
         i++) {
        if (is_in_section(search, column))
            find(search, column, record_text(column, key));
    }
}

static void check_section(struct search *search)
{
    const char *holds = record_text(search->section, "holds");

    search->part = skeleton_part(search->report, search->section);
    if (!search->part.bytes) {
        fault(search->faults, search->report->file, search->report->line,
              "the skeleton of \"%s\" has no heading \"%s\"",
              record_name(search->report), record_name(search->section));
        return;
    }
    find_fields(search);
    check_labels(search);
    if (strcmp(holds, "table") == 0) {
        find_cells(search, "column");
        find_cells(search, "placeholder");
    }
}

static void check_report(const struct records *records,
                         const struct record *report, struct faults *faults)
{
    const char *list = record_text(report, "sections");
    struct slice name;

    while (list_next(&list, &name)) {
        const struct record *section = records_find(records, "section", name);
        struct search search = {records, report, section, {NULL, 0},
                                0,       faults};

        check_section(&search);
    }
    if (!strstr(record_text(report, "skeleton"),
                record_text(report, "closing")))
        fault(faults, report->file, report->line,
              "the skeleton of \"%s\" lacks its closing sentence",
              record_name(report));
}

void check_skeletons(const struct records *records, struct faults *faults)
{
    const struct record *report = NULL;

    for (size_t i = 0; (report = records_nth(records, "report", i)); i++)
        check_report(records, report, faults);
}
