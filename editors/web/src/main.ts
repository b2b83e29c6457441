// The page: an editor, the server that checks what is in it, what it finds, and
// the preview.
import { autocompletion, snippet } from '@codemirror/autocomplete';
import {
    hoverTooltips,
    LSPClient,
    LSPPlugin,
    serverCompletionSource,
} from '@codemirror/lsp-client';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type * as lsp from 'vscode-languageserver-protocol';

import { offer } from './choice';
import { canKeepDrafts, forgetDraft, keepDraft, keptDraft } from './draft';
import { stateOf } from './editor';
import { copy, isBeside, isReport, save } from './files';
import { Findings } from './findings';
import { applyFix, fixesFor, fixOfAll } from './fixes';
import { Preview } from './preview';
import { safe } from './safe';
import { ServerWorker } from './server';

// Of incident-ls.templates.
interface Template {
    readonly keyword: string;
    readonly name: string;
    readonly means: string;
    readonly text: string;
}

// Of incident-ls.bugzillaText.
interface Posting {
    readonly text: string;
    readonly length: number;
    readonly limit: number;
}

// Of incident-ls.progress.
interface Standing {
    readonly reports: readonly { readonly words: string }[];
}

function element<Kind extends HTMLElement>(id: string): Kind {
    return document.getElementById(id) as Kind;
}

function on(id: string, act: () => unknown): void {
    element(id).addEventListener('click', act);
}

const worker = new ServerWorker(reason => {
    say(`The checks have stopped: ${reason}. Save the report and reload.`);
});
const findings = new Findings(element('findings'));
const client = new LSPClient({
    rootUri: 'file:///',
    timeout: 20_000,
    sanitizeHTML: safe,
    extensions: [findings.extension],
});
const preview = new Preview(element('preview'), client, goToLine);

let name = 'report.md';
let opened = 0; // how many reports so far: each has a URI of its own
let saved = '';

const ours: Extension = [
    autocompletion({
        override: [serverCompletionSource],
        activateOnTypingDelay: 50,
        icons: false,
    }),
    hoverTooltips(),
    placeholder(
        'Type or paste a report, open one, or begin with a template: New…',
    ),
    keymap.of([
        {
            key: 'Mod-.',
            run: () => {
                void offerHere();
                return true;
            },
        },
        {
            key: 'Mod-s',
            run: () => {
                saveReport();
                return true;
            },
        },
    ]),
    EditorView.updateListener.of(update => {
        if (update.docChanged) {
            changed();
        }
    }),
];

const view = new EditorView({
    parent: element('editor'),
    state: stateOf('', []),
});

function uri(): string {
    return `file:///${opened}/${encodeURIComponent(name)}`;
}

function text(): string {
    return view.state.doc.toString();
}

function say(words: string): void {
    element('status').textContent = words;
}

// A text that isn't saved is lost only if its user says so.
function mayLeave(): boolean {
    return (
        text() === saved || confirm('The report is not saved. Leave it?')
    );
}

function show(report: { name: string; text: string }): void {
    name = report.name;
    opened++;
    saved = report.text;
    element('name').textContent = name;
    view.setState(
        stateOf(report.text, [ours, client.plugin(uri(), 'markdown')]),
    );
    changed();
    look('text');
    view.focus();
}

let drawing: number | undefined;
let keeping: number | undefined;

function changed(): void {
    clearTimeout(drawing);
    drawing = window.setTimeout(drawAll, 120);
    clearTimeout(keeping);
    keeping = window.setTimeout(keep, 400);
}

async function drawAll(): Promise<void> {
    await preview.draw(uri());
    preview.follow(view);
}

function keep(): void {
    const box = element<HTMLInputElement>('keep');

    if (box.checked && !keepDraft({ name, text: text() })) {
        box.checked = false;
        say('This browser has no room for the draft: save the report.');
    }
}

function ask<Answer>(command: string, ...args: unknown[]): Promise<Answer> {
    client.sync();
    return client.request('workspace/executeCommand', {
        command,
        arguments: args,
    });
}

// How far the report has come, whenever the list of findings has been drawn.
async function stand(): Promise<void> {
    const { reports } = await ask<Standing>('incident-ls.progress', uri());
    const all = findings.total;

    element('standing').textContent = reports
        .map(report => report.words)
        .join('; ');
    element('nothing').hidden = all > 0;
    element('nothing').textContent = reports.length
        ? 'Nothing is found: this report can be posted.'
        : 'There is no incident report in the text yet. New… offers the ' +
          'templates of the guidelines.';
    document.querySelector('[data-show=findings]')!.textContent = all
        ? `Findings (${all})`
        : 'Findings';
    say(
        reports.length
            ? `${plural(findings.count('error'), 'error')}, ` +
                  plural(findings.count('warning'), 'warning')
            : '',
    );
    element('fix-all').hidden = !(await fixOfAll(view));
}

function plural(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function goToLine(index: number): void {
    const number = Math.min(index + 1, view.state.doc.lines);

    view.dispatch({
        selection: { anchor: view.state.doc.line(number).from },
        scrollIntoView: true,
    });
    look('text');
    view.focus();
}

// On a narrow screen only one of the views is to be seen.
function look(at: string): void {
    document.body.dataset['view'] = at;
    for (const button of document.querySelectorAll('[data-show]')) {
        button.setAttribute(
            'aria-pressed',
            String(button.getAttribute('data-show') === at),
        );
    }
    view.requestMeasure();
}

async function newReport(): Promise<void> {
    const templates = await ask<Template[]>('incident-ls.templates');

    offer(
        'New report',
        [],
        templates.map(template => ({
            title: template.name,
            detail: template.means,
            take: () => begin(template),
        })),
    );
}

// The first field to fill in is then selected; Tab goes to the next.
function begin(template: Template): void {
    if (!mayLeave()) {
        return;
    }
    show({ name: 'report.md', text: '' });
    snippet(forCodeMirror(template.text))(view, null, 0, 0);
    saved = '';
}

// As CodeMirror writes snippets, which knows no $1 and no \$.
function forCodeMirror(text: string): string {
    return text.replace(
        /\\([$}\\])|\$(\d+)/g,
        (_, escaped: string | undefined, stop: string) =>
            escaped ?? `\${${stop}}`,
    );
}

