// A package of the extension, its own server in it, in one window of VS Code.
//
// Tests follow upon each other, as a user's doings do. VSIX is the package,
// PROGRAMS how many programs it runs as its server (the universal one: none),
// PROBE_VSIX the probe's, PICTURES the folder for what was on the screen.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { tester, until, Workbench } from './workbench.mjs';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));
const { INCIDENT_LS, PICTURES, PROBE_VSIX, PROGRAMS, VSIX } = process.env;
const test = tester(() => bench);
let bench;
let faults; // how many there are in faulty.md

before(async () => {
    bench = await Workbench.open({
        vsix: [VSIX, PROBE_VSIX],
        workspace: samples,
        file: 'faulty.md',
        pictures: PICTURES,
        // The server is to be the one in the package.
        env: { PATH: '/usr/bin:/bin' },
    });
});
after(() => bench?.close());

// The diagnostics of the document on the screen, as soon as there are COUNT.
function diagnostics(count) {
    return bench.until(
        `${count} diagnostics`,
        (vscode, wanted) => {
            const { document } = vscode.window.activeTextEditor;
            const found = vscode.languages
                .getDiagnostics(document.uri)
                .filter(one => one.source === 'incident-ls')
                .map(one => ({
                    rule: one.code.value,
                    line: one.range.start.line + 1,
                    column: one.range.start.character + 1,
                    severity: one.severity,
                    text: document.getText(one.range),
                }));

            return found.length === wanted && found;
        },
        count,
    );
}

// Shows a new document that holds TEXT.
function show(text) {
    return bench.run(async (vscode, content) => {
        await vscode.window.showTextDocument(
            await vscode.workspace.openTextDocument({
                language: 'markdown',
                content,
            }),
        );
    }, text);
}

function open(name) {
    return bench.run(
        async (vscode, file) => {
            await vscode.window.showTextDocument(vscode.Uri.file(file), {
                viewColumn: vscode.ViewColumn.One,
            });
        },
        path.join(bench.folder, name),
    );
}

// Closes what is open, unsaved as it may be.
function closeAll() {
    return bench.run(async vscode => {
        while (vscode.window.tabGroups.all.some(group => group.tabs.length)) {
            await vscode.commands.executeCommand(
                'workbench.action.revertAndCloseActiveEditor',
            );
        }
    });
}

function notification(words) {
    return bench.page
        .locator('.notification-toast', { hasText: words })
        .first();
}

async function dismissAll() {
    await bench.run(vscode =>
        vscode.commands.executeCommand('notifications.clearAll'),
    );
    await bench.page
        .locator('.notification-toast')
        .first()
        .waitFor({ state: 'hidden' });
}

test('the findings are those of the command line', async () => {
    const severities = ['error', 'warning', 'information', 'hint'];
    const said = JSON.parse(
        execFileSync(
            INCIDENT_LS,
            ['check', '--format=json', '--fail-on=never', 'faulty.md'],
            { cwd: samples, stdio: ['ignore', 'pipe', 'ignore'] },
        ),
    );
    const expected = said.files[0].findings.map(finding => ({
        rule: finding.rule,
        line: finding.range.start.line,
        column: finding.range.start.column,
        severity: severities.indexOf(finding.severity),
    }));

    faults = expected.length;
    const found = await diagnostics(faults);

    assert.deepEqual(
        found.map(({ text, ...rest }) => rest),
        expected,
    );
});

test('squiggles, a lens and the Problems panel show them', async () => {
    const { page } = bench;

    await until('squiggles', () => page.locator('.squiggly-error').count());
    await page
        .locator('.codelens-decoration', { hasText: 'fields complete' })
        .waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page
        .locator('.markers-panel .monaco-list-row', {
            hasText: 'Twitter',
        })
        .waitFor();
    await bench.picture('problems');
    await page.keyboard.press('Control+J');
});

test('the language status counts the fields', async () => {
    const { page } = bench;

    await page.locator('#status\\.languageStatus').hover();
    await page
        .locator('.hover-language-status', { hasText: /\d+ of \d+ fields/ })
        .waitFor();
    await bench.picture('status');
    await page.mouse.move(640, 700);
});

