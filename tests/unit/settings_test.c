/* What settings do, and what is said of those that can't be used. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "memory.h"
#include "settings.h"

#define VERSIONS "\"3.0\", \"3.1\" or \"3.2\""

/* Applies JSON, which may be anything, and gives what was said of it. */
static struct settings_problems apply(struct settings *settings,
                                      const char *json)
{
    struct settings_problems problems = {NULL, 0, 0};
    json_t *value = json_loads(json, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);

    assert_non_null(value);
    settings_apply(settings, value, &problems);
    json_decref(value);
    return problems;
}

/* A wrong setting, and the one sentence about it. */
static const struct wrong {
    const char *json;
    const char *sentence;
} wrongs[] = {
    {"7", "the settings are 7; they must be an object such as "
          "{\"draft\": true}."},
    {"[]", "the settings are a list; they must be an object such as "
           "{\"draft\": true}."},
    {"{\"drafts\": true}",
     "\"drafts\" is not a setting; did you mean \"draft\"?"},
    {"{\"colour\": true}",
     "\"colour\" is not a setting; there are \"guidelines\", \"draft\", "
     "\"rules\", \"features\", \"caOwner\" and \"policies\"."},
    /* Which server to start is the editor's to know, not a file's. */
    {"{\"serverPath\": \"/opt/incident-ls\"}",
     "\"serverPath\" is not a setting; there are \"guidelines\", "
     "\"draft\", \"rules\", \"features\", \"caOwner\" and \"policies\"."},
    {"{\"features\": []}",
     "\"features\" is a list; it must be an object such as "
     "{\"inlayHints\": false}."},
    {"{\"features\": {\"hover\": \"no\"}}",
     "\"hover\" is \"no\"; it must be true or false."},
    {"{\"features\": {\"hovers\": false}}",
     "\"hovers\" is not a feature that can be switched; did you mean "
     "\"hover\"?"},
    {"{\"features\": {\"sparkle\": true}}",
     "\"sparkle\" is not a feature that can be switched; there are "
     "\"hover\", \"documentSymbols\", \"foldingRanges\", "
     "\"documentLinks\", \"codeLenses\", \"inlayHints\", \"completion\", "
     "\"formatting\" and \"documentHighlights\"."},
    /* Nothing that an editor could make a link of, or show in disguise. */
    {"{\"x](command:y)\": 1}",
     "\"x] (command:y)\" is not a setting; there are \"guidelines\", "
     "\"draft\", \"rules\", \"features\", \"caOwner\" and \"policies\"."},
    {"{\"draft\": \"[a](command:b)\"}",
     "\"draft\" is \"[a] (command:b)\"; it must be true or false."},
    {"{\"rules\": {\"a\\u001b[2J\\u202e\": \"off\"}}",
     "\"a\uFFFD[2J\uFFFD\" is not a rule."},
    {"{\"draft\": \"yes\"}", "\"draft\" is \"yes\"; it must be true or false."},
    {"{\"draft\": 1}", "\"draft\" is 1; it must be true or false."},
    {"{\"guidelines\": 3.1}",
     "\"guidelines\" is 3.1; it must be " VERSIONS ", in quotes."},
    {"{\"guidelines\": \"3.10\"}",
     "\"guidelines\" is \"3.10\"; it must be " VERSIONS "."},
    {"{\"guidelines\": \"3.1\\u0000\"}",
     "\"guidelines\" is \"3.1\\u0000\"; it must be " VERSIONS "."},
    {"{\"guidelines\": \"2.0\"}",
     "\"guidelines\" is \"2.0\"; it must be " VERSIONS
     " (older versions have other templates)."},
    {"{\"rules\": [\"hard-wrap\"]}",
     "\"rules\" is a list; it must be an object such as "
     "{\"hard-wrap\": \"off\"}."},
    {"{\"rules\": {\"hard-warp\": \"off\"}}",
     "\"hard-warp\" is not a rule; did you mean \"hard-wrap\"?"},
    {"{\"rules\": {\"everything\": \"off\"}}", "\"everything\" is not a rule."},
    {"{\"rules\": {\"hard-wrap\": \"none\"}}",
     "\"hard-wrap\" is \"none\"; it must be \"error\", \"warning\", "
     "\"information\", \"hint\" or \"off\"."},
    {"{\"rules\": {\"hard-wrap\": {\"severity\": \"off\"}}}",
     "\"hard-wrap\" is an object; it must be \"error\", \"warning\", "
     "\"information\", \"hint\" or \"off\"."},
    {"{\"caOwner\": \"A000123\"}",
     "\"caOwner\" is \"A000123\"; it must be an object such as "
     "{\"id\": \"A000123\"}."},
    {"{\"caOwner\": {\"id\": \"123\"}}",
     "\"id\" is \"123\"; it must be a string of the letter A and six "
     "digits, such as \"A000123\"."},
    {"{\"caOwner\": {\"nam\": \"X\"}}",
     "\"nam\" is not a key of \"caOwner\"; did you mean \"name\"?"},
    {"{\"policies\": {\"name\": \"CPS\"}}",
     "\"policies\" is an object; it must be a list such as "
     "[{\"name\": \"Example Trust CP/CPS\", \"version\": \"5.3\", "
     "\"since\": \"2026-01-10\"}]."},
    {"{\"policies\": [{\"name\": \"A\", \"version\": \"1\"}, \"CPS\"]}",
     "policy 2 of \"policies\" is \"CPS\"; it must be an object such as "
     "{\"name\": \"Example Trust CP/CPS\", \"version\": \"5.3\", "
     "\"since\": \"2026-01-10\"}."},
    {"{\"policies\": [{\"name\": \"CPS\"}]}",
     "policy 1 of \"policies\" has no \"version\"."},
    {"{\"policies\": [{\"name\": \"CPS\", \"version\": 5.3}]}",
     "\"version\" is 5.3; it must be a string of one line, at most 31 "
     "bytes long."},
    {"{\"policies\": [{\"name\": \"\", \"version\": \"5.3\"}]}",
     "\"name\" is \"\"; it must be a string of one line, at most 127 "
     "bytes long."},
    {"{\"policies\": [{\"name\": \"CPS\", \"version\": \"5\", \"since\": "
     "\"1 May 2026\"}]}",
     "\"since\" is \"1 May 2026\"; it must be a day, YYYY-MM-DD, in "
     "quotes."},
    {"{\"policies\": [{\"name\": \"CPS\", \"version\": \"5\", \"sinse\": "
     "\"2026-05-01\"}]}",
     "\"sinse\" is not a key of a policy; did you mean \"since\"?"},
    /* Cut at a character's start, as the client takes no half characters. */
    {"{\"draft\": \"a€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€\"}",
     "\"draft\" is \"a€€€€€€€€€€€€€€€€€€€…; it must be true or "
     "false."},
};

