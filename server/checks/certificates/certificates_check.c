/* The part Appendix: are the affected certificates disclosed, and how? */
#include "appendix.h"

#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "facts.h"
#include "memory.h"
#include "placeholder.h"

/* From this many certificates on, links may stand for a list. */
static uint64_t many_certificates(void)
{
    return strtoul(
        rule_phrase_lists[PHRASES_MANY_CERTIFICATES].phrases[0].means, NULL,
        10);
}

static bool has_one_of(const char *const *words, const char *folded)
{
    size_t offset;

    for (; *words; words++) {
        if (rule_phrase_find(*words, folded, 0, &offset))
            return true;
    }
    return false;
}

static bool has_oid_of(const struct rule_value *type, const char *folded)
{
    for (size_t i = 0; i < rule_oid_count; i++) {
        if (rule_oids[i].type == type && strstr(folded, rule_oids[i].oid))
            return true;
    }
    return false;
}

/* Are S/MIME certificates among the types that SPAN names? */
static bool is_smime(const struct check *check, struct span span)
{
    const struct rule_value *smime = &rule_values[VALUE_TYPE_SMIME];
    const char *const names[] = {smime->folded, NULL};
    char *folded = answer_fold(check, span);
    bool named = has_one_of(names, folded) ||
                 has_one_of(smime->spellings, folded) ||
                 has_one_of(smime->words, folded) || has_oid_of(smime, folded);

    memory_free(folded);
    return named;
}

/* Does SPAN name certificates of TLS servers, and no others? */
static bool is_server(const struct check *check, struct span span)
{
    char *folded = answer_fold(check, span);
    const struct rule_value *type =
        rule_value_in(LIST_CERTIFICATE_TYPE, folded);

    memory_free(folded);
    return type && (type->id == VALUE_TYPE_DV || type->id == VALUE_TYPE_OV ||
                    type->id == VALUE_TYPE_IV || type->id == VALUE_TYPE_EV);
}

/* Does a heading in SECTION, or its own, say that the list is of S/MIME
 * certificates? */
static bool is_headed_smime(const struct check *check,
                            const struct report_section *section)
{
    const struct elements *elements = &check->reports->elements;
    size_t end = section->first_element + section->element_count;

    if (is_smime(check, section->heading))
        return true;
    for (size_t at = section->first_element; elements_mark(elements, &at, end);
         at++) {
        const struct element *element = &elements->items[at];

        if (element->kind == ELEMENT_HEADING && is_smime(check, element->span))
            return true;
    }
    return false;
}

/* Finds the Appendixes of the report; the first says what its lists are of. */
static void read_sections(struct appendix *appendix)
{
    const struct report *report = appendix->check->report;

    for (size_t index = 0; index < report->section_count; index++) {
        const struct report_section *section = &report->sections[index];

        if (!section->rule || section->rule->id != SECTION_APPENDIX)
            continue;
        if (!appendix->personal && is_headed_smime(appendix->check, section))
            appendix->certain = appendix->personal = true;
        appendix_read(appendix, section);
    }
}

void certificates_read(const struct check *check, struct appendix *appendix)
{
    const struct report_field *types =
        answer_field(check, FIELD_CERTIFICATE_TYPES);
    struct number total;

    *appendix = (struct appendix){.check = check};
    if (check->report->rule->follows)
        return;
    appendix->certain = answer_given(check, types);
    appendix->personal = appendix->certain && is_smime(check, types->value);
    appendix->server = appendix->certain && !appendix->personal &&
                       is_server(check, types->value);
    appendix->many =
        answer_count(check, answer_field(check, FIELD_TOTAL_CERTIFICATES),
                     &total) && total.least >= many_certificates();
    read_sections(appendix);
    appendix_end(appendix);
}

