// Which report the user writes at, and places in it.
import * as vscode from 'vscode';
import type { Position, Range } from 'vscode-languageserver-protocol';

import { selector } from './server';

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

// Where its cursor is, as the server takes it.
export function cursorOf(editor: vscode.TextEditor): Position {
    const { line, character } = editor.selection.active;

    return { line, character };
}

// A range of the server's, as VS Code takes it.
export function rangeOf({ start, end }: Range): vscode.Range {
    return new vscode.Range(
        start.line,
        start.character,
        end.line,
        end.character,
    );
}
