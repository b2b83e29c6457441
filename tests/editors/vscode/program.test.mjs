// The programs that the extension may have for a server: the one in its package,
// another that the user sets, one that fails or dies.
import assert from 'node:assert/strict';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { tester, until, Workbench } from './workbench.mjs';

const { INCIDENT_LS, PICTURES, PROBE_VSIX, VSIX } = process.env;
const test = tester(() => bench);
let bench;
let toasts;

before(async () => {
    bench = await Workbench.open({
        vsix: [VSIX, PROBE_VSIX],
        workspace: fileURLToPath(new URL('../../samples', import.meta.url)),
        file: 'faulty.md',
        pictures: PICTURES,
        env: { PATH: '/usr/bin:/bin' },
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

test('a killed server comes back', async () => {
    const [server, ...others] = await bench.servers();

    assert.deepEqual(others, []);
    process.kill(server, 'SIGKILL');
    const next = await until('another server', async () => {
        const servers = await bench.servers();

        return servers.length === 1 && servers[0] !== server && servers[0];
    });

    await bench.run(vscode =>
        vscode.window.activeTextEditor.edit(edit =>
            edit.insert(new vscode.Position(4, 0), '- **Other:** TODO\n'),
        ),
    );
    await bench.until('what is new', vscode =>
        vscode.languages
            .getDiagnostics(vscode.window.activeTextEditor.document.uri)
            .some(one => one.range.start.line === 4),
    );
    assert.deepEqual(await bench.servers(), [next]);
    assert.equal(await toasts.count(), 0);
});

test('one that dies again and again is given up, said once', async () => {
    // The first time was the test above.
    for (let kills = 1; kills < 5; kills++) {
        const [server] = await until('a server', async () => {
            const servers = await bench.servers();

            return (
                servers.length === 1 &&
                (await bench.run(vscode =>
                    vscode.commands
                        .executeCommand('incident-ls.templates')
                        .then(Array.isArray, () => false),
                )) &&
                servers
            );
        });

        process.kill(server, 'SIGKILL');
        await until('its end', async () =>
            !(await bench.servers()).includes(server),
        );
    }
    await toasts.filter({ hasText: 'again and again' }).waitFor();
    assert.equal(await toasts.count(), 1);
    assert.deepEqual(await bench.servers(), []);
    await toasts.filter({ hasText: 'again and again' }).getByText('Restart Server').click();
    await until('a server', async () => (await bench.servers()).length === 1);
    await bench.until('what it finds', vscode =>
        vscode.languages
            .getDiagnostics(vscode.window.activeTextEditor.document.uri)
            .some(one => one.source === 'incident-ls'),
    );
});

test('a path that leads nowhere is told, with the setting', async () => {
    await set('serverPath', '~/no/such/server');
    const toast = await told('no/such/server', 'Open Settings');

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
