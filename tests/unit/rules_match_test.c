/*
 * rules_match_test.c - which value of a closed list an answer means.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "rules.h"

#define NOTHING (-1)

struct row {
    enum list_id list;
    const char *answer;
    int value;                  /* enum value_id, or NOTHING */
    enum match match;
};

/* Short names keep a row on a line. */
#define SOURCE LIST_DISCLOSURE_SOURCE
#define SELF VALUE_SOURCE_SELF
#define THIRD VALUE_SOURCE_THIRD_PARTY
#define AUDIT VALUE_SOURCE_AUDIT
#define STATUS LIST_ACTION_STATUS
#define KIND LIST_ACTION_KIND
#define EXACT MATCH_EXACT
#define SPELT MATCH_SPELLING
#define WORDS MATCH_WORDS
#define NONE MATCH_NONE

static const struct row rows[] = {
    {SOURCE, "Self Reported", SELF, EXACT},
    {SOURCE, "self reported", SELF, EXACT},
    {SOURCE, "**Self Reported.**", SELF, EXACT},
    {SOURCE, "Third Party Reported", THIRD, EXACT},
    {SOURCE, "Third party reported.", THIRD, EXACT},
    {SOURCE, "Third Party Reported (Chrome Root Program)", THIRD, EXACT},
    {SOURCE, "Third Party Reported: a problem report came in.", THIRD, EXACT},
    {SOURCE, "Third Party Reported in Bug 1234567", THIRD, EXACT},
    {SOURCE, "Third Party Reported\nWe got a mail in June.", THIRD, EXACT},
    {SOURCE, "Audit", AUDIT, EXACT},
    {SOURCE, "Audit - ETSI, spring", AUDIT, EXACT},
    {SOURCE, "`Audit`", AUDIT, EXACT},
    {SOURCE, "Self-reported", SELF, SPELT},
    {SOURCE, "Self\xE2\x80\x91Reported", SELF, SPELT},
    {SOURCE, "Self- Reported", SELF, SPELT},
    {SOURCE, "Self Reporting", SELF, SPELT},
    {SOURCE, "Self-Reported, after a check", SELF, SPELT},
    {SOURCE, "Third-Party Reported", THIRD, SPELT},
    {SOURCE, "Third-party report via Bugzilla", THIRD, SPELT},
    {SOURCE, "3rd party reported", THIRD, SPELT},
    {SOURCE, "Auditor", AUDIT, SPELT},
    {SOURCE, "CA operator - Self reported", SELF, WORDS},
    {SOURCE, "The CA Owner self-disclosed it", SELF, WORDS},
    {SOURCE, "Found in an internal audit of compliance", SELF, WORDS},
    {SOURCE, "Seen by our self-auditing tool", SELF, WORDS},
    {SOURCE, "ExampleTrust's internal investigation", SELF, WORDS},
    {SOURCE, "Our monitoring raised an alarm", SELF, WORDS},
    {SOURCE, "Routine review by ourselves", SELF, WORDS},
    {SOURCE, "Annual ETSI Audit", AUDIT, WORDS},
    {SOURCE, "2024-2025 WebTrust audit", AUDIT, WORDS},
    {SOURCE, "WebTrust", AUDIT, WORDS},
    {SOURCE, "Body_AAL_TLS-BR_Audit_77-v2.pdf", AUDIT, WORDS},
    {SOURCE, "ABC_AAL_2025_V3", AUDIT, WORDS},
    {SOURCE, "Audit attestation letter of May", AUDIT, EXACT},
    {SOURCE, "In the attestation letter of May", AUDIT, WORDS},
    {SOURCE, "A finding of the external auditors", AUDIT, WORDS},
    {SOURCE, "Certificate Problem Reporting", THIRD, WORDS},
    {SOURCE, "Certificate Problem Report of a researcher", THIRD, WORDS},
    {SOURCE, "Chrome Root Program", THIRD, WORDS},
    {SOURCE, "Notified via third-party email", THIRD, WORDS},
    {SOURCE, "Customer report", THIRD, WORDS},
    {SOURCE, "Relying Party", THIRD, WORDS},
    {SOURCE, "A member of the community wrote to us", THIRD, WORDS},
    {SOURCE, "Reminder of a CCADB administrator", THIRD, WORDS},
    {SOURCE, "comment in bug https://bugs.example/1", THIRD, WORDS},
    {SOURCE, "An external third party told us first. Then an internal audit "
             "took place.", THIRD, WORDS},
    {SOURCE, "Reported by third party", THIRD, WORDS},
    {SOURCE, "Thir", NOTHING, NONE},
    {SOURCE, "The files are in DER now.", NOTHING, NONE},
    {SOURCE, "", NOTHING, NONE},
    {SOURCE, "Selfish", NOTHING, NONE},
    {SOURCE, "Auditorium", NOTHING, NONE},
    {STATUS, "Ongoing", VALUE_STATUS_ONGOING, EXACT},
    {STATUS, "Complete - 2025-05-01", VALUE_STATUS_COMPLETE, EXACT},
    {STATUS, "complete", VALUE_STATUS_COMPLETE, EXACT},
    {STATUS, "Delayed to June", VALUE_STATUS_DELAYED, EXACT},
    {STATUS, "Canceled", VALUE_STATUS_CANCELED, EXACT},
    {STATUS, "Cancelled", VALUE_STATUS_CANCELED, SPELT},
    {STATUS, "completed", VALUE_STATUS_COMPLETE, SPELT},
    {STATUS, "Completed on 2025-05-01", VALUE_STATUS_COMPLETE, SPELT},
    {STATUS, "On-going", VALUE_STATUS_ONGOING, SPELT},
    {STATUS, "Done", VALUE_STATUS_COMPLETE, WORDS},
    {STATUS, "Closed", VALUE_STATUS_COMPLETE, WORDS},
    {STATUS, "In progress", VALUE_STATUS_ONGOING, WORDS},
    {STATUS, "In-progress", VALUE_STATUS_ONGOING, WORDS},
    {STATUS, "Pending", VALUE_STATUS_ONGOING, WORDS},
    {STATUS, "Planned", VALUE_STATUS_ONGOING, WORDS},
    {STATUS, "Open", VALUE_STATUS_ONGOING, WORDS},
    {STATUS, "Not completed", VALUE_STATUS_DELAYED, WORDS},
    {STATUS, "Overdue", VALUE_STATUS_DELAYED, WORDS},
    {STATUS, "Value", NOTHING, NONE},
    {KIND, "Prevent", VALUE_KIND_PREVENT, EXACT},
    {KIND, "*Mitigate*", VALUE_KIND_MITIGATE, EXACT},
    {KIND, "detect", VALUE_KIND_DETECT, EXACT},
    {KIND, "Preventive", VALUE_KIND_PREVENT, SPELT},
    {KIND, "Prevention", VALUE_KIND_PREVENT, SPELT},
    {KIND, "Mitigation", VALUE_KIND_MITIGATE, SPELT},
    {KIND, "Detection", VALUE_KIND_DETECT, SPELT},
    {KIND, "Monitoring", VALUE_KIND_DETECT, WORDS},
    {KIND, "Corrective", NOTHING, NONE},
    {KIND, "Process Optimization", NOTHING, NONE},
    {LIST_YES_NO, "Yes. We stopped at once.", VALUE_YES, EXACT},
    {LIST_YES_NO, "No, the profile was retired.", VALUE_NO, EXACT},
    {LIST_YES_NO, "no", VALUE_NO, EXACT},
    {LIST_YES_NO, "Yes/No", NOTHING, NONE},
    {LIST_YES_NO, "N/A", NOTHING, NONE},
    {LIST_YES_NO, "Not applicable", NOTHING, NONE},
    {LIST_YES_NO, "Issuance was stopped; there was no other way.", NOTHING,
     NONE},
    {LIST_YES_NO, "Nothing", NOTHING, NONE},
    {LIST_REVOKED, "Yes", VALUE_REVOKED_YES, EXACT},
    {LIST_REVOKED, "YES", VALUE_REVOKED_YES, EXACT},
    {LIST_REVOKED, "N/A", VALUE_REVOKED_NA, EXACT},
    {LIST_REVOKED, "N/A (expired)", VALUE_REVOKED_NA, EXACT},
    {LIST_REVOKED, "Planned", VALUE_REVOKED_PLANNED, EXACT},
    {LIST_REVOKED, "Delayed", VALUE_REVOKED_DELAYED, EXACT},
    {LIST_REVOKED, "true", VALUE_REVOKED_YES, SPELT},
    {LIST_REVOKED, "perhaps", NOTHING, NONE},
};

