/*
 * actions.c - turns what can be done about findings into code actions.
 */
#include "actions.h"

#include <string.h>

#include "additions.h"
#include "certificate_maker.h"
#include "code_actions.h"
#include "diagnostics.h"
#include "edits.h"
#include "finding.h"
#include "lsp_command.h"
#include "lsp_edit.h"
#include "memory.h"
#include "offers.h"
#include "settings.h"
#include "uri.h"

/* What all the actions of one request share. */
struct offer {
    const struct workspace *workspace;
    struct document *document;
    struct span span;
    json_t *array;                  /* of the actions so far */
    bool shows;                     /* an action leads to what it put in */
};

static const struct lsp_client *client_of(const struct offer *offer)
{
    return &offer->workspace->client.facts;
}

/* An array with the diagnostic of FINDING; NULL if FINDING is. */
static json_t *diagnostics_for(const struct offer *offer,
                               const struct finding *finding)
{
    json_t *array;

    if (!finding)
        return NULL;
    array = json_array();
    json_array_append_new(array, diagnostic_of_finding(offer->document,
                                                       client_of(offer),
                                                       finding));
    return array;
}

/* Where the first line will be that ACTION, which puts lines in at one place,
 * does put in; false if it does something else. */
static bool inserted_place(const struct offer *offer,
                           const struct code_action *action,
                           struct position *place)
{
    const struct edit *edit = action->edits;
    struct slice text;
    size_t at;

    if (action->edit_count != 1 || edit->span.start != edit->span.end)
        return false;
    text = slice_of(edit->text);
    at = slice_skip(text, 0, "\r\n");
    *place = workspace_range(offer->workspace, offer->document, edit->span)
                 .start;
    for (size_t byte = 0; byte < at; byte++)
        place->line += text.bytes[byte] == '\n';
    if (at)
        place->character = 0;
    return slice_line_end(text, at) < text.length;
}

/* The client is to show what ACTION puts in, if it can: that may be far away
 * from the finding. */
static void lead_there(const struct offer *offer,
                       const struct code_action *action,
                       struct lsp_code_action *written)
{
    struct position place;

    if (!offer->shows || !client_of(offer)->shows_documents ||
        !inserted_place(offer, action, &place))
        return;
    written->command = LSP_SHOW_COMMAND;
    written->arguments = lsp_write_place(offer->document->uri, place);
}

static void add(struct offer *offer, const struct code_action *action,
                enum lsp_action_kind kind)
{
    struct lsp_code_action written = {
        .title = action->title,
        .kind = kind,
        .preferred = action->preferred,
        .diagnostics = diagnostics_for(offer, action->finding),
        .file = workspace_file_edit(offer->workspace, offer->document,
                                    action->edits, action->edit_count),
    };

    lead_there(offer, action, &written);
    json_array_append_new(offer->array,
                          lsp_write_code_action(&written, client_of(offer)));
    memory_free((void *)written.file.edits);
}

/* ACTIONS are given up. */
static void add_all(struct offer *offer, struct code_actions *actions,
                    enum lsp_action_kind kind)
{
    for (size_t index = 0; index < actions->count; index++)
        add(offer, &actions->items[index], kind);
    code_actions_free(actions);
}

/* Offers EDIT, of the settings file, for the rule of FINDING. */
static void add_settings_edit(struct offer *offer,
                              const struct finding *finding,
                              const struct settings_edit *edit)
{
    const char *rule = finding_rule(finding)->id;
    const struct finding_words words = {.value = slice_of(rule),
                                        .other = slice_of(SETTINGS_FILE)};
    struct slice before = buffer_slice(&edit->before);
    struct text *text = text_new(before);
    struct buffer after = {NULL, 0, 0};
    char *title = message_fill_in(rule_fixes[FIX_SWITCH_OFF].title, &words);
    char *uri = uri_of_path(edit->path);
    struct lsp_edit replacement;
    struct lsp_code_action action;

    edits_add_text(&after, edit->after.bytes, edits_line_end(before));
    replacement = (struct lsp_edit){
        text_range(text, (struct span){0, before.length},
                   client_of(offer)->encoding),
        after.bytes};
    action = (struct lsp_code_action){
        .title = title,
        .kind = LSP_QUICK_FIX,
        .diagnostics = diagnostics_for(offer, finding),
        .file = {.uri = slice_of(uri),
                 .create = edit->create,
                 .edits = &replacement,
                 .edit_count = 1},
    };
    json_array_append_new(offer->array,
                          lsp_write_code_action(&action, client_of(offer)));
    memory_free(uri);
    memory_free(title);
    buffer_free(&after);
    text_free(text);
}

/* Offers to switch off the rule of FINDING in the settings of the folder. */
static void add_switch(struct offer *offer, const struct finding *finding)
{
    char *folder = uri_folder(offer->document->uri, client_of(offer)->root);
    struct settings_edit edit;

    if (folder &&
        settings_edit_disable(folder, finding_rule_id(finding), &edit)) {
        if (!edit.create || client_of(offer)->creates_files)
            add_settings_edit(offer, finding, &edit);
        settings_edit_free(&edit);
    }
    memory_free(folder);
}

/* Offers to explain the rule of FINDING. */
static void add_explanation(struct offer *offer, const struct finding *finding)
{
    const char *rule = finding_rule(finding)->id;
    const struct finding_words words = {.value = {rule, strlen(rule)}};
    char *title = message_fill_in(rule_fixes[FIX_EXPLAIN].title, &words);

    json_array_append_new(
        offer->array,
        lsp_write_code_action(
            &(struct lsp_code_action){
                .title = title,
                .kind = LSP_QUICK_FIX,
                .diagnostics = diagnostics_for(offer, finding),
                .command = LSP_EXPLAIN_COMMAND,
                .arguments = json_pack("[s]", rule)},
            client_of(offer)));
    memory_free(title);
}

