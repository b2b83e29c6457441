// The facts of a bug that no report tells: asked for, and told by directives.
import * as vscode from 'vscode';

import { activeEditor, cursorOf } from './places';
import type { Server } from './server';

type Facts = Record<string, string | null>;

interface Question {
    readonly key: string;
    readonly prompt: string;
    readonly placeHolder: string;
    readonly form: RegExp;
}

const questions: readonly Question[] = [
    {
        key: 'aware',
        prompt: 'When did the CA Owner become aware of the incident? (UTC)',
        placeHolder: '2026-03-01T10:00Z',
        form: /^\d{4}-\d\d-\d\d([T ]\d\d:\d\dZ?)?$/,
    },
    {
        key: 'bug',
        prompt: 'The number of the bug, if there is one by now',
        placeHolder: '1234567',
        form: /^\d+$/,
    },
    {
        key: 'owner',
        prompt: 'The unique ID that the CCADB gives the CA Owner',
        placeHolder: 'A000123',
        form: /^A\d{6}$/,
    },
];

// Nothing is told if the user leaves one of them by Escape; an empty answer
// leaves a fact as it is.
export async function askFacts(server: Server): Promise<void> {
    const editor = activeEditor();
    const facts: Facts = {};

    for (const [index, question] of editor ? questions.entries() : []) {
        const answer = await ask(question, index + 1);

        if (answer === undefined) {
            return;
        }
        if (answer) {
            facts[question.key] = answer.replace(' ', 'T');
        }
    }
    if (editor && Object.keys(facts).length) {
        await tell(server, editor, facts);
    }
}

// The report at the cursor has just been posted.
export function posted(server: Server): Promise<void> {
    return tell(server, activeEditor(), { posted: 'now', draft: null });
}

// The oldest question has been answered, by a comment.
export function answered(server: Server): Promise<void> {
    return tell(server, activeEditor(), { question: null, updated: 'now' });
}

function ask(question: Question, step: number): Thenable<string | undefined> {
    const { prompt, placeHolder, form } = question;

    return vscode.window.showInputBox({
        title: `Facts of This Thread (${step}/${questions.length})`,
        prompt: `${prompt}. Empty if it stays as it is.`,
        placeHolder,
        ignoreFocusOut: true,
        validateInput: value =>
            !value || form.test(value)
                ? undefined
                : `It must be written like ${placeHolder}.`,
    });
}

// The server asks for the edit.
async function tell(
    server: Server,
    editor: vscode.TextEditor | undefined,
    facts: Facts,
): Promise<void> {
    if (editor) {
        await server.ask(
            'incident-ls.setFacts',
            server.uri(editor.document),
            cursorOf(editor),
            facts,
        );
    }
}