static void fold_text(const char *text, char *folded, size_t room)
{
    fold((struct slice){text, strlen(text)}, folded, room);
}

static void matches_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char folded[128];
        enum match match = MATCH_EXACT;
        const struct rule_value *value = NULL;

        fold_text(rows[i].answer, folded, sizeof folded);
        value = rule_value_match(rows[i].list, folded, &match);
        if ((value ? (int)value->id : NOTHING) != rows[i].value ||
            match != rows[i].match)
            fail_msg("\"%s\" matches %s (%d)", rows[i].answer,
                     value ? value->value : "nothing", (int)match);
    }
}

/* Every value, spelling and word is recognised as what it is said to be. */
static void matches_its_own_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < VALUE_COUNT; i++) {
        const struct rule_value *value = &rule_values[i];
        enum match match = MATCH_NONE;

        assert_ptr_equal(rule_value_match(value->list, value->folded, &match),
                         value);
        assert_int_equal(match, MATCH_EXACT);
        for (size_t j = 0; value->spellings[j]; j++) {
            assert_ptr_equal(rule_value_match(value->list,
                                              value->spellings[j], &match),
                             value);
            assert_true(match >= MATCH_SPELLING);
        }
    }
}

static void finds_types_anywhere(void **state)
{
    static const struct {
        const char *answer;
        int value;
    } types[] = {
        {"TLS (DV, S/MIME)", VALUE_TYPE_SMIME},
        {"This incident affects OV certificates.", VALUE_TYPE_OV},
        {"Certificates with OID 2.23.140.1.2.1", VALUE_TYPE_DV},
        {"EV code signing only", VALUE_TYPE_EV_CODE_SIGNING},
        {"OV-TLS", VALUE_TYPE_OV},
        {"three subordinate CA certificates", VALUE_TYPE_CA},
        {"TLS Certificates", NOTHING},
        {"revoked at once", NOTHING},
    };

    (void)state;
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
        char folded[128];
        const struct rule_value *value = NULL;

        fold_text(types[i].answer, folded, sizeof folded);
        value = rule_value_in(LIST_CERTIFICATE_TYPE, folded);
        assert_int_equal(value ? (int)value->id : NOTHING, types[i].value);
    }
}

