/* Reads which factors an action item refers to. */
#include "reference.h"

#include <string.h>

#include "memory.h"
#include "separator.h"

/* A number with more digits is that of a bug, or not a reference. */
#define DIGITS_MOST 3
/* A beginning of a title with fewer words could mean anything. */
#define TITLE_WORDS 3
/* Limits on what is read of a hostile text: more than this is unclear. */
#define CELL_MOST 1024
#define PARTS_MOST 32
#define TITLES_MOST 64
#define TITLE_PARTS_MOST 8
/* Blanks and marks that mean nothing beside a reference. */
#define MARKS " \t*_`\"'[]()\\:."

/* One cell while it is being read. */
struct scanner {
    const struct reports *reports;
    const struct report_section *causes;
    struct slice text;              /* the cell */
    size_t base;                    /* where the cell begins in the text */
    size_t at;
    bool lessons;                   /* a number counts lessons, not factors */
    struct references *references;
    size_t first;                   /* the cell's first reference among them */
};

static char byte_at(const struct scanner *scanner, size_t at)
{
    return at < scanner->text.length ? scanner->text.bytes[at] : '\0';
}

static size_t skip_any(const struct scanner *scanner, size_t at,
                       const char *set)
{
    while (byte_at(scanner, at) && strchr(set, byte_at(scanner, at)))
        at++;
    return at;
}

static struct span in_text(const struct scanner *scanner, size_t start,
                           size_t end)
{
    return (struct span){scanner->base + start, scanner->base + end};
}

static void add(struct scanner *scanner, struct reference reference)
{
    struct references *references = scanner->references;

    references->items = memory_grow(references->items, &references->room,
                                    references->count + 1, sizeof reference);
    references->items[references->count++] = reference;
}

/* A reference from START to where the scanner then goes on, END. */
static void add_kind(struct scanner *scanner, enum reference_kind kind,
                     size_t start, size_t end)
{
    add(scanner, (struct reference){.kind = kind,
                                    .span = in_text(scanner, start, end)});
    scanner->at = end;
}

/* The number at AT and where its digits end; 0 if none stands there alone. */
static uint64_t number_at(const struct scanner *scanner, size_t at,
                               size_t *end)
{
    uint64_t number = 0;
    size_t stop = at;

    while (byte_is_digit(byte_at(scanner, stop)) &&
           stop - at < DIGITS_MOST)
        number = number * 10 + (uint64_t)(byte_at(scanner, stop++) - '0');
    if (byte_is_alphanumeric(byte_at(scanner, stop)) ||
        (byte_at(scanner, stop) == '.' &&
         byte_is_digit(byte_at(scanner, stop + 1))))
        return 0;
    *end = stop;
    return number;
}

/* What leads to a number: "Root Cause # ". */
struct lead {
    bool noun;
    bool marked;                /* a noun or a '#': no bare number */
    size_t digits;              /* where those begin, if it is a number */
};

static struct lead lead_at(const struct scanner *scanner, size_t at)
{
    size_t noun = separator_phrase(PHRASES_FACTOR_REFERENCE, scanner->text, at);
    size_t digits = skip_any(scanner, at + noun, noun ? MARKS "#-" : "\\# ");

    return (struct lead){
        noun > 0,
        noun || memchr(scanner->text.bytes + at, '#', digits - at), digits};
}

/* The second number of a range, if one follows. */
static size_t read_range(struct scanner *scanner, struct reference *reference,
                         size_t end)
{
    size_t length = separator_range(scanner->text, end);
    size_t digits;
    size_t stop;
    uint64_t last;

    if (!length)
        return end;
    digits =
        lead_at(scanner, skip_any(scanner, end + length, " \t")).digits;
    last = number_at(scanner, digits, &stop);
    if (last <= reference->first)
        return end;
    reference->last = last;
    reference->last_digits = in_text(scanner, digits, stop);
    return stop;
}

/* A number alone, but for what a list or a title has after one: "2 lints" is
 * no reference. */
static bool is_bare(const struct scanner *scanner, size_t end)
{
    size_t next = skip_any(scanner, end, " \t");
    char byte = byte_at(scanner, next);

    return !byte || separator_at(scanner->text, next) ||
           separator_range(scanner->text, end) ||
           strchr(MARKS, byte);
}

/* Does the next reference begin at AT: one with a noun or a '#', or after a
 * separator, a bare number too? */
