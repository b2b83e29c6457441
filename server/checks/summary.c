/* The part Values: what the Summary says of owner, policies and source. */
#include "answer.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"
#include "placeholder.h"

/* FIELD of the report if it has a real answer; else NULL. */
static const struct report_field *answered(const struct check *check,
                                           enum field_id id)
{
    const struct report_field *field = answer_field(check, id);

    if (!answer_given(check, field) || placeholder_is(check, field->value))
        return NULL;
    return field;
}

/* Is there an A with six digits, apart from other letters and digits? */
static bool has_ccadb_id(struct slice text)
{
    for (size_t at = 0; at + 7 <= text.length; at++) {
        size_t digits = 0;

        if (text.bytes[at] != 'A' ||
            (at && isalnum((unsigned char)text.bytes[at - 1])))
            continue;
        while (at + 1 + digits < text.length &&
               isdigit((unsigned char)text.bytes[at + 1 + digits]))
            digits++;
        if (digits == 6 && (at + 7 == text.length ||
                            !isalnum((unsigned char)text.bytes[at + 7])))
            return true;
    }
    return false;
}

static void check_owner(const struct check *check)
{
    const struct report_field *field = answered(check, FIELD_CCADB_ID);
    struct finding_words words = {NULL};

    if (!field || has_ccadb_id(check_slice(check, field->value)))
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_CCADB_ID, field->answer, &words);
}

static void check_source(const struct check *check)
{
    const struct report_field *field =
        answered(check, FIELD_DISCLOSURE_SOURCE);
    struct finding_words words = {NULL};
    const struct rule_value *value;
    enum match match;
    char *folded;
    enum case_id which = CASE_DISCLOSURE_SOURCE;

    if (!field)
        return;
    folded = answer_fold(check, field->answer);
    value = rule_value_match(LIST_DISCLOSURE_SOURCE, folded, &match);
    memory_free(folded);
    if (match == MATCH_EXACT)
        return;
    if (match == MATCH_WORDS)
        which = CASE_DISCLOSURE_SOURCE_WORDS;
    else if (match == MATCH_SPELLING)
        which = CASE_DISCLOSURE_SOURCE_SPELLING;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    if (value)
        words.expected = check_word(value->value);
    check_add(check, which, field->answer, &words);
}

/* Is there a digit in TEXT outside of the addresses of links? */
static bool has_digit(struct slice text)
{
    bool address = false;

    for (size_t at = 0; at < text.length; at++) {
        if (at + 3 <= text.length && !memcmp(text.bytes + at, "://", 3))
            address = true;
        else if (strchr(" \t\r\n)>]", text.bytes[at]))
            address = false;
        if (!address && isdigit((unsigned char)text.bytes[at]))
            return true;
    }
    return false;
}

/* Is all of the answer the bare name of a policy ("RFC 5280")? */
static bool is_bare_name(const struct check *check, struct span span)
{
    char *folded = answer_fold(check, span);
    bool bare = rule_phrase_is(PHRASES_POLICY_NAME, folded) != NULL;

    memory_free(folded);
    return bare;
}

static void check_policies(const struct check *check)
{
    const struct report_field *field =
        answered(check, FIELD_RELEVANT_POLICIES);
    struct finding_words words = {NULL};

    if (!field || (has_digit(check_slice(check, field->value)) &&
                   !is_bare_name(check, field->value)))
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_POLICY_REFERENCE, field->answer, &words);
}

void check_summary(const struct check *check)
{
    check_owner(check);
    check_source(check);
    check_policies(check);
}