test('a hover explains a field', async () => {
    const { page } = bench;

    await bench.go(12, 8);
    await bench.command('Show or Focus Hover');
    await page
        .locator('.monaco-hover:not(.hidden)', {
            hasText: 'Self Reported',
        })
        .first()
        .waitFor();
    await bench.picture('hover');
    await page.keyboard.press('Escape');
});

test('the light bulb has a fix, and the fix helps', async () => {
    const { page } = bench;
    await bench.go(12, 42);
    const item = page
        .locator('.action-widget .monaco-list-row', {
            hasText: 'Third Party Reported',
        })
        .first();

    await bench.openFixes(item);
    await bench.picture('fixes');
    await item.click();
    await until('the fix', async () =>
        (await bench.text()).includes('disclosure:** Third Party Reported'),
    );
    await diagnostics(faults - 1);
});

test('completion pops up while one types', async () => {
    const { page } = bench;
    const widget = page.locator('.suggest-widget.visible');

    await bench.go(11, 25);
    await page.keyboard.press('End');
    await page.keyboard.type(' T', { delay: 50 });
    await widget.waitFor();
    await widget.getByText('TLS BRs').first().waitFor();
    await page.keyboard.press('Enter');
    await until('the completion', async () =>
        /Relevant policies:\*\* TLS BRs.*\d/.test(await bench.text()),
    );
    await page.keyboard.press('Escape');
});

test('checking before submission shows the first fault', async () => {
    const { page } = bench;

    await bench.command('Incident Report: Check for Submission');
    await notification(/Full Incident Report: \d+ of \d+ fields/).waitFor();
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    const at = await bench.run(vscode => {
        const { document, selection } = vscode.window.activeTextEditor;
        const [first] = vscode.languages
            .getDiagnostics(document.uri)
            .filter(one => one.severity === 0)
            .sort((a, b) => a.range.start.compareTo(b.range.start));

        return first.range.start.isEqual(selection.active);
    });

    assert.ok(at);
    await bench.picture('check');
    await dismissAll();
    await page.keyboard.press('Control+J');
});

test('the view lists the reports of the folder', async () => {
    await bench.run(vscode =>
        vscode.commands.executeCommand('incident-ls.reports.focus'),
    );
    const rows = bench.page
        .locator('.pane', { hasText: 'Incident Reports' })
        .locator('.monaco-list-row');

    for (const name of ['closure.md', 'faulty.md', 'full.md', 'preliminary.md']) {
        await rows.filter({ hasText: name }).first().waitFor();
    }
    await rows.filter({ hasText: 'preliminary.md' }).first().click();
    await until('the report', () =>
        bench.run(vscode =>
            vscode.window.activeTextEditor?.document.fileName.endsWith(
                'preliminary.md',
            ),
        ),
    );
    await bench.run(vscode =>
        vscode.commands.executeCommand('workbench.action.closeSidebar'),
    );
});

test('positions hold behind characters of all lengths', async () => {
    await show(
        '## Preliminary Incident Report\n\n### Summary\n\n' +
            '- **Incident description:** 事😀é TODO\n',
    );
    const found = await bench.until('the placeholder', vscode => {
        const { document } = vscode.window.activeTextEditor;

        return vscode.languages
            .getDiagnostics(document.uri)
            .filter(one => one.code?.value === 'placeholder')
            .map(one => document.getText(one.range))[0];
    });

    assert.equal(found, 'TODO');
    await closeAll();
});

