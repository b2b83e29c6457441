/*
 * compile.c - rules_compile, which turns the records of a folder into C.
 *
 *     rules_compile RULES OUTPUT               writes OUTPUT/tables.{h,c}
 *     rules_compile --sheet VERSION RULES FILE writes the sheet of a version,
 *                                              to stdout without FILE
 *     rules_compile --manual RULES FILE        writes the manual of the rules
 *
 * Every fault in the records is printed as FILE:LINE: FAULT; then there is no
 * output, and the exit status is 1.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array.h"
#include "check.h"
#include "output.h"

#define PATH_ROOM 4096

static const char *const names[] = {
    "guidelines", "reports",    "sections", "fields", "columns",   "values",
    "catalogue",  "fixes",      "phrases",  "events", "policies",  "editions",
    "reasons",    "oids",       "tags",     "steps",  "deadlines", "offers",
    "directives", "requirements",
};

#define NAME_COUNT LENGTH_OF(names)

/* The paths outlive the records, which point at them. */
struct paths {
    char texts[NAME_COUNT][PATH_ROOM];
};

/* False after it has complained. */
static bool read_all(const char *folder, struct paths *paths,
                     struct records *records)
{
    struct faults faults = {0};

    for (size_t i = 0; i < NAME_COUNT; i++) {
        snprintf(paths->texts[i], PATH_ROOM, "%s/%s.txt", folder, names[i]);
        records_read(records, paths->texts[i], &faults);
    }
    check_forms(records, &faults);
    if (faults.count == 0) {
        check_coherence(records, &faults);
        check_skeletons(records, &faults);
    }
    return faults.count == 0;
}

typedef void write_output(FILE *file, const struct records *records);

/* False after it has complained; then there is no file at PATH. */
static bool write_file(const char *path, write_output *output,
                       const struct records *records)
{
    FILE *file = fopen(path, "wb");
    bool ok = false;

    if (!file) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return false;
    }
    output(file, records);
    ok = !ferror(file);
    if (fclose(file) != 0)
        ok = false;
    if (!ok) {
        fprintf(stderr, "%s: can't be written\n", path);
        remove(path);
    }
    return ok;
}

static bool write_both(const char *folder, const struct records *records)
{
    char header[PATH_ROOM];
    char tables[PATH_ROOM];

    snprintf(header, sizeof header, "%s/tables.h", folder);
    snprintf(tables, sizeof tables, "%s/tables.c", folder);
    if (!write_file(header, write_header, records))
        return false;
    if (write_file(tables, write_tables, records))
        return true;
    remove(header);
    return false;
}

/* Nothing that was written before may pass for the tables of these records. */
static void remove_both(const char *folder)
{
    char path[PATH_ROOM];

    snprintf(path, sizeof path, "%s/tables.h", folder);
    remove(path);
    snprintf(path, sizeof path, "%s/tables.c", folder);
    remove(path);
}

/* The arguments, told apart. */
struct order {
    const char *folder;
    const char *output;         /* a folder, or a page's file or NULL */
    const char *version;        /* of the sheet; NULL for the manual */
    bool page;                  /* a sheet or the manual, not the tables */
};

/* To stdout if the order has no path. False after it has complained. */
static bool write_page(const struct order *order,
                       const struct records *records)
{
    const struct record *guidelines = NULL;
    const char *path = order->output;
    FILE *file = stdout;
    bool ok = false;

    if (order->version)
        guidelines =
            records_find(records, "guidelines", slice_of(order->version));
    if (order->version && !guidelines) {
        fprintf(stderr, "rules_compile: no guidelines \"%s\"\n",
                order->version);
        return false;
    }
    if (path)
        file = fopen(path, "wb");
    if (file) {
        if (guidelines)
            write_sheet(file, records, guidelines);
        else
            write_manual(file, records);
        ok = fflush(file) == 0 && !ferror(file);
        if (path && fclose(file) != 0)
            ok = false;
    }
    if (!ok)
        fprintf(stderr, "%s: can't be written\n", path ? path : "stdout");
    return ok;
}

static bool read_order(int argc, char **argv, struct order *order)
{
    bool sheet = argc >= 4 && argc <= 5 && strcmp(argv[1], "--sheet") == 0;
    bool manual = argc >= 3 && argc <= 4 && strcmp(argv[1], "--manual") == 0;

    if (sheet)
        *order = (struct order){argv[3], argv[4], argv[2], true};
    else if (manual)
        *order = (struct order){argv[2], argv[3], NULL, true};
    else if (argc == 3)
        *order = (struct order){argv[1], argv[2], NULL, false};
    return sheet || manual || argc == 3;
}

static bool carry_out(const struct order *order)
{
    struct records records = {NULL, 0, NULL, 0};
    struct paths *paths = grow(NULL, 1, sizeof *paths);
    bool ok = read_all(order->folder, paths, &records);

    if (ok && order->page)
        ok = write_page(order, &records);
    else if (ok)
        ok = write_both(order->output, &records);
    else if (!order->page)
        remove_both(order->output);
    records_free(&records);
    free(paths);
    return ok;
}

int main(int argc, char **argv)
{
    struct order order;

    if (!read_order(argc, argv, &order)) {
        fputs("usage: rules_compile RULES OUTPUT\n"
              "       rules_compile --sheet VERSION RULES [FILE]\n"
              "       rules_compile --manual RULES [FILE]\n",
              stderr);
        return 2;
    }
    return carry_out(&order) ? 0 : 1;
}
