/* Turns what names a contributing factor into places in an editor. */
#include "navigating.h"

#include "navigation.h"
#include "place.h"

/* Which of the mentions are asked for. */
enum wanted {
    WANTED_HEADINGS = 1,
    WANTED_REFERENCES = 2
};

/* Fills MENTIONS with those WANTED, bits, of what OFFSET is on. */
static void find_mentions(struct document *document, size_t offset,
                          unsigned wanted, struct mentions *mentions)
{
    struct reports *reports = document_model(document);
    struct naming naming;

    *mentions = (struct mentions){NULL, 0, 0};
    if (!naming_at(reports, offset, &naming))
        return;
    if (wanted & WANTED_HEADINGS)
        mentions_headings(&naming, mentions);
    if (wanted & WANTED_REFERENCES)
        mentions_references(reports, &naming, mentions);
}

static json_t *locations(struct workspace *workspace,
                         struct document *document, size_t offset,
                         unsigned wanted)
{
    struct lsp_string uri = {document->uri.bytes, document->uri.length};
    json_t *array = json_array();
    struct mentions mentions;

    find_mentions(document, offset, wanted, &mentions);
    for (size_t index = 0; index < mentions.count; index++)
        json_array_append_new(
            array,
            lsp_write_location(uri,
                               place_range(document->text,
                                           mentions.items[index].span,
                                           workspace->client.facts.encoding)));
    mentions_free(&mentions);
    return array;
}

json_t *navigating_definitions(struct workspace *workspace,
                               struct document *document, size_t offset)
{
    return locations(workspace, document, offset, WANTED_HEADINGS);
}

json_t *navigating_references(struct workspace *workspace,
                              struct document *document, size_t offset)
{
    return locations(workspace, document, offset, WANTED_REFERENCES);
}

json_t *navigating_mentions(struct workspace *workspace,
                            struct document *document, size_t offset)
{
    return locations(workspace, document, offset,
                     WANTED_HEADINGS | WANTED_REFERENCES);
}

json_t *navigating_highlights(struct workspace *workspace,
                              struct document *document, size_t offset)
{
    json_t *array = json_array();
    struct mentions mentions;

    if (document->settings.off & FEATURE_HIGHLIGHTS)
        return array;
    find_mentions(document, offset, WANTED_HEADINGS | WANTED_REFERENCES,
                  &mentions);
    for (size_t index = 0; index < mentions.count; index++) {
        struct mention mention = mentions.items[index];

        json_array_append_new(
            array, lsp_write_highlight(
                       place_range(document->text, mention.span,
                                   workspace->client.facts.encoding),
                       mention.declares));
    }
    mentions_free(&mentions);
    return array;
}
