/* Markdown made at random, to try the block parser on. */
#include "soup.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const marks[] = {
    "", "", "", "", " ", "  ", "   ", "    ", "\t", "> ", ">", "> > ", "- ",
    "* ", "+ ", "-\t", "1. ", "2) ", "10.  ", "-     ", "     ", " \t", ">\t",
};

static const char *const pieces[] = {
    "", "", "", " ", "\t", "text", "more text", "a", "word word", "x y",
    /* headings and breaks */
    "# one", "## two ##", "###### six", "####### seven", "#", "#hash", "===",
    "---", "=", "-", "--", "***", "* * *", "_ _ _", "- - -", "-----   ", "___x",
    /* code */
    "```", "````", "``` c", "```c `x`", "~~~", "~~~ `", "~~~~", "`` ` ``",
    "    code", "\tcode", "``", "`",
    /* HTML */
    "<div>", "</div>", "<!-- open", "close -->", "<!-- both -->", "<?php", "?>",
    "<!DOCTYPE x>", "<!X", "<![CDATA[", "]]>", "<script>", "</script>",
    "<pre", "</pre> x", "<a href='x'>", "<a x='", "<b>bold</b>", "<STYLE>",
    "</style>", "<x-y>", "<a", "<https://x.y>", "<textarea>", "</textarea>",
    "a > b", "<table>",
    /* link reference definitions */
    "[a]: b", "[a]: <b c> 'title'", "[a]:", "b", "[a]: b \"title", "title\"",
    "\"title\"", "[a]: b (title", "title)", "[a\\]]: b", "[a", "b]: c",
    "[a]: b 'c' d", "[^1]: foot", "[]: x", "[ ]: x", "[a]: <b", "'t' x", "[a]",
    /* tables */
    "|", "| a |", "| a | b |", "a | b", "|-|", "|---|---|", "|--|:-:|", "--|--",
    "-|-", ":-:", ":--", "| :- | -: |", "||", "|||", "| a \\| b |", "\\|",
    "a \\\\| b", "|-|-|-|", "| 1 | 2 | 3", "|\v|", "|a|\f", "- | -", "|-|:",
    /* lists */
    "- a", "- b", "* c", "+ d", "1. e", "2. f", "1) g", "14. h", "-", "*", "1.",
    "123456789. i", "1234567890. j", "  - k", "    - l", "-    m", "-      n",
    /* quotes */
    ">", ">> q", "> - r", "- > s", "> ```", "> # t", "> | a |", "> |-|",
    /* characters */
    "\xC3\xA9", "\xE2\x80\x99", "\xF0\x9D\x84\x9E", "\xEF\xBB\xBF", "\xC2\xA0",
    "e\xCC\x81", "&amp;", "\\", "\\\\", "\\#", "![[]()", "*a*", "**b", "_c_",
};

static const char *const line_ends[] = {"\n", "\r\n", "\r"};

size_t soup_below(uint64_t *seed, size_t bound)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(*seed >> 33) % bound;
}

void soup_piece(uint64_t *seed, struct buffer *text)
{
    /* C strings can't hold a NUL, texts can. */
    if (soup_below(seed, 200) == 0)
        buffer_add_char(text, '\0');
    else
        buffer_add_string(text, pieces[soup_below(seed, COUNT(pieces))]);
}

static void add_line(uint64_t *seed, struct buffer *text, const char *line_end)
{
    size_t count = soup_below(seed, 3);

    for (size_t i = 0; i < count; i++)
        buffer_add_string(text, marks[soup_below(seed, COUNT(marks))]);
    soup_piece(seed, text);
    if (soup_below(seed, 8) == 0)
        soup_piece(seed, text);
    buffer_add_string(text, line_end);
}

void soup_line(uint64_t *seed, struct buffer *text)
{
    add_line(seed, text, line_ends[soup_below(seed, COUNT(line_ends))]);
}

void soup_lines(uint64_t *seed, struct buffer *text, size_t lines)
{
    const char *line_end = line_ends[soup_below(seed, COUNT(line_ends))];

    for (size_t i = 0; i < lines; i++) {
        if (soup_below(seed, 12) == 0)
            soup_line(seed, text);
        else
            add_line(seed, text, line_end);
    }
}

static void report_table(uint64_t *seed, struct buffer *text)
{
    size_t rows = soup_below(seed, 6);

    buffer_add_string(text, "| Action | Kind | Status |\n"
                            "| --- | --- | --- |\n");
    for (size_t i = 0; i < rows; i++)
        buffer_add_string(text, "| Do it \\| now | Prevent | Ongoing |\n");
}

static void report_list(uint64_t *seed, struct buffer *text)
{
    size_t items = soup_below(seed, 8);

    for (size_t i = 0; i < items; i++) {
        buffer_add_string(text, soup_below(seed, 4) ? "- " : "  - ");
        buffer_add_string(text, "Field: an answer of some words\n");
        if (soup_below(seed, 5) == 0)
            buffer_add_string(text, "\n  a second paragraph\n");
    }
}

static void report_prose(uint64_t *seed, struct buffer *text)
{
    size_t lines = 1 + soup_below(seed, 4);

    for (size_t i = 0; i < lines; i++)
        buffer_add_string(text, "On 2025-03-01 we found **certificates** with"
                                " [wrong](https://example.com) fields.\n");
}

void soup_report(uint64_t *seed, struct buffer *text, size_t sections)
{
    for (size_t i = 0; i < sections; i++) {
        buffer_add_string(text, i ? "### Section\n\n"
                                  : "## Full Incident Report\n");
        switch (soup_below(seed, 5)) {
        case 0:
            report_table(seed, text);
            break;
        case 1:
            report_list(seed, text);
            break;
        case 2:
            buffer_add_string(text, "```\n# a log\n\n- not a list\n```\n");
            break;
        default:
            report_prose(seed, text);
            break;
        }
        if (soup_below(seed, 10))
            buffer_add_string(text, "\n");
    }
}
