/* The part Values: what the Summary says of owner, policies and source. */
#include "answer.h"

#include <ctype.h>
#include <string.h>

#include "choice.h"
#include "date.h"
#include "memory.h"
#include "placeholder.h"
#include "policy.h"

/* An A and six digits. */
#define CCADB_ID 7

/* FIELD of the report if it has a real answer; else NULL. */
static const struct report_field *answered(const struct check *check,
                                           enum field_id id)
{
    const struct report_field *field = answer_field(check, id);

    if (!answer_given(check, field) || placeholder_is(check, field->value))
        return NULL;
    return field;
}

/* The id that stands at AT in TEXT, but for the case of its A and, if BLANKS
 * are passed over, those between its signs; its end, or 0. ID gets it. */
static size_t id_at(struct slice text, size_t at, bool blanks,
                    char id[CCADB_ID])
{
    size_t count = 1;

    if (!strchr("Aa", text.bytes[at]) ||
        (at && byte_is_alphanumeric(text.bytes[at - 1])))
        return 0;
    id[0] = 'A';
    for (at++; at < text.length; at++) {
        if (byte_is_digit(text.bytes[at]) && count < CCADB_ID)
            id[count++] = text.bytes[at];
        else if (!blanks || text.bytes[at] != ' ')
            break;
    }
    if (count < CCADB_ID || (byte_is_alphanumeric(slice_at(text, at))))
        return 0;
    return at;
}

/* Is there an A with six digits, apart from other letters and digits? */
static bool has_ccadb_id(struct slice text)
{
    char id[CCADB_ID];

    for (size_t at = 0; at < text.length; at++) {
        if (text.bytes[at] == 'A' && id_at(text, at, false, id))
            return true;
    }
    return false;
}

/* The id if it is there but for a capital, or for blanks in an answer that is
 * nothing else. */
static void add_id(const struct check *check, struct finding *finding,
                   struct span span)
{
    struct slice text = check_slice(check, span);
    struct finding_words words = {0};
    char id[CCADB_ID];

    for (size_t at = 0; at < text.length; at++) {
        size_t end = id_at(text, at, false, id);

        if (!end && !at && id_at(text, at, true, id) == text.length)
            end = text.length;
        if (!end)
            continue;
        words.expected = (struct slice){id, CCADB_ID};
        fix_edit(finding_fix(finding, FIX_RESPELL, &words),
                 (struct span){span.start + at, span.start + end},
                 words.expected);
        return;
    }
}

static void check_owner(const struct check *check)
{
    const struct report_field *field = answered(check, FIELD_CCADB_ID);
    struct finding_words words = {0};

    if (!field || has_ccadb_id(check_slice(check, field->value)))
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    add_id(check, check_add(check, CASE_CCADB_ID, field->answer, &words),
           answer_words(check, field, field->answer));
}

static void check_source(const struct check *check)
{
    static const struct choice choice = {
        LIST_DISCLOSURE_SOURCE, CASE_DISCLOSURE_SOURCE,
        CASE_DISCLOSURE_SOURCE_WORDS, CASE_DISCLOSURE_SOURCE_SPELLING};
    const struct report_field *field =
        answered(check, FIELD_DISCLOSURE_SOURCE);
    enum match match;

    if (field)
        choice_check(check, &choice,
                     answer_words(check, field, field->answer), &match);
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
        if (!address && byte_is_digit(text.bytes[at]))
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

/* Is the number at AT in TEXT, which is past FROM, one of a version: right
 * past the policy's name, or past a word for it? */
static bool is_version(struct slice text, size_t from, size_t at)
{
    size_t end = at;
    size_t start;
    char folded[16];

    if (end > from && strchr("vV", text.bytes[end - 1]))
        end--;
    while (end > from && !isalpha((unsigned char)text.bytes[end - 1]) &&
           !isdigit((unsigned char)text.bytes[end - 1]))
        end--;
    for (start = end; start > from &&
                      isalpha((unsigned char)text.bytes[start - 1]);)
        start--;
    if (start == end)
        return end == from;
    fold((struct slice){text.bytes + start, end - start}, folded,
         sizeof folded);
    return rule_phrase_is(PHRASES_VERSION_WORD, folded) != NULL;
}

/* Is there a version, or a date, in TEXT between FROM and END? */
static bool has_version(struct slice text, size_t from, size_t end)
{
    struct date date;

    text.length = end;
    if (date_find(text, from, &date))
        return true;
    for (size_t at = from; at < end; at++) {
        if (isdigit((unsigned char)text.bytes[at]) &&
            (at == from || !isdigit((unsigned char)text.bytes[at - 1])) &&
            is_version(text, from, at))
            return true;
    }
    return false;
}

/* More policies than this aren't told apart. */
#define POLICIES_MOST 64

/* Says of each policy that FIELD names whether its version is missing. */
static void check_versions(const struct check *check,
                           const struct report_field *field)
{
    struct slice text = check_slice(check, field->value);
    struct span places[POLICIES_MOST] = {{0, 0}};
    bool told[POLICIES_MOST] = {false};
    struct policy_name name, next;
    bool any = policy_find(text, 0, &name);

    while (any) {
        size_t which = (size_t)(name.policy - rule_policies);

        any = policy_find(text, name.span.end, &next);
        if (which < POLICIES_MOST && *name.policy->version) {
            told[which] |= has_version(text, name.span.end,
                                       any ? next.span.start : text.length);
            if (!places[which].end)
                places[which] = (struct span){
                    field->value.start + name.span.start,
                    field->value.start + name.span.end};
        }
        name = next;
    }
    for (size_t i = 0; i < POLICIES_MOST; i++) {
        struct finding_words words = {.value = check_slice(check, places[i])};

        if (places[i].end && !told[i])
            check_add(check, CASE_POLICY_REFERENCE_VERSION, places[i], &words);
    }
}

static void check_policies(const struct check *check)
{
    const struct report_field *field =
        answered(check, FIELD_RELEVANT_POLICIES);
    struct finding_words words = {0};

    if (!field)
        return;
    if (has_digit(check_slice(check, field->value)) &&
        !is_bare_name(check, field->value)) {
        check_versions(check, field);
        return;
    }
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->answer);
    check_add(check, CASE_POLICY_REFERENCE, field->answer, &words);
}

void check_summary(const struct check *check,
                   const struct report_section *section)
{
    if (section->rule->id != SECTION_SUMMARY || !check_is_first(check, section))
        return;
    check_owner(check);
    check_source(check);
    check_policies(check);
}
