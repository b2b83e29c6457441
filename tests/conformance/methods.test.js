// Everything that the server announces, asked by every kind of client, at
// every kind of place.
'use strict';
const assert = require('assert');
const fs = require('fs');
const path = require('path');
const { test } = require('node:test');
const { model, withClient } = require('./client');
const { clients, most, rich } = require('./clients');

const samples = path.join(__dirname, '../samples');
const sample = (name) => fs.readFileSync(path.join(samples, name), 'utf8');

// Places are counted in other units than bytes here, and lines end otherwise.
const foreign = sample('faulty.md')
    .replaceAll('e', 'é').replaceAll('. ', '. 𝄞 ').replaceAll('\n', '\r\n');

const documents = [
    ['file:///reports/faulty.md', sample('faulty.md')],
    ['file:///reports/full.md', sample('full.md')],
    ['file:///reports/closure.md', sample('closure.md')],
    ['untitled:Untitled-1', sample('preliminary.md')],
    ['file:///reports/%C3%A9%20t%C3%A9.md', foreign],
    ['file:///reports/README.md', '# No report\n\nat all\n'],
    ['file:///reports/empty.md', ''],
];

// Every so many characters of a text there is one, and at the very end.
function placesIn(text, apart) {
    const places = [];
    for (const [line, words] of text.split(/\r\n|\n/).entries()) {
        for (let character = 0; character <= words.length; character += apart)
            places.push({ line, character });
    }
    return places;
}

const wholeOf = (text) => ({
    start: { line: 0, character: 0 },
    end: placesIn(text, 1).at(-1),
});

const at = (method, apart, more = {}) => (uri, text) =>
    placesIn(text, apart).map((position) => [method, {
        textDocument: { uri }, position, ...more }]);
const of = (method, more = () => ({})) => (uri, text) =>
    [[method, { textDocument: { uri }, ...more(text) }]];

const kinds = [undefined, ['quickfix'], ['source.fixAll'], ['refactor'], []];
const actions = (uri, text) => kinds.flatMap((only) => [1, 2].map((trigger) => [
    'textDocument/codeAction', {
        textDocument: { uri }, range: wholeOf(text),
        context: { diagnostics: [], only, triggerKind: trigger } }]));

const format = { tabSize: 4, insertSpaces: true, trimFinalNewlines: true };

// Methods of our own; their form is told in the README of the server.
const own = (uri) => [
    ['incidentReport/preview', { textDocument: { uri } }],
    ['incidentReport/due', {}],
];

// What is asked for each announcement. One that is missing here is a fault.
const asked = {
    positionEncoding: () => [],
    textDocumentSync: () => [],
    experimental: own,
    codeActionProvider: actions,
    codeLensProvider: of('textDocument/codeLens'),
    completionProvider: at('textDocument/completion', 41,
                           { context: { triggerKind: 1 } }),
    definitionProvider: at('textDocument/definition', 61),
    diagnosticProvider: of('textDocument/diagnostic'),
    documentFormattingProvider: of('textDocument/formatting',
                                   () => ({ options: format })),
    documentHighlightProvider: at('textDocument/documentHighlight', 61),
    documentLinkProvider: of('textDocument/documentLink'),
    documentRangeFormattingProvider: of(
        'textDocument/rangeFormatting',
        (text) => ({ range: wholeOf(text), options: format })),
    documentSymbolProvider: of('textDocument/documentSymbol'),
    executeCommandProvider: () => [],
    foldingRangeProvider: of('textDocument/foldingRange'),
    hoverProvider: at('textDocument/hover', 43),
    inlayHintProvider: of('textDocument/inlayHint',
                          (text) => ({ range: wholeOf(text) })),
    referencesProvider: at('textDocument/references', 61,
                           { context: { includeDeclaration: true } }),
    renameProvider: at('textDocument/rename', 61, { newName: '1' }),
    selectionRangeProvider: of(
        'textDocument/selectionRange',
        (text) => ({ positions: placesIn(text, 40) })),
    workspaceSymbolProvider: () => [['workspace/symbol', { query: 'a' }]],
};

