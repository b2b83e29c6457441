/* The part Fields: text that a template or a writer left to be filled in. */
#include "placeholder.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "array.h"
#include "memory.h"

/* The longest text that is compared as a whole. */
#define WHOLE_MOST 160

static bool is_blank(char byte)
{
    return byte_is_in(byte, " \t*_-");
}

static struct slice without_blanks(struct slice text)
{
    while (text.length && is_blank(text.bytes[text.length - 1]))
        text.length--;
    while (text.length && is_blank(*text.bytes)) {
        text.bytes++;
        text.length--;
    }
    return text;
}

/* TEXT without the marks around it, brackets and the full stop of a sentence
 * taken along. */
static struct slice without_marks(struct slice text)
{
    text = without_blanks(text);
    if (text.length > 2 && *text.bytes == '(' &&
        text.bytes[text.length - 1] == ')')
        text = without_blanks(slice_part(text, 1, text.length - 1));
    if (text.length > 1 && text.bytes[text.length - 1] == '.' &&
        byte_is_letter(text.bytes[text.length - 2]))
        text.length--;
    return text;
}

/* What shows that brackets are something else: a link, a mail address, or
 * brackets in them. */
#define NOT_IN_PROMPTS "<>[]@:/"

/* Is TEXT one pair of <> or [] around words, and no link, number or mail? */
static bool is_prompt(struct slice text)
{
    char open = text.length > 2 ? text.bytes[0] : '\0';
    char close = open == '<' ? '>' : ']';
    bool letters = false;

    if ((open != '<' && open != '[') || text.bytes[text.length - 1] != close)
        return false;
    for (size_t at = 1; at + 1 < text.length; at++) {
        if (strchr(NOT_IN_PROMPTS, text.bytes[at]))
            return false;
        letters |= byte_is_letter(text.bytes[at]) != 0;
    }
    return letters;
}

static bool means(const struct rule_phrase *phrase, const char *how)
{
    return phrase && !strcmp(phrase->means, how);
}

/* Is TEXT one of the phrases that are filler as a whole, or begin it? */
static bool is_filler(struct slice text)
{
    const struct rule_phrase *phrase;
    char folded[WHOLE_MOST];

    if (!rule_phrase_may_begin(PHRASES_PLACEHOLDER, text) &&
        !rule_phrase_may_begin(PHRASES_PLACEHOLDER_INSIDE, text))
        return false;
    fold(text, folded, sizeof folded);
    if (text.length < sizeof folded &&
        (rule_phrase_is(PHRASES_PLACEHOLDER, folded) ||
         rule_phrase_is(PHRASES_PLACEHOLDER_INSIDE, folded)))
        return true;
    phrase = rule_phrase_first(PHRASES_PLACEHOLDER, *folded);
    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if (means(phrase, "begin") &&
            !strncmp(folded, phrase->folded, phrase->length))
            return true;
    }
    return false;
}

bool placeholder_is(const struct check *check, struct span span)
{
    struct slice text = without_marks(check_slice(check, span));

    return is_prompt(text) || is_filler(text);
}

/* May a text of ELEMENT be filler as a whole, or begin with some? */
static bool may_be_filler(const struct element *element)
{
    return element_mentions(element, PHRASES_PLACEHOLDER) ||
           element_mentions(element, PHRASES_PLACEHOLDER_INSIDE);
}

bool placeholder_may_be_in(const struct element *element)
{
    return element->inlines || may_be_filler(element);
}

static bool is_part(const struct check *check, const struct element *element,
                    struct span span)
{
    struct slice text;

    if (!placeholder_may_be_in(element))
        return false;
    text = without_marks(check_slice(check, span));
    return is_prompt(text) || (may_be_filler(element) && is_filler(text));
}

bool placeholder_is_part(const struct check *check, size_t at,
                         struct span span)
{
    return is_part(check, &check->reports->elements.items[at], span);
}

/* The end of the word that begins at AT in capitals only; AT if none does. */
static size_t capitals_at(struct slice text, size_t at)
{
    size_t end = at;

    if (at && (byte_is_alphanumeric(text.bytes[at - 1]) ||
               strchr("-_./", text.bytes[at - 1])))
        return at;
    while (end < text.length && byte_is_capital(text.bytes[end]))
        end++;
    if (end < text.length && (byte_is_alphanumeric(text.bytes[end]) ||
                              strchr("_-", text.bytes[end])))
        return at;
    return end;
}

static size_t past_code(struct slice text, size_t at)
{
    const char *close = memchr(text.bytes + at + 1, '`', text.length - at - 1);

    return close ? (size_t)(close - text.bytes) : at;
}

