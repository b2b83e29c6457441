// Where the last stop of a snippet is.
import * as vscode from 'vscode';

// VS Code adds a stop at the end of each snippet that has none of its own. In
// the place of a template's question that is one more, and does nothing: the
// last question of SNIPPET is made its last stop instead.
export function endAtQuestion(snippet: string): string {
    const numbers = [...snippet.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(match =>
        Number(match[1]),
    );
    const last = Math.max(0, ...numbers);
    const once = numbers.filter(number => number === last).length === 1;

    if (!once || numbers.includes(0)) {
        return snippet;
    }
    return snippet.replace(
        new RegExp(`(?<!\\\\)\\$\\{${last}:`),
        () => '${0:',
    );
}

type Completions =
    | vscode.CompletionItem[]
    | vscode.CompletionList
    | null
    | undefined;

// The same of each of the COMPLETIONS.
export function endAtQuestions<Some extends Completions>(
    completions: Some,
): Some {
    const items = Array.isArray(completions)
        ? completions
        : (completions?.items ?? []);

    for (const { insertText } of items) {
        if (insertText instanceof vscode.SnippetString) {
            insertText.value = endAtQuestion(insertText.value);
        }
    }
    return completions;
}
