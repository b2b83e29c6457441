/* Names of files by the rules of each system, on every system. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "path.h"

/* ACTUAL, which is freed, is EXPECTED; either may be NULL. */
static void assert_path(char *actual, const char *expected)
{
    if (expected) {
        assert_non_null(actual);
        assert_string_equal(actual, expected);
    } else {
        assert_null(actual);
    }
    memory_free(actual);
}

static void of_names(void **state)
{
    static const struct {
        const char *name, *windows;
    } rows[] = {
        {"report.md", "report.md"},
        {"a\\report.md", "a/report.md"},
        {"..\\a/b\\c.md", "../a/b/c.md"},
        {"c:\\Users\\a b\\r.md", "C:/Users/a b/r.md"},
        {"C:/r.md", "C:/r.md"},
        {"c:r.md", "c:r.md"},
        {"\\\\host\\share\\r.md", "//host/share/r.md"},
        {"\\\\?\\c:\\long\\r.md", "C:/long/r.md"},
        {"\\\\?\\UNC\\host\\share\\r.md", "//host/share/r.md"},
        {"\\r.md", "/r.md"},
        {"", ""},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        assert_path(path_of_name(rows[row].name, PATH_WINDOWS),
                    rows[row].windows);
        assert_path(path_of_name(rows[row].name, PATH_POSIX), rows[row].name);
    }
}

static void of_uris(void **state)
{
    static const struct {
        const char *uri, *posix, *windows;
    } rows[] = {
        {"file:///a/b.md", "/a/b.md", "/a/b.md"},
        {"file:/a/b.md", "/a/b.md", "/a/b.md"},
        {"FILE:///a%20b/%C3%A9.md?x#y", "/a b/\xc3\xa9.md",
         "/a b/\xc3\xa9.md"},
        {"file://localhost/a/b.md", "/a/b.md", "/a/b.md"},
        {"file:///a%/%zz.md", "/a%/%zz.md", "/a%/%zz.md"},
        /* Drives, as different editors write them. */
        {"file:///c%3A/a/b.md", "/c:/a/b.md", "C:/a/b.md"},
        {"file:///C%3a/a/b.md", "/C:/a/b.md", "C:/a/b.md"},
        {"file:///c:/a/b.md", "/c:/a/b.md", "C:/a/b.md"},
        {"file:///C:/a/b.md", "/C:/a/b.md", "C:/a/b.md"},
        {"file:/c:/a/b.md", "/c:/a/b.md", "C:/a/b.md"},
        {"file:c:/a/b.md", NULL, "C:/a/b.md"},
        {"file://c:/a/b.md", NULL, "C:/a/b.md"},
        {"file://localhost/c:/a/b.md", "/c:/a/b.md", "C:/a/b.md"},
        {"file:///c|/a/b.md", "/c|/a/b.md", "C:/a/b.md"},
        {"file:///c:\\a\\b.md", "/c:\\a\\b.md", "C:/a/b.md"},
        {"file:///c%3A%5Ca%5Cb.md", "/c:\\a\\b.md", "C:/a/b.md"},
        {"file:///c:/", "/c:/", "C:/"},
        {"file:///cc:/a.md", "/cc:/a.md", "/cc:/a.md"},
        /* Shares of hosts. */
        {"file://host/share/b.md", NULL, "//host/share/b.md"},
        {"file:////host/share/b.md", "//host/share/b.md",
         "//host/share/b.md"},
        {"file://///host/share/b.md", "///host/share/b.md",
         "//host/share/b.md"},
        {"file://wsl%24/a/b.md", NULL, "//wsl$/a/b.md"},
        /* What is no file. */
        {"file://./pipe/a", NULL, NULL},
        {"file:////./pipe/a", "//./pipe/a", NULL},
        {"file:////%3F/c:/a", "//?/c:/a", NULL},
        {"file:a/b.md", NULL, NULL},
        {"file:", NULL, NULL},
        {"untitled:b.md", NULL, NULL},
        {"https://host/a.md", NULL, NULL},
        {"file:///list.csv%00.md", NULL, NULL},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct slice uri = slice_of(rows[row].uri);

        assert_path(path_of_uri(uri, PATH_POSIX), rows[row].posix);
        assert_path(path_of_uri(uri, PATH_WINDOWS), rows[row].windows);
    }
    assert_null(path_of_uri((struct slice){"file:///a\0.md", 13}, PATH_POSIX));
}

