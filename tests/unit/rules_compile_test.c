/*
 * rules_compile_test.c - the compiler of the records: what it complains of,
 * that it is deterministic, and that the checked-in sheets are its own.
 *
 * Each fault is a small folder of good records with one piece replaced. Where
 * a sheet is stale, write it anew: cmake --build BUILD --target sheets; the
 * manual likewise with --target manual.
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

#define ROOM 65536

/* A file of records, by name, and its text. */
struct file {
    const char *name, *text;
};

static const struct file files[] = {
    {"guidelines.txt",
     "# The only version.\n"
     "guidelines: 1.0\n"
     "effective: 2025-03-01\n"
     "templates: yes\n"
     "url: https://guidelines.example/1\n"
     "means: The first.\n"
     "\n"
     "guidelines: 2.0\n"
     "effective: 2026-03-01\n"
     "templates: yes\n"
     "url: https://guidelines.example/2\n"
     "means: The second.\n"},
    {"reports.txt",
     "report: Small Report\n"
     "id: SMALL\n"
     "headings: Small Report\n"
     "level: 1\n"
     "sections: Summary | Actions\n"
     "closing: We are done.\n"
     "means: All there is.\n"
     "anchor: small\n"
     "skeleton:\n"
     "    |# Small Report$\n"
     "    |$\n"
     "    |## Summary$\n"
     "    |- **Source:** $\n"
     "    |- **Dates:**$\n"
     "    |  - **End:**$\n"
     "    |$\n"
     "    |## Actions$\n"
     "    |$\n"
     "    || Action | Status |$\n"
     "    || ------ | ------ |$\n"
     "    || Do it  | Open   |$\n"
     "    |$\n"
     "    |We are done.$\n"},
    {"sections.txt",
     "section: Summary\n"
     "id: SUMMARY\n"
     "aliases: Gist | Short\n"
     "holds: fields\n"
     "may be empty: yes\n"
     "since: 1.0\n"
     "means: What happened.\n"
     "anchor: summary\n"
     "\n"
     "section: Actions\n"
     "id: ACTIONS\n"
     "holds: table\n"
     "may be empty: no\n"
     "since: 1.0\n"
     "means: What is done.\n"
     "means since 2.0: And by when.\n"
     "anchor: actions\n"},
    {"fields.txt",
     "field: Source\n"
     "id: SOURCE\n"
     "section: Summary\n"
     "type: choice\n"
     "values: Source\n"
     "required: always\n"
     "N/A: not allowed\n"
     "asked: Always.\n"
     "since: 1.0\n"
     "means: Who noticed it.\n"
     "anchor: summary\n"
     "\n"
     "field: Dates\n"
     "id: DATES\n"
     "section: Summary\n"
     "type: group\n"
     "required: always\n"
     "N/A: allowed\n"
     "asked: Always.\n"
     "since: 1.0\n"
     "means: When it was.\n"
     "anchor: summary\n"
     "\n"
     "field: End\n"
     "id: END\n"
     "section: Summary\n"
     "below: Dates\n"
     "type: date\n"
     "required: always\n"
     "N/A: allowed\n"
     "asked: Always.\n"
     "since: 1.0\n"
     "means: When it ended.\n"
     "anchor: summary\n"},
    {"columns.txt",
     "column: Action\n"
     "id: ACTION\n"
     "section: Actions\n"
     "type: prose\n"
     "N/A: allowed\n"
     "placeholder: Do it\n"
     "since: 1.0\n"
     "means: What.\n"
     "anchor: actions\n"
     "\n"
     "column: Status\n"
     "id: STATUS\n"
     "section: Actions\n"
     "type: prose\n"
     "N/A: allowed\n"
     "placeholder: Open\n"
     "since: 1.0\n"
     "means: How far.\n"
     "anchor: actions\n"},
    {"values.txt",
     "list: Source\n"
     "id: SOURCE\n"
     "means: Who it was.\n"
     "\n"
     "value: Ourselves\n"
     "id: OURSELVES\n"
     "list: Source\n"
     "words: we | us\n"
     "means: We.\n"
     "\n"
     "value: Others\n"
     "list: Source\n"
     "means: Others.\n"},
    {"catalogue.txt",
     "rule: no-source\n"
     "part: Fields\n"
     "severity: error\n"
     "finds: no source\n"
     "says: \"{label}\" has no value.\n"
     "means: It is needed.\n"
     "anchor: summary\n"
     "\n"
     "case: odd\n"
     "rule: no-source\n"
     "severity: hint\n"
     "says: It is odd.\n"},
    {"fixes.txt",
     "fix: replace\n"
     "id: REPLACE\n"
     "says: Replace with {expected}\n"
     "safe: no\n"},
    {"phrases.txt",
     "phrases: Months\n"
     "id: MONTH\n"
     "about: The months.\n"
     "phrase: june | jun = 6\n"
     "phrase: july | jul = 7\n"},
    {"policies.txt",
     "policy: BRs\n"
     "name: Baseline\n"
     "date: 2026-01-01\n"
     "url: https://brs.example\n"
     "means: A policy.\n"},
    {"reasons.txt",
     "reason: Ourselves\n"
     "code: 1\n"
     "TLS subscribers: yes\n"},
    {"oids.txt",
     "oid: 1.2.3\n"
     "name: One\n"
     "type: Others\n"
     "policy: BRs\n"
     "means: An OID.\n"},
    {"tags.txt",
     "facts: Tags\n"
     "id: TAGS\n"
     "as of: 2026-01-01\n"
     "from: a list\n"
     "\n"
     "tag: late\n"
     "delays: yes\n"
     "means: It is late.\n"},
    {"directives.txt",
     "directive: tell\n"
     "id: TELL\n"
     "takes: facts\n"
     "example: [tell]: # (now)\n"
     "means: Tells a fact.\n"
     "\n"
     "key: now\n"
     "id: NOW\n"
     "example: now\n"
     "means: It is now.\n"},
    {"steps.txt",
     "step: How to post it\n"
     "id: POST\n"
     "report: Small Report\n"
     "since: 1.0\n"
     "means: Post it.\n"
     "anchor: post\n"},
};

