/* Texts made to hold up a Markdown parser. */
#include "hostile.h"

const struct hostile hostiles[] = {
    {"brackets of images", "", 0, "![[]()", 40000, 0},
    {"one line of 3 MB", "", 0, "some words and ", 200000, 0},
    {"quotes in quotes", ">", 50000, "a\n", 1, 0},
    {"quotes, then lazy lines", ">", 50000, "a\n", 50000, 0},
    {"quotes on each line", "", 0, "> > > > > > > > > > > > > > > a\n", 9000,
     0},
    {"headings", "", 0, "# heading\n", 20000, 0},
    {"headings between blanks", "", 0, "# heading\n\n", 20000, 0},
    {"headings with a line below", "", 0, "a\n=\n", 250000, 0},
    {"unclosed attribute", "", 0, "<a x='\n", 30000, 0},
    {"unclosed attribute, blanks", "", 0, "<a x='\n\n", 30000, 0},
    {"wide paragraph", "|a", 20000, "\n", 1, 0},
    {"wide rows", "|a|\n|-|\n", 1, "|a|a|a|a|a|a|a|a", 8000, 0},
    {"tables", "", 0, "|a\n|-\n\n", 20000, 0},
    {"tables without blanks", "", 0, "|a\n|-\n# x\n", 20000, 0},
    {"delimiter rows", "", 0, "-|-\n-|-|-\n", 30000, 0},
    {"short rows of 16 columns",
     "|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a\n|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-|-\n", 1,
     "a\n", 100000, 0},
    {"lists in a line", "- ", 50000, "a\n", 1, 0},
    {"lists, then blank lines", "+ ", 50000, "\n", 200000, 0},
    {"lists in quotes, blank", "> + + + + + + + + + + + + + + + + + + +\n", 1,
     ">\n", 100000, 0},
    {"thematic breaks", "", 0, "- - - - - - - - - - -\n", 10000, 0},
    {"long thematic break", "* ", 100000, "\n", 1, 0},
    {"items", "", 0, "- item\n", 40000, 0},
    {"nested items", "", 0, "- item\n", 1000, 2},
    {"open brackets", "", 0, "[", 100000, 0},
    {"open brackets on lines", "", 0, "[\n", 100000, 0},
    {"emphasis", "", 0, "*a ", 100000, 0},
    {"emphasis of words", "", 0, "_a_ ", 60000, 0},
    {"backticks", "", 0, "`a``b```c````", 20000, 0},
    {"backticks on lines", "", 0, "``\n`\n", 40000, 0},
    {"fences", "", 0, "```\na\n", 40000, 0},
    {"definitions", "", 0, "[a]: b\n", 40000, 0},
    {"definitions, open titles", "", 0, "[a]: b (c\n[a]: b 'c\n[a]: b \"c\n",
     20000, 0},
    {"underlines", "", 0, "[a]: b\n===\n", 30000, 0},
    {"open comment", "<!--\n", 1, "a <!-- b\n", 40000, 0},
    {"comments", "", 0, "<!-- -->\n", 40000, 0},
    {"byte order marks", "", 0, "\xEF\xBB\xBF\n", 40000, 0},
    {"blank lines", "", 0, "\n", 500000, 0},
    {"carriage returns", "", 0, "a\r", 300000, 0},
};

const size_t hostile_count = sizeof hostiles / sizeof hostiles[0];

void hostile_text(const struct hostile *hostile, struct buffer *text)
{
    for (size_t i = 0; i < hostile->head_times; i++)
        buffer_add_string(text, hostile->head);
    for (size_t i = 0; i < hostile->times; i++) {
        for (size_t j = 0; j < i * hostile->indent; j++)
            buffer_add_char(text, ' ');
        buffer_add_string(text, hostile->body);
    }
}
