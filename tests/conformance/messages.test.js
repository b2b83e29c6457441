// Messages that are cancelled, unknown, wrong or none at all.
'use strict';
const assert = require('assert');
const { test } = require('node:test');
const { withClient } = require('./client');

const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const METHOD_NOT_FOUND = -32601;
const INVALID_PARAMS = -32602;
const CANCELLED = -32800;

const hover = (id) => ({
    jsonrpc: '2.0', id, method: 'textDocument/hover', params: {
        textDocument: { uri: 'file:///none.md' },
        position: { line: 0, character: 0 } } });
const cancel = (id) =>
    ({ jsonrpc: '2.0', method: '$/cancelRequest', params: { id } });

// Talks to a server that is ready. What is written past the client's books has
// ids that it doesn't know; all else must be without fault.
function talk(name, say) {
    test(name, () => withClient({}, async (client) => {
        await client.initialize();
        await say(client);
        assert.strictEqual(await client.leave(), 0);
        assert.deepStrictEqual(client.faults.filter(
            (fault) => !fault.endsWith('to nothing that was asked')), []);
    }));
}

const answerTo = (client, id) =>
    client.hear((message) => !('method' in message) && message.id === id);

const codeOf = (message) => message.error?.code;

talk('a request is cancelled that is still to be done', async (client) => {
    const answers = [answerTo(client, 71), answerTo(client, 72)];
    client.frame(hover(71), hover(72), cancel(72));
    const [first, second] = await Promise.all(answers);
    assert.strictEqual(first.result, null);
    assert.strictEqual(codeOf(second), CANCELLED);
});

talk('a cancellation that comes too early or too late is harmless', async (
    client) => {
    const answer = answerTo(client, 'a');
    client.frame(cancel('a'), hover('a'));
    assert.strictEqual((await answer).result, null);
    client.frame(cancel('a'), cancel('a'), cancel(5));
    const again = answerTo(client, 'a');
    client.frame(hover('a'));
    assert.strictEqual((await again).result, null);
});

talk('number and string are different ids', async (client) => {
    const answers = [answerTo(client, 7), answerTo(client, '7')];
    client.frame(hover(7), hover('7'), cancel('7'));
    const [number, string] = await Promise.all(answers);
    assert.strictEqual(number.result, null);
    assert.strictEqual(codeOf(string), CANCELLED);
});

talk('a shutdown can be cancelled, and is then still to come', async (
    client) => {
    const answer = answerTo(client, 80);
    client.frame(
        { jsonrpc: '2.0', id: 80, method: 'shutdown' }, cancel(80));
    assert.strictEqual(codeOf(await answer), CANCELLED);
});

talk('cancelled while under way, it is answered all the same', async (
    client) => {
    const text = `## Full Incident Report\n\n${'- a: b\n'.repeat(50000)}`;
    await client.open('file:///long.md', text);
    const answer = answerTo(client, 90);
    client.frame({ jsonrpc: '2.0', id: 90, method:
        'textDocument/documentSymbol', params: {
        textDocument: { uri: 'file:///long.md' } } });
    setImmediate(() => client.frame(cancel(90)));
    const answered = await answer;
    assert.ok('result' in answered || codeOf(answered) === CANCELLED);
});

for (const method of ['no/such', '$/such', 'textDocument/didOpen', '']) {
    talk(`the request "${method}" is unknown`, async (client) => {
        assert.strictEqual(await client.errorOf(method, {}),
                           METHOD_NOT_FOUND);
    });
}

talk('unknown notifications are passed over', async (client) => {
    const heard = client.hear((message) => message.id !== 70);
    for (const method of ['no/such', '$/such', '$/setTrace', 'shutdown',
                          'textDocument/hover', 'initialized'])
        client.frame({ jsonrpc: '2.0', method, params: {} });
    const answer = answerTo(client, 'last');
    client.frame(hover('last'));
    await answer;
    assert.strictEqual((await heard).id, 'last');
});

const wrongParams = [
    ['textDocument/hover', undefined],
    ['textDocument/hover', []],
    ['textDocument/hover', { textDocument: { uri: 1 },
                             position: { line: 0, character: 0 } }],
    ['textDocument/hover', { textDocument: { uri: 'file:///a.md' },
                             position: { line: -1, character: 0 } }],
    ['textDocument/codeAction', { textDocument: { uri: 'file:///a.md' } }],
    ['textDocument/selectionRange', { textDocument: { uri: 'file:///a.md' },
                                      positions: 1 }],
    ['workspace/executeCommand', { command: 'no.such' }],
    ['workspace/executeCommand', {}],
];
for (const [method, params] of wrongParams) {
    talk(`${method} with ${JSON.stringify(params)} has wrong params`, async (
        client) => {
        const answer = answerTo(client, 60);
        client.frame({ jsonrpc: '2.0', id: 60, method, params });
        assert.strictEqual(codeOf(await answer), INVALID_PARAMS);
    });
}

const nothings = [
    ['{', PARSE_ERROR],
    ['{"jsonrpc": "2.0", "id": 1, "method": "shutdown",}', PARSE_ERROR],
    ['nonsense', PARSE_ERROR],
    ['"a string"', INVALID_REQUEST],
    ['[]', INVALID_REQUEST],
    ['[{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]', INVALID_REQUEST],
    ['1', INVALID_REQUEST],
    ['null', INVALID_REQUEST],
    ['{}', INVALID_REQUEST],
    ['{"jsonrpc": "2.0", "id": true, "method": "shutdown"}', INVALID_REQUEST],
    ['{"jsonrpc": "2.0", "id": null, "method": 1}', INVALID_REQUEST],
    ['{"jsonrpc": "2.0", "method": 1}', INVALID_REQUEST],
];
for (const [body, code] of nothings) {
    talk(`${JSON.stringify(body)} is no message`, async (client) => {
        const answer = answerTo(client, null);
        client.frame(body);
        assert.strictEqual(codeOf(await answer), code);
    });
}

talk('a request that is wrong is answered under its id', async (client) => {
    const answer = answerTo(client, 50);
    client.frame({ jsonrpc: '2.0', id: 50, method: 7 });
    assert.strictEqual(codeOf(await answer), INVALID_REQUEST);
});

talk('answers to nothing are passed over', async (client) => {
    client.frame({ jsonrpc: '2.0', id: 12345, result: [] });
    client.frame({ jsonrpc: '2.0', id: 'x', error: { code: 1,
                                                     message: 'x' } });
    const answer = answerTo(client, 40);
    client.frame(hover(40));
    assert.strictEqual((await answer).result, null);
});

talk('other headers and other cases of letters are understood', async (
    client) => {
    const body = JSON.stringify(hover(30));
    const answer = answerTo(client, 30);
    client.write('Content-Type: application/vscode-jsonrpc; ' +
                 'charset=utf-8\r\ncontent-length: ' +
                 `${body.length}\r\n\r\n${body}`);
    assert.strictEqual((await answer).result, null);
});
