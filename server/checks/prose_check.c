/* The part Values: what the guidelines ask of the words themselves. */
#include "answer.h"

#include <string.h>

#include "memory.h"

void check_analysis(const struct check *check)
{
    const struct report_field *field = answer_field(check, FIELD_ANALYSIS);
    struct finding_words words = {0};
    enum not_applicable answer = NOT_APPLICABLE;

    if (!field || check->report->rule->id == REPORT_PRELIMINARY ||
        !answer_revocation_delay(check))
        return;
    if (!report_field_empty(field))
        answer = answer_applies(check, field);
    if (answer == APPLIES)
        return;
    words.label = check_word(field->rule->label);
    words.value = check_slice(check, field->value);
    check_add(check, CASE_ANALYSIS_REQUIRED,
              report_field_empty(field) ? field->label : field->value, &words);
}

/* The piece of LINE that folds to PHRASE, as well as it can be told: the
 * letters and digits of both in the same order. */
static struct span phrase_span(struct slice line, const char *phrase)
{
    for (size_t start = 0; start < line.length; start++) {
        size_t at = start;
        const char *wanted = phrase;

        while (*wanted && at < line.length) {
            char byte = byte_lower(line.bytes[at]);

            if (byte == *wanted)
                wanted++;
            else if (byte_is_alphanumeric(byte) || at == start)
                break;
            at++;
        }
        if (!*wanted)
            return (struct span){start, at};
    }
    return (struct span){0, line.length};
}

static void add_evasive(const struct check *check, struct span line,
                        const struct rule_phrase *phrase)
{
    struct span found = phrase_span(check_slice(check, line), phrase->folded);
    struct finding_words words = {0};

    found.start += line.start;
    found.end += line.start;
    words.value = check_slice(check, found);
    check_add(check,
              strcmp(phrase->means, "whole") ? CASE_EVASIVE_LANGUAGE
                                             : CASE_EVASIVE_LANGUAGE_CAUSE,
              found, &words);
}

/* Takes PHRASE out of FOLDED wherever it stands, so that the next is found. */
static void blank_out(char *folded, const char *phrase)
{
    size_t at = 0;

    while (rule_phrase_find(phrase, folded, at, &at))
        memset(folded + at, ' ', strlen(phrase));
}

static void check_line(const struct check *check, struct span line)
{
    char *folded = answer_fold(check, line);
    const struct rule_phrase *phrase;

    phrase = rule_phrase_is(PHRASES_EVASIVE, folded);
    if (phrase) {
        add_evasive(check, line, phrase);
        memory_free(folded);
        return;
    }
    while ((phrase = rule_phrase_in(PHRASES_EVASIVE, folded))) {
        if (!strcmp(phrase->means, "word"))
            add_evasive(check, line, phrase);
        blank_out(folded, phrase->folded);
    }
    memory_free(folded);
}

/* What a line says after its label, if it has one: a phrase that is evasive
 * only as a whole ("human error") would be the whole answer there. */
static void check_evasive(const struct check *check,
                          const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;
    size_t field = 0;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];
        struct span line = element->span;

        while (field < section->field_count &&
               section->fields[field].element < at)
            field++;
        if (field < section->field_count &&
            section->fields[field].element == at)
            line.start = section->fields[field].whole.end;
        if (element->kind == ELEMENT_LINE && line.start < line.end &&
            element_mentions(element, PHRASES_EVASIVE))
            check_line(check, line);
    }
}

/* Does the whole of SECTION point elsewhere? One short line that begins so. */
static void check_pointer(const struct check *check,
                          const struct report_section *section)
{
    const struct element *line = NULL;
    const struct rule_phrase *phrase;
    size_t end = section->first_element + section->element_count;
    char *folded;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];

        if (element->kind == ELEMENT_BREAK ||
            element->kind == ELEMENT_DEFINITION)
            continue;
        if (line || element->kind != ELEMENT_LINE)
            return;
        line = element;
    }
    if (!line || span_length(line->span) > 160 ||
        !element_mentions(line, PHRASES_POINTER))
        return;
    folded = answer_fold(check, line->span);
    phrase = rule_phrase_in(PHRASES_POINTER, folded);
    if (phrase && !*phrase->means) {
        struct finding_words words = {
            .section = check_word(section->rule->name)};

        words.value = check_slice(check, line->span);
        check_add(check, CASE_NOT_FREE_STANDING, line->span, &words);
    }
    memory_free(folded);
}

/* A field that says nothing but where to look says so in few words. */
#define POINTER_MOST 90

/* Does the answer FOLDED, short as it is, do no more than point elsewhere? */
static bool is_pointer(const char *folded)
{
    const struct rule_phrase *phrase =
        rule_phrase_begins(PHRASES_POINTER, folded);

    return phrase && !strstr(folded, ". ") && !strchr(folded, ';') &&
           (!*phrase->means || !rule_phrase_in(PHRASES_OWN_PART, folded));
}

/* Does FIELD as a whole point elsewhere? */
static void check_field_pointer(const struct check *check,
                                const struct report_field *field)
{
    struct finding_words words = {0};
    char *folded;

    if (!field->rule || report_field_empty(field) ||
        field->value.end - field->value.start > POINTER_MOST ||
        field->answer.end != field->value.end)
        return;
    folded = answer_fold(check, field->value);
    if (is_pointer(folded)) {
        words.label = check_word(field->rule->label);
        words.value = check_slice(check, field->value);
        check_add(check, CASE_NOT_FREE_STANDING_FIELD, field->answer, &words);
    }
    memory_free(folded);
}

void check_prose(const struct check *check,
                 const struct report_section *section)
{
    check_evasive(check, section);
    if (!section->rule)
        return;
    check_pointer(check, section);
    for (size_t i = 0; i < section->field_count; i++)
        check_field_pointer(check, &section->fields[i]);
}
