/*
 * rules_compile_test.c - the compiler of the records: what it complains of,
 * that it is deterministic, and that the checked-in sheets are its own.
 *
 * Each fault is a small folder of good records with one piece replaced. Where
 * a sheet or the manual is stale, tests/refresh writes it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rules.h"

#define ROOM 65536

/* A file of records, by name, and its text. */
struct file {
    const char *name, *text;
};

static const struct file files[] = {
#include "rules_compile_files.inc"
};

/* FROM in FILE becomes TO; then LINE of FILE is WRONG. */
struct fault {
    const char *file, *from, *to;
    int line;                   /* 0: of the whole file */
    const char *wrong;
};

static const struct fault faults[] = {
#include "rules_compile_faults.inc"
};

/* A folder of its own for the records and one for the output. */
struct folders {
    char records[32], output[64];
};

static void make_folders(struct folders *folders)
{
    snprintf(folders->records, sizeof folders->records,
             "/tmp/rules_compile_XXXXXX");
    assert_non_null(mkdtemp(folders->records));
    snprintf(folders->output, sizeof folders->output, "%s/out",
             folders->records);
    assert_int_equal(mkdir(folders->output, 0700), 0);
}

static void write_record_file(const struct folders *folders, const char *name,
                              const char *text)
{
    char path[128];
    FILE *file = NULL;

    snprintf(path, sizeof path, "%s/%s", folders->records, name);
    file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* FILE's text with the fault in it; the caller frees it. */
static char *spoil(const struct file *file, const struct fault *fault)
{
    const char *place = strstr(file->text, fault->from);
    size_t before = 0;
    char *text = malloc(strlen(file->text) + strlen(fault->to) + 1);

    assert_non_null(text);
    if (!place)
        fail_msg("%s holds no \"%s\"", file->name, fault->from);
    before = (size_t)(place - file->text);
    memcpy(text, file->text, before);
    strcpy(text + before, fault->to);
    strcat(text, place + strlen(fault->from));
    return text;
}

/* Writes the records, with FAULT if it isn't NULL. */
static void write_records(const struct folders *folders,
                          const struct fault *fault)
{
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (fault && strcmp(files[i].name, fault->file) == 0) {
            char *text = fault->from ? spoil(&files[i], fault) : NULL;

            if (text)
                write_record_file(folders, files[i].name, text);
            free(text);
        } else {
            write_record_file(folders, files[i].name, files[i].text);
        }
    }
}

static void remove_folders(const struct folders *folders)
{
    char path[128];

    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        snprintf(path, sizeof path, "%s/%s", folders->records, files[i].name);
        remove(path);
    }
    snprintf(path, sizeof path, "%s/tables.h", folders->output);
    remove(path);
    snprintf(path, sizeof path, "%s/tables.c", folders->output);
    remove(path);
    assert_int_equal(rmdir(folders->output), 0);
    assert_int_equal(rmdir(folders->records), 0);
}

