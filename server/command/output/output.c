/*
 * output.c - what the formats of findings share.
 */
#include "output.h"

#include <string.h>

#include "memory.h"
#include "utf8.h"

struct output_place output_place(const struct output_file *file, size_t offset)
{
    struct position position =
        text_position(file->text, offset, ENCODING_UTF32);

    if (file->cutting) {
        struct cutting_line line = cutting_line(file->cutting, position.line);
        size_t start = text_line(file->text, position.line).start;

        return (struct output_place){line.line + 1, position.character + 1,
                                     line.offset + offset - start +
                                         file->skipped};
    }
    return (struct output_place){position.line + 1, position.character + 1,
                                 offset + file->skipped};
}

char *output_href(const struct rule *rule,
                  const struct rule_guideline *guideline)
{
    struct buffer href = {NULL, 0, 0};

    finding_href(rule, guideline, &href);
    return buffer_take(&href);
}

json_t *output_string(const char *text)
{
    struct buffer repaired = {NULL, 0, 0};
    json_t *string;

    utf8_add_repaired(&repaired, text, strlen(text));
    string =
        json_stringn(repaired.bytes ? repaired.bytes : "", repaired.length);
    buffer_free(&repaired);
    return string;
}

void output_dump(const struct output *output, const json_t *document)
{
    size_t flags = JSON_INDENT(2);

    if (output->terminal)
        flags |= JSON_ENSURE_ASCII;
    json_dumpf(document, output->stream, flags);
}