test('all that the server offers arrives', async () => {
    await open('full.md');
    const seen = await bench.until('symbols', async vscode => {
        const { document } = vscode.window.activeTextEditor;
        const ask = (what, ...more) =>
            vscode.commands.executeCommand(
                `vscode.${what}`,
                document.uri,
                ...more,
            );
        const all = new vscode.Range(0, 0, document.lineCount, 0);
        const symbols = await ask('executeDocumentSymbolProvider');
        const report = symbols?.find(
            one => one.name === 'Full Incident Report',
        );
        const text = document.getText();
        const at = text.indexOf('Root Cause # 1');

        return (
            report && {
                sections: report.children.map(child => child.name),
                folds: (await ask('executeFoldingRangeProvider')).length,
                links: (await ask('executeLinkProvider')).length,
                lenses: (await ask('executeCodeLensProvider')).map(
                    lens => lens.command.title,
                ),
                hints: (await ask('executeInlayHintProvider', all)).length,
                definitions: (
                    await ask(
                        'executeDefinitionProvider',
                        document.positionAt(at + 13),
                    )
                ).length,
            }
        );
    });

    assert.ok(seen.sections.includes('Root Cause Analysis'));
    assert.ok(seen.folds > 5 && seen.links > 0 && seen.hints > 0);
    assert.ok(seen.lenses.some(title => /\d+ of \d+ fields/.test(title)));
    assert.ok(seen.definitions > 0);
});

test('settings reach the server, and it says what is wrong', async () => {
    const set = (key, value) =>
        bench.run(
            async (vscode, name, to) => {
                await vscode.workspace
                    .getConfiguration('incident-ls')
                    .update(name, to ?? undefined, vscode.ConfigurationTarget.Workspace);
            },
            key,
            value,
        );

    await open('faulty.md');
    const found = await diagnostics(faults);

    assert.ok(found.some(one => one.rule === 'ccadb-id'));
    await set('rules', { 'ccadb-id': 'off' });
    await diagnostics(found.length - 1);
    await set('rules', undefined);
    await diagnostics(found.length);
});

test('a settings file is held to its schema', async () => {
    const found = await bench.until('the schema', async vscode => {
        const folder = vscode.workspace.workspaceFolders[0].uri;
        const file = vscode.Uri.joinPath(folder, 'drafts/.incident-ls.json');

        if (!vscode.workspace.textDocuments.some(one => one.uri.path === file.path)) {
            await vscode.workspace.fs.writeFile(
                file,
                Buffer.from('{"draft": "yes", "rules": {"hard-wrap": "of"}}'),
            );
            await vscode.window.showTextDocument(file);
        }
        const found = vscode.languages.getDiagnostics(file);

        return found.length === 2 && found.map(one => one.message);
    });

    assert.match(found.join('\n'), /boolean/);
    await closeAll();
});

test('a new report begins with a template', async () => {
    const { page } = bench;

    await bench.command('Incident Report: New Incident Report');
    const row = page.locator('.quick-input-list .monaco-list-row', {
        hasText: 'Full Incident Report',
    });

    await row.waitFor();
    await bench.picture('templates');
    await row.click();
    await page.locator('.snippet-placeholder').first().waitFor();
    await page.keyboard.type('A000123');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A responder had no keys.');
    await until('what was typed, each in its place', async () => {
        const text = await bench.text();

        return (
            text.includes('unique ID:** A000123\n') &&
            text.includes('description:** A responder had no keys.\n')
        );
    });
});

test('a flawless report is ready, and copied without directives', async () => {
    await open('full.md');
    await bench.run(async vscode => {
        const editor = vscode.window.activeTextEditor;

        await editor.edit(edit =>
            edit.insert(
                new vscode.Position(0, 0),
                '[incident-ls]: # (guidelines=3.2)\n\n',
            ),
        );
    });
    await bench.command('Incident Report: Check for Submission');
    await notification('Ready to be posted').waitFor();
    await notification('Ready to be posted')
        .getByText('Copy Report for Bugzilla')
        .click();
    const copied = await bench.until('the copy', async vscode => {
        const text = await vscode.env.clipboard.readText();

        return text.startsWith('## Full Incident Report') && text;
    });

    assert.ok(!copied.includes('[incident-ls]'));
    await closeAll();
});

