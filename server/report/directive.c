/* Reads the directives that stand in link reference definitions. */
#include "directive.h"

#include <string.h>

#define SPACE " \t\r\n"

static size_t next_line(struct slice text, size_t at)
{
    return slice_skip(text, slice_line_end(text, at), "\n\r");
}

/* The name in `[incident-ls...]:` at AT, where its bracket must be; 0 bytes
 * if that isn't there. */
static struct slice read_name(struct slice text, size_t at)
{
    size_t start = at + 1;
    size_t end = start + strlen(DIRECTIVE_NAME);

    if (slice_at(text, at) != '[' ||
        !slice_has_word(text, start, DIRECTIVE_NAME))
        return slice_part(text, 0, 0);
    while (byte_is_alphanumeric(slice_at(text, end)) ||
           slice_at(text, end) == '-')
        end++;
    return slice_part(text, start, slice_has(text, end, "]:") ? end : start);
}

/* The title at *AT: in parentheses or either kind of quotes, neither of which
 * stands in it but after a backslash. */
static bool read_title(struct slice text, size_t *at, struct slice *title)
{
    size_t start = slice_skip(text, *at, SPACE);
    size_t end;
    char open, close;

    if (!byte_is_in(slice_at(text, start), "('\""))
        return false;
    open = text.bytes[start];
    close = open == '(' ? ')' : open;
    for (end = start + 1; end < text.length; end++) {
        if (text.bytes[end] == '\\')
            end++;
        else if (text.bytes[end] == close || text.bytes[end] == open)
            break;
    }
    if (end >= text.length || text.bytes[end] != close)
        return false;
    *title = slice_part(text, start + 1, end);
    *at = end + 1;
    return true;
}

/* The directive whose name is known and begins at START. */
static void read_directive(struct slice text, size_t start,
                           struct directive *directive)
{
    size_t past = start + directive->name.length + 3;
    size_t hash = slice_skip(text, past, SPACE);
    size_t end = hash + 1;

    directive->title = slice_part(directive->name, 0, 0);
    directive->formed = slice_at(text, hash) == '#';
    if (directive->formed) {
        bool titled = read_title(text, &end, &directive->title);

        directive->formed = titled || end == slice_line_end(text, end);
    } else {
        end = slice_line_end(text, past);
    }
    directive->span = (struct span){start, end};
}

bool directive_next(struct slice definitions, size_t *at,
                    struct directive *directive)
{
    while (*at < definitions.length) {
        size_t start = slice_skip(definitions, *at, SPACE);

        if (start < definitions.length) {
            directive->name = read_name(definitions, start);
            if (directive->name.length) {
                read_directive(definitions, start, directive);
                *at = next_line(definitions, directive->span.end);
                return true;
            }
        }
        *at = next_line(definitions, *at);
    }
    return false;
}

bool directive_is(const struct directive *directive, const char *name)
{
    return directive->formed && slice_is_word(directive->name, name);
}

bool directive_begins(struct slice line)
{
    return line.length && read_name(line, 0).length;
}

/* Where the entry at the front ends: at a comma outside of quotes. */
static size_t entry_length(struct slice title)
{
    char quote = '\0';
    size_t at;

    for (at = 0; at < title.length; at++) {
        char byte = title.bytes[at];

        if (quote ? byte == quote : byte == '"' || byte == '\'')
            quote = quote ? '\0' : byte;
        else if (!quote && byte == ',')
            break;
    }
    return at;
}

bool directive_entry_next(struct slice *title, struct directive_entry *entry)
{
    size_t length = entry_length(*title);
    struct slice part = slice_part(*title, 0, length);
    size_t equals = slice_find(part, 0, "=");

    if (!title->length)
        return false;
    entry->key = slice_trim(slice_part(part, 0, equals), SPACE);
    entry->value = slice_part(part, equals, equals);
    if (equals < length)
        entry->value = slice_trim(slice_from(part, equals + 1), SPACE);
    if (entry->value.length > 1 && byte_is_in(entry->value.bytes[0], "\"'"))
        entry->value = slice_part(entry->value, 1, entry->value.length - 1);
    *title = slice_from(*title, length + 1);
    return true;
}
