/* A list of a million certificates: memory stays bounded. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "certificate_file.h"

#define ROWS 1000000
#define FEWER 20000
/* What certificate_file.h promises for each certificate, and for the rest. */
#define ROW_MOST 70
#define REST_MOST (1024 * 1024)

static const char header[] =
    "Precertificate SHA-256 hash,Certificate SHA-256 hash,Subject,Issuer,"
    "Not before,Not after,Serial #,dNSNames,Is revoked?,Revocation date,"
    "Revocation reason\n";

/* A row, whose hashes and serial number end in eight digits to be set. */
#define DIGITS "00000000"
#define HASH_TAIL "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
#define ROW(serial, reason) \
    "A" HASH_TAIL DIGITS ",B" HASH_TAIL DIGITS \
    ",CN=a.example,CN=Example Trust CA,2026-05-01,2026-11-01," serial DIGITS \
    ",a.example,Yes,2026-05-20," reason "\n"

static const char good[] = ROW("0A", "superseded");
/* With a fault in its serial number, and in its reason. */
static const char bad[] = ROW("0G", "wrong");

/* Sets the digits of ROW to INDEX, wherever a comma follows them. */
static void number_row(char *row, size_t index)
{
    char digits[sizeof DIGITS];

    snprintf(digits, sizeof digits, "%08zx", index);
    for (char *at = strstr(row, DIGITS ","); at;
         at = strstr(at + 8, DIGITS ","))
        memcpy(at, digits, 8);
}

static size_t bytes_of(const struct fingerprints *seen)
{
    return seen->room * (sizeof *seen->keys + sizeof *seen->places);
}

static void read_rows(struct certificate_file *file, const char *row,
                      size_t count)
{
    char numbered[sizeof good];
    size_t length = strlen(row);

    for (size_t index = 0; index < count; index++) {
        memcpy(numbered, row, length + 1);
        number_row(numbered, index);
        assert_true(certificate_file_read(file,
                                          (struct slice){numbered, length}));
    }
}

/* Reads COUNT rows like ROW, TIMES over. */
static void read_all(struct certificate_file *file, const char *row,
                     size_t count, size_t times)
{
    struct check_options options;

    check_options_default(&options, 20800);
    certificate_file_begin(file, &options, NULL);
    assert_true(certificate_file_read(file, slice_of(header)));
    for (size_t i = 0; i < times; i++)
        read_rows(file, row, count);
    assert_true(bytes_of(&file->list.seen) +
                    bytes_of(&file->list.seen_before) +
                    bytes_of(&file->list.seen_serials) <=
                times * count * ROW_MOST);
    certificate_file_end(file);
    assert_true(file->valid && file->known);
    assert_int_equal(file->rows, times * count);
    assert_true(file->cutting.text.room + file->rest.room < REST_MOST);
}

static void finds_nothing_in_good_ones(void **state)
{
    struct certificate_file file;

    (void)state;
    read_all(&file, good, ROWS, 1);
    assert_int_equal(file.findings.count, 0);
    assert_int_equal(file.repeated, 0);
    assert_int_equal(file.tally.rows, ROWS);
    certificate_file_free(&file);
}

/* Findings of a kind are kept up to a limit, and counted beyond it. */
static void keeps_few_of_many_findings(void **state)
{
    struct certificate_file file;
    size_t alike = 0;

    (void)state;
    read_all(&file, bad, FEWER, 1);
    assert_int_equal(file.findings.count, 2 * CERTIFICATE_FINDINGS);
    for (size_t i = 0; i < file.findings.count; i++)
        alike += file.findings.items[i].alike;
    assert_true(alike >= 2 * (FEWER - CERTIFICATE_FINDINGS));
    certificate_file_free(&file);
}

static void counts_each_certificate_once(void **state)
{
    struct certificate_file file;

    (void)state;
    read_all(&file, good, FEWER, 2);
    assert_int_equal(file.repeated, FEWER);
    assert_int_equal(file.tally.rows, FEWER);
    assert_int_equal(file.findings.count, CERTIFICATE_FINDINGS);
    certificate_file_free(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_nothing_in_good_ones),
        cmocka_unit_test(keeps_few_of_many_findings),
        cmocka_unit_test(counts_each_certificate_once)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
