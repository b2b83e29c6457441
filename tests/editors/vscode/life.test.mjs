// The life of a bug in VS Code, comment by comment, while the clock goes on:
// what is due stands in the Explorer and in the status bar, and the writer says
// what has been posted and answered, without a mouse.
//
// CLOCKED is a program whose libraries can be preloaded, CLOCK_LIBRARY that of
// world/clock.c, by which the test sets the program's clock; VSIX, PROBE_VSIX
// and PICTURES are those of report.test.mjs.
import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before } from 'node:test';

import { tester, until, Workbench } from './workbench.mjs';

const { CLOCKED, CLOCK_LIBRARY, PICTURES, PROBE_VSIX, VSIX } = process.env;
const test = tester(() => bench);
let bench;
let home;

// MOMENT is one such as 2026-03-01T10:00Z.
async function setClock(moment) {
    const bytes = Buffer.alloc(8);
    const file = await fs.open(path.join(home, 'clock'), 'r+');

    bytes.writeBigInt64LE(BigInt(Date.parse(moment) / 1000));
    await file.write(bytes);
    await file.close();
}

before(async () => {
    home = await fs.mkdtemp(path.join(os.tmpdir(), 'clock-'));
    await fs.mkdir(path.join(home, 'empty'));
    await fs.writeFile(path.join(home, 'clock'), '');
    await setClock('2026-03-01T10:00Z');
    await fs.writeFile(
        path.join(home, 'incident-ls'),
        `#!/bin/sh
export CLOCK=9 LD_PRELOAD='${CLOCK_LIBRARY}'
exec 9<'${home}/clock'
exec '${CLOCKED}' "$@"
`,
        { mode: 0o755 },
    );
    bench = await Workbench.open({
        vsix: [VSIX, PROBE_VSIX],
        workspace: path.join(home, 'empty'),
        settings: { 'incident-ls.serverPath': path.join(home, 'incident-ls') },
        pictures: PICTURES,
    });
});
after(async () => {
    await bench?.close();
    await fs.rm(home, { recursive: true, force: true });
});

const press = key => bench.page.keyboard.press(key);
const view = () => bench.page.locator('.pane', { hasText: 'Incident Reports' });

// Waits for a row of the view with all of WORDS in it.
async function row(...words) {
    let rows = view().locator('.monaco-list-row');

    for (const word of words) {
        rows = rows.filter({ hasText: word });
    }
    await rows.first().waitFor();
    return rows.first();
}

function status(words) {
    return bench.page
        .locator('.statusbar-item', { hasText: words })
        .first()
        .waitFor();
}

async function begin(kind) {
    const { page } = bench;
    const rows = page.locator('.quick-input-list .monaco-list-row');

    await bench.command('Incident Report: New Incident Report');
    await rows.first().waitFor();
    await page.keyboard.type(kind);
    await rows.filter({ hasText: kind }).first().waitFor();
    await press('Enter');
    await page
        .locator('.tab.active', {
            hasText: `${kind.toLowerCase().replaceAll(' ', '-')}.md`,
        })
        .waitFor();
    await until('the template', async () => /^#/m.test(await bench.text()));
    await press('Escape');
}

// Answers the three questions; "" leaves a fact as it is.
async function tell(...answers) {
    const { page } = bench;

    await bench.command('Incident Report: Set the Facts of This Thread');
    for (const [index, answer] of answers.entries()) {
        await page
            .locator('.quick-input-widget', { hasText: `(${index + 1}/3)` })
            .waitFor();
        await page.keyboard.type(answer);
        await press('Enter');
    }
}

async function holds(words) {
    await until(`"${words}"`, async () => (await bench.text()).includes(words));
}

async function post(moment) {
    await bench.command('Incident Report: I Posted This Now');
    await holds(`posted=${moment}`);
}

// Puts FACT beside the others, as its writer types it.
async function type(fact) {
    await bench.run((vscode, words) => {
        const editor = vscode.window.activeTextEditor;
        const text = editor.document.getText();
        const at = text.indexOf(')', text.indexOf('[incident-ls]: # ('));

        return editor.edit(edit =>
            edit.insert(editor.document.positionAt(at), words),
        );
    }, fact);
}

test('view and status bar say so where nothing is', async () => {
    await bench.run(vscode =>
        vscode.commands.executeCommand('incident-ls.reports.focus'),
    );
    await view()
        .locator('.welcome-view', { hasText: 'There is no incident report' })
        .waitFor();
    await status('No incident report');
    await bench.picture('due-empty');
});

test('a new thread is told of by keys alone', async () => {
    await begin('Preliminary Incident Report');
    await tell('2026-03-01T09:00Z', '1234567', 'A000123');
    await holds('aware=2026-03-01T09:00Z, bug=1234567');
    await row('Bug 1234567', 'First report due in 3 days');
    await status('First report due in 3 days, 2026-03-04 09:00 UTC');
    await post('2026-03-01T10:00Z');
    await status('Update due in 7 days, 2026-03-08 10:00 UTC');
});

test('a day begins, and nobody has to touch a key', async () => {
    await setClock('2026-03-09T00:00Z');
    await status('Update overdue by 1 day, 2026-03-08 10:00 UTC');
    await (await row('Bug 1234567', 'overdue by 1 day')).click();
    await press('ArrowRight');
    await row('Full report', 'due in 6 days');
    await bench.page.mouse.move(276, 300);
    await bench.page.mouse.down();
    await bench.page.mouse.move(430, 300, { steps: 5 });
    await bench.page.mouse.up();
    await bench.page.mouse.move(700, 500);
    await bench.picture('due');
});

test('the full report meets what was promised', async () => {
    await setClock('2026-03-09T10:00Z');
    await begin('Full Incident Report');
    await tell('', '1234567', 'A000123');
    await holds('- **CA Owner CCADB unique ID:** A000123');
    await post('2026-03-09T10:00Z');
    await status('Update due in 7 days, 2026-03-16 10:00 UTC');
});

test('a question is answered, and an update posted', async () => {
    await setClock('2026-03-14T08:00Z');
    await type(', question=2026-03-13T08:00Z');
    await row('Answer to a question', 'due in 6 days');
    await bench.command('Incident Report: I Answered');
    await holds('updated=2026-03-14T08:00Z');
    assert.ok(!(await bench.text()).includes('question='));
    await begin('Incident Report Update');
    await tell('', '1234567', '');
    await post('2026-03-14T08:00Z');
    await status('Update due in 7 days, 2026-03-21 08:00 UTC');
});

test('while a revocation is delayed, updates come faster', async () => {
    await setClock('2026-03-15T12:00Z');
    await begin('Revocation Update');
    await tell('', '1234567', '');
    await type(', whiteboard=leaf-revocation-delay');
    await post('2026-03-15T12:00Z');
    await status('Update on the delayed revocation due in 3 days');
});

test('a click goes where it is told, unsaved as that may be', async () => {
    await bench.run(vscode =>
        vscode.commands.executeCommand('incident-ls.reports.focus'),
    );
    await (await row('Update on the delayed revocation')).click();
    await until('its line', () =>
        bench.run(vscode => {
            const editor = vscode.window.activeTextEditor;

            return editor?.document
                .lineAt(editor.selection.active)
                .text.startsWith('[incident-ls]');
        }),
    );
});

test('nothing is due after the closure', async () => {
    await begin('Report Closure Summary');
    await tell('', '1234567', '');
    await status('Nothing due');
    await row('Bug 1234567');
    await bench.picture('due-closed');
});
