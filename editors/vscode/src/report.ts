// The commands that concern one report.
import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-protocol';

import { fill } from './blanks';
import { activeEditor, cursorOf, rangeOf } from './places';
import type { Posting, Standing, Template } from './protocol';
import type { Server } from './server';
import { standingOf } from './standing';

interface TemplateItem extends vscode.QuickPickItem {
    readonly template: Template;
}

// A new, unsaved document with a template in it, its first field selected.
export async function newReport(server: Server): Promise<void> {
    const templates = await server.ask<Template[]>('incident-ls.templates');
    const item = templates && (await pick(templates));

    if (!item) {
        return;
    }
    const editor = await vscode.window.showTextDocument(
        await vscode.workspace.openTextDocument(
            await freeName(item.template.name),
        ),
    );
    await editor.insertSnippet(
        new vscode.SnippetString(item.template.text),
        new vscode.Position(0, 0),
    );
}

// Where a report of that name will be saved: full-incident-report.md, or with a
// number where there is such a file.
async function freeName(name: string): Promise<vscode.Uri> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const stem = name.toLowerCase().replace(/\W+/g, '-');

    for (let number = 1; ; number++) {
        const file = number === 1 ? `${stem}.md` : `${stem}-${number}.md`;
        const place = folder && vscode.Uri.joinPath(folder, file);
        const unsaved = place
            ? place.with({ scheme: 'untitled' })
            : vscode.Uri.from({ scheme: 'untitled', path: file });

        if (!(place && (await exists(place))) && !isOpen(unsaved)) {
            return unsaved;
        }
    }
}

async function exists(file: vscode.Uri): Promise<boolean> {
    try {
        await vscode.workspace.fs.stat(file);
        return true;
    } catch {
        return false;
    }
}

function isOpen(uri: vscode.Uri): boolean {
    return vscode.workspace.textDocuments.some(
        document => document.uri.toString() === uri.toString(),
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

// An edit that the server asks for is there by then, in milliseconds.
const editPatience = 10_000;

// Holds the report to all that is asked of one that is posted, drafts too.
export async function check(server: Server): Promise<void> {
    const editor = activeEditor();

    if (!editor) {
        return;
    }
    const { document } = editor;
    const edited = nextEdit(document);
    const checked = await server.ask<Standing>(
        'incident-ls.check',
        server.uri(document),
    );

    if (checked?.edited) {
        await edited;
    }
    if (checked?.first) {
        await vscode.commands.executeCommand(
            'workbench.actions.view.problems',
        );
    }
    const standing = checked && (await standingOf(server, document));

    if (standing?.first) {
        await lead(document, standing.first, standing);
    }
    if (standing) {
        await say(server, standing);
    }
}

// The end of the next edit of DOCUMENT, or of our patience.
function nextEdit(document: vscode.TextDocument): Promise<void> {
    return new Promise(resolve => {
        const done = (): void => {
            subscription.dispose();
            clearTimeout(timer);
            resolve();
        };
        const timer = setTimeout(done, editPatience);
        const subscription = vscode.workspace.onDidChangeTextDocument(
            change => {
                if (change.document === document) {
                    done();
                }
            },
        );
    });
}

// To the finding at START; where it is of something that is blank, what is
// typed takes the place of that, and Tab leads from there to the next.
async function lead(
    document: vscode.TextDocument,
    { start }: Range,
    { blanks, blank }: Standing,
): Promise<void> {
    if (blank === undefined) {
        await vscode.window.showTextDocument(document, {
            selection: rangeOf({ start, end: start }),
        });
    } else {
        await fill(document, blanks.map(rangeOf), blank);
    }
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
            cursorOf(editor),
        ));

    if (!posting || (posting.errors && !(await copyAnyway(posting.errors)))) {
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
    } else if (posting.above) {
        void vscode.window.showWarningMessage(
            `Copied ${grouped(posting.length)} characters for Bugzilla, with ` +
                `${counted(posting.above, 'line')} that stand above the ` +
                "report's heading.",
        );
    } else {
        void vscode.window.setStatusBarMessage(
            `$(check) Copied ${grouped(posting.length)} characters for Bugzilla`,
            5000,
        );
    }
}

// Is the report to be copied with its errors? A dialog, for it can be answered
// without a mouse.
async function copyAnyway(errors: number): Promise<boolean> {
    const copy = 'Copy Anyway';
    const look = 'Check for Submission';
    const answer = await vscode.window.showWarningMessage(
        `There ${errors === 1 ? 'is' : 'are'} still ` +
            `${counted(errors, 'error')} in the report.`,
        { modal: true, detail: 'What is posted can be read by everyone.' },
        look,
        copy,
    );

    if (answer === look) {
        await vscode.commands.executeCommand('incident-ls.checkReport');
    }
    return answer === copy;
}

function counted(count: number, noun: string): string {
    return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

function grouped(count: number): string {
    return count.toLocaleString('en-US');
}
