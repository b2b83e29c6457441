/* Gives a contributing factor another number or title, everywhere. */
#include "navigation_rename.h"

#include <string.h>

#include "report.h"
#include "memory.h"

/* Longer ones aren't read where action items name a factor. */
#define DIGITS_MOST 3
#define TITLE_MOST 256

/* One renaming under way. */
struct renaming {
    const struct reports *reports;
    const struct naming *naming;
    const struct report_factor *factor;
    struct slice name;
    uint64_t number;       /* that NAME is; 0 for a title */
    struct references references;
    struct mentions *mentions;
};

bool rename_can(const struct naming *naming)
{
    return naming->kind != NAMING_OTHERWISE;
}

/* The number that NAME is; 0 if a factor can't have it. */
static uint64_t number_of(struct slice name)
{
    uint64_t number = 0;

    if (name.length > DIGITS_MOST || slice_at(name, 0) == '0' ||
        slice_skip_digits(name, 0) < name.length)
        return 0;
    for (size_t at = 0; at < name.length; at++)
        number = number * 10 + (uint64_t)(name.bytes[at] - '0');
    return number;
}

static bool is_taken(const struct renaming *renaming)
{
    const struct report_section *causes = renaming->naming->causes;

    for (size_t index = 0; index < causes->factor_count; index++) {
        if (index != renaming->naming->factor &&
            causes->factors[index].number == renaming->number)
            return true;
    }
    return false;
}

static bool is_within(const struct reference *reference, uint64_t number)
{
    return reference->first <= number && number <= reference->last;
}

/* Why REFERENCE can't get the new number; NULL if it can. */
static const char *refuse_at(const struct renaming *renaming,
                             const struct reference *reference)
{
    const struct report_section *causes = renaming->naming->causes;
    uint64_t number = renaming->number;

    if (reference->kind != REFERENCE_NUMBER)
        return NULL;
    if (reference->first < reference->last &&
        (is_within(reference, number) ||
         is_within(reference, renaming->factor->number)))
        return "the number also stands in a range; write out the numbers of "
               "the range first";
    if (reference->first == number && number <= causes->factor_count &&
        number != renaming->naming->factor + 1)
        return "that number is used for another factor already";
    return NULL;
}

/* The numbers that it is to stand for instead are the same in all of them. */
static const char *rename_number(struct renaming *renaming)
{
    uint64_t was = renaming->factor->number;
    const char *refusal = NULL;

    renaming->number = number_of(renaming->name);
    if (!renaming->number)
        return "the number of a factor must be a whole number from 1 to 999";
    if (renaming->number == was)
        return NULL;
    if (is_taken(renaming))
        return "another factor has that number";
    for (size_t index = 0; !refusal && index < renaming->references.count;
         index++)
        refusal = refuse_at(renaming, &renaming->references.items[index]);
    if (refusal)
        return refusal;
    mentions_add(renaming->mentions,
                 factor_digits(renaming->reports, renaming->factor), true);
    for (size_t index = 0; index < renaming->references.count; index++) {
        const struct reference *reference = &renaming->references.items[index];

        if (reference->kind == REFERENCE_NUMBER && reference->first == was)
            mentions_add(renaming->mentions, reference->first_digits, false);
    }
    return NULL;
}

/* A title must stand in a heading, and in the cell of a table. */
static const char *refuse_title(struct slice title)
{
    bool worded = false;

    for (size_t at = 0; at < title.length; at++) {
        char byte = title.bytes[at];

        if ((unsigned char)byte < ' ' || byte == '|')
            return "a title is one line without '|'";
        worded |= byte_is_letter(byte) || byte_is_beyond_ascii(byte);
    }
    if (title.length > TITLE_MOST)
        return "a title has no more than 256 bytes";
    return worded ? NULL : "a title must have words";
}

static char *folded(struct slice slice)
{
    char *words = memory_new(slice.length + 1);

    fold(slice, words, slice.length + 1);
    return words;
}

static bool is_titled(const struct renaming *renaming, size_t index,
                      const char *title)
{
    struct span span = renaming->naming->causes->factors[index].title;
    char *words = folded(text_slice(renaming->reports->text, span));
    bool same = !strcmp(words, title);

    memory_free(words);
    return same;
}

/* Does another factor have the title already? */
static bool is_another_title(const struct renaming *renaming)
{
    char *title = folded(renaming->name);
    bool found = false;

    for (size_t index = 0;
         !found && index < renaming->naming->causes->factor_count; index++)
        found = index != renaming->naming->factor &&
                is_titled(renaming, index, title);
    memory_free(title);
    return found;
}

static const char *rename_title(struct renaming *renaming)
{
    const char *refusal = refuse_title(renaming->name);

    if (refusal)
        return refusal;
    if (is_another_title(renaming))
        return "another factor has that title";
    mentions_add(renaming->mentions, renaming->factor->title, true);
    for (size_t index = 0; index < renaming->references.count; index++) {
        const struct reference *reference = &renaming->references.items[index];

        if (reference->kind == REFERENCE_TITLE &&
            reference->factor == renaming->naming->factor)
            mentions_add(renaming->mentions,
                         naming_words(renaming->reports, reference), false);
    }
    return NULL;
}

const char *rename_read(const struct reports *reports,
                        const struct naming *naming,
                        struct slice *name, struct mentions *mentions)
{
    struct renaming renaming = {.reports = reports,
                                .naming = naming,
                                .factor =
                                    &naming->causes->factors[naming->factor],
                                .name = slice_trim(*name, " \t\n\v\f\r"),
                                .mentions = mentions};
    const char *refusal;

    *name = renaming.name;
    *mentions = (struct mentions){NULL, 0, 0};
    if (!rename_can(naming))
        return "there is no number and no title of one factor here";
    naming_references(reports, naming, &renaming.references);
    refusal = naming->kind == NAMING_NUMBER ? rename_number(&renaming)
                                            : rename_title(&renaming);
    references_free(&renaming.references);
    return refusal;
}
