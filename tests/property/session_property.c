/*
 * Whatever is typed, the diagnostics are those of the text opened afresh.
 *
 *     session_property EDITS SEED FILE...
 *
 * sends EDITS random changes of the files and of generated reports to a
 * session, some at a time, in each of the three encodings, and compares what
 * it publishes with what another session says of the same text. The places of
 * changes are counted here, by the protocol's own words, not by the server.
 */
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "session.h"
#include "soup.h"

#define URI "file:///nowhere/report.md"
#define TEXT_MAX 20000              /* bytes; then another text is opened */
#define BURST_MAX 12                /* changes at a time */
#define EDITS_OF_A_TEXT 300

static const char *const encodings[] = {"utf-8", "utf-16", "utf-32"};

/* What makes and breaks reports, sections, fields and values. */
static const char *const pieces[] = {
    "## Full Incident Report\n", "## Preliminary Incident Report\n",
    "### Report Closure Summary\n", "### Timeline\n", "### Impact\n",
    "\nSummary\n", "#### What went well\n", "- **Analysis:** N/A\n",
    "- **Additional:** ", "**Incident description**\n", "\n- Detection: x\n",
    "**Contributing Factor #2: title**\n", "2025-02-30", "June 5, 2025",
    "03/04/2025", "N/A", "TBD", "A000999", "Self-reported", "12,345",
    "| a | b |\n| - | - |\n| c | d |\n", "```\n", "> ", "\n\n", "\r\n", "\n",
    "  ", "**", ":", "#", "-", "[incident-ls]: # (draft)\n",
    "[incident-ls]: # (whiteboard=leaf-revocation-delay)\n", "é", "𝄞", "市",
    "## Incident Report\n", "### Appendix\n", "### Action Items\n",
    "[list](certificates.csv)\n", "[list](other.csv)\n", "- All times UTC\n",
    "\n[incident-ls-disable]: # (date-format)\n",
    "\n[incident-ls-disable-next-line]: # \n\n", "[incident-ls-enable]: #\n",
    "[incident-ls]: # (aware=2026-01-02, title=\"CA: it\")\n",
    "<b>bold</b>", "[here](file.txt)", "\n- 2026-01-02 10:00 it began\n",
    "\xc2\xa0", "\xe2\x80\x91", "human error", "See comment 5.", "|", "`",
    ",", "\"", "\r", "Yes,", "4C5\n",
};

/* A session and what it last published. */
struct side {
    struct session *session;
    json_t *diagnostics;
};

static void hear(void *context, char *bytes, size_t length)
{
    struct side *side = context;
    json_t *message = json_loadb(bytes, length, JSON_ALLOW_NUL, NULL);
    json_t *items = json_object_get(json_object_get(message, "params"),
                                    "diagnostics");

    if (items) {
        json_decref(side->diagnostics);
        side->diagnostics = json_incref(items);
    }
    json_decref(message);
    memory_free(bytes);
}

static long long now(void *context)
{
    (void)context;
    return 1767225600;              /* 2026-01-01 */
}

/* MESSAGE is given up. */
static void say(struct side *side, json_t *message)
{
    char header[FRAME_HEADER_ROOM];
    char *bytes = json_dumps(message, JSON_COMPACT);
    size_t length = strlen(bytes);

    session_receive(side->session, header, frame_header(header, length));
    session_receive(side->session, bytes, length);
    while (session_step(side->session))
        ;
    free(bytes);
    json_decref(message);
}

static void settle(struct side *side)
{
    while (session_settle(side->session))
        ;
}

static void side_open(struct side *side, const char *encoding)
{
    side->diagnostics = NULL;
    side->session = session_new((struct host){side, hear, now, NULL});
    say(side,
        json_pack("{s:s, s:i, s:s, s:{s:{s:{s:[s]}, s:{s:{s:b}}}}}",
                  "jsonrpc", "2.0", "id", 1, "method", "initialize", "params",
                  "capabilities", "general", "positionEncodings", encoding,
                  "textDocument", "publishDiagnostics", "relatedInformation",
                  1));
}

static void side_close(struct side *side)
{
    session_free(side->session);
    json_decref(side->diagnostics);
}

static void open_text(struct side *side, const struct buffer *text)
{
    say(side, json_pack("{s:s, s:s, s:{s:{s:s, s:s, s:i, s:s%}}}", "jsonrpc",
                        "2.0", "method", "textDocument/didOpen", "params",
                        "textDocument", "uri", URI, "languageId", "markdown",
                        "version", 1, "text", text->bytes, text->length));
    settle(side);
}

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* Where a position can stand: at a character, but not inside a CR LF. */
static bool is_place(const struct buffer *text, size_t offset)
{
    if (offset == 0 || offset >= text->length)
        return true;
    return !is_continuation(text->bytes[offset]) &&
           !(text->bytes[offset] == '\n' && text->bytes[offset - 1] == '\r');
}

static size_t random_place(const struct buffer *text, uint64_t *seed)
{
    size_t offset = soup_below(seed, text->length + 1);

    while (!is_place(text, offset))
        offset--;
    return offset;
}

/* How many units the character that begins with BYTE has. */
static size_t units(char byte, const char *encoding)
{
    unsigned char first = (unsigned char)byte;
    size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;

    if (!strcmp(encoding, "utf-8"))
        return length;
    return !strcmp(encoding, "utf-16") && length == 4 ? 2 : 1;
}

static json_t *position_of(const struct buffer *text, size_t offset,
                           const char *encoding)
{
    json_int_t line = 0, character = 0;
    size_t i;

    for (i = 0; i < offset; i++) {
        char byte = text->bytes[i];

        if (byte == '\n' || (byte == '\r' && text->bytes[i + 1] != '\n')) {
            line++;
            character = 0;
        } else if (!is_continuation(byte)) {
            character += (json_int_t)units(byte, encoding);
        }
    }
    return json_pack("{s:I, s:I}", "line", line, "character", character);
}

