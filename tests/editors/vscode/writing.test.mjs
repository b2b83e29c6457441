// A whole report, from an empty folder to the clipboard, without a mouse.
//
// What has a fixed form is taken from the list that Ctrl+Space opens where the
// cursor has arrived by Tab; what is told is typed. Nothing is deleted.
import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before } from 'node:test';

import { tester, until, Workbench } from './workbench.mjs';

const { PICTURES, PROBE_VSIX, VSIX } = process.env;
const test = tester(() => bench);
let bench;
let empty;

before(async () => {
    empty = await fs.mkdtemp(path.join(os.tmpdir(), 'empty-'));
    bench = await Workbench.open({
        vsix: [VSIX, PROBE_VSIX],
        workspace: empty,
        pictures: PICTURES,
        env: { PATH: '/usr/bin:/bin' },
    });
});
after(async () => {
    await bench?.close();
    await fs.rm(empty, { recursive: true, force: true });
});

const day = away =>
    new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10);

const press = key => bench.page.keyboard.press(key);

function findings() {
    return bench.run(vscode =>
        vscode.languages
            .getDiagnostics(vscode.window.activeTextEditor.document.uri)
            .filter(one => one.source === 'incident-ls')
            .map(one => ({
                severity: one.severity,
                line: one.range.start.line + 1,
                message: one.message,
            })),
    );
}

const current = () =>
    bench.run(vscode => {
        const editor = vscode.window.activeTextEditor;

        return {
            line: editor?.document.lineAt(editor.selection.active).text ?? '',
            selected: editor?.document.getText(editor.selection) ?? '',
        };
    });

// Waits until the next place is selected: one that holds PLACEHOLDER.
async function arrive(placeholder) {
    await until(`"${placeholder}" to be selected`, async () => {
        const { selected } = await current();

        return selected === placeholder;
    }).catch(async error => {
        throw new Error(`${error.message}: ${JSON.stringify(await current())}`);
    });
}

// Types TEXT in the place of PLACEHOLDER, and goes on.
async function fill(placeholder, text) {
    await arrive(placeholder);
    await bench.page.keyboard.type(text);
    await until('what was typed', async () =>
        (await current()).line.includes(text),
    );
    await go();
}

// Tab, which goes on: no list of suggestions is in its way.
async function go() {
    const { page } = bench;
    const open = await page.locator('.suggest-widget.visible').count();

    assert.equal(open, 0, 'a list of suggestions takes the key');
    await press('Tab');
}

const list = () =>
    bench.page.locator('.suggest-widget.visible .monaco-list-row');

// Takes the item LABEL of the list that Ctrl+Space opens there.
async function choose(placeholder, label) {
    const { page } = bench;
    const rows = list();

    if (placeholder !== undefined) {
        await arrive(placeholder);
    }
    await press('Control+Space');
    await rows.first().waitFor();
    for (let tries = 0; ; tries++) {
        const focused = page.locator(
            '.suggest-widget.visible .monaco-list-row.focused',
        );
        const shown = await focused.getAttribute('aria-label');

        if (shown?.startsWith(label)) {
            break;
        }
        assert.ok(tries < 30, `no "${label}" in the list, but "${shown}"`);
        await press('ArrowDown');
        await until('the next item', async () =>
            (await focused.getAttribute('aria-label')) !== shown,
        );
    }
    await press('Enter');
    await until('the list to close', async () => !(await rows.count()));
}

async function take(placeholder, label) {
    await choose(placeholder, label);
    await press('Tab');
}

test('a new report has a name and begins calm', async () => {
    const { page } = bench;

    await bench.command('Incident Report: New Incident Report');
    await page
        .locator('.quick-input-list .monaco-list-row')
        .first()
        .waitFor();
    await page.keyboard.type('Full');
    await page
        .locator('.quick-input-list .monaco-list-row', {
            hasText: 'Full Incident Report',
        })
        .first()
        .waitFor();
    await press('Enter');
    await arrive('A000000');
    await page
        .locator('.tab.active', { hasText: 'full-incident-report.md' })
        .waitFor();
    await until('what is to be filled in', async () =>
        (await findings()).length > 10,
    );
    assert.deepEqual(
        (await findings()).filter(one => one.severity < 2),
        [],
    );
    await page
        .locator('.codelens-decoration', {
            hasText: /Draft · \d of 23 fields complete/,
        })
        .waitFor();
    await bench.picture('writing-1-new');
});

