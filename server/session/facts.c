/* Writes into a report what its user has answered. */
#include "facts.h"

#include <string.h>

#include "directive_edits.h"
#include "memory.h"
#include "offers.h"
#include "report_moment.h"

#define OWNER "owner"
#define NOW "now"

/* What is to be told. */
struct telling {
    struct directive_fact facts[KEY_COUNT];
    size_t count;
    struct buffer now;
};

/* In a directive, quotes would have to be put around anything else. */
static bool is_word(struct slice value)
{
    for (size_t at = 0; at < value.length; at++) {
        char byte = value.bytes[at];

        if (byte <= ' ' || byte == 0x7f || strchr("\"'()\\,=", byte))
            return false;
    }
    return true;
}

static void add_now(const struct client *client, struct buffer *words)
{
    const struct report_moment now = client_now(client);

    if (!words->length)
        report_moment_add_iso(words, &now);
}

static bool read_fact(const struct workspace *workspace,
                      const struct lsp_facts_params *params,
                      const struct rule_key *key, struct telling *telling)
{
    struct directive_fact *fact = &telling->facts[telling->count];
    struct slice value;
    bool gone;

    if (!lsp_read_fact(params, key->key, &value, &gone))
        return true;
    telling->count++;
    *fact = (struct directive_fact){key, gone ? NULL : value.bytes};
    if (!gone && !strcmp(value.bytes, NOW)) {
        add_now(&workspace->client, &telling->now);
        fact->value = telling->now.bytes;
    }
    return gone || is_word(value);
}

/* The edit that puts OWNER in place of what the report calls its CA Owner. */
static bool owner_edit(const struct reports *reports, struct slice owner,
                       struct edit *edit)
{
    const struct report_field *field =
        reports->count ? reports->items[0].firsts[FIELD_CCADB_ID] : NULL;
    struct buffer words = {NULL, 0, 0};

    if (!field)
        return false;
    if (field->answer.start == field->whole.end)
        buffer_add_char(&words, ' ');
    buffer_add_slice(&words, owner);
    *edit = (struct edit){field->answer, buffer_take(&words)};
    return true;
}

static void ask(struct workspace *workspace, struct document *document,
                const struct lsp_facts_params *params,
                const struct telling *telling)
{
    const struct reports *reports = document_model(document);
    struct slice owner;
    struct directive_edits edits;
    struct edit edit;
    bool gone;

    directive_edits_read(
        &edits, reports,
        workspace_offset(workspace, document, params->place.position),
        telling->facts, telling->count);
    if (lsp_read_fact(params, OWNER, &owner, &gone) && !gone && owner.length &&
        owner_edit(reports, owner, &edit))
        *memory_add(&edits) = edit;
    if (edits.count)
        offers_ask_to_edit(workspace, document,
                           rule_fixes[FIX_SET_FACTS].title, edits.items,
                           edits.count);
    directive_edits_free(&edits);
}

const char *facts_set(struct workspace *workspace, struct document *document,
                      const struct lsp_facts_params *params)
{
    struct telling telling = {.count = 0};
    bool good = true;

    for (size_t i = 0; i < KEY_COUNT; i++)
        good &= read_fact(workspace, params, &rule_keys[i], &telling);
    if (good)
        ask(workspace, document, params, &telling);
    buffer_free(&telling.now);
    return good ? NULL : "a fact must be one word, without quotes, brackets "
                         "and commas";
}