static void finds_reasons_by_name_and_number(void **state)
{
    enum match match = MATCH_NONE;

    (void)state;
    for (size_t i = 0; i < rule_reason_count; i++) {
        char number[4] = {0};
        int code = rule_reasons[i].code;

        if (code >= 10)
            number[0] = (char)('0' + code / 10);
        number[strlen(number)] = (char)('0' + code % 10);
        assert_ptr_equal(rule_value_match(LIST_REASON, number, &match),
                         rule_reasons[i].value);
    }
    assert_string_equal(
        rule_value_match(LIST_REASON, "key_compromise", &match)->value,
        "keyCompromise");
}

static void finds_phrases(void **state)
{
    (void)state;
    assert_string_equal(rule_phrase_is(PHRASES_MONTH, "sept")->means, "9");
    assert_null(rule_phrase_is(PHRASES_MONTH, "septe"));
    assert_null(rule_phrase_is(PHRASES_MONTH, "sept 3"));
    assert_string_equal(rule_phrase_in(PHRASES_MONTH, "3 may 2025")->means,
                        "5");
    assert_null(rule_phrase_in(PHRASES_MONTH, "mayor"));
    assert_null(rule_phrase_in(PHRASES_MONTH, "dismay"));
    assert_string_equal(
        rule_phrase_in(PHRASES_ZONE, "09:15 beijing time (utc+8)")->means,
        "480");
    assert_string_equal(
        rule_phrase_begins(PHRASES_POINTER, "see comment 5")->folded,
        "see comment");
    assert_null(rule_phrase_begins(PHRASES_POINTER, "we see comment 5"));
    assert_null(rule_phrase_begins(PHRASES_POINTER, "see commentary"));
    assert_non_null(rule_phrase_in(PHRASES_REVOCATION_DELAY,
                                   "this is a delayed-revocation report"));
    assert_non_null(rule_phrase_is(PHRASES_NA, "not-applicable"));
    assert_null(rule_phrase_is(PHRASES_NA, ""));
    assert_null(rule_phrase_in(PHRASES_NUMBER, ""));
}

static void says_where_a_phrase_stands(void **state)
{
    size_t offset = 99;

    (void)state;
    assert_true(rule_phrase_find("root cause", "a root-cause, root cause", 0,
                                 &offset));
    assert_int_equal(offset, 2);
    assert_true(rule_phrase_find("root cause", "a root-cause, root cause", 3,
                                 &offset));
    assert_int_equal(offset, 14);
    assert_false(rule_phrase_find("root cause", "uproot causes", 0, &offset));
    assert_int_equal(offset, 14);
}

/* Every phrase is met, once, on the way from its first byte. */
static void goes_from_first_bytes(void **state)
{
    (void)state;
    for (int list = 0; list < PHRASES_COUNT; list++) {
        const struct rule_phrases *phrases = &rule_phrase_lists[list];
        size_t met = 0;

        for (int first = 0; first < 256; first++) {
            const struct rule_phrase *phrase =
                rule_phrase_first((enum phrases_id)list, (char)first);

            for (; phrase; phrase = rule_phrase_next(phrase), met++) {
                assert_int_equal((unsigned char)phrase->folded[0], first);
                assert_int_equal(phrase->length, strlen(phrase->folded));
            }
        }
        assert_int_equal(met, phrases->count);
    }
}