static void wrong_settings_are_named(void **state)
{
    size_t i;

    (void)state;
    for (i = 0; i < sizeof wrongs / sizeof wrongs[0]; i++) {
        struct settings settings;
        struct settings before;
        struct settings_problems problems;

        settings_default(&settings);
        before = settings;
        problems = apply(&settings, wrongs[i].json);
        assert_int_equal(problems.count, 1);
        assert_string_equal(problems.sentences[0], wrongs[i].sentence);
        assert_memory_equal(&settings.checks.severities,
                            &before.checks.severities,
                            sizeof before.checks.severities);
        assert_ptr_equal(settings.checks.guideline, before.checks.guideline);
        assert_int_equal(settings.checks.draft, before.checks.draft);
        settings_problems_free(&problems);
        assert_null(problems.sentences);
    }
}

static void right_settings_apply_beside_wrong_ones(void **state)
{
    struct settings settings;
    struct settings_problems problems;

    (void)state;
    settings_default(&settings);
    problems = apply(&settings,
                     "{\"guidelines\": \"3.1\", \"draft\": true, \"x\": 1,"
                     " \"rules\": {\"hard-wrap\": \"off\", \"y\": \"off\","
                     " \"missing-field\": \"hint\"}}");
    assert_int_equal(problems.count, 2);
    assert_string_equal(settings.checks.guideline->number, "3.1");
    assert_true(settings.checks.draft);
    assert_int_equal(settings.checks.severities[RULE_HARD_WRAP],
                     SEVERITY_OFF);
    assert_int_equal(settings.checks.severities[RULE_MISSING_FIELD],
                     SEVERITY_HINT);
    assert_int_equal(settings.checks.severities[RULE_EMPTY_FIELD],
                     SEVERITY_AS_IT_IS);
    settings_problems_free(&problems);
}

