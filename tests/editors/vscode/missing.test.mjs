// The extension without a server in its package, and with one that fails: the
// user is told once, and shown a way out.
import assert from 'node:assert/strict';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { tester, until, Workbench } from './workbench.mjs';

const { BARE_VSIX, INCIDENT_LS, PICTURES, PROBE_VSIX } = process.env;
const test = tester(() => bench);
let bench;
let toasts;

before(async () => {
    bench = await Workbench.open({
        vsix: [BARE_VSIX, PROBE_VSIX],
        workspace: fileURLToPath(new URL('../../samples', import.meta.url)),
        file: 'faulty.md',
        pictures: PICTURES,
        env: { PATH: '/usr/bin:/bin:/nowhere' },
    });
    toasts = bench.page.locator('.notification-toast');
});
after(() => bench?.close());

function set(name, value) {
    return bench.run(
        async (vscode, key, to) => {
            await vscode.workspace
                .getConfiguration('incident-ls')
                .update(key, to ?? undefined, vscode.ConfigurationTarget.Workspace);
        },
        name,
        value,
    );
}

async function told(words, ...ways) {
    const toast = toasts.filter({ hasText: words });

    await toast.waitFor();
    assert.equal(await toasts.count(), 1);
    for (const way of ways) {
        await toast.getByText(way, { exact: true }).waitFor();
    }
    return toast;
}

function finds() {
    return bench.until('findings', vscode =>
        vscode.languages
            .getDiagnostics(vscode.window.activeTextEditor.document.uri)
            .some(one => one.source === 'incident-ls'),
    );
}

test('without a server there are instructions', async () => {
    const toast = await told('incident-ls', 'Open Settings');

    await bench.picture('missing');
    await toast.getByText('Install Instructions').click();
    await bench.page
        .frameLocator('iframe.webview')
        .frameLocator('#active-frame')
        .getByRole('heading', { name: 'Installing the server' })
        .waitFor();
    await bench.run(vscode =>
        vscode.commands.executeCommand('workbench.action.closeActiveEditor'),
    );
    assert.equal(await toasts.count(), 0);
});

test('a path that leads nowhere is told, with the setting', async () => {
    await set('serverPath', '~/no/such/server');
    const toast = await told('no/such/server', 'Install Instructions');

    await toast.getByText('Open Settings').click();
    await bench.page
        .locator('.settings-editor', { hasText: 'Server Path' })
        .waitFor();
    await bench.page.keyboard.press('Escape');
});

test('a program that is no server is told', async () => {
    const program = path.join(bench.home, 'fails');

    await writeFile(program, '#!/bin/sh\necho "no library" >&2\nexit 127\n');
    await chmod(program, 0o755);
    await set('serverPath', program);
    const toast = await told("can't be run", 'Open Settings');

    await toast.getByText('Show Output').click();
    await bench.page
        .locator('.output-view-container, .pane-body.output-view')
        .first()
        .waitFor();
    await bench.page.keyboard.press('Control+J');
});

test('the setting is heard at once, before all other places', async () => {
    const folder = path.join(bench.home, 'bin');

    await mkdir(folder);
    await copyFile(INCIDENT_LS, path.join(folder, 'my server'));
    await set('serverPath', path.join(folder, 'my server'));
    await until('a server', async () => (await bench.servers()).length === 1);
    await finds();
    assert.equal(await toasts.count(), 0);
    await set('serverArguments', ['--no-such-option']);
    await told("can't be run");
    await set('serverArguments', undefined);
    await until('a server', async () => (await bench.servers()).length === 1);
    await finds();
});
