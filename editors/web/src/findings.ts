// What the server finds, in the text and as a list that leads there.
import { type LSPClientExtension, LSPPlugin } from '@codemirror/lsp-client';
import {
    type Diagnostic,
    forEachDiagnostic,
    setDiagnostics,
} from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import type * as lsp from 'vscode-languageserver-protocol';

import { offer } from './choice';
import { applyFix, fixesFor } from './fixes';

export interface Finding extends Diagnostic {
    readonly said: lsp.Diagnostic; // by the server
}

const severities = ['error', 'warning', 'info', 'hint'] as const;
const words = {
    error: 'Error',
    warning: 'Warning',
    info: 'Information',
    hint: 'Hint',
};

// The list is long to draw: while somebody types, it waits this long for a
// pause, in milliseconds.
const pause = 300;

export class Findings {
    private findings: readonly Finding[] = [];
    private view: EditorView | undefined;
    private timer: number | undefined;

    constructor(private readonly list: HTMLElement) {}

    // For the client of the server.
    readonly extension: LSPClientExtension = {
        clientCapabilities: {
            textDocument: {
                publishDiagnostics: {
                    versionSupport: true,
                    codeDescriptionSupport: true,
                },
                codeAction: {
                    codeActionLiteralSupport: {
                        codeActionKind: { valueSet: ['quickfix', 'source'] },
                    },
                    isPreferredSupport: true,
                },
            },
        },
        notificationHandlers: {
            'textDocument/publishDiagnostics': (client, params) => {
                const said = params as lsp.PublishDiagnosticsParams;
                const file = client.workspace.getFile(said.uri);
                const view = file?.getView();

                if (view && said.version === file?.version) {
                    this.show(view, said.diagnostics);
                }
                return true;
            },
        },
        editorExtension: [
            EditorView.updateListener.of(update => {
                if (update.docChanged) {
                    LSPPlugin.get(update.view)?.client.sync();
                }
            }),
        ],
    };

    get total(): number {
        return this.findings.length;
    }

    // How many there are of each severity.
    count(severity: (typeof severities)[number]): number {
        return this.findings.filter(one => one.severity === severity).length;
    }

    // The findings that touch the lines from FROM to TO.
    at(view: EditorView, from: number, to: number): Finding[] {
        const found: Finding[] = [];

        forEachDiagnostic(view.state, (one, start, end) => {
            if (start <= to && end >= from) {
                found.push(one as Finding);
            }
        });
        return found;
    }

    private show(view: EditorView, said: readonly lsp.Diagnostic[]): void {
        const plugin = LSPPlugin.get(view);

        if (!plugin) {
            return;
        }
        this.view = view;
        this.findings = said.map(one => ({
            from: plugin.fromPosition(one.range.start),
            to: plugin.fromPosition(one.range.end),
            severity: severities[(one.severity ?? 1) - 1] ?? 'error',
            message: messageOf(one),
            source: String(one.code),
            said: one,
            renderMessage: () => this.detail(view, one),
        }));
        view.dispatch(setDiagnostics(view.state, this.findings));
        clearTimeout(this.timer);
        this.timer = window.setTimeout(() => this.draw(), pause);
    }

    // What a tooltip says: the message, where it is explained, what would help.
    private detail(view: EditorView, said: lsp.Diagnostic): HTMLElement {
        const detail = document.createElement('div');

        detail.append(messageOf(said), ' ');
        detail.append(explanation(said));
        detail.append(this.fixButtons(view, said));
        return detail;
    }

    // Empty at first: they are asked for when they are to be seen.
    private fixButtons(view: EditorView, said: lsp.Diagnostic): HTMLElement {
        const place = document.createElement('span');

        place.className = 'fixes';
        void fixesFor(view, said).then(fixes => {
            const ways = fixes.filter(fix => fix.ignores);
            const buttons = fixes
                .filter(fix => !fix.ignores)
                .map(fix => button(fix.title, () => applyFix(view, fix)));

            if (ways.length) {
                buttons.push(
                    button('Ignore…', () =>
                        offer(
                            messageOf(said),
                            [],
                            ways.map(fix => ({
                                title: fix.title,
                                take: () => applyFix(view, fix),
                            })),
                        ),
                    ),
                );
            }
            place.replaceChildren(...buttons);
        });
        return place;
    }

    private draw(): void {
        const { view } = this;

        if (!view) {
            return;
        }
        // Who has come to a finding by keyboard stays at the one in its place.
        const rows = [...this.list.children];
        const held = rows.findIndex(row => row.contains(document.activeElement));

        this.list.replaceChildren(
            ...this.findings.map(finding => this.row(view, finding)),
        );
        if (held >= 0) {
            const row =
                this.list.children[held] ?? this.list.lastElementChild;

            (row?.querySelector('button') ?? this.list).focus();
        }
        this.list.dispatchEvent(new Event('drawn'));
    }

    private row(view: EditorView, finding: Finding): HTMLElement {
        const row = document.createElement('li');
        const place = document.createElement('button');
        const line = document.createElement('span');
        const kind = document.createElement('span');

        row.className = finding.severity;
        kind.className = 'severity';
        kind.textContent = words[finding.severity as keyof typeof words];
        line.className = 'line';
        line.textContent = `Line ${finding.said.range.start.line + 1}`;
        place.type = 'button';
        place.className = 'place';
        place.append(kind, ' ', finding.message, ' ', line);
        place.onclick = () => goTo(view, finding);
        row.append(place, explanation(finding.said));
        row.append(this.fixButtons(view, finding.said));
        return row;
    }
}

function button(title: string, act: () => void): HTMLElement {
    const element = document.createElement('button');

    element.type = 'button';
    element.className = 'fix';
    element.textContent = title;
    element.onclick = act;
    return element;
}

function messageOf({ message }: lsp.Diagnostic): string {
    return typeof message === 'string' ? message : message.value;
}

function explanation(said: lsp.Diagnostic): Node {
    const link = document.createElement('a');

    if (!said.codeDescription?.href) {
        return document.createTextNode('');
    }
    link.href = said.codeDescription.href;
    link.textContent = String(said.code);
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    link.className = 'rule';
    link.title = 'What the guidelines say (opens a new tab)';
    return link;
}

// The text may have changed since FINDING was made.
function goTo(view: EditorView, finding: Finding): void {
    let { from, to } = finding;

    forEachDiagnostic(view.state, (one, start, end) => {
        if (one === finding) {
            [from, to] = [start, end];
        }
    });
    view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
    });
    view.dom.dispatchEvent(new Event('shown', { bubbles: true }));
    view.focus();
}