static void null_changes_nothing(void **state)
{
    struct settings settings;
    struct settings_problems problems;

    (void)state;
    settings_default(&settings);
    problems = apply(&settings, "{\"draft\": true}");
    assert_int_equal(problems.count, 0);
    settings_apply(&settings, NULL, &problems);
    settings_problems_free(&problems);
    problems = apply(&settings, "null");
    assert_int_equal(problems.count, 0);
    problems = apply(&settings, "{\"guidelines\": null, \"draft\": null,"
                                " \"rules\": {\"hard-wrap\": null}}");
    assert_int_equal(problems.count, 0);
    assert_true(settings.checks.draft);
    settings_problems_free(&problems);
}

/* In whatever order they stand: one document after the other, and of each the
 * older versions first. */
static void policies_are_sorted_and_wrong_ones_left_out(void **state)
{
    struct settings settings;
    struct settings_problems problems;
    const struct own_policy *items = settings.checks.policies.items;

    (void)state;
    settings_default(&settings);
    problems = apply(
        &settings,
        "{\"policies\": ["
        "{\"name\": \"CPS\", \"version\": \"v3\", \"since\": \"2026-03-01\"},"
        "{\"name\": \"CP\", \"version\": \"1\"}, {\"name\": \"CPS\"},"
        "{\"name\": \"cps\", \"version\": \"1\", \"since\": \"2026-01-01\"},"
        "{\"name\": \"CPS\", \"version\": \"2\", \"since\": \"2026-02-01\"}]}");
    assert_int_equal(problems.count, 1);
    assert_int_equal(settings.checks.policies.count, 4);
    assert_string_equal(items[0].version, "1");
    assert_string_equal(items[1].version, "2");
    assert_string_equal(items[2].version, "3");
    assert_string_equal(items[3].name, "CP");
    settings_problems_free(&problems);
    problems = apply(&settings, "{\"policies\": []}");
    assert_int_equal(settings.checks.policies.count, 0);
    settings_problems_free(&problems);
}

static void too_many_policies_are_cut_short(void **state)
{
    struct buffer json = {NULL, 0, 0};
    struct settings settings;
    struct settings_problems problems;

    (void)state;
    buffer_add_string(&json, "{\"policies\": [");
    for (size_t i = 0; i < OWN_POLICIES_MOST + 1; i++)
        buffer_addf(&json, "%s{\"name\": \"CPS\", \"version\": \"%zu\"}",
                    i ? "," : "", i);
    buffer_add_string(&json, "]}");
    settings_default(&settings);
    problems = apply(&settings, json.bytes);
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.sentences[0],
                        "\"policies\" has 17 policies; only the first "
                        "16 are taken.");
    assert_int_equal(settings.checks.policies.count, OWN_POLICIES_MOST);
    settings_problems_free(&problems);
    buffer_free(&json);
}

static void a_flood_of_problems_is_cut_short(void **state)
{
    struct buffer json = {NULL, 0, 0};
    struct settings settings;
    struct settings_problems problems;
    size_t i;

    (void)state;
    buffer_add_string(&json, "{\"draft\": 0");
    for (i = 0; i < 1000; i++) {
        buffer_add_string(&json, ", \"wrong-");
        buffer_add_number(&json, i);
        buffer_add_string(&json, "\": 0");
    }
    buffer_add_string(&json, "}");
    settings_default(&settings);
    problems = apply(&settings, json.bytes);
    assert_int_equal(problems.count, 21);
    assert_string_equal(problems.sentences[20],
                        "there are more problems than these.");
    settings_problems_free(&problems);
    buffer_free(&json);
}

/* A folder of its own for each test that needs files, as the STATE. */
static int folder_new(void **state)
{
    char template[] = "/tmp/settings_test.XXXXXX";

    if (!mkdtemp(template) || chdir(template))
        return -1;
    if (mkdir("a", 0777) || mkdir("a/b", 0777) || mkdir("a/b/c", 0777))
        return -1;
    *state = memory_copy(template, strlen(template));
    return 0;
}

static int folder_free(void **state)
{
    char *folder = *state;
    int failed;

    remove("a/b/" SETTINGS_FILE);
    remove("a/" SETTINGS_FILE);
    failed = rmdir("a/b/c") | rmdir("a/b") | rmdir("a") | chdir("/")
             | rmdir(folder);
    memory_free(folder);
    return failed;
}

