// The places that still wait to be filled in, and the way from one to the next.
//
// VS Code forgets the tab stops of a template as soon as Escape is pressed or
// the cursor goes elsewhere. They are made again here, of what the server finds
// to be blank.
import * as vscode from 'vscode';

import { activeEditor, rangeOf } from './places';
import type { Standing } from './protocol';
import { selector, type Server } from './server';
import { standingOf } from './standing';

// VS Code refuses an edit while somebody types. It is tried again after a pause,
// in milliseconds, and so often.
const pause = 50;
const triesMost = 200;

// Where Tab goes on: at the end of a list's entry or a factor's title, and in a
// row of a table. Elsewhere it does what it always does.
const entry = /^\s*([-*+] +\S|\*\*)/;
const row = /^\s*\|/;

export class Blanks implements vscode.Disposable {
    private readonly subscriptions: vscode.Disposable[];
    // What stands in the blanks of the report that is being written.
    private words: ReadonlySet<string> = new Set();
    private tabGoesOn = false;
    // The second ones of pairs that are to go again.
    private readonly doomed = new Set<Mark>();

    constructor(private readonly server: Server) {
        this.subscriptions = [
            vscode.window.onDidChangeTextEditorSelection(change =>
                this.move(change.textEditor),
            ),
            vscode.workspace.onDidChangeTextDocument(change => {
                this.follow(change);
                this.unwrap(change);
            }),
        ];
    }

    dispose(): void {
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    // DOCUMENT is being written, and the server has just said how it stands.
    note(document?: vscode.TextDocument, standing?: Standing): void {
        this.words = new Set(
            standing?.blanks
                .map(blank => document?.getText(rangeOf(blank)) ?? '')
                .filter(Boolean),
        );
        void vscode.commands.executeCommand(
            'setContext',
            'incident-ls.blanks',
            (standing?.blanks.length ?? 0) > 0,
        );
    }

    // To the first blank after the cursor, or at the text's beginning.
    async next(): Promise<void> {
        const editor = activeEditor();
        const standing =
            editor && (await standingOf(this.server, editor.document));

        if (!editor || !standing) {
            return;
        }
        if (!standing.blanks.length) {
            void vscode.window.showInformationMessage(
                'Nothing is left to be filled in.',
            );
            return;
        }
        const ranges = standing.blanks.map(rangeOf);

        await fill(
            editor.document,
            ranges,
            Math.max(0, firstAfter(ranges, editor.selection.end)),
        );
    }

    private move(editor: vscode.TextEditor): void {
        const { document, selections } = editor;

        if (
            editor === vscode.window.activeTextEditor &&
            vscode.languages.match(selector, document)
        ) {
            const [at] = selections;
            const goesOn =
                selections.length === 1 && at !== undefined &&
                isAtEnd(document, at);

            if (goesOn !== this.tabGoesOn) {
                this.tabGoesOn = goesOn;
                void vscode.commands.executeCommand(
                    'setContext',
                    'incident-ls.tabGoesOn',
                    goesOn,
                );
            }
        }
    }

    // A bracket or a quote typed over a blank takes its place, as a letter does:
    // where VS Code has put a pair around it, the second one goes again.
    private unwrap({
        document,
        contentChanges,
    }: vscode.TextDocumentChangeEvent): void {
        const editor = vscode.window.activeTextEditor;
        const [close, open] = contentChanges;

        if (
            editor?.document === document &&
            contentChanges.length === 2 &&
            isCharacter(close) &&
            isCharacter(open) &&
            open.rangeOffset < close.rangeOffset &&
            this.words.has(
                document.getText(
                    new vscode.Range(
                        document.positionAt(open.rangeOffset + 1),
                        document.positionAt(close.rangeOffset + 1),
                    ),
                ),
            )
        ) {
            void this.remove({
                document,
                // What was put in before it has moved it.
                offset: close.rangeOffset + 1,
                text: close.text,
            });
        }
    }

    private follow({
        document,
        contentChanges,
    }: vscode.TextDocumentChangeEvent): void {
        for (const mark of this.doomed) {
            if (mark.document === document) {
                mark.offset = moved(mark.offset, contentChanges);
            }
        }
    }

    // Whatever is typed before it meanwhile.
    private async remove(mark: Mark): Promise<void> {
        this.doomed.add(mark);
        for (let tries = 0; tries < triesMost; tries++) {
            if (await isRemoved(mark)) {
                break;
            }
            await new Promise(resolve => setTimeout(resolve, pause));
        }
        this.doomed.delete(mark);
    }
}

// TEXT at OFFSET of DOCUMENT.
interface Mark {
    readonly document: vscode.TextDocument;
    readonly text: string;
    offset: number;
}

// OFFSET after CHANGES, whose own offsets are those before them.
function moved(
    offset: number,
    changes: readonly vscode.TextDocumentContentChangeEvent[],
): number {
    return changes
        .filter(change => change.rangeOffset + change.rangeLength <= offset)
        .reduce(
            (sum, { text, rangeLength }) => sum + text.length - rangeLength,
            offset,
        );
}

// True as well if it is gone.
async function isRemoved({ document, text, offset }: Mark): Promise<boolean> {
    const editor = vscode.window.visibleTextEditors.find(
        one => one.document === document,
    );
    const range = new vscode.Range(
        document.positionAt(offset),
        document.positionAt(offset + 1),
    );

    return (
        !editor ||
        document.getText(range) !== text ||
        editor.edit(edit => edit.delete(range), {
            undoStopBefore: false,
            undoStopAfter: false,
        })
    );
}

function isCharacter(
    change: vscode.TextDocumentContentChangeEvent | undefined,
): change is vscode.TextDocumentContentChangeEvent {
    return change?.rangeLength === 0 && change.text.length === 1;
}

function isAtEnd(
    document: vscode.TextDocument,
    { start, end }: vscode.Selection,
): boolean {
    const { text } = document.lineAt(end);

    return (
        start.line === end.line &&
        (row.test(text) ||
            (entry.test(text) && /^[\s*_]*$/.test(text.slice(end.character))))
    );
}

// The number of the first of RANGES past PLACE; -1 if there is none. One at it
// is past it, unless it is empty: then we are there.
function firstAfter(
    ranges: readonly vscode.Range[],
    place: vscode.Position,
): number {
    return ranges.findIndex(
        ({ start, isEmpty }) =>
            start.isAfter(place) || (start.isEqual(place) && !isEmpty),
    );
}

/**
 * Makes tab stops of RANGES, the blanks of DOCUMENT as it is: number FIRST is
 * selected, those above it come last.
 */
export async function fill(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    first: number,
): Promise<void> {
    const { version } = document;

    await vscode.window.showTextDocument(document);
    if (document.version !== version) {
        return;
    }
    const edit = new vscode.WorkspaceEdit();

    edit.set(
        document.uri,
        ranges.map((range, index) => {
            const number = (index - first + ranges.length + 1) % ranges.length;

            return new vscode.SnippetTextEdit(
                range,
                stop(document, range, number),
            );
        }),
    );
    await vscode.workspace.applyEdit(edit);
}

// A stop in the place of RANGE; number 0 is the last one. An answer is parted
// from the label before it.
function stop(
    document: vscode.TextDocument,
    range: vscode.Range,
    number: number,
): vscode.SnippetString {
    const before = document
        .lineAt(range.start)
        .text.slice(0, range.start.character);
    const snippet = new vscode.SnippetString(
        /\S$/.test(before) && range.isEmpty ? ' ' : '',
    );

    return range.isEmpty
        ? snippet.appendTabstop(number)
        : snippet.appendPlaceholder(document.getText(range), number);
}
