/* The edits that silence a rule at a place, or in a report. */
#include "suppression.h"

#include "memory.h"

/* Text that is no container of other blocks. */
static bool is_leaf(const struct node *node)
{
    return node->kind != NODE_QUOTE && node->kind != NODE_LIST &&
           node->kind != NODE_ITEM && node->kind != NODE_ROW;
}

/*
 * The leaf that LINE of the text is in; NULL if it is in none, or in a quote,
 * where nothing can be inserted without its marks.
 */
static const struct node *leaf_at(const struct text *text,
                                  const struct block *block,
                                  size_t line)
{
    size_t start = text_line(text, line).start - block->start;
    const struct node *leaf = NULL;

    for (size_t index = 0; index < block->node_count; index++) {
        const struct node *node = &block->nodes[index];

        if (block->line + node->line > line || node->end < start)
            continue;
        if (node->kind == NODE_QUOTE)
            return NULL;
        if (is_leaf(node))
            leaf = node;
    }
    return leaf;
}

/* The line that silences FINDING's rule, for memory_free(). */
static char *directive_new(enum directive_id which,
                           const struct finding *finding)
{
    struct buffer line = {NULL, 0, 0};

    buffer_addf(&line, "[%s]: # (%s)\n", rule_directives[which].name,
                finding_rule(finding)->id);
    return buffer_take(&line);
}

/* Above LINE, indented like it. */
static void insert_above(const struct text *text, size_t line,
                         const char *directive,
                         struct suppression *suppression)
{
    bool parted = !line || slice_is_blank(text_line_bytes(text, line - 1));
    struct span span = text_line_content(text, line);
    struct slice content = text_slice(text, span);

    *suppression = (struct suppression){span.start, {NULL, 0, 0}};
    if (!parted)
        buffer_add_char(&suppression->text, '\n');
    buffer_add(&suppression->text, content.bytes,
               slice_skip_blanks(content, 0));
    buffer_addf(&suppression->text, "%s\n", directive);
}

/* Below LINE, which may be the last. */
static void insert_below(const struct text *text, size_t line,
                         const char *directive,
                         struct suppression *suppression)
{
    bool last = line + 1 >= text_line_count(text);

    *suppression = (struct suppression){text_line(text, line).end,
                                        {NULL, 0, 0}};
    buffer_add_string(&suppression->text, last ? "\n\n" : "\n");
    buffer_add_string(&suppression->text, directive);
    if (!last && !slice_is_blank(text_line_bytes(text, line + 1)))
        buffer_add_char(&suppression->text, '\n');
}

static struct block block_at(const struct text *text,
                             const struct blocks *blocks,
                             size_t line)
{
    size_t start = text_line(text, line).start;

    return blocks_at(blocks, blocks_find(blocks, start));
}

/* The first line of the block that the text's LINE is in, if a block can stand
 * above that: not where it is in a quote or between blocks. */
static bool first_line(const struct text *text, const struct blocks *blocks,
                       size_t line, size_t *first)
{
    struct block block = block_at(text, blocks, line);
    const struct node *leaf = leaf_at(text, &block, line);

    if (leaf)
        *first = block.line + leaf->line;
    return leaf != NULL;
}

/* What is wrong only on the first line of a text is not, once a line is put
 * above it. */
static bool is_of_first_line(const struct finding *finding)
{
    return !finding->span.start && finding->report.start;
}

bool suppression_of_line(const struct text *text, const struct blocks *blocks,
                         const struct finding *finding,
                         struct suppression *suppression)
{
    size_t line = text_line_at(text, finding->span.start);
    struct block block = block_at(text, blocks, line);
    const struct node *leaf = leaf_at(text, &block, line);
    char *directive;

    if (!leaf || block.line + leaf->line != line || is_of_first_line(finding))
        return false;
    directive = directive_new(DIRECTIVE_DISABLE_NEXT_LINE, finding);
    insert_above(text, line, directive, suppression);
    memory_free(directive);
    return true;
}

/* The last line of the heading, if it is one: in a paragraph others follow. */
static bool last_line(const struct text *text, const struct blocks *blocks,
                      size_t line, size_t *last)
{
    struct block block = block_at(text, blocks, line);
    const struct node *leaf = leaf_at(text, &block, line);

    if (leaf)
        *last = text_line_at(text, block.start + leaf->end);
    return leaf != NULL;
}

/* The line above or below which a directive at FINDING's report stands. */
struct report_place {
    size_t line;
    bool below;
};

/* What is found on the heading, or above it, needs a directive above. */
static bool report_place_find(const struct text *text,
                              const struct blocks *blocks,
                              const struct finding *finding,
                              struct report_place *place)
{
    size_t line = text_line_at(text, finding->span.start);
    size_t heading = text_line_at(text, finding->report.start);
    size_t last;

    if (is_of_first_line(finding) || !last_line(text, blocks, heading, &last))
        return false;
    *place = (struct report_place){last, line > last};
    return place->below ||
           first_line(text, blocks, line < heading ? line : heading,
                      &place->line);
}

bool suppression_of_report(const struct text *text, const struct blocks *blocks,
                           const struct finding *finding,
                           struct suppression *suppression)
{
    struct report_place place;
    char *directive;

    if (!report_place_find(text, blocks, finding, &place))
        return false;
    directive = directive_new(DIRECTIVE_DISABLE, finding);
    if (place.below)
        insert_below(text, place.line, directive, suppression);
    else
        insert_above(text, place.line, directive, suppression);
    memory_free(directive);
    return true;
}
