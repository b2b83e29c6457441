/* How well names answer a query. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "symbol_match.h"

static const struct {
    const char *name, *query;
    enum symbol_match match;
} rows[] = {
    {"Root Cause Analysis", "", SYMBOL_MATCH_START},
    {"Root Cause Analysis", " \t", SYMBOL_MATCH_START},
    {"", "", SYMBOL_MATCH_START},
    {"", "a", SYMBOL_MATCH_NONE},
    {"Root Cause Analysis", "roOT c", SYMBOL_MATCH_START},
    {"Root Cause Analysis", " root ", SYMBOL_MATCH_START},
    {"Root Cause Analysis", "cause", SYMBOL_MATCH_WORD},
    {"Root Cause Analysis", "ANALYSIS", SYMBOL_MATCH_WORD},
    {"Root Cause Analysis", "ause", SYMBOL_MATCH_SPREAD},
    {"Root Cause Analysis", "rca", SYMBOL_MATCH_SPREAD},
    {"Root Cause Analysis", "root analysis", SYMBOL_MATCH_SPREAD},
    {"Root Cause Analysis", "analysis root", SYMBOL_MATCH_NONE},
    {"Root Cause Analysis", "rootss", SYMBOL_MATCH_SPREAD},
    {"Root Cause Analysis", "rootz", SYMBOL_MATCH_NONE},
    {"Root Cause Analysis", "Root Cause Analysis!", SYMBOL_MATCH_NONE},
    {"Factor #12: clock", "12", SYMBOL_MATCH_WORD},
    {"Factor #12: clock", "2", SYMBOL_MATCH_SPREAD},
    /* Letters of several bytes are part of a word, and themselves. */
    {"Prüfstelle é", "fstelle", SYMBOL_MATCH_SPREAD},
    {"Prüfstelle é", "prü", SYMBOL_MATCH_START},
    {"Prüfstelle é", "é", SYMBOL_MATCH_WORD},
    {"Prüfstelle é", "ä", SYMBOL_MATCH_NONE},
};

static void names_match(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct slice query = {rows[row].query, strlen(rows[row].query)};

        if (symbol_match(rows[row].name, query) != rows[row].match)
            fail_msg("\"%s\" in \"%s\"", rows[row].query, rows[row].name);
    }
}

/* What follows the query in memory is none of it. */
static void a_query_has_its_length(void **state)
{
    struct slice query = {"rootz", 4};

    (void)state;
    assert_int_equal(symbol_match("Root", query), SYMBOL_MATCH_START);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_match),
        cmocka_unit_test(a_query_has_its_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