test('the preview follows the text and the editor', async () => {
    const { page } = bench;
    const shown = page
        .frameLocator('iframe.webview')
        .frameLocator('#active-frame');

    await closeAll();
    await open('full.md');
    await bench.command('Incident Report: Preview as Bugzilla Shows It');
    await shown.getByRole('heading', { name: 'Full Incident Report' }).waitFor();
    await bench.picture('preview');
    await bench.go(1, 1);
    await page.keyboard.type('<script>alert(1)</script> bug 1234567\n\n');
    await shown.getByRole('link', { name: 'bug 1234567' }).waitFor();
    await shown.locator('h2[data-line="2"]').waitFor();
    assert.match(await shown.locator('main').innerText(), /<script>alert/);
    assert.equal(await shown.locator('main script').count(), 0);
    assert.match(
        await shown
            .locator('meta[http-equiv=Content-Security-Policy]')
            .getAttribute('content'),
        /^default-src 'none';\s+style-src 'nonce-\S+'; script-src 'nonce-\S+'$/,
    );

    // A report that is longer than the screen scrolls with its editor.
    const top = () => shown.locator('body').evaluate(() => window.scrollY);

    assert.equal(await top(), 0);
    await bench.go(60, 1);
    await until('the page to scroll', async () => (await top()) > 200);
    await shown.getByText('Lessons Learned').dblclick();
    await bench.until('the editor to come', vscode => {
        const editor = vscode.window.activeTextEditor;

        return editor?.document
            .lineAt(editor.selection.active)
            .text.includes('Lessons Learned');
    });

    await open('preliminary.md');
    await shown
        .getByRole('heading', { name: 'Preliminary Incident Report' })
        .waitFor();
    await closeAll();
});

test('the preview is dark where the editor is', async () => {
    const { page } = bench;
    const wear = theme =>
        bench.run(
            (vscode, name) =>
                vscode.workspace
                    .getConfiguration('workbench')
                    .update(
                        'colorTheme',
                        name ?? undefined,
                        vscode.ConfigurationTarget.Workspace,
                    ),
            theme,
        );
    const body = page
        .frameLocator('iframe.webview')
        .frameLocator('#active-frame')
        .locator('body');
    const brightness = () =>
        body.evaluate(element =>
            Math.max(
                ...getComputedStyle(element)
                    .backgroundColor.match(/\d+/g)
                    .map(Number),
            ),
        );

    await open('full.md');
    await bench.command('Incident Report: Preview as Bugzilla Shows It');
    await until('a bright page', async () => (await brightness()) > 200);
    await wear('Default Dark Modern');
    await until('a dark page', async () => (await brightness()) < 60);
    await bench.picture('preview-dark');
    await wear(undefined);
    await until('a bright page', async () => (await brightness()) > 200);
    await closeAll();
});

test('lists and settings beside a report count', async () => {
    const rules = () =>
        bench.run(vscode =>
            vscode.languages
                .getDiagnostics(vscode.window.activeTextEditor.document.uri)
                .filter(one => one.source === 'incident-ls')
                .map(one => one.code.value),
        );
    const write = (name, content) =>
        bench.run(
            async (vscode, file, words) => {
                await vscode.workspace.fs.writeFile(
                    vscode.Uri.file(file),
                    new TextEncoder().encode(words),
                );
            },
            path.join(bench.folder, 'listed', name),
            content,
        );

    await write(
        'report.md',
        '## Full Incident Report\n\n### Appendix\n\n[all](list.csv)\n\n' +
            '<b>bold</b>\n',
    );
    await write(
        'list.csv',
        'Certificate SHA-256 hash,Subject,Serial #\n12,a,xyz\n',
    );
    await open('listed/report.md');
    await until('HTML', async () => (await rules()).includes('raw-html'));
    await bench.until('what is in the list', (vscode, file) =>
        vscode.languages.getDiagnostics(vscode.Uri.file(file)).length,
        path.join(bench.folder, 'listed/list.csv'),
    );
    await write('.incident-ls.json', '{"rules": {"raw-html": "off"}}');
    // This VS Code has no watcher of whole folders; saving has them read too.
    await bench.run(async vscode => {
        const editor = vscode.window.activeTextEditor;

        await editor.edit(edit => edit.insert(new vscode.Position(0, 0), '\n'));
        await editor.document.save();
    });
    await until('the settings', async () => !(await rules()).includes('raw-html'));
    await closeAll();
});

test('its server is what is said of the package', async () => {
    assert.equal((await bench.servers()).length, Number(PROGRAMS));
});

test('restarting brings a new server', async () => {
    await open('faulty.md');
    await diagnostics(faults);
    await bench.command('Incident Report: Restart Server');
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
});
