// How far the report in the active editor has come, in the status bar.
import * as vscode from 'vscode';

import type { Blanks } from './blanks';
import type { Progress, Standing } from './protocol';
import { selector, type Server } from './server';

// Typing pauses for this long, in milliseconds, before we look again.
const pause = 300;

export class Status implements vscode.Disposable {
    private readonly subscriptions: vscode.Disposable[];
    private item: vscode.LanguageStatusItem | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private entering: vscode.Disposable | undefined;

    constructor(
        private readonly server: Server,
        private readonly blanks: Blanks,
    ) {
        this.subscriptions = [
            server.onReady(() => this.lookSoon()),
            vscode.window.onDidChangeActiveTextEditor(() => this.lookSoon()),
            vscode.languages.onDidChangeDiagnostics(() => this.lookSoon()),
            vscode.workspace.onDidChangeTextDocument(change => {
                if (change.document === document()) {
                    this.lookSoon();
                }
            }),
        ];
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.item?.dispose();
        this.entering?.dispose();
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    private lookSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => void this.look(), pause);
    }

    private async look(): Promise<void> {
        const looked = document();
        const version = looked?.version;
        const standing =
            looked &&
            (await this.server.askQuietly<Standing>(
                'incident-ls.progress',
                this.server.uri(looked),
            ));

        // Of what has changed since, another look will tell.
        if (document() === looked && looked?.version === version) {
            this.blanks.note(looked, standing);
            await this.show(standing?.reports ?? []);
        }
    }

    private async show(reports: readonly Progress[]): Promise<void> {
        await vscode.commands.executeCommand(
            'setContext',
            'incident-ls.report',
            reports.length > 0,
        );
        if (!reports.length) {
            this.item?.dispose();
            this.item = undefined;
            this.entering?.dispose();
            this.entering = undefined;
            return;
        }
        this.entering ??= continueEntries();
        this.item ??= newItem();
        this.item.text = reports.map(report => report.words).join(', ');
        this.item.detail = reports.map(report => report.name).join(', ');
        this.item.severity = severityOf(reports);
    }
}

function document(): vscode.TextDocument | undefined {
    const editor = vscode.window.activeTextEditor;

    return editor && vscode.languages.match(selector, editor.document)
        ? editor.document
        : undefined;
}

// Enter at the end of an entry begins the next one. It is no language's business
// but ours, so it holds only while a report is written.
function continueEntries(): vscode.Disposable {
    return vscode.languages.setLanguageConfiguration('markdown', {
        onEnterRules: ['-', '*', '+'].map(bullet => ({
            beforeText: new RegExp(
                `^\\s*\\${bullet} (\\*\\*)?\\d{4}-\\d\\d-\\d\\d.*\\S`,
            ),
            afterText: /^\s*$/,
            action: {
                indentAction: vscode.IndentAction.None,
                appendText: `${bullet} `,
            },
        })),
    });
}

function newItem(): vscode.LanguageStatusItem {
    const item = vscode.languages.createLanguageStatusItem(
        'incident-ls.progress',
        selector,
    );

    item.name = 'Incident Report';
    item.command = {
        command: 'incident-ls.checkReport',
        title: 'Check for Submission',
    };
    return item;
}

function severityOf(
    reports: readonly Progress[],
): vscode.LanguageStatusSeverity {
    if (reports.some(report => report.errors > 0)) {
        return vscode.LanguageStatusSeverity.Error;
    }
    return reports.some(report => report.warnings > 0)
        ? vscode.LanguageStatusSeverity.Warning
        : vscode.LanguageStatusSeverity.Information;
}