/* Puts BYTES in the place of START..END-1. */
static void splice(struct buffer *text, size_t start, size_t end,
                   const struct buffer *bytes)
{
    struct buffer changed = {NULL, 0, 0};

    buffer_add(&changed, text->bytes, start);
    buffer_add(&changed, bytes->bytes, bytes->length);
    buffer_add(&changed, text->bytes + end, text->length - end);
    buffer_free(text);
    *text = changed;
}

/*
 * What is typed: Markdown, a part of the text itself, characters that the
 * encodings count differently, or nothing.
 */
static void make_insertion(const struct buffer *text, uint64_t *seed,
                           struct buffer *bytes)
{
    size_t start = random_place(text, seed);
    size_t end;

    switch (soup_below(seed, 7)) {
    case 0:
        soup_piece(seed, bytes);
        break;
    case 4:
    case 5:
        buffer_add_string(bytes, pieces[soup_below(
                                     seed, sizeof pieces / sizeof *pieces)]);
        break;
    case 3:
        buffer_add_string(bytes, "\xc3\xa9\xf0\x9d\x84\x9e");
        break;
    case 1:
        soup_line(seed, bytes);
        break;
    case 2:
        end = start + soup_below(seed, 200);
        if (end > text->length || !is_place(text, end))
            end = text->length < 100 ? text->length : start;
        if (end > start)
            buffer_add(bytes, text->bytes + start, end - start);
        break;
    default:
        break;
    }
    buffer_add(bytes, "", 0);
}

static void make_span(const struct buffer *text, uint64_t *seed,
                      size_t *start, size_t *end)
{
    *start = random_place(text, seed);
    *end = *start;
    if (soup_below(seed, 2)) {
        *end += soup_below(seed, soup_below(seed, 8) ? 20 : 1000);
        if (*end > text->length)
            *end = text->length;
        while (!is_place(text, *end))
            ++*end;
    }
}

static void change_text(struct side *side, struct buffer *text,
                        uint64_t *seed, const char *encoding)
{
    struct buffer bytes = {NULL, 0, 0};
    size_t start, end;
    json_t *from, *to;

    make_insertion(text, seed, &bytes);
    make_span(text, seed, &start, &end);
    from = position_of(text, start, encoding);
    to = position_of(text, end, encoding);
    say(side,
        json_pack("{s:s, s:s, s:{s:{s:s, s:i}, s:[{s:{s:o, s:o}, s:s%}]}}",
                  "jsonrpc", "2.0", "method", "textDocument/didChange",
                  "params", "textDocument", "uri", URI, "version", 2,
                  "contentChanges", "range", "start", from, "end", to, "text",
                  bytes.bytes, bytes.length));
    splice(text, start, end, &bytes);
    buffer_free(&bytes);
}

static bool same_as_afresh(const struct side *typed,
                           const struct buffer *text, const char *encoding)
{
    struct side afresh;
    bool same;

    side_open(&afresh, encoding);
    open_text(&afresh, text);
    same = json_equal(typed->diagnostics, afresh.diagnostics);
    if (!same) {
        printf("--- typed\n%s\n--- afresh\n%s\n--- text\n%s\n",
               json_dumps(typed->diagnostics, JSON_INDENT(1)),
               json_dumps(afresh.diagnostics, JSON_INDENT(1)), text->bytes);
    }
    side_close(&afresh);
    return same;
}

/* Edits TEXT, which is used up, and counts the edits in *MADE: none in a text
 * that is too long from the start. False on a difference. */
static bool try_text(struct buffer *text, uint64_t *seed, size_t *made)
{
    const char *encoding = encodings[soup_below(seed, 3)];
    struct side side;
    size_t edits = 0;
    bool same = true;

    side_open(&side, encoding);
    open_text(&side, text);
    while (same && edits < EDITS_OF_A_TEXT && text->length < TEXT_MAX) {
        size_t burst = 1 + soup_below(seed, BURST_MAX);

        for (edits += burst; burst; burst--)
            change_text(&side, text, seed, encoding);
        settle(&side);
        same = same_as_afresh(&side, text, encoding);
    }
    side_close(&side);
    buffer_free(text);
    *made += edits;
    return same;
}

static void read_file(const char *path, struct buffer *text)
{
    char bytes[4096];
    size_t length;
    FILE *file = fopen(path, "rb");

    if (!file) {
        perror(path);
        exit(2);
    }
    while ((length = fread(bytes, 1, sizeof bytes, file)))
        buffer_add(text, bytes, length);
    fclose(file);
}

/* One of the files, or something like a report. */
static void make_text(char **files, size_t file_count, uint64_t *seed,
                      struct buffer *text)
{
    size_t which = soup_below(seed, file_count + 1);

    if (which < file_count)
        read_file(files[which], text);
    else
        soup_report(seed, text, 6);
}

int main(int argc, char **argv)
{
    size_t wanted = argc > 2 ? strtoul(argv[1], NULL, 10) : 0;
    uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : 0;
    size_t made = 0;

    if (argc < 3) {
        fputs("usage: session_property EDITS SEED FILE...\n", stderr);
        return 2;
    }
    while (made < wanted) {
        struct buffer text = {NULL, 0, 0};

        make_text(argv + 3, (size_t)argc - 3, &seed, &text);
        if (!try_text(&text, &seed, &made))
            return 1;
    }
    printf("%zu edits, no difference\n", made);
    return 0;
}