/* The header of a list, in a code block. */
static void add_header_fix(const struct check *check, struct finding *finding,
                           const struct report_section *section)
{
    const struct rule_section *rule = &rule_sections[SECTION_APPENDIX];
    const struct text *text = check->reports->text;
    size_t first =
        check->reports->elements.items[section->first_element].span.start;
    size_t start = text_line_start(text, first);
    struct buffer list = {NULL, 0, 0};

    buffer_add_string(&list, "```csv\n");
    for (size_t index = 0; index < rule->column_count; index++) {
        if (index)
            buffer_add_char(&list, ',');
        buffer_add_string(&list, rule->columns[index].label);
    }
    buffer_add_string(&list, "\n```\n\n");
    fix_edit(finding_fix(finding, FIX_INSERT_LIST_HEADER, NULL),
             (struct span){start, start}, buffer_slice(&list));
    buffer_free(&list);
}

/* Other sections may hold what the Appendix should. */
static bool is_elsewhere(const struct check *check)
{
    struct appendix other = {.check = check};
    const struct reports *reports = check->reports;

    for (size_t index = 0; index < check->report->section_count; index++) {
        const struct report_section *section =
            &check->report->sections[index];
        size_t end = section->first_element + section->element_count;

        if (section->rule)
            continue;
        for (size_t at = section->first_element; at < end; at++)
            other.linked |= reports->elements.items[at].code ||
                            reports->elements.items[at].kind == ELEMENT_ROW;
    }
    return other.linked;
}

/* Is there nothing in SECTION but filler? That is said already. */
static bool is_waiting(const struct check *check,
                       const struct report_section *section)
{
    const struct element *items =
        check->reports->elements.items + section->first_element;
    struct span filler;

    for (size_t at = 0; at < section->element_count; at++) {
        if (items[at].kind != ELEMENT_DEFINITION &&
            !(placeholder_may_be_in(&items[at]) &&
              placeholder_inside(check_slice(check, items[at].span),
                                 &filler) &&
              !filler.start))
            return false;
    }
    return true;
}

static void check_undisclosed(const struct check *check,
                              const struct appendix *appendix)
{
    const struct report_field *total =
        answer_field(check, FIELD_TOTAL_CERTIFICATES);
    const struct report_section *section =
        report_section_find(check->report, SECTION_APPENDIX);
    struct finding_words words = {0};
    struct finding *finding;
    struct number count;

    if (check->report->rule->id != REPORT_FULL || !section ||
        section->empty || !answer_count(check, total, &count) ||
        !count.least ||
        appendix->lists || appendix->linked || appendix->explained ||
        is_elsewhere(check) || is_waiting(check, section))
        return;
    words.value = check_slice(check, count.span);
    finding = check_add(check, CASE_CERTIFICATES_UNDISCLOSED,
                        section->heading, &words);
    check_relate(finding, total->answer, &words);
    add_header_fix(check, finding, section);
}

static void check_format(const struct check *check,
                         const struct appendix *appendix)
{
    if (appendix->links.rows && !appendix->lists && !appendix->attached &&
        !appendix->many && appendix->links.rows < many_certificates())
        check_add(check, CASE_CERTIFICATE_LISTING_FORMAT,
                  appendix->links.first, NULL);
}

/* A file or a search where a list is wanted. */
static void check_no_list(const struct check *check,
                          const struct appendix *appendix)
{
    struct finding_words words = {.value = check_slice(check,
                                                       appendix->no_list)};

    if (appendix->lists || appendix->many || appendix->plain ||
        appendix->links.rows || !facts_certificates(check->facts))
        return;
    if (appendix->no_list.end)
        check_add(check, CASE_CERTIFICATE_LISTING_FORMAT_FILE,
                  appendix->no_list, &words);
    else if (appendix->search.end && !appendix->attached)
        check_add(check, CASE_CERTIFICATE_LISTING_FORMAT_SEARCH,
                  appendix->search, NULL);
}

void check_certificates(const struct check *check)
{
    const struct appendix *appendix = &check->facts->appendix;

    if (check->report->rule->follows)
        return;
    check_undisclosed(check, appendix);
    check_format(check, appendix);
    check_no_list(check, appendix);
}
