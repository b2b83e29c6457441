/* Reads the directives that stand in link reference definitions. */
#include "directive.h"

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

/* Behind `[NAME]: #` at AT, labels having no case; 0 if that isn't there. */
static size_t behind_label(struct slice text, size_t at, const char *name)
{
    size_t length = strlen(name);

    at = skip_blanks(text, at);
    if (at + length + 3 > text.length || text.bytes[at] != '[' ||
        strncasecmp(text.bytes + at + 1, name, length) ||
        text.bytes[at + length + 1] != ']' ||
        text.bytes[at + length + 2] != ':')
        return 0;
    at = skip_blanks(text, at + length + 3);
    if (at >= text.length || text.bytes[at] != '#')
        return 0;
    return at + 1;
}

/* The title at AT: in parentheses or either kind of quotes. */
static bool read_title(struct slice text, size_t *at, struct slice *title)
{
    size_t start = skip_blanks(text, *at);
    size_t end;
    char close;

    if (start >= text.length || !strchr("('\"", text.bytes[start]))
        return false;
    close = text.bytes[start] == '(' ? ')' : text.bytes[start];
    for (end = start + 1; end < text.length; end++) {
        if (text.bytes[end] == '\\')
            end++;
        else if (text.bytes[end] == close)
            break;
    }
    if (end >= text.length)
        return false;
    *title = (struct slice){text.bytes + start + 1, end - start - 1};
    *at = end + 1;
    return true;
}

bool directive_next(struct slice definitions, const char *name, size_t *at,
                    struct slice *title)
{
    while (*at < definitions.length) {
        size_t behind = behind_label(definitions, *at, name);

        if (behind && read_title(definitions, &behind, title)) {
            *at = next_line(definitions, behind);
            return true;
        }
        *at = next_line(definitions, *at);
    }
    return false;
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
        entry->value = (struct slice){entry->value.bytes + 1,
                                      entry->value.length - 2};
    *title = (struct slice){title->bytes + taken, title->length - taken};
    return true;
}
