// What the server would change, and doing so.
import { LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type * as lsp from 'vscode-languageserver-protocol';

export interface Fix {
    readonly title: string;
    readonly edits: readonly lsp.TextEdit[];
    readonly version: number; // of the text that they are for
    readonly ignores: boolean; // mends nothing, and silences the finding
}

// Those of KIND for what stands in RANGE; none where the text has changed
// before the answer.
async function ask(
    view: EditorView,
    range: lsp.Range,
    diagnostics: readonly lsp.Diagnostic[],
    kind: string,
): Promise<Fix[]> {
    const plugin = LSPPlugin.get(view);

    if (!plugin) {
        return [];
    }
    const { client, uri } = plugin;
    const asked = view.state.doc;
    const answer = await client
        .request<lsp.CodeActionParams, lsp.CodeAction[] | null>(
            'textDocument/codeAction',
            {
                textDocument: { uri },
                range,
                context: { diagnostics: [...diagnostics], only: [kind] },
            },
        )
        .catch(() => null);

    if (!answer || !view.state.doc.eq(asked)) {
        return [];
    }
    return answer.flatMap(action => {
        const edits = editsOf(action, uri);

        return edits
            ? [
                  {
                      title: action.title,
                      edits,
                      version: versionOf(plugin),
                      ignores: edits.some(edit =>
                          edit.newText.includes('[incident-ls-disable'),
                      ),
                  },
              ]
            : [];
    });
}

// The edits of ACTION, if it changes the report and nothing else.
function editsOf(
    action: lsp.CodeAction,
    uri: string,
): readonly lsp.TextEdit[] | undefined {
    const changes = action.edit?.changes;

    return changes && Object.keys(changes).length === 1
        ? changes[uri]
        : undefined;
}

function versionOf({ client, uri }: LSPPlugin): number {
    return client.workspace.getFile(uri)?.version ?? 0;
}

export function fixesFor(
    view: EditorView,
    said: lsp.Diagnostic,
): Promise<Fix[]> {
    return ask(view, said.range, [said], 'quickfix');
}

// All fixes at once that leave no choice; undefined where there is none.
export async function fixOfAll(view: EditorView): Promise<Fix | undefined> {
    const end = LSPPlugin.get(view)?.toPosition(view.state.doc.length);
    const [fix] = end
        ? await ask(
              view,
              { start: { line: 0, character: 0 }, end },
              [],
              'source.fixAll',
          )
        : [];

    return fix;
}

export function applyFix(view: EditorView, fix: Fix): void {
    const plugin = LSPPlugin.get(view);

    // Else the text is another one by now, and so are the findings.
    if (!plugin || versionOf(plugin) !== fix.version) {
        return;
    }
    view.dispatch({
        changes: fix.edits.map(edit => ({
            from: plugin.fromPosition(edit.range.start),
            to: plugin.fromPosition(edit.range.end),
            insert: edit.newText,
        })),
        userEvent: 'input.fix',
    });
    view.focus();
}
