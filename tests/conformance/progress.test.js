// Long work is shown to those who can show it, and stopped when they say so.
'use strict';
const assert = require('assert');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { pathToFileURL } = require('url');
const { test } = require('node:test');
const { withClient } = require('./client');

const MB = 1 << 20;
const text = '## Full Incident Report\n\n### Appendix\n\n[List](long.txt)\n';
const shows = { capabilities: { window: { workDoneProgress: true } } };

// A report that links to a list of so many megabytes, nearly all blank.
async function withReport(size, params, talk) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-'));
    const list = fs.openSync(path.join(folder, 'long.txt'), 'w');
    fs.writeSync(list, 'https://crt.sh/?id=7\n');
    for (let i = 0; i < size; i++)
        fs.writeSync(list, Buffer.alloc(MB, '\n'));
    fs.closeSync(list);
    try {
        await withClient(params, async (client) => {
            await client.initialize();
            await talk(client, pathToFileURL(path.join(folder, 'report.md'))
                .href);
            assert.strictEqual(await client.leave(), 0);
            assert.deepStrictEqual(client.faults, []);
        });
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

const kind = (name) => (message) =>
    message.method === '$/progress' && message.params.value.kind === name;
const listed = (message) =>
    message.method === 'textDocument/publishDiagnostics' &&
    message.params.uri.endsWith('/long.txt');

// All that comes of the list: what is shown of the work comes before it.
async function read(client, uri) {
    const heard = client.hear(listed);
    await client.open(uri, text);
    await heard;
}

function assertWhole(progress) {
    const kinds = progress.map(({ value }) => value.kind);
    const percents = progress.slice(0, -1)
        .map(({ value }) => value.percentage);
    assert.match(kinds.join(' '), /^begin( report)* end$/);
    assert.deepStrictEqual(percents, [...percents].sort((a, b) => a - b));
    assert.ok(percents.every((percent) => percent <= 100));
    assert.match(progress[0].value.title, /long\.txt/);
}

// Is more shown of so many megabytes than that they are read, and were?
async function isFollowed(size) {
    let progress;
    await withReport(size, shows, async (client, uri) => {
        await read(client, uri);
        ({ progress } = client);
    });
    if (progress.length)
        assertWhole(progress);
    return progress.length > 2;
}

// Megabytes that take long to read: with a sanitizer in it the program takes
// twenty times as long for the same. The first test seeks them.
let long = 1;

test('from begin to end it gets no less', async () => {
    while (!await isFollowed(long)) {
        long *= 2;
        assert.ok(long <= 1024, 'a gigabyte is read and little shown');
    }
});

test('the user stops it', () =>
    withReport(4 * long, shows, async (client, uri) => {
        const begun = client.hear(kind('begin'));
        const ended = client.hear(kind('end'));
        await client.open(uri, text);
        const { token } = (await begun).params;
        await client.tell('window/workDoneProgress/cancel', { token: 4711 });
        await client.tell('window/workDoneProgress/cancel', { token });
        await ended;
        assert.ok(![...client.diagnostics.keys()].some(
            (name) => name.endsWith('/long.txt')));
    }));

test('who cannot show it hears nothing of it', () =>
    withReport(long, {}, async (client, uri) => {
        await read(client, uri);
        assert.deepStrictEqual(client.progress, []);
    }));

test('short work is not shown', () =>
    withReport(0, shows, async (client, uri) => {
        await read(client, uri);
        assert.deepStrictEqual(client.progress, []);
    }));
