/* Open documents, and the files that URIs stand for. */
#include "documents.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "memory.h"
#include "uri.h"

#define LENGTH_OF(array) (sizeof(array) / sizeof(array)[0])

static void paths_of_uris(void **state)
{
    static const struct {
        const char *uri, *path;
    } rows[] = {
        {"file:///a/b.md", "/a/b.md"},
        {"FILE:///a/b.md", "/a/b.md"},
        {"file:/a/b.md", "/a/b.md"},
        {"file://localhost/a/b.md", "/a/b.md"},
        {"file:///", "/"},
        {"file:///a%20b/%c3%A9%2fc", "/a b/\xc3\xa9/c"},
        {"file:///a%2", "/a%2"},
        {"file:///a%zz%", "/a%zz%"},
        {"file:///a?b", "/a"},
        {"file:///a#b", "/a"},
        {"file:///a%3fb%23", "/a?b#"},
        {"file:////server/share", "//server/share"},
        {"file://server/a", NULL},
        {"file://", NULL},
        {"file:", NULL},
        {"file:a/b", NULL},
        {"untitled:Untitled-1", NULL},
        {"", NULL},
        {"/a/b.md", NULL},
    };
    size_t i;

    (void)state;
    for (i = 0; i < LENGTH_OF(rows); i++) {
        char *path = uri_path(slice_of(rows[i].uri));

        if (rows[i].path && !path)
            fail_msg("%s has no path", rows[i].uri);
        if (rows[i].path)
            assert_string_equal(path, rows[i].path);
        else
            assert_null(path);
        memory_free(path);
    }
}

static void assert_text(struct document *document, const char *expected)
{
    struct slice text = text_slice(
        document->text, (struct span){0, text_length(document->text)});

    assert_int_equal(text.length, strlen(expected));
    assert_memory_equal(text.bytes, expected, text.length);
}

static void a_document_is_found_by_its_uri(void **state)
{
    static const char *const uris[] = {"m", "b", "z", "", "ba", "a", "B"};
    struct documents documents = {NULL, 0, 0, 0};
    struct settings settings;
    size_t i;

    (void)state;
    settings_default(&settings);
    for (i = 0; i < LENGTH_OF(uris); i++)
        documents_open(&documents, slice_of(uris[i]), slice_of(uris[i]),
                       &settings);
    documents_open(&documents, slice_of("ba"), slice_of("other"), &settings);
    assert_int_equal(documents.count, LENGTH_OF(uris));
    assert_text(documents_find(&documents, slice_of("z")), "z");
    assert_text(documents_find(&documents, slice_of("")), "");
    assert_text(documents_find(&documents, slice_of("ba")), "other");
    assert_null(documents_find(&documents, slice_of("bb")));
    assert_null(documents_find(&documents, slice_of("zz")));
    for (i = 0; i < LENGTH_OF(uris); i++) {
        assert_true(documents_close(&documents, slice_of(uris[i])));
        assert_false(documents_close(&documents, slice_of(uris[i])));
        assert_null(documents_find(&documents, slice_of(uris[i])));
    }
    documents_free(&documents);
}

static void edits_are_clamped(void **state)
{
    struct documents documents = {NULL, 0, 0, 0};
    struct settings settings;
    struct document *document;

    (void)state;
    settings_default(&settings);
    document = documents_open(&documents, slice_of("a"), slice_of("one two"),
                              &settings);
    document_edit(document, (struct span){3, 99}, slice_of("!"));
    assert_text(document, "one!");
    document_replace(document, slice_of("new"));
    assert_text(document, "new");
    document_edit(document, (struct span){99, 99}, slice_of("er"));
    assert_text(document, "newer");
    documents_free(&documents);
}

/* Each text in the place of each other, with characters that begin or end
 * with the same bytes. */
static void replaced_by_any_text(void **state)
{
    static const char *const texts[] = {
        "", "a", "aa", "a\nb", "a\n\nb", "b\na", "\u00e9", "\u00e8", "\u00e9\u00e9",
        "a\u00e9b", "a\u00e8b", "a\U0001d11eb", "a\U0001d11fb", "\u4e8b",
        "\u0e8b",
        "x\r\ny", "x\r\n\r\ny", "x\ry",
    };
    struct documents documents = {NULL, 0, 0, 0};
    struct settings settings;
    size_t from, to;

    (void)state;
    settings_default(&settings);
    for (from = 0; from < LENGTH_OF(texts); from++) {
        for (to = 0; to < LENGTH_OF(texts); to++) {
            struct document *document =
                documents_open(&documents, slice_of("a"),
                               slice_of(texts[from]), &settings);
            struct documents other = {NULL, 0, 0, 0};

            document_replace(document, slice_of(texts[to]));
            assert_text(document, texts[to]);
            assert_int_equal(
                text_line_count(document->text),
                text_line_count(documents_open(&other, slice_of("a"),
                                               slice_of(texts[to]),
                                               &settings)->text));
            documents_free(&other);
        }
    }
    documents_free(&documents);
}

static void checked_only_when_there_is_something_new(void **state)
{
    struct documents documents = {NULL, 0, 0, 0};
    struct settings settings;
    struct document *document;

    (void)state;
    memset(&settings, 0, sizeof settings);
    settings_default(&settings);
    document = documents_open(&documents, slice_of("a"), slice_of("BAD"),
                              &settings);
    documents_check(&documents, document, 7);
    documents_check(&documents, document, 7);
    assert_int_equal(document->check, 1);
    assert_int_equal(document->findings.count, 1);
    documents_check(&documents, document, 8);
    assert_int_equal(document->check, 2);
    document_edit(document, (struct span){0, 0}, slice_of("BAD "));
    documents_check(&documents, document, 8);
    assert_int_equal(document->check, 3);
    assert_int_equal(document->findings.count, 2);
    assert_false(document_set_settings(document, &settings));
    documents_check(&documents, document, 8);
    assert_int_equal(document->check, 3);
    settings.checks.severities[rule_cases[0].rule] = SEVERITY_OFF;
    assert_true(document_set_settings(document, &settings));
    documents_check(&documents, document, 8);
    assert_int_equal(document->check, 4);
    assert_int_equal(document->findings.count, 0);
    documents_free(&documents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paths_of_uris),
        cmocka_unit_test(a_document_is_found_by_its_uri),
        cmocka_unit_test(edits_are_clamped),
        cmocka_unit_test(replaced_by_any_text),
        cmocka_unit_test(checked_only_when_there_is_something_new),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