async function open(files: readonly File[]): Promise<void> {
    const report = files.find(isReport);
    const beside = files.filter(isBeside);

    if (report && !mayLeave()) {
        return;
    }
    if (report) {
        opened++; // their place is beside it
    }
    for (const file of beside) {
        await offerFile(file);
    }
    if (report) {
        opened--;
        show({ name: report.name, text: lines(await report.text()) });
    } else if (!beside.length) {
        say('Open a Markdown file, or lists and settings that belong to one.');
    }
    if (beside.length) {
        say(`${plural(beside.length, 'file')} beside the report`);
    }
}

// The server has looked for it before, perhaps, and is to look again.
async function offerFile(file: File): Promise<void> {
    const path = `/${opened}/${file.name}`;

    worker.offer(path, new Uint8Array(await file.arrayBuffer()));
    client.notification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: `file://${encodeURI(path)}`, type: 1 }],
    });
}

function lines(text: string): string {
    return text.replace(/\r\n?/g, '\n');
}

function saveReport(): void {
    save(name, text());
    saved = text();
    say(`Saved ${name}`);
}

async function copyReport(): Promise<void> {
    const plugin = LSPPlugin.get(view);
    const posting = await ask<Posting>(
        'incident-ls.bugzillaText',
        uri(),
        plugin?.toPosition(view.state.selection.main.head),
    );
    const length = posting.length.toLocaleString('en-US');

    if (!(await copy(posting.text))) {
        say('This browser lets nothing be copied from here.');
    } else if (posting.length > posting.limit) {
        say(
            `Copied, but these are ${length} characters, and Bugzilla takes ` +
                `${posting.limit.toLocaleString('en-US')} in a comment.`,
        );
    } else {
        say(`Copied ${length} characters for Bugzilla`);
    }
}

// What can be said and done about the line with the cursor.
async function offerHere(): Promise<void> {
    const { head } = view.state.selection.main;
    const line = view.state.doc.lineAt(head);
    const plugin = LSPPlugin.get(view);
    const found = findings.at(view, line.from, line.to);
    const fixes = await Promise.all(
        found.map(one => fixesFor(view, one.said)),
    );
    const hover = await client
        .request<unknown, lsp.Hover | null>('textDocument/hover', {
            textDocument: { uri: uri() },
            position: plugin?.toPosition(head),
        })
        .catch(() => null);
    const words = document.createElement('div');

    if (hover && plugin) {
        words.className = 'cm-lsp-documentation';
        words.innerHTML = plugin.docToHTML(
            hover.contents as lsp.MarkupContent,
        );
    }
    offer(
        `Line ${line.number}`,
        [
            ...found.map(one => paragraph(one.message)),
            words,
            ...(found.length || hover
                ? []
                : [paragraph('Nothing is found on this line.')]),
        ],
        fixes.flat().map(fix => ({
            title: fix.title,
            take: () => applyFix(view, fix),
        })),
    );
}

function paragraph(words: string): HTMLElement {
    const element = document.createElement('p');

    element.textContent = words;
    return element;
}

function setTheme(dark: boolean): void {
    document.documentElement.classList.toggle('dark', dark);
    element('theme').setAttribute('aria-pressed', String(dark));
}

on('new', newReport);
on('open', () => element('files').click());
on('save', saveReport);
on('copy', copyReport);
on('here', offerHere);
on('theme', () =>
    setTheme(!document.documentElement.classList.contains('dark')),
);
on('fix-all', async () => {
    const fix = await fixOfAll(view);

    if (fix) {
        applyFix(view, fix);
    }
});
element('files').addEventListener('change', event => {
    const input = event.target as HTMLInputElement;

    void open([...(input.files ?? [])]);
    input.value = '';
});
element('keep').addEventListener('change', event => {
    if ((event.target as HTMLInputElement).checked) {
        keep();
    } else {
        forgetDraft();
    }
});
element('findings').addEventListener('drawn', () => void stand());
for (const button of document.querySelectorAll('[data-show]')) {
    button.addEventListener('click', () =>
        look(button.getAttribute('data-show') ?? 'text'),
    );
}
view.dom.addEventListener('shown', () => look('text'));
view.scrollDOM.addEventListener('scroll', () => preview.follow(view));
window.addEventListener('dragover', event => event.preventDefault());
window.addEventListener('drop', event => {
    event.preventDefault();
    void open([...(event.dataTransfer?.files ?? [])]);
});
window.addEventListener('beforeunload', event => {
    if (text() !== saved && !element<HTMLInputElement>('keep').checked) {
        event.preventDefault();
    }
});

const dark = matchMedia('(prefers-color-scheme: dark)');
setTheme(dark.matches);
dark.addEventListener('change', () => setTheme(dark.matches));

const draft = keptDraft();
const box = element<HTMLInputElement>('keep');

box.checked = draft !== undefined;
box.disabled = !canKeepDrafts;
show(draft ?? { name, text: '' });
void worker.begun.then(() => client.connect(worker));
