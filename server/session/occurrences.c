/*
 * occurrences.c - turns mentions of a contributing factor into places in an
 * editor.
 */
#include "occurrences.h"

#include "lsp_edit.h"
#include "lsp_view.h"
#include "memory.h"
#include "navigation_rename.h"

/* Which of the mentions are asked for. */
enum wanted {
    WANTED_HEADINGS = 1,
    WANTED_REFERENCES = 2
};

/* No more of them are shown. */
#define MENTIONS_MOST 5000

/* Fills MENTIONS with those that are WANTED (bits) of what is at OFFSET. */
static void find_mentions(struct document *document, size_t offset,
                          unsigned wanted, struct mentions *mentions)
{
    const struct reports *reports = document_model(document);
    struct naming naming;

    *mentions = (struct mentions){NULL, 0, 0};
    if (!naming_at(reports, offset, &naming))
        return;
    if (wanted & WANTED_HEADINGS)
        mentions_headings(reports, &naming, mentions);
    if (wanted & WANTED_REFERENCES)
        mentions_references(reports, &naming, mentions);
    if (mentions->count > MENTIONS_MOST)
        mentions->count = MENTIONS_MOST;
}

static json_t *locations(struct workspace *workspace,
                         struct document *document, size_t offset,
                         unsigned wanted)
{
    json_t *array = json_array();
    struct mentions mentions;

    find_mentions(document, offset, wanted, &mentions);
    for (size_t index = 0; index < mentions.count; index++)
        json_array_append_new(
            array,
            lsp_write_location(document->uri,
                               workspace_range(workspace, document,
                                               mentions.items[index].span)));
    mentions_free(&mentions);
    return array;
}

json_t *occurrences_definitions(struct workspace *workspace,
                               struct document *document, size_t offset)
{
    return locations(workspace, document, offset, WANTED_HEADINGS);
}

json_t *occurrences_references(struct workspace *workspace,
                              struct document *document, size_t offset)
{
    return locations(workspace, document, offset, WANTED_REFERENCES);
}

json_t *occurrences_mentions(struct workspace *workspace,
                            struct document *document, size_t offset)
{
    return locations(workspace, document, offset,
                     WANTED_HEADINGS | WANTED_REFERENCES);
}

json_t *occurrences_highlights(struct workspace *workspace,
                              struct document *document, size_t offset)
{
    json_t *array = json_array();
    struct mentions mentions;

    if (document_is_off(document, FEATURE_HIGHLIGHTS))
        return array;
    find_mentions(document, offset, WANTED_HEADINGS | WANTED_REFERENCES,
                  &mentions);
    for (size_t index = 0; index < mentions.count; index++) {
        struct mention mention = mentions.items[index];

        json_array_append_new(
            array, lsp_write_highlight(
                       workspace_range(workspace, document, mention.span),
                       mention.declares));
    }
    mentions_free(&mentions);
    return array;
}

json_t *occurrences_renamable(struct workspace *workspace,
                             struct document *document, size_t offset)
{
    struct naming naming;
    struct slice words;

    if (!naming_at(document_model(document), offset, &naming) ||
        !rename_can(&naming))
        return NULL;
    words = text_slice(document->text, naming.span);
    return lsp_write_renamable(
        workspace_range(workspace, document, naming.span), words);
}

/* The edit that replaces all of MENTIONS by TEXT. */
static json_t *write_rename(const struct workspace *workspace,
                            const struct document *document,
                            const struct mentions *mentions, char *text)
{
    struct edit *edits = memory_new(mentions->count * sizeof *edits);
    struct lsp_file_edit file;
    json_t *value = NULL;

    for (size_t i = 0; i < mentions->count; i++)
        edits[i] = (struct edit){mentions->items[i].span, text};
    file = workspace_file_edit(workspace, document, edits, mentions->count);
    value = lsp_write_rename(&file, &workspace->client.facts);
    memory_free((void *)file.edits);
    memory_free(edits);
    return value;
}

json_t *occurrences_rename(struct workspace *workspace,
                          struct document *document, size_t offset,
                          struct slice name, const char **refusal)
{
    const struct reports *reports = document_model(document);
    struct mentions mentions;
    struct naming naming;
    json_t *value;
    char *text;

    *refusal = "there is nothing to rename here";
    if (!naming_at(reports, offset, &naming))
        return NULL;
    *refusal = rename_read(reports, &naming, &name, &mentions);
    if (*refusal)
        return NULL;
    text = memory_copy(name.bytes, name.length);
    value = write_rename(workspace, document, &mentions, text);
    memory_free(text);
    mentions_free(&mentions);
    return value;
}
