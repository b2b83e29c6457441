/* What a fuzzer hands in, read as what its target needs. */
#include "input.h"

#include <stdio.h>
#include <stdlib.h>

#include "utf8.h"

size_t input_below(struct input *input, size_t bound)
{
    size_t number = 0;

    for (size_t most = 1; most < bound && input->length; most *= 256)
        number = number * 256 + input->bytes[--input->length];
    return number % bound;
}

void input_text(const struct input *input, struct buffer *text)
{
    utf8_add_repaired(text, (const char *)input->bytes, input->length);
    buffer_add(text, "", 0);
}

struct slice input_slice(const struct buffer *text)
{
    return (struct slice){text->bytes, text->length};
}

void input_expect(bool holds, const char *what, const struct buffer *text)
{
    if (holds)
        return;
    fprintf(stderr, "%s, in:\n", what);
    fwrite(text->bytes, 1, text->length, stderr);
    fputs("\n", stderr);
    abort();
}