test('Tab goes from place to place, Ctrl+Space offers what fits', async () => {
    await fill('A000000', 'A000123');
    await fill('What happened?', 'Two certificates hold no locality.');
    await fill('YYYY-MM-DD', day(-20));
    await take('YYYY-MM-DD', day(0));
    await fill('YYYY-MM-DD', day(0));
    await arrive('Policy, version, section');
    await bench.page
        .locator('.codelens-decoration', { hasText: /[5-9] of 23 fields/ })
        .waitFor();
    await bench.picture('new');
    await press('Control+Space');
    await list().first().waitFor();
    await bench.picture('completion');
    await press('Escape');
    await until('the list to close', async () => !(await list().count()));
    await choose('Policy, version, section', 'NCSSRs');
    await arrive('2.0.5');
    await press('Tab');
    await fill('[section]', '4.2');
    await take('[Who noticed it?]', 'Self Reported');
    await fill('[How many?]', '2');
    await fill('[How many?]', '0');
    await take('[Which types of certificates?]', 'OV');
    await take(
        '[How can others find the affected certificates?]',
        'The Appendix lists all',
    );
    await choose('[Yes or No, and why?]', 'Yes');
    await fill('[Why?]', 'The profile was in use.');
    await take('N/A', 'N/A');
    await arrive('N/A');
    await press('Tab');
});

test('the timeline is told from the Summary, and Enter goes on', async () => {
    const { page } = bench;

    await choose('YYYY-MM-DD HH:MM', day(-20));
    await fill('HH:MM', '09:00');
    await take('TODO: what happened?', 'The incident begins.');
    await bench.picture('writing-3-timeline');
    await fill('[Related Bug ID](Related Bug URL)',
        '[1900000](https://bugzilla.mozilla.org/show_bug.cgi?id=1900000)');
    await fill('Date Related Bug was opened', day(-300));
    await fill(
        'A description of how the subject Bug is related to the Bug referenced.',
        'Another profile lacked the locality.',
    );
    await fill('title', 'The review asks only what is there');
    await fill('[What contributed, and how?]', 'The checklist has no list.');
    await fill(
        '[When did it arise, and how did it develop?]',
        'It is as old as the first profile.',
    );
    await fill(
        '[How was it found, and why not earlier?]',
        'A linter found it; it ran once a quarter.',
    );
    await take('[How did it work together with the other factors?]', 'N/A');
    await take('[By which method?]', '5-Whys');
    await fill('[What kept the impact small?]', 'The profile was new.');
    await take('[What made the impact larger?]', 'N/A');
    await take('[What went well by chance?]', 'N/A');
    await arrive('N/A');
    await press('Tab');
    await fill('Example', 'Run the linter before issuance');
    await take('Prevent', 'Prevent');
    await take('Root Cause # 1', 'Root Cause # 1');
    await fill('Criteria', 'A faulty certificate is refused in a test');
    await take('YYYY-MM-DD', day(7));
    await take('Value', 'Ongoing');
    await choose(
        'TODO: the certificates, logs and other supporting data',
        'Certificate list',
    );
    for (const digit of ['A', 'B']) {
        const hash = digit.repeat(64);

        await page.keyboard.type(
            `${hash.replace(/./, '0')},${hash},CN=a.example,CN=CA,${day(-20)},${day(70)},` +
                `${digit.repeat(32)},a.example,Yes,${day(0)},superseded` +
                (digit === 'A' ? '\n' : ''),
        );
    }
    await bench.picture('writing-4-appendix');
});

test('entries are added where they belong', async () => {
    const { page } = bench;

    await bench.command('Incident Report: Add Timeline Entry');
    await until('the entry', async () =>
        (await current()).line.includes('TODO: what happened?'),
    );
    await page.keyboard.type(`${day(0)} 00:01`);
    await go();
    await take(
        'TODO: what happened?',
        'The CA Owner becomes aware of the incident.',
    );
    await until('the end of the entry', async () =>
        (await current()).line.endsWith('incident.'),
    );
    await press('Escape');
    await press('End');
    await press('Enter');
    await until('another bullet', async () =>
        (await current()).line === '- ',
    );
    await page.keyboard.type(
        `${day(0)} 00:02 UTC Issuance is stopped; the scope is concluded.`,
    );
    await press('Escape');
    await press('Enter');
    await page.keyboard.type(
        `${day(0)} 00:03 UTC Issuance resumes; the incident ends.`,
    );
    await press('Escape');
    await bench.picture('writing-5-entry');
});

test('it is checked, ready and copied', async () => {
    await bench.command('Incident Report: Check for Submission');
    await bench.page
        .locator('.notification-toast', { hasText: 'Ready to be posted' })
        .first()
        .waitFor()
        .catch(async error => {
            throw new Error(
                `${error.message}\n${JSON.stringify(await findings())}\n` +
                    (await bench.text()),
            );
        });
    await bench.picture('writing-6-check');
    assert.deepEqual(await findings(), []);
    assert.ok(!(await bench.text()).includes('[incident-ls]'));
    await bench.command('Incident Report: Copy Report for Bugzilla');
    const copied = await bench.until('the copy', async vscode => {
        const text = await vscode.env.clipboard.readText();

        return text.startsWith('## Full Incident Report') && text;
    });

    assert.ok(copied.includes('Run the linter before issuance'));
    // A bracket typed over a selected place closes by itself, and only once.
    assert.match(copied, /show_bug\.cgi\?id=1900000\) +\|/);
    await press('Control+S');
    await until('the file', () =>
        fs
            .readFile(path.join(bench.folder, 'full-incident-report.md'))
            .catch(() => undefined),
    );
    // The editor of the new file takes the focus from whatever has it.
    await bench.until('the editor of the file', vscode => {
        const { document } = vscode.window.activeTextEditor ?? {};

        return document?.uri.scheme === 'file' && !document.isDirty;
    });
});