/* The exit status of the compiler; PRINTED gets what it wrote. */
static int run(const char *arguments, char *printed, size_t room)
{
    char command[1024];
    FILE *pipe = NULL;
    size_t length = 0;
    int status = 0;

    snprintf(command, sizeof command, "'%s' %s 2>&1", RULES_COMPILE,
             arguments);
    pipe = popen(command, "r");
    assert_non_null(pipe);
    length = fread(printed, 1, room - 1, pipe);
    printed[length] = '\0';
    status = pclose(pipe);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static int compile(const struct folders *folders, char *printed, size_t room)
{
    char arguments[256];

    snprintf(arguments, sizeof arguments, "'%s' '%s'", folders->records,
             folders->output);
    return run(arguments, printed, room);
}

static bool has_tables(const struct folders *folders)
{
    char header[128];
    char tables[128];

    snprintf(header, sizeof header, "%s/tables.h", folders->output);
    snprintf(tables, sizeof tables, "%s/tables.c", folders->output);
    return access(header, F_OK) == 0 || access(tables, F_OK) == 0;
}

static void compiles_good_records(void **state)
{
    struct folders folders;
    char printed[512];

    (void)state;
    make_folders(&folders);
    write_records(&folders, NULL);
    assert_int_equal(compile(&folders, printed, sizeof printed), 0);
    assert_string_equal(printed, "");
    assert_true(has_tables(&folders));
    remove_folders(&folders);
}

/* What is printed of a fault: "FILE:LINE: ", or "FILE: " of a whole file. */
static void say_where(const struct folders *folders, const struct fault *fault,
                      char *where, size_t room)
{
    if (fault->line > 0)
        snprintf(where, room, "%s/%s:%d: ", folders->records, fault->file,
                 fault->line);
    else
        snprintf(where, room, "%s/%s: ", folders->records, fault->file);
}

/* False after it has said what was printed instead. */
static bool complains_of(const struct fault *fault)
{
    struct folders folders;
    char printed[4096];
    char where[128];
    const char *place = NULL;
    bool said = false;

    make_folders(&folders);
    write_records(&folders, NULL);
    assert_int_equal(compile(&folders, printed, sizeof printed), 0);
    if (!fault->from) {
        snprintf(where, sizeof where, "%s/%s", folders.records, fault->file);
        remove(where);
    }
    write_records(&folders, fault);
    assert_int_equal(compile(&folders, printed, sizeof printed), 1);
    say_where(&folders, fault, where, sizeof where);
    place = strstr(printed, where);
    said = place && strstr(place, fault->wrong);
    if (!said)
        print_error("no \"%s%s\" in:\n%s", where, fault->wrong, printed);
    assert_false(has_tables(&folders));
    remove_folders(&folders);
    return said;
}

static void complains_with_file_and_line(void **state)
{
    bool said = true;

    (void)state;
    for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
        said &= complains_of(&faults[i]);
    assert_true(said);
}

static void needs_guidelines(void **state)
{
    struct folders folders;
    char printed[4096];

    (void)state;
    make_folders(&folders);
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        write_record_file(&folders, files[i].name, "");
    assert_int_equal(compile(&folders, printed, sizeof printed), 1);
    assert_non_null(strstr(printed, "there are no guidelines"));
    remove_folders(&folders);
}

/* A report that welcomes sections needs to know it of each field. */
static void needs_what_is_preliminary(void **state)
{
    static const struct fault welcome = {"reports.txt", "Actions\nclosing",
                                         "Actions\nwelcome: Actions\nclosing",
                                         0, NULL};
    struct folders folders;
    char printed[4096];

    (void)state;
    make_folders(&folders);
    write_records(&folders, &welcome);
    assert_int_equal(compile(&folders, printed, sizeof printed), 1);
    assert_non_null(strstr(printed, "/fields.txt:1: the field \"Source\" has "
                                    "no \"preliminary\""));
    remove_folders(&folders);
}

/* What is found at PATH is a folder; PRINTED gets what is said of it. */
static void compile_with_folder(const char *path, struct folders *folders,
                                char *printed, size_t room)
{
    char whole[128];

    make_folders(folders);
    write_records(folders, NULL);
    snprintf(whole, sizeof whole, "%s/%s", folders->records, path);
    remove(whole);
    assert_int_equal(mkdir(whole, 0700), 0);
    assert_int_equal(compile(folders, printed, room), 1);
    assert_int_equal(rmdir(whole), 0);
}

static void a_folder_holds_no_records(void **state)
{
    struct folders folders;
    char printed[512];

    (void)state;
    compile_with_folder("tags.txt", &folders, printed, sizeof printed);
    assert_non_null(strstr(printed, "tags.txt: Is a directory"));
    remove_folders(&folders);
}

/* No half of the tables is left. */
static void says_what_cannot_be_written(void **state)
{
    struct folders folders;
    char path[128];
    char printed[512];

    (void)state;
    compile_with_folder("out/tables.h", &folders, printed, sizeof printed);
    assert_non_null(strstr(printed, "tables.h: Is a directory"));
    assert_false(has_tables(&folders));
    remove_folders(&folders);
    compile_with_folder("out/tables.c", &folders, printed, sizeof printed);
    assert_non_null(strstr(printed, "tables.c: Is a directory"));
    assert_false(has_tables(&folders));
    snprintf(path, sizeof path, "%s/tables.h", folders.output);
    assert_int_equal(symlink("/dev/full", path), 0);
    assert_int_equal(compile(&folders, printed, sizeof printed), 1);
    remove_folders(&folders);
    assert_int_equal(
        run("--manual '" RULES "' /dev/full", printed, sizeof printed), 1);
    assert_string_equal(printed, "/dev/full: can't be written\n");
    assert_int_equal(
        run("--manual '" RULES "' >/dev/full", printed, sizeof printed), 1);
    assert_int_equal(
        run("--manual '" RULES "' /dev/null/no", printed, sizeof printed), 1);
}

/* Has the sheet of VERSION the section that is there since 2.0? */
static bool sheet_has_section(const struct folders *folders,
                              const char *version)
{
    char arguments[128];
    char printed[8192];

    snprintf(arguments, sizeof arguments, "--sheet %s '%s'", version,
             folders->records);
    assert_int_equal(run(arguments, printed, sizeof printed), 0);
    assert_non_null(strstr(printed, "### Summary"));
    return strstr(printed, "### Actions") != NULL;
}

static void a_sheet_holds_what_its_version_has(void **state)
{
    static const struct fault later = {"sections.txt",
                                       "may be empty: no\nsince: 1.0",
                                       "may be empty: no\nsince: 2.0", 0, NULL};
    struct folders folders;

    (void)state;
    make_folders(&folders);
    write_records(&folders, &later);
    assert_false(sheet_has_section(&folders, "1.0"));
    assert_true(sheet_has_section(&folders, "2.0"));
    remove_folders(&folders);
}

static void says_how_it_is_used(void **state)
{
    char printed[512];

    (void)state;
    assert_int_equal(run("", printed, sizeof printed), 2);
    assert_non_null(strstr(printed, "usage:"));
    assert_int_equal(run("--sheet 0.9 '" RULES "'", printed, sizeof printed),
                     1);
    assert_non_null(strstr(printed, "no guidelines \"0.9\""));
}

/* The text of the file at PATH, in a buffer of its own. */
static char *read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(16 * ROOM);
    size_t length = 0;

    if (!file)
        fail_msg("%s can't be read", path);
    assert_non_null(text);
    length = fread(text, 1, 16 * ROOM - 1, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

static void compares_equal(const char *one, const char *other)
{
    char *first = read_text(one);
    char *second = read_text(other);

    if (strcmp(first, second) != 0)
        fail_msg("%s and %s differ", one, other);
    free(first);
    free(second);
}

static void is_deterministic(void **state)
{
    static const char *const names[] = {"tables.h", "tables.c"};
    struct folders first;
    struct folders second;
    char text[512];
    char printed[512];

    (void)state;
    make_folders(&first);
    make_folders(&second);
    snprintf(text, sizeof text, "'" RULES "' '%s'", first.output);
    assert_int_equal(run(text, printed, sizeof printed), 0);
    snprintf(text, sizeof text, "'" RULES "' '%s'", second.output);
    assert_int_equal(run(text, printed, sizeof printed), 0);
    for (size_t i = 0; i < 2; i++) {
        char one[128];
        char other[128];

        snprintf(one, sizeof one, "%s/%s", first.output, names[i]);
        snprintf(other, sizeof other, "%s/%s", second.output, names[i]);
        compares_equal(one, other);
    }
    remove_folders(&first);
    remove_folders(&second);
}

static void sheet_is_fresh(const char *version)
{
    char fresh[] = "/tmp/rules_sheet_XXXXXX";
    char sheet[1024];
    char text[1024];
    char printed[512];
    int file = mkstemp(fresh);

    assert_true(file >= 0);
    close(file);
    snprintf(text, sizeof text, "--sheet %s '" RULES "' %s", version, fresh);
    assert_int_equal(run(text, printed, sizeof printed), 0);
    snprintf(sheet, sizeof sheet, RULES "/sheets/%s.md", version);
    compares_equal(sheet, fresh);
    remove(fresh);
}

static void sheets_are_fresh(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_guideline_count; i++) {
        if (rule_guidelines[i].templated)
            sheet_is_fresh(rule_guidelines[i].number);
    }
}

static void the_manual_is_fresh(void **state)
{
    char fresh[] = "/tmp/rules_manual_XXXXXX";
    char text[1024];
    char printed[512];
    int file = mkstemp(fresh);

    (void)state;
    assert_true(file >= 0);
    close(file);
    snprintf(text, sizeof text, "--manual '" RULES "' %s", fresh);
    assert_int_equal(run(text, printed, sizeof printed), 0);
    compares_equal(RULES "/manual.md", fresh);
    remove(fresh);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compiles_good_records),
        cmocka_unit_test(complains_with_file_and_line),
        cmocka_unit_test(needs_guidelines),
        cmocka_unit_test(needs_what_is_preliminary),
        cmocka_unit_test(a_folder_holds_no_records),
        cmocka_unit_test(says_what_cannot_be_written),
        cmocka_unit_test(a_sheet_holds_what_its_version_has),
        cmocka_unit_test(says_how_it_is_used),
        cmocka_unit_test(is_deterministic),
        cmocka_unit_test(sheets_are_fresh),
        cmocka_unit_test(the_manual_is_fresh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