static void to_uris(void **state)
{
    static const struct {
        enum path_style style;
        const char *path, *uri;
        bool absolute;
    } rows[] = {
        {PATH_POSIX, "/a/b.md", "file:///a/b.md", true},
        {PATH_POSIX, "/a b/\xc3\xa9%.md", "file:///a%20b/%C3%A9%25.md", true},
        {PATH_POSIX, "a/b c.md", "a/b%20c.md", false},
        {PATH_POSIX, "c:/a.md", "c%3A/a.md", false},
        {PATH_WINDOWS, "C:/a/b c.md", "file:///C:/a/b%20c.md", true},
        {PATH_WINDOWS, "//host/share/b.md", "file://host/share/b.md", true},
        {PATH_WINDOWS, "//wsl$/a/b.md", "file://wsl%24/a/b.md", true},
        {PATH_WINDOWS, "a/b:c.md", "a/b%3Ac.md", false},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *uri = path_uri(rows[row].path, rows[row].style);

        assert_string_equal(uri, rows[row].uri);
        assert_path(path_of_uri(slice_of(uri), rows[row].style),
                    rows[row].absolute ? rows[row].path : NULL);
        memory_free(uri);
    }
}

static void folders(void **state)
{
    static const struct {
        enum path_style style;
        const char *path, *folder, *above;
    } rows[] = {
        {PATH_POSIX, "/a/b/c.md", "/a/b", "/a"},
        {PATH_POSIX, "/a/c.md", "/a", "/"},
        {PATH_POSIX, "/c.md", "/", NULL},
        {PATH_POSIX, "c.md", ".", NULL},
        {PATH_WINDOWS, "C:/a/c.md", "C:/a", "C:/"},
        {PATH_WINDOWS, "C:/c.md", "C:/", NULL},
        {PATH_WINDOWS, "C:c.md", "C:", NULL},
        {PATH_WINDOWS, "//host/share/a/c.md", "//host/share/a",
         "//host/share/"},
        {PATH_WINDOWS, "//host/share/c.md", "//host/share/", NULL},
        {PATH_WINDOWS, "/c.md", "/", NULL},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *folder = path_folder(rows[row].path, rows[row].style);

        assert_string_equal(folder, rows[row].folder);
        if (path_ascend(folder, rows[row].style))
            assert_string_equal(folder, rows[row].above);
        else
            assert_null(rows[row].above);
        memory_free(folder);
    }
}

static void one_in_another(void **state)
{
    (void)state;
    assert_path(path_join("/", "a"), "/a");
    assert_path(path_join("C:/b", "a"), "C:/b/a");
    assert_true(path_is_below("/a/b", "/a"));
    assert_true(path_is_below("/a/b", "/"));
    assert_true(path_is_below("C:/a", "C:/"));
    assert_false(path_is_below("/ab", "/a"));
    assert_false(path_is_below("/a", "/a"));
}

/* To look for a file on a host is to tell that who is looking. */
static void other_hosts(void **state)
{
    static const struct {
        const char *path, *folder;
        bool elsewhere;
    } rows[] = {
        {"//host/share/a", "C:/b", true},
        {"//host/share/a", "//other/share/b", true},
        {"//host/share/a", "//host/another/b", true},
        {"//host/share/a", "//Host/Share/b", false},
        {"C:/a", "//host/share", false},
        {"C:/a", "D:/b", false},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        assert_int_equal(path_is_elsewhere(rows[row].path, rows[row].folder,
                                           PATH_WINDOWS),
                         rows[row].elsewhere);
        assert_false(path_is_elsewhere(rows[row].path, rows[row].folder,
                                       PATH_POSIX));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_names),   cmocka_unit_test(of_uris),
        cmocka_unit_test(to_uris),    cmocka_unit_test(folders),
        cmocka_unit_test(one_in_another),
        cmocka_unit_test(other_hosts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
