/* Explains what is under the pointer: labels, values, dates, findings. */
#include "hover.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "date.h"
#include "days.h"
#include "directive.h"
#include "explain.h"
#include "policy.h"
#include "spot.h"

/* Of a value, no more than this is looked at on each side. */
#define NEAR_MOST 256

/* No more rules of findings are explained at one place. */
#define RULES_MOST 5

#define HOURS_TO_REPORT 72
#define DAYS_TO_FULL_REPORT 14

/* A hover being put together. */
struct answer {
    const struct hover_question *question;
    const struct rule_guideline *guideline;     /* in force here */
    struct spot spot;
    struct prose prose;
    struct span span;
};

static struct slice bytes_of(const struct answer *answer, struct span span)
{
    return text_slice(answer->question->reports->text, span);
}

static bool is_in(struct span span, size_t offset)
{
    return span.start <= offset && offset <= span.end;
}

/* What is on the offset's line, NEAR_MOST bytes to each side at most. */
static struct span near_offset(const struct answer *answer)
{
    struct text *text = answer->question->reports->text;
    size_t offset = answer->question->offset;
    struct span line = text_line_content(text, text_line_at(text, offset));

    if (line.start + NEAR_MOST < offset)
        line.start = offset - NEAR_MOST;
    if (line.end > offset + NEAR_MOST)
        line.end = offset + NEAR_MOST;
    return line;
}

static struct span both(struct span one, struct span other)
{
    struct span span = {one.start > other.start ? one.start : other.start,
                        one.end < other.end ? one.end : other.end};

    if (span.end < span.start)
        span.end = span.start;
    return span;
}

/* The bytes around the offset, within WITHIN, up to one that ENDS. */
static struct span around(const struct answer *answer, struct span within,
                          bool (*ends)(char byte))
{
    struct span near = both(near_offset(answer), within);
    struct slice bytes = bytes_of(answer, near);
    size_t offset = answer->question->offset;
    size_t start, end;

    if (!is_in(near, offset))
        return (struct span){offset, offset};
    start = end = offset - near.start;
    while (start > 0 && !ends(bytes.bytes[start - 1]))
        start--;
    while (end < bytes.length && !ends(bytes.bytes[end]))
        end++;
    while (start < end && bytes.bytes[start] == ' ')
        start++;
    while (end > start && bytes.bytes[end - 1] == ' ')
        end--;
    return (struct span){near.start + start, near.start + end};
}

static bool ends_word(char byte)
{
    return !isalnum((unsigned char)byte) && byte != '-' && byte != '.' &&
           (unsigned char)byte < 0x80;
}

static bool ends_part(char byte)
{
    return byte != '\0' && strchr(",;&+|", byte) != NULL;
}

static bool says(struct slice word, const char *string)
{
    return word.length == strlen(string) &&
           !strncasecmp(word.bytes, string, word.length);
}

static const struct rule_oid *oid_find(struct slice word)
{
    for (size_t index = 0; index < rule_oid_count; index++) {
        if (says(word, rule_oids[index].oid))
            return &rule_oids[index];
    }
    return NULL;
}

static bool is_alias(struct slice word, const char *const *aliases)
{
    for (; *aliases; aliases++) {
        if (says(word, *aliases))
            return true;
    }
    return false;
}

static const struct rule_tag *tag_find(struct slice word)
{
    for (size_t index = 0; index < rule_tag_count; index++) {
        if (says(word, rule_tags[index].tag) ||
            is_alias(word, rule_tags[index].aliases))
            return &rule_tags[index];
    }
    return NULL;
}

/* A policy OID or a whiteboard tag, wherever it stands; a full stop behind it
 * isn't part of it. */
static bool explain_word(struct answer *answer)
{
    struct text *text = answer->question->reports->text;
    struct span all = {0, text_length(text)};
    struct span word = around(answer, all, ends_word);
    struct slice bytes = bytes_of(answer, word);
    const struct rule_oid *oid;
    const struct rule_tag *tag;

    if (bytes.length && bytes.bytes[bytes.length - 1] == '.') {
        bytes.length--;
        word.end--;
    }
    oid = oid_find(bytes);
    tag = oid ? NULL : tag_find(bytes);
    if (oid)
        explain_oid(&answer->prose, oid);
    else if (tag)
        explain_tag(&answer->prose, tag);
    else
        return false;
    answer->span = word;
    return true;
}

/* The date on the offset's line that the offset is in. */
static bool date_at(const struct answer *answer, struct date *date)
{
    struct span near = near_offset(answer);
    struct slice bytes = bytes_of(answer, near);
    size_t at = 0;

    while (date_find(bytes, at, date)) {
        at = date->span.end;
        date->span.start += near.start;
        date->span.end += near.start;
        if (is_in(date->span, answer->question->offset))
            return date->valid && date->form != DATE_AMBIGUOUS;
    }
    return false;
}