/* FROM in FILE becomes TO; then LINE of FILE is WRONG. */
struct fault {
    const char *file, *from, *to;
    int line;                   /* 0: of the whole file */
    const char *wrong;
};

static const struct fault faults[] = {
    {"fields.txt", "asked: Always.\n", "asks: Always.\n", 8,
     "a field has no key \"asks\""},
    {"fields.txt", "asked: Always.\n", "", 1,
     "the field \"Source\" has no \"asked\""},
    {"fields.txt", "asked: Always.\n", "asked:\n", 8, "\"asked\" has no value"},
    {"fields.txt", "asked: Always.\n", "asked: A.\nasked: B.\n", 9,
     "\"asked\" stands here twice"},
    {"fields.txt", "asked: Always.\n", "Always.\n", 8,
     "a line is \"key: value\""},
    {"fields.txt", "field: Source\n", "feild: Source\n", 1,
     "no record begins with the key \"feild\""},
    {"fields.txt", "section: Summary\n", "section: Sumary\n", 3,
     "there is no section called \"Sumary\""},
    {"fields.txt", "type: choice\n", "type: choise\n", 4,
     "isn't one of the words"},
    {"fields.txt", "values: Source\n", "", 1, "is a choice without \"values\""},
    {"fields.txt", "type: date\n", "type: date\nvalues: Source\n", 24,
     "has \"values\" but is no choice"},
    {"fields.txt", "values: Source\n", "values: Sauce\n", 5,
     "there is no list called \"Sauce\""},
    {"fields.txt", "required: always\n", "required: often\n", 6,
     "isn't one of the words"},
    {"fields.txt", "N/A: not allowed\n", "N/A: maybe\n", 7,
     "isn't one of the words"},
    {"fields.txt", "since: 1.0\n", "since: 1.5\n", 9,
     "\"1.5\" is no version of the guidelines"},
    {"fields.txt", "anchor: summary\n", "anchor: #Summary\n", 11,
     "isn't the anchor of a heading"},
    {"fields.txt", "id: SOURCE\n", "id: Source\n", 2,
     "an id is CAPITALS"},
    {"fields.txt", "id: DATES\n", "id: SOURCE\n", 13,
     "the name \"field_source\" is taken by the field \"Source\" at line 1"},
    {"fields.txt", "field: End\n", "field: SOURCE:\n", 24,
     "the name \"source\" is taken by the field \"Source\" at line 1"},
    {"fields.txt", "below: Dates\n", "below: Source\n", 24,
     "stands below a field that is no group"},
    {"fields.txt", "below: Dates\n", "below: Data\n", 27,
     "there is no field called \"Data\""},
    {"fields.txt", "field: End\n", "field: Finish\n", 24,
     "the skeleton of \"Small Report\" has no \"Finish\""},
    {"fields.txt", "means: Who noticed it.\n", "means: Who \xFF noticed.\n", 10,
     "isn't UTF-8"},
    {"fields.txt", "means: Who noticed it.\n", "means: \xED\xA0\x80\n", 10,
     "isn't UTF-8"},
    {"fields.txt", "means: Who noticed it.\n", "means: it.\r\n", 10,
     "isn't UTF-8"},
    {"fields.txt", "field: Source\n", "    more\nfield: Source\n", 1,
     "has nothing to continue"},
    {"guidelines.txt", "2026-03-01", "2024-03-01", 8,
     "is older than the one above it"},
    {"guidelines.txt", "2025-03-01", "2025-02-29", 3, "isn't a YYYY-MM-DD"},
    {"guidelines.txt", "2025-03-01", "2025-3-1", 3, "isn't a YYYY-MM-DD"},
    {"guidelines.txt", "guidelines: 2.0",
     "guidelines: 1.0\neffective: 2025-06-01\ntemplates: yes\n"
     "url: https://x.example\nmeans: It.\n\nguidelines: 2.0", 8,
     "the name \"1.0\" is taken"},
    {"guidelines.txt", "https://guidelines.example/2", "guidelines.example", 11,
     "isn't a https:// address"},
    {"sections.txt", "aliases: Gist | Short\n", "aliases: Gist | Actions\n", 10,
     "the name \"actions\" is taken by the section \"Summary\" at line 1"},
    {"sections.txt", "aliases: Gist | Short\n", "aliases: Gist | GIST\n", 3,
     "the name \"gist\" is taken"},
    {"sections.txt", "aliases: Gist | Short\n", "aliases: Gist | **\n", 3,
     "\"**\" is nothing when folded"},
    {"sections.txt", "means since 2.0", "means since 3.0", 16,
     "\"3.0\" is no version of the guidelines"},
    {"sections.txt", "holds: table", "holds: tables", 12,
     "isn't one of the words"},
    {"reports.txt", "sections: Summary | Actions\n", "sections: Summary | X\n",
     5, "there is no section called \"X\""},
    {"reports.txt", "sections: Summary | Actions\n", "", 1,
     "has no \"sections\""},
    {"reports.txt", "level: 1\n", "level: one\n", 4, "isn't a number"},
    {"reports.txt", "    |# Small Report$\n", "    |# Small Report\n", 10,
     "a line that begins with '|' ends with '$'"},
    {"reports.txt", "|## Actions$", "|## Action$", 1,
     "has no heading \"Actions\""},
    {"reports.txt", "|We are done.$", "|Done.$", 1,
     "lacks its closing sentence"},
    {"columns.txt", "column: Status\n", "column: State\n", 11,
     "the skeleton of \"Small Report\" has no \"State\""},
    {"columns.txt", "placeholder: Open\n", "placeholder: Closed\n", 11,
     "the skeleton of \"Small Report\" has no \"Closed\""},
    {"values.txt", "words: we | us\n", "words: we | Others\n", 11,
     "the name \"others\" is taken by the value \"Ourselves\" at line 5"},
    {"values.txt", "list: Source\nwords", "list: Sorce\nwords", 7,
     "there is no list called \"Sorce\""},
    {"catalogue.txt", "severity: error\n", "severity: fatal\n", 3,
     "isn't one of the words"},
    {"catalogue.txt", "{label}", "{lable}", 5, "has a brace that isn't"},
    {"catalogue.txt", "{label}", "label}", 5, "has a brace that isn't"},
    {"catalogue.txt", "has no value.", "has no value", 5,
     "doesn't end like a sentence"},
    {"catalogue.txt", "It is odd.",
     "It is odd, and so odd that nobody could say it in fewer words than "
     "these, of which there are by far too many for a list of problems, as "
     "anybody who counts them sees.", 12, "is longer than 160 bytes"},
    {"catalogue.txt", "rule: no-source\nseverity", "rule: no-sauce\nseverity",
     10, "there is no rule called \"no-sauce\""},
    {"catalogue.txt", "part: Fields", "part: Meadows", 2,
     "isn't one of the words"},
    {"fixes.txt", "{expected}", "{expected}.", 3,
     "\"says: Replace with {expected}.\": ends like a sentence"},
    {"phrases.txt", "july | jul", "july | jun", 5,
     "the name \"jun\" is taken by the phrases \"Months\" at line 1"},
    {"reasons.txt", "reason: Ourselves", "reason: Nobody", 1,
     "there is no value called \"Nobody\""},
    {"oids.txt", "policy: BRs", "policy: ERs", 4,
     "there is no policy called \"ERs\""},
    {"tags.txt", "as of: 2026-01-01", "as of: January", 3,
     "isn't a YYYY-MM-DD"},
    {"directives.txt", "takes: facts", "takes: all", 3,
     "isn't one of the words"},
    {"steps.txt", "report: Small", "report: Tall", 3,
     "there is no report called \"Tall Report\""},
    {"tags.txt", NULL, NULL, 0, "No such file"},
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

static void says_how_it_is_used(void **state)
{
    char printed[512];

    (void)state;
    assert_int_equal(run("", printed, sizeof printed), 2);
    assert_non_null(strstr(printed, "usage:"));
    assert_int_equal(run("--sheet 9.9 '" RULES "'", printed, sizeof printed),
                     1);
    assert_non_null(strstr(printed, "no guidelines \"9.9\""));
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

static void sheets_are_fresh(void **state)
{
    static const char *const versions[] = {"3.0", "3.1", "3.2"};

    (void)state;
    for (size_t i = 0; i < sizeof versions / sizeof versions[0]; i++) {
        char fresh[] = "/tmp/rules_sheet_XXXXXX";
        char sheet[1024];
        char text[1024];
        char printed[512];
        int file = mkstemp(fresh);

        assert_true(file >= 0);
        close(file);
        snprintf(text, sizeof text, "--sheet %s '" RULES "' %s", versions[i],
                 fresh);
        assert_int_equal(run(text, printed, sizeof printed), 0);
        snprintf(sheet, sizeof sheet, RULES "/sheets/%s.md", versions[i]);
        compares_equal(sheet, fresh);
        remove(fresh);
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
        cmocka_unit_test(says_how_it_is_used),
        cmocka_unit_test(is_deterministic),
        cmocka_unit_test(sheets_are_fresh),
        cmocka_unit_test(the_manual_is_fresh),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
