// What a server may only say to a client that has said it can take it.
'use strict';

const at = (value, path) =>
    path.split('/').reduce((inner, name) => inner?.[name], value);

const list = (value) => (Array.isArray(value) ? value : value?.items ?? []);

// Requests of the server, and what allows them.
const calls = {
    'workspace/configuration': 'workspace/configuration',
    'workspace/applyEdit': 'workspace/applyEdit',
    'workspace/codeLens/refresh': 'workspace/codeLens/refreshSupport',
    'workspace/inlayHint/refresh': 'workspace/inlayHint/refreshSupport',
    'workspace/diagnostic/refresh': 'workspace/diagnostics/refreshSupport',
    'workspace/semanticTokens/refresh':
        'workspace/semanticTokens/refreshSupport',
    'window/workDoneProgress/create': 'window/workDoneProgress',
    'window/showDocument': 'window/showDocument/support',
    'window/showMessageRequest': 'window/showMessage',
};

// The capability that lets METHOD be registered later.
function registrationOf(method) {
    const names = {
        'textDocument/didOpen': 'synchronization',
        'textDocument/didChange': 'synchronization',
        'textDocument/didClose': 'synchronization',
        'textDocument/didSave': 'synchronization',
    };
    const [part, name] = method.split('/');
    return `${part}/${names[method] ?? name}/dynamicRegistration`;
}

function registrations(message) {
    return message.params.registrations.map(({ method }) => method);
}

function callFaults(client, message) {
    const needed = calls[message.method];
    if (message.method === 'client/registerCapability')
        return registrations(message)
            .filter((method) => !at(client, registrationOf(method)))
            .map((method) => `registers ${method}, which this client can't`);
    return needed && !at(client, needed)
        ? [`${message.method} without ${needed}`] : [];
}

// Each says what is wrong: [if this is so, and not this, then that].
const findings = (rules) =>
    rules.filter(([is, may]) => is && !may).map(([, , fault]) => fault);

function diagnosticFaults(client, diagnostic) {
    const can = at(client, 'textDocument/publishDiagnostics') ?? {};
    return findings([
        [diagnostic.relatedInformation, can.relatedInformation,
         'relatedInformation'],
        [diagnostic.tags, can.tagSupport, 'tags'],
    ]);
}

function editFaults(client, edit) {
    const can = at(client, 'workspace/workspaceEdit') ?? {};
    const operations = (edit?.documentChanges ?? [])
        .map((change) => change.kind).filter(Boolean);
    return findings([
        [edit?.documentChanges, can.documentChanges, 'documentChanges'],
        [edit?.changeAnnotations, can.changeAnnotationSupport,
         'changeAnnotations'],
        ...operations.map((kind) => [
            kind, can.resourceOperations?.includes(kind), `operation ${kind}`]),
    ]);
}

const isMarkdown = (content) => content?.kind === 'markdown';

// The first kinds of the protocol, of symbols and of completion, are known to
// all. Who lists those it knows takes any.
const FIRST_KINDS = 18;
const takesKind = (can, kind) => kind <= FIRST_KINDS || can?.valueSet;

function itemFaults(can, item) {
    const able = can.completionItem ?? {};
    return findings([
        [item.insertTextFormat === 2, able.snippetSupport, 'a snippet'],
        [isMarkdown(item.documentation),
         able.documentationFormat?.includes('markdown'), 'Markdown'],
        [item.kind, takesKind(can.completionItemKind, item.kind),
         `completion kind ${item.kind}`],
        [item.insertTextMode, able.insertTextModeSupport?.valueSet
            .includes(item.insertTextMode), 'insertTextMode'],
        [item.textEdit && 'insert' in item.textEdit,
         able.insertReplaceSupport, 'insert and replace'],
        [item.labelDetails, able.labelDetailsSupport, 'labelDetails'],
        [item.commitCharacters, able.commitCharactersSupport,
         'commitCharacters'],
        [item.preselect, able.preselectSupport, 'preselect'],
        [item.deprecated, able.deprecatedSupport, 'deprecated'],
        [item.tags, able.tagSupport, 'tags'],
    ]);
}

function completionFaults(client, result) {
    const can = at(client, 'textDocument/completion') ?? {};
    const known = can.completionList?.itemDefaults ?? [];
    return [
        ...Object.keys(result?.itemDefaults ?? {})
            .filter((name) => !known.includes(name))
            .map((name) => `itemDefaults.${name}`),
        ...list(result).flatMap((item) => itemFaults(can, item)),
    ];
}