/* The end of filler that begins at AT of TEXT; AT if none does. */
typedef size_t filler_at(struct slice text, size_t at);

/* Finds the first filler of one WAY that begins before END, outside of code. */
static bool find_filler(struct slice text, size_t end, filler_at *way,
                        struct span *found)
{
    for (size_t at = 0; at < end; at++) {
        if (text.bytes[at] == '`')
            at = past_code(text, at);
        *found = (struct span){at, way(text, at)};
        if (found->end > at)
            return true;
    }
    return false;
}

/* A word like TODO, in capitals. */
static size_t word_at(struct slice text, size_t at)
{
    const struct rule_phrase *phrase;
    char folded[16];
    size_t end;

    if (!byte_is_capital(text.bytes[at]))
        return at;
    end = capitals_at(text, at);
    if (end - at < 3 || end - at >= sizeof folded)
        return at;
    fold(slice_part(text, at, end), folded, sizeof folded);
    phrase = rule_phrase_is(PHRASES_PLACEHOLDER_INSIDE, folded);
    return means(phrase, "capitals") || means(phrase, "clause") ? end : at;
}

/* The blank or mark that a form like YYYY-MM-DD must end at. */
static bool ends_at(struct slice text, size_t at)
{
    return at >= text.length || !byte_is_alphanumeric(text.bytes[at]);
}

/* A form like YYYY-MM-DD in capitals where a date or time would begin, before
 * any word. */
static bool find_form(struct slice text, struct span *found)
{
    const struct rule_phrases *list =
        &rule_phrase_lists[PHRASES_PLACEHOLDER_INSIDE];
    size_t start = 0;

    while (start < text.length && !byte_is_letter(text.bytes[start]))
        start++;
    for (size_t index = 0; index < list->count; index++) {
        const struct rule_phrase *phrase = &list->phrases[index];
        size_t same = 0;

        while (same < phrase->length && start + same < text.length &&
               text.bytes[start + same] ==
                   toupper((unsigned char)phrase->folded[same]))
            same++;
        if (same == phrase->length && means(phrase, "form") &&
            ends_at(text, start + same)) {
            *found = (struct span){start, start + same};
            return true;
        }
    }
    return false;
}

/* Is the pair of brackets in SPAN of TEXT a question, or a phrase like one,
 * and neither a link nor a footnote? */
static bool is_left_over(struct slice text, struct span span)
{
    struct slice prompt = slice_part(text, span.start, span.end);
    char folded[WHOLE_MOST];

    if (!is_prompt(prompt) ||
        (span.end < text.length && strchr("([:", text.bytes[span.end])))
        return false;
    fold(prompt, folded, sizeof folded);
    return prompt.bytes[prompt.length - 2] == '?' ||
           means(rule_phrase_is(PHRASES_PLACEHOLDER_INSIDE, folded), "prompt");
}

/* Does a clause of TEXT end at AT, marks aside? */
static bool clause_ends(struct slice text, size_t at)
{
    while (at < text.length && is_blank(text.bytes[at]))
        at++;
    if (slice_at(text, at) == '.')
        return !byte_is_word(slice_at(text, at + 1));  /* not "xxx.example" */
    return at >= text.length || strchr(";)", text.bytes[at]);
}

/* A phrase like "to be determined" at the end of a clause. */
static size_t clause_at(struct slice text, size_t at)
{
    const struct rule_phrase *phrase;

    if (at && (byte_is_alphanumeric(text.bytes[at - 1]) ||
               strchr("-_./'", text.bytes[at - 1])))
        return at;
    phrase = rule_phrase_first(PHRASES_PLACEHOLDER_INSIDE,
                               byte_lower(text.bytes[at]));
    for (; phrase; phrase = rule_phrase_next(phrase)) {
        if (means(phrase, "clause") && phrase->length <= text.length - at &&
            !strncasecmp(text.bytes + at, phrase->folded, phrase->length) &&
            clause_ends(text, at + phrase->length))
            return at + phrase->length;
    }
    return at;
}

/* What a template or a completion asks in brackets. */
static size_t prompt_at(struct slice text, size_t at)
{
    size_t end;

    if (text.bytes[at] != '[' && text.bytes[at] != '<')
        return at;
    end = slice_find(text, at + 1, NOT_IN_PROMPTS);
    end += end < text.length;
    return is_left_over(text, (struct span){at, end}) ? end : at;
}

static size_t any_at(struct slice text, size_t at)
{
    static filler_at *const ways[] = {word_at, clause_at, prompt_at};
    size_t end = at;

    for (size_t way = 0; end == at && way < LENGTH_OF(ways); way++)
        end = ways[way](text, at);
    return end;
}

