// The states of a session: what is heard in each, and how it ends.
'use strict';
const assert = require('assert');
const { test } = require('node:test');
const { withClient } = require('./client');
const { clients } = require('./clients');

const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;

const uri = 'file:///reports/report.md';
const report = '## Full Incident Report\n\n### Summary\n\n### Summary\n';
const about = { textDocument: { uri } };

function life(name, talk) {
    test(name, () => withClient({}, async (client) => {
        await talk(client);
        assert.deepStrictEqual(client.faults, []);
    }));
}

for (const method of ['shutdown', 'textDocument/hover', 'no/such', '$/such']) {
    life(`${method} before initialize is refused`, async (client) => {
        assert.strictEqual(await client.errorOf(method, about),
                           NOT_INITIALIZED);
        await client.initialize();
        assert.strictEqual(await client.leave(), 0);
    });
}

life('a document before initialize is not heard of', async (client) => {
    await client.open(uri, report);
    await client.initialize();
    assert.strictEqual(await client.ask('textDocument/hover', {
        ...about, position: { line: 0, character: 4 } }), null);
    assert.strictEqual(client.diagnostics.size, 0);
});

life('initialize that says nothing of the client is refused, once', async (
    client) => {
    assert.strictEqual(await client.errorOf('initialize', {}),
                       INVALID_PARAMS);
    await client.initialize();
    assert.strictEqual(await client.leave(), 0);
});

life('initialize comes once', async (client) => {
    await client.initialize();
    assert.strictEqual(await client.errorOf('initialize', client.params),
                       INVALID_REQUEST);
    assert.strictEqual(await client.leave(), 0);
});

life('a document is heard of before initialized, too', async (client) => {
    await client.ask('initialize', client.params);
    const published = client.hear((message) => 'method' in message);
    await client.open(uri, report);
    const { method, params } = await published;
    assert.strictEqual(method, 'textDocument/publishDiagnostics');
    assert.strictEqual(params.version, 1);
});

life('after shutdown everything is refused but exit', async (client) => {
    await client.initialize();
    await client.open(uri, report);
    await client.ask('shutdown');
    for (const method of ['textDocument/hover', 'shutdown', 'initialize',
                          'no/such', '$/such'])
        assert.strictEqual(await client.errorOf(method, about),
                           INVALID_REQUEST, method);
    await client.open('file:///reports/late.md', report);
    assert.strictEqual(await client.errorOf('shutdown'), INVALID_REQUEST);
    assert.ok(!client.diagnostics.has('file:///reports/late.md'));
    await client.tell('exit');
    assert.strictEqual(await client.exit, 0);
});

life('exit without shutdown is no success', async (client) => {
    await client.initialize();
    await client.tell('exit');
    assert.strictEqual(await client.exit, 1);
});

life('exit before initialize is no success', async (client) => {
    await client.tell('exit');
    assert.strictEqual(await client.exit, 1);
});

life('the end of the input without exit is no success', async (client) => {
    await client.initialize();
    client.server.stdin.end();
    assert.strictEqual(await client.exit, 1);
});

life('what follows exit is not answered', async (client) => {
    await client.initialize();
    await client.ask('shutdown');
    client.frame({ jsonrpc: '2.0', method: 'exit' },
                 { jsonrpc: '2.0', id: 99, method: 'shutdown' });
    assert.strictEqual(await client.exit, 0);
});

life('closing a document takes its diagnostics away', async (client) => {
    await client.initialize();
    const published = client.hear(() => client.diagnostics.has(uri));
    await client.open(uri, report);
    await published;
    assert.notStrictEqual(client.diagnostics.get(uri).diagnostics.length, 0);
    await client.close(uri);
    await client.ask('shutdown');
    assert.deepStrictEqual(client.diagnostics.get(uri).diagnostics, []);
});

for (const [name, params] of clients) {
    test(`a short visit of ${name}`, () =>
        withClient(params, async (client) => {
            await client.initialize();
            assert.strictEqual(await client.leave(), 0);
            assert.deepStrictEqual(client.faults, []);
        }));
}