static bool is_next(const struct scanner *scanner, size_t at)
{
    struct lead lead = lead_at(scanner, at);
    size_t separator = separator_at(scanner->text, at);
    size_t digits = skip_any(scanner, at + separator, " \t");
    size_t stop;

    if (lead.marked && number_at(scanner, lead.digits, &stop))
        return true;
    return separator && number_at(scanner, digits, &stop) &&
           is_bare(scanner, stop);
}

/* What may stand after a number: a link's target, its title, or a remark. It
 * ends at the next separator, or where it holds some itself, at the next
 * reference. */
static size_t skip_details(const struct scanner *scanner, size_t at)
{
    at = skip_any(scanner, at, " \t*_]");
    if (byte_at(scanner, at) == '(')
        at = slice_find(scanner->text, at, ")");
    at = skip_any(scanner, at, MARKS);
    if (separator_at(scanner->text, at))
        return at;
    while (at < scanner->text.length && !is_next(scanner, at))
        at++;
    return at;
}

static bool read_number(struct scanner *scanner)
{
    size_t start = scanner->at;
    struct lead lead = lead_at(scanner, start);
    size_t end = lead.digits;
    struct reference reference = {.kind = REFERENCE_NUMBER};

    reference.first = number_at(scanner, lead.digits, &end);
    reference.last = reference.first;
    if (!reference.first || (!lead.marked && !is_bare(scanner, end)))
        return false;
    reference.first_digits = in_text(scanner, lead.digits, end);
    reference.last_digits = reference.first_digits;
    end = read_range(scanner, &reference, end);
    if (lead.noun)
        scanner->lessons = false;
    if (scanner->lessons)
        reference.kind = REFERENCE_LESSON;
    reference.span = in_text(scanner, start, end);
    add(scanner, reference);
    scanner->at = skip_details(scanner, end);
    return true;
}

/* TEXT without quotes and blanks before it. */
static struct slice unquoted(struct slice text)
{
    while (text.length && strchr("\"' \t", *text.bytes)) {
        text.bytes++;
        text.length--;
    }
    return text;
}

/* Folds TEXT, a piece of a cell, into FOLDED, of CELL_MOST + 1 bytes, without
 * quotes or dots around it. */
static void fold_words(struct slice text, char *folded)
{
    size_t length = fold(unquoted(text), folded, CELL_MOST + 1);

    while (length && strchr("\"'. ", folded[length - 1]))
        folded[--length] = '\0';
}

/* The part that ends before END. */
static bool read_lesson(struct scanner *scanner, size_t end)
{
    char folded[CELL_MOST + 1];

    fold_words(slice_part(scanner->text, scanner->at, end), folded);
    if (!rule_phrase_in(PHRASES_LESSON_REFERENCE, folded))
        return false;
    scanner->lessons = true;
    add_kind(scanner, REFERENCE_LESSON, scanner->at, end);
    return true;
}

/* Is WORDS all of TITLE, or enough of its beginning? */
static bool is_title(const char *words, struct slice title)
{
    struct fold_reader reader = {.text = unquoted(title)};
    char first = byte_lower(slice_at(reader.text, 0));
    size_t count = 1;
    char form;

    if (!*words || (byte_is_letter(first) && first != *words))
        return false;
    for (; *words; words++) {
        if (fold_read(&reader) != *words)
            return false;
        count += *words == ' ';
    }
    form = fold_read(&reader);
    if (form == ' ' && count >= TITLE_WORDS)
        return true;
    while (form && strchr("\"'. :?", form))
        form = fold_read(&reader);
    return !form;
}

/* How many factors a title is looked for among. */
static size_t count_titles(const struct scanner *scanner)
{
    size_t count = scanner->causes ? scanner->causes->factor_count : 0;

    return count < TITLES_MOST ? count : TITLES_MOST;
}

/* The factor whose title WORDS are; the number of titles if none's. */
static size_t titled(const struct scanner *scanner, struct slice words)
{
    size_t count = count_titles(scanner);
    char folded[CELL_MOST + 1];
    size_t index = 0;

    fold_words(words, folded);
    while (index < count &&
           !is_title(folded, text_slice(scanner->reports->text,
                                        scanner->causes->factors[index].title)))
        index++;
    return index;
}