// The arguments of each command, likewise.
const commands = {
    'incident-ls.insertTemplate': (uri) =>
        [uri, { line: 0, character: 0 }, 'preliminary'],
    'incident-ls.templates': () => [],
    'incident-ls.progress': (uri) => [uri],
    'incident-ls.check': (uri) => [uri],
    'incident-ls.bugzillaText': (uri) => [uri],
    'incident-ls.explain': () => ['hard-wrap', true],
    'incident-ls.add': (uri) =>
        [uri, { line: 0, character: 0 }, 'timeline-entry'],
    'incident-ls.setFacts': (uri) =>
        [uri, { line: 0, character: 0 }, { bug: '7', posted: 'now' }],
    'incident-ls.show': (uri) => [uri, { line: 0, character: 0 }],
};

// These may be refused for a reason that the user is told.
const mayFail = new Set(['textDocument/rename', 'workspace/executeCommand']);
const REQUEST_FAILED = -32803;

async function askOne(client, [method, params]) {
    const code = await client.errorOf(method, params);
    if (code !== undefined && !(mayFail.has(method) && code === REQUEST_FAILED))
        client.faults.push(`${method}: error ${code}`);
}

function callsOf(capabilities, uri, text) {
    return Object.keys(capabilities)
        .filter((name) => capabilities[name] !== false)
        .flatMap((name) => asked[name](uri, text));
}

const prepares = (uri, text) =>
    at('textDocument/prepareRename', 61)(uri, text);

function commandCalls(capabilities, uri) {
    return capabilities.executeCommandProvider.commands.map((command) => [
        'workspace/executeCommand',
        { command, arguments: commands[command](uri) }]);
}

async function askAll(client) {
    for (const [uri, text] of documents)
        await client.open(uri, text);
    for (const [uri, text] of documents) {
        const calls = callsOf(client.capabilities, uri, text);
        if (client.capabilities.renameProvider?.prepareProvider)
            calls.push(...prepares(uri, text));
        calls.push(...commandCalls(client.capabilities, uri));
        await Promise.all(calls.map((call) => askOne(client, call)));
    }
    for (const [uri] of documents)
        await client.close(uri);
}

for (const [name, params] of clients) {
    test(`all that is announced, to a client that is ${name}`, () =>
        withClient(params, async (client) => {
            await client.initialize();
            await askAll(client);
            assert.strictEqual(await client.leave(), 0);
            assert.deepStrictEqual([...new Set(client.faults)], []);
        }));
}

test('every announcement is known here', () =>
    withClient({ capabilities: rich }, async (client) => {
        const { capabilities } = await client.initialize();
        assert.deepStrictEqual(
            Object.keys(capabilities).filter((name) => !(name in asked)), []);
        assert.deepStrictEqual(
            capabilities.executeCommandProvider.commands.filter(
                (name) => !(name in commands)), []);
    }));

test('the rich client can all that the protocol has', { skip: !model }, () => {
    assert.deepStrictEqual(
        rich, most({ kind: 'reference', name: 'ClientCapabilities' }));
});

test('the judge finds faults', { skip: !model }, () => {
    const wrong = [
        { method: 'no/such', params: {} },
        { method: 'textDocument/didOpen', params: {} },
        { method: 'window/showMessage', params: { type: 9, message: 'x' } },
        { method: 'window/showMessage', params: { type: 1, message: 'x',
                                                  more: 1 } },
        { method: '$/progress', params: { token: 1.5, value: {} } },
        { id: 1, method: 'workspace/applyEdit', params: {} },
    ];
    for (const message of wrong)
        assert.notDeepStrictEqual(model.call(message), [], message.method);
    assert.notDeepStrictEqual(
        model.result({ capabilities: { hoverProvider: 'yes' } },
                     'initialize'), []);
});