static void add(const struct check *check, struct span span)
{
    struct finding_words words = {.value = check_slice(check, span)};

    check_add(check, CASE_PLACEHOLDER, span, &words);
}

static bool find_inside(const struct element *element, struct slice text,
                        struct span *found)
{
    bool mentioned = element_mentions(element, PHRASES_PLACEHOLDER_INSIDE);

    if (mentioned && (find_form(text, found) ||
                      find_filler(text, text.length, word_at, found) ||
                      find_filler(text, text.length, clause_at, found)))
        return true;
    /* What is asked in brackets is a phrase, or ends with a question mark. */
    return element->inlines &&
           (mentioned || memchr(text.bytes, '?', text.length)) &&
           find_filler(text, text.length, prompt_at, found);
}

bool placeholder_inside(struct slice text, struct span *found)
{
    struct span form;
    bool formed = find_form(text, &form);

    if (find_filler(text, formed ? form.start : text.length, any_at, found))
        return true;
    *found = form;
    return formed;
}

/* Looks for filler inside of SPAN of ELEMENT; true if there is some. */
static bool check_inside(const struct check *check,
                         const struct element *element, struct span span)
{
    struct span found;

    if (!find_inside(element, check_slice(check, span), &found))
        return false;
    add(check, span_move(found, span.start));
    return true;
}

/* Looks at a value or a cell; true if it is filler, or holds some. */
static bool check_whole(const struct check *check,
                        const struct element *element, struct span span)
{
    if (span.start == span.end)
        return false;
    if (is_part(check, element, span)) {
        add(check, span);
        return true;
    }
    return check_inside(check, element, span);
}

/* A row of the template's example gets one finding, not one a cell. */
static void check_row(const struct check *check, const struct element *row)
{
    const struct span *cells =
        &check->reports->elements.cells[row->first_cell];

    for (size_t index = 0; index < row->cell_count; index++) {
        if (check_whole(check, row, cells[index]))
            return;
    }
}

/* The value of a field as a whole, if it is one line. */
static bool is_one_line(const struct report_field *field)
{
    return field->value.start == field->answer.start &&
           field->value.end == field->answer.end;
}

/* What is looked at in a line or row. */
struct place {
    struct span span;
    enum {
        PLACE_NONE,             /* nothing is */
        PLACE_ROW,
        PLACE_WHOLE,            /* a value: it may be filler as a whole */
        PLACE_INSIDE            /* filler may stand in it */
    } as;
};

/* Lines of prose, values that are one line, and what begins a line though a
 * template would have it replaced. NEAR is the field that goes on at AT or
 * after. */
static struct place place_at(const struct element *element, size_t at,
                             const struct report_field *near)
{
    if (element->kind == ELEMENT_ROW && !element->first)
        return (struct place){element->span, PLACE_ROW};
    if (element->kind != ELEMENT_LINE)
        return (struct place){element->span, PLACE_NONE};
    if (near && near->last_element == at && is_one_line(near))
        return (struct place){near->value, PLACE_WHOLE};
    if (!near || near->element != at)
        return (struct place){element->span, PLACE_INSIDE};
    if (near->inline_value)
        return (struct place){near->answer, PLACE_INSIDE};
    return (struct place){element->span, PLACE_NONE};
}

static void check_place(const struct check *check,
                        const struct element *element, struct place place)
{
    if (place.as == PLACE_ROW)
        check_row(check, element);
    else if (place.as == PLACE_WHOLE)
        check_whole(check, element, place.span);
    else if (place.as == PLACE_INSIDE)
        check_inside(check, element, place.span);
}

static void check_lines(const struct check *check,
                        const struct report_section *section)
{
    const struct element *items = check->reports->elements.items;
    size_t end = section->first_element + section->element_count;
    size_t field = 0;

    for (size_t at = section->first_element; at < end; at++) {
        const struct report_field *near = NULL;

        if (!placeholder_may_be_in(&items[at]))
            continue;
        while (field < section->field_count &&
               section->fields[field].last_element < at)
            field++;
        if (field < section->field_count)
            near = &section->fields[field];
        check_place(check, &items[at], place_at(&items[at], at, near));
    }
}

void check_placeholders(const struct check *check,
                        const struct report_section *section)
{
    check_lines(check, section);
    for (size_t index = 0; index < section->factor_count; index++) {
        const struct report_factor *factor = &section->factors[index];

        if (factor->title.end > factor->title.start &&
            placeholder_is(check, factor->title))
            add(check, factor->title);
    }
}
