// The commands that concern one report, and where in it the user is.
import * as vscode from 'vscode';

import type { Posting, Standing, Template } from './protocol';
import { selector, type Server } from './server';

// The report that the user writes at: undefined, and told so, if it is none.
export function activeEditor(): vscode.TextEditor | undefined {
    const editor = vscode.window.activeTextEditor;

    if (editor && vscode.languages.match(selector, editor.document)) {
        return editor;
    }
    void vscode.window.showInformationMessage(
        'Open an incident report, a Markdown file, first.',
    );
    return undefined;
}

interface TemplateItem extends vscode.QuickPickItem {
    readonly template: Template;
}

// A new, untitled document with a template in it, its first field selected.
export async function newReport(server: Server): Promise<void> {
    const templates = await server.ask<Template[]>('incident-ls.templates');
    const item = templates && (await pick(templates));

    if (!item) {
        return;
    }
    const editor = await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument({ language: 'markdown' }),
    );
    await editor.insertSnippet(
        new vscode.SnippetString(item.template.text),
        new vscode.Position(0, 0),
    );
}

function pick(templates: Template[]): Thenable<TemplateItem | undefined> {
    return vscode.window.showQuickPick(
        templates.map(template => ({
            label: template.name,
            detail: template.means,
            template,
        })),
        {
            title: 'New Incident Report',
            placeHolder: 'Which template?',
            matchOnDetail: true,
        },
    );
}

// Holds the report to all that is asked of one that is posted, drafts too.
export async function check(server: Server): Promise<void> {
    const editor = activeEditor();
    const standing =
        editor &&
        (await server.ask<Standing>(
            'incident-ls.check',
            server.uri(editor.document),
        ));

    if (!editor || !standing) {
        return;
    }
    if (standing.first) {
        await vscode.commands.executeCommand(
            'workbench.actions.view.problems',
        );
        await show(editor.document, standing.first.start);
    }
    await say(server, standing);
}

async function show(
    document: vscode.TextDocument,
    place: { line: number; character: number },
): Promise<void> {
    const start = new vscode.Position(place.line, place.character);

    await vscode.window.showTextDocument(document, {
        selection: new vscode.Range(start, start),
    });
}

async function say(server: Server, standing: Standing): Promise<void> {
    const words = standing.reports
        .map(report => `${report.name}: ${report.words}`)
        .join('. ');

    if (!standing.reports.length) {
        void vscode.window.showInformationMessage(
            'There is no incident report in this file.',
        );
    } else if (standing.first) {
        void vscode.window.showWarningMessage(words);
    } else {
        const copy = await vscode.window.showInformationMessage(
            `${words}. Ready to be posted.`,
            'Copy Report for Bugzilla',
        );

        if (copy) {
            await copyReport(server);
        }
    }
}

// Puts the report at the cursor on the clipboard, as a comment is to have it.
export async function copyReport(server: Server): Promise<void> {
    const editor = activeEditor();
    const posting =
        editor &&
        (await server.ask<Posting>(
            'incident-ls.bugzillaText',
            server.uri(editor.document),
            {
                line: editor.selection.active.line,
                character: editor.selection.active.character,
            },
        ));

    if (!posting) {
        return;
    }
    await vscode.env.clipboard.writeText(posting.text);
    if (posting.length > posting.limit) {
        void vscode.window.showWarningMessage(
            `Copied, but Bugzilla takes no more than ${grouped(posting.limit)} ` +
                `characters in a comment, and these are ` +
                `${grouped(posting.length)}. Move some of it, such as a list ` +
                'of certificates, into an attachment.',
        );
    } else {
        void vscode.window.setStatusBarMessage(
            `$(check) Copied ${grouped(posting.length)} characters for Bugzilla`,
            5000,
        );
    }
}

function grouped(count: number): string {
    return count.toLocaleString('en-US');
}