async function begin(name) {
    const rows = bench.page.locator('.quick-input-list .monaco-list-row');

    await bench.command('Incident Report: New Incident Report');
    await rows.first().waitFor();
    await bench.page.keyboard.type(name);
    await rows.filter({ hasText: name }).first().waitFor();
    await press('Enter');
}

// Types TEXT, and has VS Code forget the tab stops.
async function typeAndLeave(text) {
    await bench.page.keyboard.type(text);
    await until('what was typed', async () =>
        (await current()).line.includes(text),
    );
    await press('Escape');
    await press('Escape');
}

test('a report whose places are left is gone on with', async () => {
    const names = ['What happened?', 'Policy, version, section'];

    await begin('Preliminary Incident Report');
    await arrive(names[0]);
    await press('Escape');
    await press('Control+Home');
    for (const name of names) {
        await bench.command('Incident Report: Check for Submission');
        await arrive(name);
        await typeAndLeave('Words.');
    }
    await bench.picture('writing-7-gone-on-with');
});

test('Tab and Next Blank lead on when the stops are forgotten', async () => {
    await begin('Report Closure Summary');
    const first = await until('a place', async () => (await current()).selected);

    await press('Alt+n');
    const second = await until('the next place', async () => {
        const { selected } = await current();

        return selected !== first && selected;
    });

    await typeAndLeave('Words.');
    await press('Tab');
    await until('the place after it', async () => {
        const { selected } = await current();

        return selected && selected !== second;
    });
    // The stops are VS Code's again: nothing but a key goes to the next.
    const { selected } = await current();

    await press('Tab');
    await until('another place', async () => {
        const now = (await current()).selected;

        return now && now !== selected;
    });
    // After the last one the first comes, which was passed over.
    await press('Tab');
    await arrive(first);
    assert.ok(!(await bench.text()).includes('\t'));
});

test('what a template has is filled in before more is added', async () => {
    const rows = async () =>
        (await bench.text()).split('\n').filter(line => line.startsWith('| '));

    await begin('Full Incident Report');
    await arrive('A000000');
    await press('Escape');
    const before = (await rows()).length;

    await bench.command('Incident Report: Add Action Item');
    await arrive('Example');
    assert.equal((await rows()).length, before);
    await typeAndLeave('Refuse unknown profiles');
    await bench.command('Incident Report: Add Action Item');
    await arrive('Example');
    assert.equal((await rows()).length, before + 1);
    await bench.command('Incident Report: Add Contributing Factor');
    await arrive('title');
    assert.ok(!(await bench.text()).includes('Factor #2'));
});

test('a bracket takes the place of a blank, and goes around words', async () => {
    const select = words =>
        bench.run(async (vscode, wanted) => {
            const editor = vscode.window.activeTextEditor;
            const at = editor.document.getText().indexOf(wanted);

            await vscode.window.showTextDocument(editor.document, {
                selection: new vscode.Range(
                    editor.document.positionAt(at),
                    editor.document.positionAt(at + wanted.length),
                ),
            });
        }, words);
    const line = words => until(`"${words}"`, async () =>
        (await current()).line.includes(words));

    await select('Refuse unknown profiles');
    await arrive('Refuse unknown profiles');
    await press('[');
    await line('[Refuse unknown profiles]');
    await select('A000000');
    await arrive('A000000');
    await bench.page.keyboard.type('[a](b)');
    await until('one pair of brackets', async () =>
        (await current()).line.endsWith('ID:** [a](b)'),
    );
});

test('events are found by their words, and a pasted list made', async () => {
    await bench.run(vscode =>
        vscode.commands.executeCommand('workbench.action.files.newUntitledFile')
            .then(() => vscode.languages.setTextDocumentLanguage(
                vscode.window.activeTextEditor.document, 'markdown'))
            .then(() => vscode.window.activeTextEditor.edit(edit =>
                edit.insert(new vscode.Position(0, 0),
                    '## Full Incident Report\n\n### Timeline\n\n' +
                    '- 2026-01-01 10:00 UTC \n\n### Appendix\n\n' +
                    'https://crt.sh/?id=5\n')))
            .then(() => true),
    );
    await bench.go(5, 24);
    await bench.page.keyboard.type('Issuance r');
    await choose(undefined, 'Issuance resumes.');
    await until('the event in full', async () =>
        (await current()).line === '- 2026-01-01 10:00 UTC Issuance resumes.',
    );
    await bench.go(9, 3);
    await until('what is wrong with the list', async () =>
        (await findings()).some(one => one.line === 9),
    );
    await bench.openFixes(
        bench.page.locator('.action-widget .monaco-list-row.focused', {
            hasText: 'Make a certificate list',
        }),
    );
    await bench.picture('writing-8-list');
    await press('Enter');
    await until('the list', async () =>
        (await bench.text()).includes('```csv\nPrecertificate SHA-256 hash,'),
    );
});
