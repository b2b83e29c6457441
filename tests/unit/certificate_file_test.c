/* A list in a file: the pieces it comes in make no difference. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "certificate_file.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const char list[] =
    "\xef\xbb\xbf" "Certificate SHA-256 hash,Serial #,Subject,Is revoked?\r\n"
    HASH ",0A,\"CN=\xc3\xa9\r\n,O=b\",yes\r\n"
    "\r\n"
    HASH ",0Z,\"CN=\xf0\x9d\x84\x9e\",No";

/* What is found: lines and columns in bytes, and the rules. */
static void describe(struct certificate_file *file, struct buffer *found)
{
    for (size_t index = 0; index < file->findings.count; index++) {
        const struct finding *finding = &file->findings.items[index];
        struct text *text = text_new((struct slice){
            file->cutting.text.bytes, file->cutting.text.length});
        size_t line = text_line_at(text, finding->span.start);
        struct cutting_line at = cutting_line(&file->cutting, line);

        buffer_add_number(found, at.line);
        buffer_add_char(found, ':');
        buffer_add_number(found, at.offset + finding->span.start -
                                     text_line(text, line).start);
        buffer_add_char(found, ' ');
        buffer_add_string(found, rules[rule_cases[finding->which].rule].id);
        buffer_add_char(found, '\n');
        text_free(text);
    }
    buffer_add_number(found, file->rows);
}

static void is_found_whatever_the_pieces(void **state)
{
    struct check_options options;

    (void)state;
    check_options_default(&options, 0);
    for (size_t cut = 3; cut <= strlen(list); cut++) {
        struct buffer found = {NULL, 0, 0};
        struct certificate_file file;

        certificate_file_begin(&file, &options, NULL);
        assert_true(certificate_file_read(&file, (struct slice){list, cut}));
        assert_true(certificate_file_read(
            &file, (struct slice){list + cut, strlen(list) - cut}));
        certificate_file_end(&file);
        assert_true(file.valid && file.known);
        assert_int_equal(file.skipped, 3);
        describe(&file, &found);
        assert_string_equal(found.bytes,
                            "0:0 certificate-columns\n"
                            "0:25 certificate-columns\n"
                            "2:137 certificate-revoked\n"
                            "4:144 certificate-duplicate\n"
                            "4:209 certificate-serial\n"
                            "4:222 certificate-revoked\n"
                            "2");
        buffer_free(&found);
        certificate_file_free(&file);
    }
}

static void what_is_no_text_is_no_list(void **state)
{
    static const char *const texts[] = {"a,b\n\xff", "\xc3", "a\xf0\x9d\x84"};
    struct check_options options;

    (void)state;
    check_options_default(&options, 0);
    for (size_t index = 0; index < 3; index++) {
        struct certificate_file file;

        certificate_file_begin(&file, &options, NULL);
        certificate_file_read(&file, (struct slice){texts[index],
                                                    strlen(texts[index])});
        certificate_file_end(&file);
        assert_false(file.valid && file.known);
        certificate_file_free(&file);
    }
}

static void tells_files_by_their_names(void **state)
{
    (void)state;
    assert_true(certificate_file_is((struct slice){"a.csv", 5}));
    assert_true(certificate_file_is((struct slice){"a.TXT", 5}));
    assert_false(certificate_file_is((struct slice){".csv", 4}));
    assert_false(certificate_file_is((struct slice){"a.md", 4}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_found_whatever_the_pieces),
        cmocka_unit_test(what_is_no_text_is_no_list),
        cmocka_unit_test(tells_files_by_their_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
