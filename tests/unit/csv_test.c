/* Comma-separated values: quotes, line ends, and input cut at every byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "csv.h"

/* The records of INPUT: values between bars, records ended by newlines. */
static void add_record(struct buffer *read, const struct csv *csv)
{
    for (size_t field = 0; field < csv->field_count; field++) {
        struct slice value = csv_value(csv, field);

        buffer_add_char(read, '|');
        buffer_add(read, value.bytes, value.length);
    }
    buffer_add_string(read, csv->unclosed ? "|unclosed\n" : "|\n");
}

/* Reads INPUT in two pieces, the first of CUT bytes. */
static char *read_all(const char *input, size_t cut)
{
    struct slice pieces[] = {{input, cut},
                             {input + cut, strlen(input) - cut}};
    struct buffer read = {NULL, 0, 0};
    struct csv csv;

    csv_begin(&csv, ',');
    for (size_t piece = 0; piece < 2; piece++) {
        while (csv_read(&csv, &pieces[piece]))
            add_record(&read, &csv);
        assert_int_equal(pieces[piece].length, 0);
    }
    if (csv_finish(&csv))
        add_record(&read, &csv);
    csv_free(&csv);
    buffer_add_string(&read, "");
    return buffer_take(&read);
}

static void reads_records(void **state)
{
    static const struct {
        const char *input, *read;
    } rows[] = {
        {"", ""},
        {"a", "|a|\n"},
        {"a,b\n", "|a|b|\n"},
        {"a,b\r\nc\rd\n", "|a|b|\n|c|\n|d|\n"},
        {"a,,\n,\n", "|a|||\n|||\n"},
        {"\n\n  \na\n\n", "|a|\n"},
        {" a , b\n", "|a|b|\n"},
        {"\"a,b\",c\n", "|a,b|c|\n"},
        {"\"a\r\nb\",c\n", "|a\r\nb|c|\n"},
        {"\"a\"\"b\",c\n", "|a\"\"b|c|\n"},
        {"  \"a\" ,c\n", "|a|c|\n"},
        {"\"\",\"\"\n", "|||\n"},
        {"a\"b,c\"\n", "|a\"b|c\"|\n"},
        {"\"a\"b,c\n", "|a\"b|c|\n"},
        {"\"a\nb,c\n", "|a\nb,c\n|unclosed\n"},
        {"\xef\xbb\xbf" "a,b\n", "|a|b|\n"},
        {"\xef\xbb\xbf\"a,b\"\n", "|a,b|\n"},
        {"\xc3\xa9,\xf0\x9d\x84\x9e\n", "|\xc3\xa9|\xf0\x9d\x84\x9e|\n"},
    };

    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        for (size_t cut = 0; cut <= strlen(rows[row].input); cut++) {
            char *read = read_all(rows[row].input, cut);

            assert_string_equal(read, rows[row].read);
            memory_free(read);
        }
    }
}

static void says_where_records_are(void **state)
{
    struct slice input = {"a\r\n\"b\nb\",c\r\r\nd\n", 15};
    static const size_t places[][2] = {{0, 0}, {3, 1}, {13, 4}};
    struct csv csv;

    (void)state;
    csv_begin(&csv, ',');
    for (size_t record = 0; record < 3; record++) {
        assert_true(csv_read(&csv, &input));
        assert_int_equal(csv.offset, places[record][0]);
        assert_int_equal(csv.line, places[record][1]);
    }
    assert_false(csv_read(&csv, &input));
    csv_free(&csv);
}

static void holds_no_more_than_it_may(void **state)
{
    char *long_one = memory_new(3 * CSV_RECORD_MOST);
    struct slice input = {long_one, 3 * CSV_RECORD_MOST};
    struct csv csv;

    (void)state;
    memset(long_one, 'x', input.length);
    memcpy(long_one + CSV_RECORD_MOST - 1, "\xc3\xa9,b,", 5);
    csv_begin(&csv, ',');
    assert_false(csv_read(&csv, &input));
    assert_true(csv_finish(&csv));
    assert_true(csv.cut);
    assert_int_equal(csv.field_count, 3);
    assert_true(csv.record.length <= CSV_RECORD_MOST);
    assert_int_equal(csv_value(&csv, 2).length, 0);
    assert_int_equal(csv_value(&csv, 3).length, 0);
    csv_free(&csv);
    memory_free(long_one);
}

static void counts_what_it_does_not_keep(void **state)
{
    char commas[2 * CSV_FIELDS];
    struct slice input = {commas, sizeof commas};
    struct csv csv;

    (void)state;
    memset(commas, ',', sizeof commas);
    csv_begin(&csv, ',');
    assert_false(csv_read(&csv, &input));
    assert_true(csv_finish(&csv));
    assert_int_equal(csv.field_count, 2 * CSV_FIELDS + 1);
    csv_free(&csv);
}

static void tells_separators(void **state)
{
    (void)state;
    assert_int_equal(csv_separator((struct slice){"a", 1}), ',');
    assert_int_equal(csv_separator((struct slice){"a;b,c;d", 7}), ';');
    assert_int_equal(csv_separator((struct slice){"a\tb", 3}), '\t');
    assert_int_equal(csv_separator((struct slice){"\"a;b;c\",d", 9}), ',');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_records),
        cmocka_unit_test(says_where_records_are),
        cmocka_unit_test(holds_no_more_than_it_may),
        cmocka_unit_test(counts_what_it_does_not_keep),
        cmocka_unit_test(tells_separators),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