static void explain_distance(struct answer *answer, const struct date *date)
{
    struct buffer words = {0};
    char iso[16];
    struct slice written = date_iso(date->days, iso);

    buffer_add(&words, written.bytes, written.length);
    prose_title(&answer->prose, words.bytes, "");
    buffer_drop(&words, words.length);
    days_add(&words, date->days - answer->question->today);
    prose_more(&answer->prose, "is");
    prose_more(&answer->prose, words.bytes);
    buffer_add_char(&answer->prose.words, '.');
    buffer_free(&words);
    answer->span = date->span;
}

/* A date where a date belongs, or behind "Next update". */
static bool explain_date(struct answer *answer, bool belongs)
{
    struct span before = near_offset(answer);
    struct date date;
    char folded[2 * NEAR_MOST + 1];

    if (!date_at(answer, &date))
        return false;
    before.end = date.span.start;
    fold(bytes_of(answer, before), folded, sizeof folded);
    if (!belongs && !rule_phrase_in(PHRASES_NEXT_UPDATE, folded))
        return false;
    explain_distance(answer, &date);
    return true;
}

/* What may stand in a place: the row of a field or of a column. */
struct expected {
    enum value_type type;
    int list;
    const struct rule_field *field;
    const struct rule_column *column;
};

static const struct rule_value *value_of(const struct expected *expected,
                                         struct slice bytes)
{
    char folded[2 * NEAR_MOST + 1];
    enum match match;

    fold(bytes, folded, sizeof folded);
    if (expected->type == TYPE_CERTIFICATE_TYPES)
        return rule_value_in((enum list_id)expected->list, folded);
    return rule_value_match((enum list_id)expected->list, folded, &match);
}

/* The value under the pointer: its word alone, or what is between commas. */
static bool explain_choice(struct answer *answer,
                           const struct expected *expected)
{
    struct span span = around(answer, answer->spot.span, ends_word);
    const struct rule_value *value = NULL;

    if (expected->list < 0)
        return false;
    if (expected->type != TYPE_CERTIFICATE_TYPES && span.end > span.start)
        value = value_of(expected, bytes_of(answer, span));
    if (!value && expected->type != TYPE_YES_NO) {
        span = around(answer, answer->spot.span, ends_part);
        value = value_of(expected, bytes_of(answer, span));
    }
    if (!value)
        return false;
    explain_value(&answer->prose, value);
    answer->span = span;
    return true;
}

static void explain_row(struct answer *answer, const struct expected *expected)
{
    if (expected->field)
        explain_field(&answer->prose, expected->field, answer->guideline);
    else
        explain_column(&answer->prose, expected->column, answer->guideline);
    answer->span = answer->spot.span;
}

/* The policy that is named under the pointer. */
static bool explain_named_policy(struct answer *answer,
                                 const struct expected *expected)
{
    struct span near = both(near_offset(answer), answer->spot.span);
    struct slice bytes = bytes_of(answer, near);
    struct policy_name name;
    size_t at = 0;

    while (expected->type == TYPE_POLICIES && policy_find(bytes, at, &name)) {
        at = name.span.end;
        name.span.start += near.start;
        name.span.end += near.start;
        if (!is_in(name.span, answer->question->offset))
            continue;
        explain_policy(&answer->prose, name.policy);
        answer->span = name.span;
        return true;
    }
    return false;
}

/* Prose speaks for itself; other values get what is known of them, or of the
 * place they stand in. */
static void explain_content(struct answer *answer,
                            const struct expected *expected)
{
    bool date = expected->type == TYPE_DATE ||
                expected->type == TYPE_DATE_TIME;

    if (explain_word(answer) || explain_date(answer, date) ||
        explain_choice(answer, expected) ||
        explain_named_policy(answer, expected))
        return;
    if (expected->type != TYPE_PROSE && expected->type != TYPE_GROUP &&
        expected->type != TYPE_YES_NO)
        explain_row(answer, expected);
}

static struct expected expected_of(const struct spot *spot)
{
    const struct rule_field *field = spot->field ? spot->field->rule : NULL;
    const struct rule_column *column = spot->column;

    if (column)
        return (struct expected){column->type, column->list, NULL, column};
    if (field)
        return (struct expected){field->type, field->list, field, NULL};
    return (struct expected){TYPE_PROSE, -1, NULL, NULL};
}

static int directive_find(struct slice name)
{
    for (int index = 0; index < DIRECTIVE_COUNT; index++) {
        if (says(name, rule_directives[index].name))
            return index;
    }
    return -1;
}

static void explain_name(struct answer *answer)
{
    int found = directive_find(bytes_of(answer, answer->spot.directive));

    if (found < 0)
        return;
    explain_directive(&answer->prose, &rule_directives[found]);
    answer->span = answer->spot.directive;
}

