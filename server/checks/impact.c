/* The part Values: how many certificates, which, and was issuance stopped? */
#include "answer.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"
#include "number.h"
#include "placeholder.h"

static void check_count(const struct check *check, enum field_id id)
{
    const struct report_field *field = answer_field(check, id);
    struct finding_words words = {NULL};
    unsigned long count;

    if (!field || !answer_given(check, field) ||
        answer_count(check, field, &count) ||
        check->report->rule->id == REPORT_PRELIMINARY ||
        placeholder_is(check, field->value))
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_CERTIFICATE_COUNT, field->answer, &words);
}

static void check_counts(const struct check *check)
{
    const struct report_field *total =
        answer_field(check, FIELD_TOTAL_CERTIFICATES);
    const struct report_field *remaining =
        answer_field(check, FIELD_REMAINING_CERTIFICATES);
    unsigned long all;
    unsigned long valid;
    struct finding_words words = {NULL};

    check_count(check, FIELD_TOTAL_CERTIFICATES);
    check_count(check, FIELD_REMAINING_CERTIFICATES);
    if (!answer_count(check, total, &all) ||
        !answer_count(check, remaining, &valid) || valid <= all)
        return;
    words.label = check_word(remaining->rule->label);
    words.value = check_slice(check, remaining->answer);
    words.other = check_word(total->rule->label);
    words.count = all;
    check_relate(check_add(check, CASE_CERTIFICATE_COUNT_ORDER,
                           remaining->answer, &words),
                 total->answer, &words);
}

/* Does FOLDED have a dotted number of four parts or more, as an OID has? */
static bool has_oid(const char *folded)
{
    int dots = 0;

    for (const char *at = folded; *at; at++) {
        if (*at == '.' && at > folded && isdigit((unsigned char)at[-1]) &&
            isdigit((unsigned char)at[1]))
            dots++;
        else if (!isdigit((unsigned char)*at))
            dots = 0;
        if (dots >= 3)
            return true;
    }
    return false;
}

static bool stands_in(const char *folded, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = strstr(folded, word); at;
         at = strstr(at + 1, word)) {
        if ((at == folded || !isalnum((unsigned char)at[-1])) &&
            (!isalnum((unsigned char)at[length]) ||
             (at[length] == 's' && !isalnum((unsigned char)at[length + 1]))))
            return true;
    }
    return false;
}

/* Is VALUE named in FOLDED, under any of its names? */
static bool is_named(const struct rule_value *value, const char *folded)
{
    if (stands_in(folded, value->folded))
        return true;
    for (const char *const *name = value->spellings; *name; name++) {
        if (stands_in(folded, *name))
            return true;
    }
    for (const char *const *name = value->words; *name; name++) {
        if (stands_in(folded, *name))
            return true;
    }
    return false;
}

static void check_types(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_CERTIFICATE_TYPES);
    struct finding_words words = {NULL};
    bool named = false;
    char *folded;

    if (!answer_given(check, field) || !answer_certificates(check) ||
        placeholder_is(check, field->value))
        return;
    folded = answer_fold(check, field->value);
    for (size_t index = 0; index < rule_value_count; index++) {
        if (rule_values[index].list == LIST_CERTIFICATE_TYPE)
            named |= is_named(&rule_values[index], folded);
    }
    if (!named && !has_oid(folded)) {
        words.label = check_word(field->rule->label);
        words.value = check_slice(check, field->answer);
        check_add(check, CASE_CERTIFICATE_TYPES, field->answer, &words);
    }
    memory_free(folded);
}

static void check_heuristic(const struct check *check)
{
    const struct report_field *field = answer_field(check, FIELD_HEURISTIC);
    struct finding_words words = {NULL};
    enum not_applicable answer;

    if (!field || report_field_empty(field) || !answer_certificates(check))
        return;
    answer = answer_applies(check, field);
    if (answer != NOT_APPLICABLE && answer != NOT_APPLICABLE_SPELT)
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_INCIDENT_HEURISTIC, field->answer, &words);
}

/* Cuts FOLDED to its first sentence. */
static void cut_sentence(char *folded)
{
    for (char *at = folded; *at; at++) {
        if (strchr(".;!", *at) && (at[1] == ' ' || !at[1])) {
            *at = '\0';
            return;
        }
    }
}

static bool has_reason(const char *folded)
{
    const char *space = strchr(folded, ' ');

    return space && strchr(space + 1, ' ');     /* three words at least */
}

static void check_issuance(const struct check *check)
{
    const struct report_field *field =
        answer_field(check, FIELD_ISSUANCE_STOPPED);
    struct finding_words words = {NULL};
    enum match match;
    char *folded;
    int which = CASE_ISSUANCE_STOPPED;

    if (!answer_given(check, field) || placeholder_is(check, field->value))
        return;
    folded = answer_fold(check, field->value);
    rule_value_match(LIST_YES_NO, folded, &match);
    if (match == MATCH_EXACT || match == MATCH_SPELLING) {
        which = has_reason(folded) ? -1 : CASE_ISSUANCE_STOPPED_REASON;
    } else {
        cut_sentence(folded);
        if (rule_phrase_in(PHRASES_STOPPED, folded) ||
            rule_phrase_in(PHRASES_NOT_STOPPED, folded))
            which = CASE_ISSUANCE_STOPPED_SAID;
    }
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    if (which >= 0)
        check_add(check, (enum case_id)which, field->answer, &words);
    memory_free(folded);
}

void check_impact(const struct check *check)
{
    check_counts(check);
    check_types(check);
    check_heuristic(check);
    check_issuance(check);
}
