/* The part Values: what the Summary says of owner and source. */
#include "answer.h"

#include <string.h>

#include "choice.h"
#include "memory.h"
#include "placeholder.h"

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

void check_summary(const struct check *check,
                   const struct report_section *section)
{
    if (section->rule->id != SECTION_SUMMARY || !check_is_first(check, section))
        return;
    check_owner(check);
    check_source(check);
}
