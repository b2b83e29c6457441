/* Finds the inline Markdown of a text, in one pass. */
#include "inline.h"

#include <stdbool.h>
#include <string.h>

#include "inline_html.h"
#include "inline_link.h"
#include "memory.h"

/* Longer runs of backticks are text, as for cmark. */
#define RUN_MOST 80

/* A [ or ![ that may begin a link or an image. */
struct opener {
    size_t at;   /* of its first mark */
    size_t text; /* after its marks */
};

struct scanner {
    struct slice text;
    size_t at;
    struct inlines *inlines;
    struct opener *openers;
    size_t opener_count, opener_room;
    size_t dead;               /* openers before this begin no link: they would
                               have one inside */
    size_t runs[RUN_MOST + 1]; /* where the last run of that length begins */
    bool runs_known;           /* those of the whole text have been looked at */
    bool comments_over;        /* no comment ends past here */
};

static struct inline_item *add(struct scanner *scanner, enum inline_kind kind,
                               size_t start, size_t end)
{
    struct inlines *inlines = scanner->inlines;
    struct inline_item *item;

    inlines->items = memory_grow(inlines->items, &inlines->room,
                                 inlines->count + 1, sizeof *item);
    item = &inlines->items[inlines->count++];
    *item = (struct inline_item){.kind = kind,
                                 .span = {start, end},
                                 .text = {start, start},
                                 .target = {end, end}};
    return item;
}

static size_t run_length(struct slice text, size_t at)
{
    size_t end = at;

    while (end < text.length && text.bytes[end] == '`')
        end++;
    return end - at;
}

/*
 * Where after AT a run of LENGTH backticks begins; the text's length if none
 * does. The text is looked through to its end at most once.
 */
static size_t closing_run(struct scanner *scanner, size_t at, size_t length)
{
    struct slice text = scanner->text;

    if (length > RUN_MOST ||
        (scanner->runs_known && scanner->runs[length] < at))
        return text.length;
    while (at < text.length) {
        const char *tick = memchr(text.bytes + at, '`', text.length - at);
        size_t found;

        if (!tick)
            break;
        at = (size_t)(tick - text.bytes);
        found = run_length(text, at);
        if (found <= RUN_MOST)
            scanner->runs[found] = at;
        if (found == length)
            return at;
        at += found;
    }
    scanner->runs_known = true;
    return text.length;
}

static void read_code(struct scanner *scanner)
{
    size_t start = scanner->at;
    size_t length = run_length(scanner->text, start);
    size_t close = closing_run(scanner, start + length, length);

    scanner->at = start + length;
    if (close == scanner->text.length)
        return;
    add(scanner, INLINE_CODE, start, close + length)->text =
        (struct span){start + length, close};
    scanner->at = close + length;
}

static void open_bracket(struct scanner *scanner, size_t marks)
{
    scanner->openers =
        memory_grow(scanner->openers, &scanner->opener_room,
                    scanner->opener_count + 1, sizeof *scanner->openers);
    scanner->openers[scanner->opener_count++] =
        (struct opener){scanner->at, scanner->at + marks};
    scanner->at += marks;
}

/* [^1], with no blank in it. */
static bool is_footnote(struct slice text, struct span words)
{
    if (words.end - words.start < 2 || text.bytes[words.start] != '^')
        return false;
    for (size_t at = words.start + 1; at < words.end; at++) {
        if (!byte_is_alphanumeric(text.bytes[at]) &&
            !strchr("-_", text.bytes[at]))
            return false;
    }
    return true;
}

static void add_link(struct scanner *scanner, const struct opener *opener,
                     const struct inline_link *link)
{
    bool image = opener->text - opener->at == 2;
    enum inline_kind kind = link->broken ? INLINE_BROKEN_LINK
                            : image      ? INLINE_IMAGE
                                         : INLINE_LINK;
    struct inline_item *item = add(scanner, kind, opener->at, link->end);

    item->text = (struct span){opener->text, scanner->at};
    item->target = link->target;
    if (kind == INLINE_LINK)
        scanner->dead = scanner->opener_count;
    scanner->at = link->end;
}

static void close_bracket(struct scanner *scanner)
{
    struct opener opener;
    struct inline_link link;
    bool image, alive;

    if (!scanner->opener_count) {
        scanner->at++;
        return;
    }
    opener = scanner->openers[--scanner->opener_count];
    image = opener.text - opener.at == 2;
    alive = image || scanner->opener_count >= scanner->dead;
    if (scanner->dead > scanner->opener_count)
        scanner->dead = scanner->opener_count;
    if (alive && inline_link_read(scanner->text, scanner->at + 1, &link)) {
        add_link(scanner, &opener, &link);
        return;
    }
    if (!image &&
        is_footnote(scanner->text, (struct span){opener.text, scanner->at}))
        add(scanner, INLINE_FOOTNOTE, opener.at, scanner->at + 1)->text =
            (struct span){opener.text + 1, scanner->at};
    scanner->at++;
}

static bool read_comment(struct scanner *scanner)
{
    size_t start = scanner->at;
    size_t end;

    if (scanner->comments_over || !inline_comment_begins(scanner->text, start))
        return false;
    end = inline_comment_end(scanner->text, start);
    if (!end) {
        scanner->comments_over = true;
        return false;
    }
    add(scanner, INLINE_COMMENT, start, end)->text =
        (struct span){start + 4, end - 3};
    scanner->at = end;
    return true;
}

static void read_angle(struct scanner *scanner)
{
    size_t start = scanner->at;
    struct inline_tag tag;
    size_t end;

    if (read_comment(scanner))
        return;
    if ((end = inline_autolink_end(scanner->text, start))) {
        add(scanner, INLINE_AUTOLINK, start, end)->target =
            (struct span){start + 1, end - 1};
    } else if (inline_tag_read(scanner->text, start, &tag)) {
        end = tag.end;
        add(scanner, tag.closing ? INLINE_CLOSING_TAG : INLINE_TAG, start, end)
            ->text = tag.name;
    }
    scanner->at = end ? end : start + 1;
}

static void step(struct scanner *scanner)
{
    struct slice text = scanner->text;

    switch (text.bytes[scanner->at]) {
    case '\\':
        scanner->at += 2;
        break;
    case '`':
        read_code(scanner);
        break;
    case '<':
        read_angle(scanner);
        break;
    case '!':
        if (scanner->at + 1 < text.length && text.bytes[scanner->at + 1] == '[')
            open_bracket(scanner, 2);
        else
            scanner->at++;
        break;
    case '[':
        open_bracket(scanner, 1);
        break;
    case ']':
        close_bracket(scanner);
        break;
    }
}

/* What step() looks at. */
static const bool marks[256] = {['\\'] = true, ['`'] = true, ['<'] = true,
                                ['!'] = true, ['['] = true, [']'] = true};

void inlines_read(struct inlines *inlines, struct slice text)
{
    struct scanner scanner = {.text = text, .inlines = inlines};
    size_t at = 0;

    *inlines = (struct inlines){NULL, 0, 0};
    while (at < text.length) {
        if (!marks[(unsigned char)text.bytes[at++]])
            continue;
        scanner.at = at - 1;
        step(&scanner);
        at = scanner.at;
    }
    memory_free(scanner.openers);
}

void inlines_free(struct inlines *inlines)
{
    memory_free(inlines->items);
    *inlines = (struct inlines){NULL, 0, 0};
}