static const struct rule_key *key_find(struct slice key)
{
    for (size_t index = 0; index < KEY_COUNT; index++) {
        if (says(key, rule_keys[index].key))
            return &rule_keys[index];
    }
    return NULL;
}

/* A fact of a report, or a rule that is silenced. */
static void explain_entry(struct answer *answer)
{
    int directive = directive_find(bytes_of(answer, answer->spot.directive));
    struct slice bytes = bytes_of(answer, answer->spot.key);
    const struct rule_key *key = key_find(bytes);
    int rule = rule_find(bytes);

    if (directive < 0)
        return;
    if (rule_directives[directive].takes_facts && key)
        explain_key(&answer->prose, key);
    else if (!rule_directives[directive].takes_facts && rule >= 0)
        explain_rule(&answer->prose, &rules[rule], answer->guideline);
    answer->span = answer->spot.key;
}

/* What is due so long after DATE. */
static void add_deadline(struct answer *answer, const char *what, int day)
{
    struct buffer words = {0};
    char iso[16];
    struct slice date = date_iso(day, iso);

    buffer_add(&words, date.bytes, date.length);
    buffer_add_string(&words, ", ");
    days_add(&words, day - answer->question->today);
    prose_item(&answer->prose, true, what, words.bytes);
    buffer_free(&words);
}

static void explain_fact(struct answer *answer)
{
    const struct rule_key *key = key_find(bytes_of(answer, answer->spot.key));
    struct date date;

    if (explain_word(answer))
        return;
    if (!key || !date_at(answer, &date)) {
        explain_entry(answer);
        return;
    }
    explain_distance(answer, &date);
    if (key == &rule_keys[KEY_AWARE])
        add_deadline(answer, "A first report is due within 72 hours",
                     date.days + HOURS_TO_REPORT / 24);
    else if (key == &rule_keys[KEY_DISCLOSED])
        add_deadline(answer, "The full report is due within 14 days",
                     date.days + DAYS_TO_FULL_REPORT);
}

static void explain_heading(struct answer *answer)
{
    const struct spot *spot = &answer->spot;

    if (spot->kind == SPOT_REPORT)
        explain_report(&answer->prose, spot->report->rule, answer->guideline);
    else if (spot->section && spot->section->rule)
        explain_section(&answer->prose, spot->section->rule,
                        answer->guideline);
    answer->span = spot->span;
}

static void explain_spot(struct answer *answer)
{
    struct expected expected = expected_of(&answer->spot);

    switch (answer->spot.kind) {
    case SPOT_REPORT:
    case SPOT_SECTION:
    case SPOT_FACTOR:
        explain_heading(answer);
        break;
    case SPOT_LABEL:
    case SPOT_HEADER:
    case SPOT_LIST_HEADER:
        if (expected.field || expected.column)
            explain_row(answer, &expected);
        break;
    case SPOT_VALUE:
    case SPOT_CELL:
    case SPOT_LIST_CELL:
    case SPOT_ENTRY:
    case SPOT_NOTHING:
        explain_content(answer, &expected);
        break;
    case SPOT_DIRECTIVE:
        explain_name(answer);
        break;
    case SPOT_KEY:
        explain_entry(answer);
        break;
    case SPOT_KEY_VALUE:
        explain_fact(answer);
        break;
    }
}

/* The index of the first finding that begins behind the offset. */
static size_t findings_before(const struct findings *findings, size_t offset)
{
    size_t low = 0;
    size_t high = findings->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (findings->items[middle].span.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void explain_finding(struct answer *answer,
                            const struct finding *finding)
{
    const struct rule *rule = &rules[rule_cases[finding->which].rule];

    if (answer->prose.words.length)
        prose_break(&answer->prose);
    else
        answer->span = finding->span;
    explain_rule(&answer->prose, rule, answer->guideline);
}

/* The rules of the findings here, each once. */
static void explain_findings(struct answer *answer)
{
    const struct findings *findings = answer->question->findings;
    size_t offset = answer->question->offset;
    size_t end = findings_before(findings, offset);
    bool told[RULE_COUNT] = {false};
    size_t count = 0;

    for (size_t index = 0; index < end && count < RULES_MOST; index++) {
        const struct finding *finding = &findings->items[index];
        enum rule_id rule = rule_cases[finding->which].rule;

        if (!is_in(finding->span, offset) || told[rule])
            continue;
        told[rule] = true;
        count++;
        explain_finding(answer, finding);
    }
}

bool hover_at(const struct hover_question *question, struct hover *hover)
{
    struct answer answer = {.question = question,
                            .guideline = question->guideline,
                            .prose = {question->markdown, {0}}};

    spot_at(question->reports, question->offset, &answer.spot);
    if (answer.spot.report && answer.spot.report->facts.guideline)
        answer.guideline = answer.spot.report->facts.guideline;
    explain_spot(&answer);
    explain_findings(&answer);
    *hover = (struct hover){answer.span, answer.prose.words};
    return hover->words.length > 0;
}
