/* Finds the number in the heading of a contributing factor. */
#include "factor.h"

struct span factor_digits(const struct reports *reports,
                          const struct report_factor *factor)
{
    struct span before = {factor->heading.start, factor->title.start};
    struct slice text = text_slice(reports->text, before);
    size_t end = text.length;
    size_t start;

    while (end && !byte_is_digit(text.bytes[end - 1]))
        end--;
    start = end;
    while (start && byte_is_digit(text.bytes[start - 1]))
        start--;
    return (struct span){before.start + start, before.start + end};
}