function symbolFaults(can, symbol) {
    return [
        ...findings([
            [symbol.selectionRange, can.hierarchicalDocumentSymbolSupport,
             'a tree of symbols'],
            [symbol.kind, takesKind(can.symbolKind, symbol.kind),
             `symbol kind ${symbol.kind}`],
            [symbol.tags, can.tagSupport, 'tags'],
        ]),
        ...(symbol.children ?? []).flatMap((child) =>
            symbolFaults(can, child)),
    ];
}

function actionFaults(client, action) {
    const can = at(client, 'textDocument/codeAction') ?? {};
    const literal = typeof action.command !== 'string';
    return [
        ...findings([
            [literal, can.codeActionLiteralSupport, 'a code action as literal'],
            ['isPreferred' in action, can.isPreferredSupport, 'isPreferred'],
            [action.disabled, can.disabledSupport, 'disabled'],
            [literal && action.data !== undefined, can.dataSupport, 'data'],
        ]),
        ...(action.diagnostics ?? []).flatMap((diagnostic) =>
            diagnosticFaults(client, diagnostic)),
        ...editFaults(client, action.edit),
    ];
}

function foldFaults(client, folds) {
    const can = at(client, 'textDocument/foldingRange') ?? {};
    return findings([
        [can.rangeLimit < folds.length, false, 'more folds than it takes'],
        [can.lineFoldingOnly && folds.some((fold) => 'startCharacter' in fold),
         false, 'folds within lines'],
        [folds.some((fold) => fold.collapsedText),
         can.foldingRange?.collapsedText, 'collapsedText'],
    ]);
}

function hoverFaults(client, hover) {
    const can = at(client, 'textDocument/hover/contentFormat') ?? [];
    return findings([[isMarkdown(hover?.contents), can.includes('markdown'),
                      'Markdown in a hover']]);
}

function linkFaults(client, links) {
    const can = at(client, 'textDocument/documentLink/tooltipSupport');
    return findings([[links.some((link) => link.tooltip), can, 'tooltips']]);
}

function initializeFaults(client, { capabilities }) {
    const encodings = at(client, 'general/positionEncodings') ?? ['utf-16'];
    const literals = at(client, 'textDocument/codeAction/' +
                                'codeActionLiteralSupport');
    return findings([
        [capabilities.positionEncoding,
         encodings.includes(capabilities.positionEncoding),
         `encoding ${capabilities.positionEncoding}`],
        [capabilities.renameProvider?.prepareProvider,
         at(client, 'textDocument/rename/prepareSupport'), 'prepareProvider'],
        [capabilities.codeActionProvider?.codeActionKinds, literals,
         'codeActionKinds'],
    ]);
}

const each = (judge) => (client, result) =>
    list(result).flatMap((item) => judge(client, item));

const results = {
    'initialize': initializeFaults,
    'textDocument/codeAction': each(actionFaults),
    'textDocument/completion': completionFaults,
    'textDocument/diagnostic': each(diagnosticFaults),
    'textDocument/documentLink': (client, links) =>
        linkFaults(client, links ?? []),
    'textDocument/documentSymbol': each((client, symbol) => symbolFaults(
        at(client, 'textDocument/documentSymbol') ?? {}, symbol)),
    'textDocument/foldingRange': (client, folds) =>
        foldFaults(client, folds ?? []),
    'textDocument/hover': hoverFaults,
    'textDocument/rename': editFaults,
    'workspace/symbol': each((client, symbol) => symbolFaults(
        at(client, 'workspace/symbol') ?? {}, symbol)),
};

// What MESSAGE, or the result of METHOD, has that CLIENT hasn't asked for.
function obligationFaults(client, message, method) {
    if (message.method === 'textDocument/publishDiagnostics')
        return message.params.diagnostics.flatMap((diagnostic) =>
            diagnosticFaults(client, diagnostic));
    if (message.method === 'workspace/applyEdit')
        return [...callFaults(client, message),
                ...editFaults(client, message.params.edit)];
    if (message.method)
        return callFaults(client, message);
    return method in results && 'result' in message
        ? results[method](client, message.result) : [];
}

module.exports = { obligationFaults };
