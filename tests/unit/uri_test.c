/* The addresses of files beside a document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "memory.h"
#include "uri.h"

static void resolves_addresses(void **state)
{
    static const struct {
        const char *uri, *target, *resolved;
    } rows[] = {
        {"file:///a/b.md", "c.csv", "file:///a/c.csv"},
        {"file:///a/b.md", "./d/c.csv", "file:///a/d/c.csv"},
        {"file:///a/b.md", "../c.csv", "file:///c.csv"},
        {"file:///a/b.md", "../../../c.csv", "file:///c.csv"},
        {"file:///a/b.md", "d/../../e/c.csv", "file:///e/c.csv"},
        {"file:///a/b.md", "/c.csv", "file:///c.csv"},
        {"file:///b.md", "c.csv", "file:///c.csv"},
        {"file:///b.md", "../c.csv", "file:///c.csv"},
        {"file:/a/b.md", "c.csv", "file:/a/c.csv"},
        {"file://localhost/a/b.md", "../c.csv", "file://localhost/c.csv"},
        {"file:///a/b.md", "d e\xc3\xa9.csv", "file:///a/d%20e%C3%A9.csv"},
        {"file:///a%20b/b.md", "c%20d.csv", "file:///a%20b/c%20d.csv"},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *resolved = uri_resolve(
            (struct slice){rows[row].uri, strlen(rows[row].uri)},
            (struct slice){rows[row].target, strlen(rows[row].target)});

        assert_string_equal(resolved, rows[row].resolved);
        memory_free(resolved);
    }
}

static void paths_there_and_back(void **state)
{
    static const struct {
        const char *path, *uri;
    } rows[] = {
        {"/a/b.md", "file:///a/b.md"},
        {"/a b/\xc3\xa9%.md", "file:///a%20b/%C3%A9%25.md"},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *uri = uri_of_path(rows[row].path);
        char *path = uri_path((struct slice){uri, strlen(uri)});

        assert_string_equal(uri, rows[row].uri);
        assert_string_equal(path, rows[row].path);
        memory_free(uri);
        memory_free(path);
    }
}

static void decodes_paths(void **state)
{
    static const struct {
        const char *uri, *path;
    } rows[] = {
        {"file:///a/b.md", "/a/b.md"},
        {"file:/a/b.md", "/a/b.md"},
        {"file://localhost/a/b.md", "/a/b.md"},
        {"file:///a%20b/%C3%A9.md?x#y", "/a b/\xc3\xa9.md"},
        {"file:///a%/%zz.md", "/a%/%zz.md"},
        {"file://host/a/b.md", NULL},
        {"untitled:b.md", NULL},
        {"file:///list.csv%00.md", NULL},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        char *path =
            uri_path((struct slice){rows[row].uri, strlen(rows[row].uri)});

        if (rows[row].path)
            assert_string_equal(path, rows[row].path);
        else
            assert_null(path);
        memory_free(path);
    }
    assert_null(uri_path((struct slice){"file:///a\0.md", 13}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(resolves_addresses),
        cmocka_unit_test(paths_there_and_back),
        cmocka_unit_test(decodes_paths),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