static void write_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");

    assert_non_null(file);
    assert_true(fputs(bytes, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static void assert_found(const char *folder, const char *root,
                         const char *below)
{
    struct buffer expected = {NULL, 0, 0};
    char *found = settings_file_find(folder);

    buffer_add_string(&expected, root);
    buffer_add_string(&expected, below);
    assert_non_null(found);
    assert_string_equal(found, expected.bytes);
    memory_free(found);
    buffer_free(&expected);
}

static void the_nearest_file_is_found(void **state)
{
    write_file("a/" SETTINGS_FILE, "{}");
    assert_found("a", *state, "/a/" SETTINGS_FILE);
    assert_found("a/b/c", *state, "/a/" SETTINGS_FILE);
    assert_found("a/b/../b/./c/", *state, "/a/" SETTINGS_FILE);
    write_file("a/b/" SETTINGS_FILE, "{}");
    assert_found("a/b/c", *state, "/a/b/" SETTINGS_FILE);
    assert_null(settings_file_find("a/none"));
}

static void whatever_is_called_so_is_found(void **state)
{
    write_file("a/" SETTINGS_FILE, "{}");
    assert_int_equal(mkfifo("a/b/" SETTINGS_FILE, 0600), 0);
    assert_found("a/b/c", *state, "/a/b/" SETTINGS_FILE);
}

/* What a file holds, and how the sentence about it begins. */
static const struct wrong wrong_files[] = {
    {"", "not JSON at line 1: "},
    {"{\n\"draft\": yes\n}", "not JSON at line 2: "},
    {"{\"draft\": true,\n\"draft\": false}", "not JSON at line 2: "},
    {"\xFF", "not JSON at line 1: "},
    {"{\"draft\": 2}", "\"draft\" is 2; "},
};

static void wrong_files_are_named_with_the_line(void **state)
{
    struct settings settings;
    size_t i;

    (void)state;
    settings_default(&settings);
    for (i = 0; i < sizeof wrong_files / sizeof wrong_files[0]; i++) {
        const struct wrong *wrong = &wrong_files[i];
        struct settings_problems problems = {NULL, 0, 0};

        write_file("a/" SETTINGS_FILE, wrong->json);
        settings_apply_file(&settings, "a/" SETTINGS_FILE, &problems);
        assert_int_equal(problems.count, 1);
        assert_memory_equal(problems.sentences[0], wrong->sentence,
                            strlen(wrong->sentence));
        settings_problems_free(&problems);
    }
}

static void files_that_cannot_be_read_are_named(void **state)
{
    struct settings_problems problems = {NULL, 0, 0};
    struct settings settings;
    char *large = memory_new_zeroed(1, 1024 * 1024 + 2);

    (void)state;
    settings_default(&settings);
    settings_apply_file(&settings, "a/none", &problems);
    settings_apply_file(&settings, "a/b", &problems);
    /* It was found as a file, but is one no more. */
    assert_int_equal(mkfifo("a/b/" SETTINGS_FILE, 0600), 0);
    settings_apply_file(&settings, "a/b/" SETTINGS_FILE, &problems);
    memset(large, ' ', 1024 * 1024 + 1);
    write_file("a/" SETTINGS_FILE, large);
    settings_apply_file(&settings, "a/" SETTINGS_FILE, &problems);
    assert_int_equal(problems.count, 4);
    assert_string_equal(problems.sentences[0],
                        "can't be read: No such file or directory.");
    assert_string_equal(problems.sentences[1], "is not a file.");
    assert_string_equal(problems.sentences[2], "is not a file.");
    assert_string_equal(problems.sentences[3],
                        "can't be read: File too large.");
    settings_problems_free(&problems);
    memory_free(large);
}

static void a_file_applies(void **state)
{
    struct settings_problems problems = {NULL, 0, 0};
    struct settings settings;

    (void)state;
    settings_default(&settings);
    write_file("a/" SETTINGS_FILE, "{\"guidelines\": \"3.0\"}\n");
    settings_apply_file(&settings, "a/" SETTINGS_FILE, &problems);
    assert_int_equal(problems.count, 0);
    assert_string_equal(settings.checks.guideline->number, "3.0");
}

#define WITH_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_new, folder_free)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_settings_are_named),
        cmocka_unit_test(right_settings_apply_beside_wrong_ones),
        cmocka_unit_test(null_changes_nothing),
        cmocka_unit_test(policies_are_sorted_and_wrong_ones_left_out),
        cmocka_unit_test(too_many_policies_are_cut_short),
        cmocka_unit_test(a_flood_of_problems_is_cut_short),
        WITH_FOLDER(the_nearest_file_is_found),
        WITH_FOLDER(whatever_is_called_so_is_found),
        WITH_FOLDER(wrong_files_are_named_with_the_line),
        WITH_FOLDER(files_that_cannot_be_read_are_named),
        WITH_FOLDER(a_file_applies),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
