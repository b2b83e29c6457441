/* Whether a text can be rendered without anybody waiting for it. */
#include "html_cost.h"

#include <string.h>

#include "blocks.h"
#include "html.h"
#include "rows.h"

/*
 * What cmark-gfm does too often, and what once costs at most, in nanoseconds
 * on a machine of 2020. Measured with texts of one kind of trouble each.
 */
#define COST_MOST ((size_t)100 * 1000 * 1000)
#define COST_OF_LINE 20   /* in a container, even if it doesn't begin there */
#define COST_OF_NODE 5    /* a byte's, in a container */
#define COST_OF_BYTE 25   /* of lines that may have to be a header */
#define COST_OF_PIPE 5    /* beside another on the same line */
#define COST_OF_ROW 3000
#define COST_OF_CELL 400  /* there or not: short rows are filled up */
#define COST_OF_MARK 800  /* that may begin or end an emphasis */
#define COST_OF_USE 25    /* a byte of a definition, at a bracket */
#define COST_OF_ADDRESS 5 /* a byte, for each address that may go that far */
#define TRIES_PER_COST 4  /* bytes read on from a bracket */

struct estimate {
    const struct text *text;
    size_t cost;
    size_t brackets;           /* in the text */
    size_t longest_definition; /* in bytes */
    size_t columns;            /* of the table the walk is in */
};

static size_t count_marks(struct slice bytes, const char *marks)
{
    size_t length = strlen(marks);
    size_t count = 0;

    for (size_t i = 0; i < bytes.length; i++)
        count += memchr(marks, bytes.bytes[i], length) != NULL;
    return count;
}

static bool is_blank_at(struct slice bytes, size_t offset)
{
    return offset >= bytes.length || byte_is_space(bytes.bytes[offset]);
}

/* At most how many containers LINE is in by what it begins with. */
static size_t container_marks(struct slice line)
{
    size_t count = 0;

    for (size_t i = 0; i < line.length; i++) {
        char byte = line.bytes[i];

        if (!byte_is_in(byte, " \t>-+*.)0123456789"))
            break;
        if (byte == '\t')
            count += 2;
        else if (byte == '>' || byte == ' ' ||
                 (byte_is_in(byte, "-+*.)") && is_blank_at(line, i + 1)))
            count++;
    }
    return count;
}

static size_t cost_of_containers(const struct text *text)
{
    size_t lines = text_line_count(text);
    size_t most = 0;

    for (size_t i = 0; i < lines; i++) {
        size_t marks = container_marks(text_line_bytes(text, i));

        most = marks > most ? marks : most;
    }
    return most * (lines * COST_OF_LINE + text_length(text) * COST_OF_NODE);
}

/* Whether LINE, with its blanks and quotes, could be below a table's header. */
static bool delimits(struct slice line)
{
    return rows_delimits(slice_from(line, slice_skip(line, 0, " \t>")));
}

/*
 * At each line of a paragraph that could be below a table's header, and at the
 * line after it, all that the paragraph has so far is read as that header.
 */
static size_t cost_of_headers(const struct text *text, struct span span)
{
    size_t first = text_line_at(text, span.start);
    size_t last = text_line_at(text, span.end);
    size_t lines = last - first + 1;
    size_t cost = lines * lines + span_length(span) * COST_OF_BYTE;
    size_t times = 1;

    for (size_t i = first; i <= last; i++) {
        struct slice line = text_line_bytes(text, i);
        size_t pipes = count_marks(line, "|");

        cost += pipes * pipes * COST_OF_PIPE;
        times += delimits(line);
    }
    return cost * times;
}

/* Whether what could be an address, or the end of one, is at OFFSET. */
static bool is_address_at(struct slice bytes, size_t offset)
{
    return byte_is_in(bytes.bytes[offset], "@)") ||
           slice_has(bytes, offset, "://") || slice_has(bytes, offset, "www.");
}

/* An address goes no further than to the next blank. */
static size_t cost_of_addresses(struct slice bytes)
{
    size_t cost = 0;
    size_t start = 0;
    size_t count = 0;

    for (size_t i = 0; i <= bytes.length; i++) {
        if (is_blank_at(bytes, i)) {
            cost += count * (i - start) * COST_OF_ADDRESS;
            start = i;
            count = 0;
        } else {
            count += is_address_at(bytes, i);
        }
    }
    return cost;
}

static size_t cost_of_brackets(struct slice bytes)
{
    return count_marks(bytes, "[]()") * bytes.length / TRIES_PER_COST;
}

static void add_node(struct estimate *estimate, const struct block *block,
                     const struct node *node)
{
    struct span span = {block->start + node->start, block->start + node->end};
    struct slice bytes = text_slice(estimate->text, span);

    switch (node->kind) {
    case NODE_DEFINITION:
        if (bytes.length > estimate->longest_definition)
            estimate->longest_definition = bytes.length;
        break;
    case NODE_ROW:
        if (node->level)
            estimate->columns = rows_columns(bytes);
        estimate->cost += COST_OF_ROW + estimate->columns * COST_OF_CELL;
        break;
    case NODE_PARAGRAPH:
    case NODE_HEADING:
        break;
    default:
        return;
    }
    estimate->brackets += count_marks(bytes, "[");
    estimate->cost += cost_of_brackets(bytes) + cost_of_addresses(bytes) +
                      cost_of_headers(estimate->text, span) +
                      count_marks(bytes, "*_~") * COST_OF_MARK;
}

static size_t cost_of_blocks(const struct text *text)
{
    struct blocks *blocks = blocks_new(text);
    struct estimate estimate = {.text = text};

    for (size_t i = 0; i < blocks_count(blocks); i++) {
        struct block block = blocks_at(blocks, i);

        for (size_t j = 0; j < block.node_count; j++)
            add_node(&estimate, &block, &block.nodes[j]);
    }
    blocks_free(blocks);
    return estimate.cost +
           estimate.brackets * estimate.longest_definition * COST_OF_USE;
}

size_t html_cost(struct slice markdown)
{
    struct text *text = text_new(markdown);
    size_t cost = cost_of_containers(text) + cost_of_blocks(text);

    text_free(text);
    return cost;
}

bool html_is_cheap(struct slice markdown)
{
    return markdown.length <= HTML_TEXT_MOST &&
           html_cost(markdown) <= COST_MOST;
}