/* Calls OFFERS for the first finding of each rule that is found there. */
static void add_for_rules(struct offer *offer,
                          void (*offers)(struct offer *offer,
                                         const struct finding *finding))
{
    const struct findings *findings = &offer->document->findings;
    bool offered[RULE_COUNT] = {false};

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        enum rule_id rule = finding_rule_id(finding);

        if (offered[rule] || !code_actions_concern(finding, offer->span))
            continue;
        offered[rule] = true;
        offers(offer, finding);
    }
}

static void add_quick_fixes(struct offer *offer,
                            const struct code_action_source *source)
{
    struct code_actions actions = {NULL, 0, 0};

    code_actions_fix(&actions, source, offer->span);
    offer->shows = true;
    add_all(offer, &actions, LSP_QUICK_FIX);
    offer->shows = false;
}

/* What silences a rule: the last of all that is offered. */
static void add_silencers(struct offer *offer,
                          const struct code_action_source *source)
{
    struct code_actions actions = {NULL, 0, 0};

    code_actions_suppress(&actions, source, offer->span);
    add_all(offer, &actions, LSP_QUICK_FIX);
    add_for_rules(offer, add_switch);
}

/* Not if the fix of a finding does the same. */
static void add_rewrites(struct offer *offer,
                         const struct code_action_source *source,
                         unsigned kinds)
{
    struct code_actions actions = {NULL, 0, 0};

    if ((kinds & LSP_QUICK_FIX) &&
        code_actions_has_fix(source, offer->span, FIX_RENUMBER))
        return;
    code_actions_renumbering(&actions, source, document_model(offer->document),
                             offer->span);
    add_all(offer, &actions, LSP_REWRITE);
}

/* The finding there that a list of certificates would answer, or NULL. */
static const struct finding *list_wanted(const struct offer *offer)
{
    const struct findings *findings = &offer->document->findings;

    for (size_t index = 0; index < findings->count; index++) {
        const struct finding *finding = &findings->items[index];
        enum rule_id rule = finding_rule_id(finding);

        if ((rule == RULE_CERTIFICATE_LISTING_FORMAT ||
             rule == RULE_CERTIFICATE_COLUMNS) &&
            code_actions_concern(finding, offer->span))
            return finding;
    }
    return NULL;
}

/*
 * As KIND, for FINDING or NULL. What the guidelines want and isn't known is
 * still to be filled in then.
 */
static void add_certificates(struct offer *offer, enum lsp_action_kind kind,
                             const struct finding *finding)
{
    struct document *document = offer->document;
    struct made_list list;
    struct buffer text = {NULL, 0, 0};
    struct edit edit;

    if (!certificate_maker_read(&list, document_model(document),
                                offer->span.start))
        return;
    edits_add_text(&text, list.text.bytes,
                   edits_line_end(text_bytes(document->text)));
    edit = (struct edit){list.span, text.bytes};
    add(offer,
        &(struct code_action){
            .title = (char *)rule_fixes[FIX_MAKE_CERTIFICATES].title,
            .finding = finding,
            .edits = &edit, .edit_count = 1},
        kind);
    buffer_free(&text);
    buffer_free(&list.text);
}

/* Offers to say in a directive what somebody has just done. */
static void add_told(struct offer *offer,
                     const struct code_action_source *source)
{
    const struct report_moment now = client_now(&offer->workspace->client);
    struct code_actions actions = {NULL, 0, 0};

    code_actions_directives(&actions, source, document_model(offer->document),
                            offer->span, &now);
    add_all(offer, &actions, LSP_REWRITE);
}

static void add_fix_all(struct offer *offer,
                        const struct code_action_source *source)
{
    struct code_actions actions = {NULL, 0, 0};

    code_actions_fix_all(&actions, source);
    add_all(offer, &actions, LSP_FIX_ALL);
}

json_t *actions_at(const struct workspace *workspace,
                   struct document *document, struct span span, unsigned kinds)
{
    struct offer offer = {workspace, document, span, json_array(), false};
    struct check_options options = document->settings.checks;
    const struct proof_source tried = {text_bytes(document->text), &options,
                                       &document->findings};
    struct code_action_source source = {document->text, document->blocks,
                                        &document->findings, &options, NULL};
    const struct finding *wanted = NULL;

    options.today = document->day;
    options.attachments = &document->attachments;
    source.proof = proof_new(&tried);
    if (kinds & LSP_QUICK_FIX) {
        add_quick_fixes(&offer, &source);
        wanted = list_wanted(&offer);
        if (wanted)
            add_certificates(&offer, LSP_QUICK_FIX, wanted);
        /* Where nothing can be fixed automatically, this comes first. */
        add_for_rules(&offer, add_explanation);
    }
    if (kinds & LSP_REWRITE)
        add_rewrites(&offer, &source, kinds);
    if ((kinds & LSP_CERTIFICATES) && !wanted)
        add_certificates(&offer, LSP_CERTIFICATES, NULL);
    if (kinds & LSP_REWRITE)
        add_told(&offer, &source);
    if (kinds & LSP_REFACTOR) {
        offers_actions(workspace, document, offer.array);
        additions_actions(workspace, document, span.start, offer.array);
    }
    if (kinds & LSP_FIX_ALL)
        add_fix_all(&offer, &source);
    if (kinds & LSP_QUICK_FIX)
        add_silencers(&offer, &source);
    proof_free(source.proof);
    return offer.array;
}
