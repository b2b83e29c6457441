// What a rule wants, on a page beside the report.
import * as vscode from 'vscode';

import type { Explanation } from './protocol';

const scheme = 'incident-ls';

export class Explanations
    implements vscode.TextDocumentContentProvider, vscode.Disposable
{
    private readonly texts = new Map<string, string>();
    private readonly subscription =
        vscode.workspace.registerTextDocumentContentProvider(scheme, this);

    dispose(): void {
        this.subscription.dispose();
    }

    provideTextDocumentContent(uri: vscode.Uri): string {
        return this.texts.get(uri.path) ?? '';
    }

    async show({ rule, text }: Explanation): Promise<void> {
        const page = vscode.Uri.from({ scheme, path: `${rule}.md` });

        this.texts.set(page.path, text);
        await vscode.commands.executeCommand(
            'markdown.showPreviewToSide',
            page,
        );
    }
}
