// One more row, entry or factor, with the cursor in it; and a list of
// certificates of what was pasted.
import * as vscode from 'vscode';

import { activeEditor, cursorOf, rangeOf } from './places';
import type { Addition } from './protocol';
import type { Server } from './server';

// What can be added, as the server calls it, by the command that does so.
const kinds = {
    'incident-ls.addActionItem': 'action-item',
    'incident-ls.addRelatedIncident': 'related-incident',
    'incident-ls.addTimelineEntry': 'timeline-entry',
    'incident-ls.addContributingFactor': 'contributing-factor',
} as const;

export function additionCommands(
    server: Server,
): Record<string, () => unknown> {
    return Object.fromEntries(
        Object.entries(kinds).map(([command, what]) => [
            command,
            () => add(server, what),
        ]),
    );
}

/** Of rows, tables, links or hashes in the Appendix: a code action. */
export function makeCertificateList(): Thenable<unknown> {
    return vscode.commands.executeCommand('editor.action.codeAction', {
        kind: 'refactor.rewrite.certificates',
        apply: 'first',
    });
}

async function add(server: Server, what: string): Promise<void> {
    const editor = activeEditor();
    const addition =
        editor &&
        (await server.askQuietly<Addition>(
            'incident-ls.add',
            server.uri(editor.document),
            cursorOf(editor),
            what,
            true,
        ));

    if (addition) {
        await insert(addition);
    } else if (editor) {
        void vscode.window.showInformationMessage(
            'This report does not have the section for that.',
        );
    }
}

export async function insert(addition: Addition): Promise<void> {
    await vscode.window.activeTextEditor?.insertSnippet(
        new vscode.SnippetString(addition.text),
        rangeOf(addition.range),
    );
}