/* Of the part that ends before END, and those after it: a title may have
 * separators in it, so the longest possible one is tried. */
static bool read_title(struct scanner *scanner, size_t end)
{
    size_t count = count_titles(scanner);
    size_t start = scanner->at;
    size_t found = start;
    size_t factor = 0;

    for (int part = 0; part < TITLE_PARTS_MOST && count; part++) {
        size_t index = titled(scanner, slice_part(scanner->text, start, end));
        size_t past = end + separator_at(scanner->text, end);

        if (index < count) {
            found = end;
            factor = index;
        }
        if (past >= scanner->text.length)
            break;
        end = separator_find(scanner->text, past);
    }
    if (found == start)
        return false;
    add_kind(scanner, REFERENCE_TITLE, start, found);
    scanner->references->items[scanner->references->count - 1].factor = factor;
    return true;
}

static size_t skip_separators(const struct scanner *scanner, size_t at)
{
    size_t start;

    do {
        start = at;
        at = skip_any(scanner, at, MARKS);
        at += separator_at(scanner->text, at);
    } while (at > start);
    return at;
}

static void read_parts(struct scanner *scanner)
{
    for (;;) {
        bool more =
            scanner->references->count - scanner->first < PARTS_MOST;
        size_t end;

        scanner->at = skip_separators(scanner, scanner->at);
        if (scanner->at >= scanner->text.length)
            return;
        if (!more) {
            add_kind(scanner, REFERENCE_UNCLEAR, scanner->at,
                     scanner->text.length);
            return;
        }
        if (read_number(scanner))
            continue;
        end = separator_find(scanner->text, scanner->at);
        if (!read_title(scanner, end) && !read_lesson(scanner, end))
            add_kind(scanner, REFERENCE_UNCLEAR, scanner->at, end);
    }
}

/* A bare "Root Cause" where there is only one. */
static bool is_only_factor(const struct scanner *scanner, const char *folded)
{
    return scanner->causes && scanner->causes->factor_count == 1 &&
           rule_phrase_is(PHRASES_FACTOR_REFERENCE, folded);
}

static void read_cell(struct scanner *scanner)
{
    char folded[CELL_MOST + 1];

    fold_words(scanner->text, folded);
    if (!strcmp(folded, "n/a") || rule_phrase_is(PHRASES_NA, folded))
        scanner->at = scanner->text.length;
    else if (rule_phrase_begins(PHRASES_ALL_FACTORS, folded) ||
             is_only_factor(scanner, folded))
        add_kind(scanner, REFERENCE_ALL, 0, scanner->text.length);
    else
        read_parts(scanner);
}

void references_read(const struct reports *reports,
                     const struct report_section *causes, struct span cell,
                     struct references *references)
{
    struct scanner scanner = {.reports = reports, .causes = causes,
                              .text = text_slice(reports->text, cell),
                              .base = cell.start, .references = references,
                              .first = references->count};

    if (scanner.text.length > CELL_MOST)
        add_kind(&scanner, REFERENCE_UNCLEAR, 0, scanner.text.length);
    else
        read_cell(&scanner);
}

void references_free(struct references *references)
{
    memory_free(references->items);
    *references = (struct references){NULL, 0, 0};
}

static bool is_numbered(const struct report_section *causes,
                        uint64_t number)
{
    for (size_t index = 0; index < causes->factor_count; index++) {
        if (causes->factors[index].number == number)
            return true;
    }
    return false;
}

static bool is_within(const struct reference *reference, uint64_t number)
{
    return number >= reference->first && number <= reference->last;
}

bool reference_names(const struct reference *reference,
                     const struct report_section *causes, size_t index)
{
    uint64_t number = causes->factors[index].number;

    if (reference->kind == REFERENCE_TITLE)
        return reference->factor == index;
    if (reference->kind != REFERENCE_NUMBER)
        return reference->kind == REFERENCE_ALL;
    return (number && is_within(reference, number)) ||
           (is_within(reference, index + 1) && !is_numbered(causes, index + 1));
}

bool reference_unknown(const struct reference *reference,
                       const struct report_section *causes,
                       uint64_t *number)
{
    if (reference->kind != REFERENCE_NUMBER)
        return false;
    for (*number = reference->first; *number <= reference->last; ++*number) {
        if (*number > causes->factor_count && !is_numbered(causes, *number))
            return true;
    }
    return false;
}
