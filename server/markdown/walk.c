/* The state of the walk through cmark's tree, and the nodes it adds. */
#include "walk.h"

#include "markers.h"
#include "memory.h"

static struct span line_span(const struct walk *walk, size_t line)
{
    return text_line_content(walk->text, walk->first + line);
}

struct slice walk_line(const struct walk *walk, size_t line)
{
    return text_slice(walk->text, line_span(walk, line));
}

enum mark_kind walk_mark(const struct walk *walk, size_t line)
{
    return (enum mark_kind)walk->reader.marks[line].kind;
}

/* A setext underline that has nothing but definitions above it is text, but
 * has no mark. Only blanks and the marks of quotes can precede it. */
static size_t text_column(const struct walk *walk, size_t line)
{
    if (walk_mark(walk, line) == MARK_NONE)
        return markers_skip(walk_line(walk, line), SIZE_MAX);
    return walk->reader.marks[line].start;
}

struct extent walk_text(const struct walk *walk, size_t first, size_t last)
{
    return (struct extent){first, text_column(walk, first), last};
}

struct node *walk_add(struct walk *walk, enum node_kind kind,
                      struct extent extent)
{
    struct outline *outline = &walk->outline;
    size_t start = line_span(walk, extent.line).start + extent.column;
    size_t end = line_span(walk, extent.last).end;
    size_t depth = walk->depth < UINT16_MAX ? walk->depth : UINT16_MAX;
    struct node *node;

    node = memory_append(outline->nodes, outline->count, outline->room);
    *node = (struct node){
        .start = (uint32_t)(start - walk->start),
        .end = (uint32_t)(end - walk->start),
        .line = (uint32_t)extent.line,
        .depth = (uint16_t)depth,
        .kind = (uint8_t)kind,
    };
    if (walk->end < node->end)
        walk->end = node->end;
    return node;
}

void walk_add_definitions(struct walk *walk, size_t end)
{
    size_t line = walk->claimed;

    if (end > walk->reader.line_count)
        end = walk->reader.line_count;
    while (line < end) {
        size_t first = line++;

        if (walk_mark(walk, first) != MARK_TEXT)
            continue;
        while (line < end && walk_mark(walk, line) == MARK_TEXT)
            line++;
        walk_add(walk, NODE_DEFINITION, walk_text(walk, first, line - 1));
    }
    if (walk->claimed < end)
        walk->claimed = end;
}

/* A container without children ends with its first line. */
struct node *walk_open(struct walk *walk, enum node_kind kind,
                       cmark_node *container)
{
    size_t line = reader_start_line(&walk->reader, container);
    size_t column = reader_start_column(&walk->reader, container);
    struct node *node;

    walk->open = memory_grow(walk->open, &walk->open_room, walk->depth + 1,
                             sizeof *walk->open);
    walk->open[walk->depth] = walk->outline.count;
    node = walk_add(walk, kind, (struct extent){line, column, line});
    walk->depth++;
    return node;
}

void walk_close(struct walk *walk, cmark_node *container)
{
    walk_add_definitions(walk, reader_end_line(container));
    walk->depth--;
    walk->outline.nodes[walk->open[walk->depth]].end = walk->end;
}
