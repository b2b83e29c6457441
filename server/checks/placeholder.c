/* The part Fields: text that a template or a writer left to be filled in. */
#include "placeholder.h"

#include <ctype.h>
#include <string.h>

#include "memory.h"
#include "table.h"

/* The longest text that is compared as a whole. */
#define WHOLE_MOST 160

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '*' || byte == '_';
}

static struct slice without_marks(struct slice text)
{
    while (text.length && is_blank(text.bytes[text.length - 1]))
        text.length--;
    while (text.length && is_blank(*text.bytes)) {
        text.bytes++;
        text.length--;
    }
    return text;
}

/* Is TEXT one pair of <> or [] around words, and no link, number or mail? */
static bool is_prompt(struct slice text)
{
    char open = text.length > 2 ? text.bytes[0] : '\0';
    char close = open == '<' ? '>' : ']';
    bool letters = false;

    if ((open != '<' && open != '[') || text.bytes[text.length - 1] != close)
        return false;
    for (size_t at = 1; at + 1 < text.length; at++) {
        if (strchr("<>[]@:/", text.bytes[at]))
            return false;
        letters |= isalpha((unsigned char)text.bytes[at]) != 0;
    }
    return letters;
}

static bool is_phrase(struct slice text, const char *means)
{
    char folded[WHOLE_MOST];
    const struct rule_phrase *phrase;

    if (text.length >= sizeof folded)
        return false;
    fold(text, folded, sizeof folded);
    phrase = rule_phrase_is(PHRASES_PLACEHOLDER, folded);
    return phrase && (!means || !strcmp(phrase->means, means));
}

bool placeholder_is(const struct check *check, struct span span)
{
    struct slice text = without_marks(check_slice(check, span));

    return is_prompt(text) || is_phrase(text, NULL);
}

/* The end of the word that begins at AT in capitals only; AT if none does. */
static size_t capitals_at(struct slice text, size_t at)
{
    size_t end = at;

    if (at && (isalnum((unsigned char)text.bytes[at - 1]) ||
               strchr("-_./", text.bytes[at - 1])))
        return at;
    while (end < text.length && isupper((unsigned char)text.bytes[end]))
        end++;
    if (end < text.length && (isalnum((unsigned char)text.bytes[end]) ||
                              strchr("_-", text.bytes[end])))
        return at;
    return end;
}

static size_t behind_code(struct slice text, size_t at)
{
    const char *close = memchr(text.bytes + at + 1, '`', text.length - at - 1);

    return close ? (size_t)(close - text.bytes) : at;
}

/* A word like TODO, in capitals, outside of code. */
static bool find_word(struct slice text, struct span *found)
{
    for (size_t at = 0; at < text.length; at++) {
        size_t end;

        if (text.bytes[at] == '`')
            at = behind_code(text, at);
        end = capitals_at(text, at);
        if (end - at < 3)
            continue;
        if (is_phrase((struct slice){text.bytes + at, end - at}, "word")) {
            *found = (struct span){at, end};
            return true;
        }
        at = end - 1;
    }
    return false;
}

/* The blank or mark that a form like YYYY-MM-DD must end at. */
static bool ends_at(struct slice text, size_t at)
{
    return at >= text.length || !isalnum((unsigned char)text.bytes[at]);
}

/* A form like YYYY-MM-DD in capitals where a date or time would begin. */
static bool find_form(struct slice text, struct span *found)
{
    const struct rule_phrases *list = &rule_phrase_lists[PHRASES_PLACEHOLDER];
    size_t start = 0;

    while (start < text.length && is_blank(text.bytes[start]))
        start++;
    for (size_t index = 0; index < list->count; index++) {
        const char *form = list->phrases[index].folded;
        size_t length = strlen(form);
        size_t same = 0;

        if (strcmp(list->phrases[index].means, "start"))
            continue;
        while (same < length && start + same < text.length &&
               text.bytes[start + same] == toupper((unsigned char)form[same]))
            same++;
        if (same == length && ends_at(text, start + length)) {
            *found = (struct span){start, start + length};
            return true;
        }
    }
    return false;
}

static void add(const struct check *check, struct span span)
{
    struct finding_words words = {.value = check_slice(check, span)};

    check_add(check, CASE_PLACEHOLDER, span, &words);
}

/* Looks at one piece of text: a line, a value, a cell. True if it was one. */
static bool check_piece(const struct check *check, struct span span)
{
    struct slice text = check_slice(check, span);
    struct span found;

    if (!text.length)
        return false;
    if (placeholder_is(check, span)) {
        add(check, span);
        return true;
    }
    if (!find_form(text, &found) && !find_word(text, &found))
        return false;
    add(check, (struct span){span.start + found.start,
                             span.start + found.end});
    return true;
}

/* A row of the template's example gets one finding, not one a cell. */
static void check_row(const struct check *check, struct span row)
{
    struct span cells[TABLE_COLUMNS];
    size_t count = table_cells(check_slice(check, row), cells, TABLE_COLUMNS);

    for (size_t index = 0; index < count; index++) {
        struct span cell = {row.start + cells[index].start,
                            row.start + cells[index].end};

        if (check_piece(check, cell))
            return;
    }
}

static bool is_example(const struct check *check,
                       const struct rule_column *column, struct span cell)
{
    char folded[WHOLE_MOST];

    if (!column || column->placeholder_folded[0] == '\0')
        return false;
    fold(check_slice(check, cell), folded, sizeof folded);
    return !strcmp(folded, column->placeholder_folded);
}

/* The example row of a template's table, told by the cells that can't be
 * anybody's real answer. */
static void check_table(const struct check *check,
                        const struct report_section *section)
{
    struct table table;

    if (!table_find(check->reports, section, &table))
        return;
    for (size_t row = 1; row <= table.row_count; row++) {
        for (size_t index = 0; index < table.column_count; index++) {
            struct span cell = table_cell(check->reports, &table,
                                          table.header + row, index);

            if (is_example(check, table.columns[index], cell) &&
                !placeholder_is(check, cell)) {
                add(check, cell);
                break;
            }
        }
    }
}

/* The piece of a line that is looked at: behind its label, if it has one. */
static struct span behind_label(const struct report_section *section,
                                size_t element, struct span line)
{
    for (size_t index = 0; index < section->field_count; index++) {
        const struct report_field *field = &section->fields[index];

        if (field->element == element && !report_field_empty(field) &&
            field->inline_value)
            return field->answer;
        if (field->element == element)
            return (struct span){line.end, line.end};
    }
    return line;
}

static void check_section(const struct check *check,
                          const struct report_section *section)
{
    size_t end = section->first_element + section->element_count;

    for (size_t at = section->first_element; at < end; at++) {
        const struct element *element = &check->reports->elements.items[at];

        if (element->kind == ELEMENT_ROW && !element->first)
            check_row(check, element->span);
        else if (element->kind == ELEMENT_LINE)
            check_piece(check, behind_label(section, at, element->span));
    }
    for (size_t index = 0; index < section->factor_count; index++) {
        struct span title = section->factors[index].title;

        if (title.end > title.start && !section->factors[index].number &&
            placeholder_is(check, title))
            add(check, title);
    }
    if (section->rule && section->rule->column_count)
        check_table(check, section);
}

void check_placeholders(const struct check *check)
{
    for (size_t index = 0; index < check->report->section_count; index++)
        check_section(check, &check->report->sections[index]);
}