static bool may_begin(const char *phrase, const char *after)
{
    char text[512];

    snprintf(text, sizeof text, "%s%s", phrase, after);
    return rule_phrase_may_begin(PHRASES_NOTHING, slice_of(text));
}

static void tells_what_begins_with_no_phrase(void **state)
{
    static const char *const spellings[] = {
        "No related", "NO  RELATED", "no-related", "no *related*",
        "n\\o related", ("no\xc2\xa0" "related"), "no\trelated"};

    (void)state;
    for (int list = 0; list < PHRASES_COUNT; list++) {
        const struct rule_phrases *phrases = &rule_phrase_lists[list];

        for (size_t index = 0; index < phrases->count; index++)
            assert_true(rule_phrase_may_begin(
                (enum phrases_id)list,
                slice_of(phrases->phrases[index].folded)));
    }
    for (size_t index = 0; index < sizeof spellings / sizeof *spellings;
         index++)
        assert_true(may_begin(spellings[index], " ones"));
    assert_false(may_begin("No", ""));
    assert_false(may_begin("No red", "ones"));
    assert_false(may_begin("Nor", "elated"));
    assert_false(may_begin("7", "no related"));
}

static uint64_t mentions(const char *before, const char *phrase,
                         const char *after)
{
    char text[512];

    snprintf(text, sizeof text, "%s%s%s", before, phrase, after);
    return rule_mentions((struct slice){text, strlen(text)});
}

/* Whatever stands around a phrase, if it isn't a letter before. */
static void mentions_each_phrase(void **state)
{
    static const char *const around[] = {"", " ", "a ", "1", "**", "|", "(",
                                         "\xe2\x80\x99", "\xc3\xa9", "x*"};

    (void)state;
    for (int list = 0; list < PHRASES_COUNT; list++) {
        const struct rule_phrases *phrases = &rule_phrase_lists[list];

        for (size_t index = 0; index < phrases->count; index++) {
            for (size_t side = 0; side < sizeof around / sizeof *around;
                 side++)
                assert_true(mentions(around[side],
                                     phrases->phrases[index].folded,
                                     around[side]) & RULE_MENTION(list));
        }
    }
}

static void mentions_what_is_folded_to_a_phrase(void **state)
{
    static const char *const texts[] = {
        "human error", "Human Error", "HUMAN-ERROR", "hu*man* error",
        "human  error", "human\t\n error", "`human` **error**",
        "human\xc2\xa0" "error", "hum\xe2\x80\x8b" "an error",
        "human\xe2\x80\x91" "error", "an inhuman human error"};

    (void)state;
    for (size_t index = 0; index < sizeof texts / sizeof *texts; index++)
        assert_true(mentions("", texts[index], "") &
                    RULE_MENTION(PHRASES_EVASIVE));
    assert_false(mentions("an in", "human error", "") &
                 RULE_MENTION(PHRASES_EVASIVE));
    assert_false(mentions("human errands", "", "") &
                 RULE_MENTION(PHRASES_EVASIVE));
    assert_false(mentions("", "", "") & RULE_MENTION(PHRASES_EVASIVE));
}

static void mentions_names(void **state)
{
    (void)state;
    assert_true(mentions("## 3. ", "Root Cause Analysis", "") &
                RULE_MENTION_NAMES);
    assert_true(mentions("", "full incident report", ": title") &
                RULE_MENTION_NAMES);
    assert_false(mentions("", "Nothing of the kind.", "") &
                 RULE_MENTION_NAMES);
}

static void mentions_words_of_events(void **state)
{
    (void)state;
    assert_true(mentions("All were ", "revoked", " too late.") &
                RULE_MENTION_EVENTS);
    assert_true(mentions("The limit of ", "five days", " was missed") &
                RULE_MENTION_EVENTS);
    assert_false(mentions("The review was ", "late", ".") &
                 RULE_MENTION_EVENTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_rows),
        cmocka_unit_test(matches_its_own_words),
        cmocka_unit_test(finds_types_anywhere),
        cmocka_unit_test(finds_reasons_by_name_and_number),
        cmocka_unit_test(finds_phrases),
        cmocka_unit_test(says_where_a_phrase_stands),
        cmocka_unit_test(goes_from_first_bytes),
        cmocka_unit_test(tells_what_begins_with_no_phrase),
        cmocka_unit_test(mentions_each_phrase),
        cmocka_unit_test(mentions_what_is_folded_to_a_phrase),
        cmocka_unit_test(mentions_words_of_events),
        cmocka_unit_test(mentions_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
