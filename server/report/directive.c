/* Reads the directives that stand in link reference definitions. */
#include "directive.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

static size_t skip_blanks(struct slice text, size_t at)
{
    while (at < text.length && is_blank(text.bytes[at]))
        at++;
    return at;
}

static size_t next_line(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at++;
    while (at < text.length &&
           (text.bytes[at] == '\n' || text.bytes[at] == '\r'))
        at++;
    return at;
}

/* The name in `[incident-ls...]:` at AT, where its bracket must be; 0 bytes
 * if that isn't there. */
static struct slice read_name(struct slice text, size_t at)
{
    const char *name = text.bytes + at + 1;
    size_t length = strlen(DIRECTIVE_NAME);
    size_t left = text.length - at;

    if (left < length + 3 || text.bytes[at] != '[' ||
        strncasecmp(name, DIRECTIVE_NAME, length))
        return (struct slice){text.bytes, 0};
    while (length + 2 < left &&
           (isalnum((unsigned char)name[length]) || name[length] == '-'))
        length++;
    if (length + 2 >= left || name[length] != ']' || name[length + 1] != ':')
        length = 0;
    return (struct slice){name, length};
}

/* The title at *AT: in parentheses or either kind of quotes, neither of which
 * stands in it but behind a backslash. */
static bool read_title(struct slice text, size_t *at, struct slice *title)
{
    size_t start = skip_blanks(text, *at);
    size_t end;
    char open, close;

    if (start >= text.length || !strchr("('\"", text.bytes[start]))
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
    *title = (struct slice){text.bytes + start + 1, end - start - 1};
    *at = end + 1;
    return true;
}

/* Where the line that AT is in ends. */
static size_t line_end(struct slice text, size_t at)
{
    while (at < text.length && text.bytes[at] != '\n' && text.bytes[at] != '\r')
        at++;
    return at;
}

/* The directive whose name is known and begins at START. */
static void read_directive(struct slice text, size_t start,
                           struct directive *directive)
{
    size_t behind = start + directive->name.length + 3;
    size_t hash = skip_blanks(text, behind);
    size_t end = hash + 1;

    directive->title = (struct slice){directive->name.bytes, 0};
    directive->formed = hash < text.length && text.bytes[hash] == '#';
    if (directive->formed) {
        bool titled = read_title(text, &end, &directive->title);

        directive->formed = titled || end == line_end(text, end);
    } else {
        end = line_end(text, behind);
    }
    directive->span = (struct span){start, end};
}

bool directive_next(struct slice definitions, size_t *at,
                    struct directive *directive)
{
    while (*at < definitions.length) {
        size_t start = skip_blanks(definitions, *at);

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
    return directive->formed && directive->name.length == strlen(name) &&
           !strncasecmp(directive->name.bytes, name, directive->name.length);
}

bool directive_begins(struct slice line)
{
    return line.length && read_name(line, 0).length;
}

static struct slice trimmed(const char *bytes, size_t length)
{
    while (length && is_blank(bytes[length - 1]))
        length--;
    while (length && is_blank(*bytes)) {
        bytes++;
        length--;
    }
    return (struct slice){bytes, length};
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
    const char *equals = memchr(title->bytes, '=', length);
    size_t key = equals ? (size_t)(equals - title->bytes) : length;
    size_t taken = length < title->length ? length + 1 : length;

    if (!title->length)
        return false;
    entry->key = trimmed(title->bytes, key);
    entry->value = (struct slice){title->bytes + key, 0};
    if (equals)
        entry->value = trimmed(equals + 1, length - key - 1);
    if (entry->value.length > 1 && strchr("\"'", entry->value.bytes[0]))
        entry->value =
            (struct slice){entry->value.bytes + 1, entry->value.length - 2};
    *title = (struct slice){title->bytes + taken, title->length - taken};
    return true;
}
