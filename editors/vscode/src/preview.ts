// The report beside its editor as Bugzilla will show it, while it is written.
import * as vscode from 'vscode';

import { type FromPage, type ToPage } from './page/messages';
import { activeEditor } from './places';
import { selector, type Server } from './server';

// Of incidentReport/preview. Blocks of the HTML carry the line they begin on,
// from 0, as data-line.
interface Rendering {
    readonly html: string;
    readonly version: number;
}

export class Preview implements vscode.Disposable {
    private readonly subscriptions: vscode.Disposable[];
    private panel: vscode.WebviewPanel | undefined;
    private shown: vscode.TextDocument | undefined;
    // What has changed while an answer was under way is asked for behind it.
    private asking = false;
    private stale = false;

    constructor(
        private readonly server: Server,
        private readonly home: vscode.Uri,
    ) {
        this.subscriptions = [
            server.onReady(() => void this.render()),
            vscode.window.onDidChangeActiveTextEditor(editor => {
                if (editor && isReport(editor.document)) {
                    this.follow(editor);
                }
            }),
            vscode.workspace.onDidChangeTextDocument(change => {
                if (change.document === this.shown) {
                    void this.render();
                }
            }),
            vscode.window.onDidChangeTextEditorVisibleRanges(change => {
                if (change.textEditor.document === this.shown) {
                    this.scroll(change.textEditor);
                }
            }),
        ];
    }

    dispose(): void {
        this.panel?.dispose();
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    show(): void {
        const editor = activeEditor();

        if (!editor) {
            return;
        }
        this.panel ??= this.newPanel();
        this.panel.reveal(undefined, true);
        this.follow(editor);
    }

    private newPanel(): vscode.WebviewPanel {
        const pages = vscode.Uri.joinPath(this.home, 'dist/page');
        const panel = vscode.window.createWebviewPanel(
            'incident-ls.preview',
            'Preview',
            { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
            { enableScripts: true, localResourceRoots: [pages] },
        );

        panel.iconPath = vscode.Uri.joinPath(this.home, 'images/icon.png');
        panel.webview.html = page(panel.webview, pages);
        panel.webview.onDidReceiveMessage((message: FromPage) =>
            this.hear(message),
        );
        panel.onDidDispose(() => {
            this.panel = undefined;
            this.shown = undefined;
        });
        return panel;
    }

    private hear(message: FromPage): void {
        if (message.kind === 'ready') {
            void this.render();
        } else {
            void this.goTo(message.line);
        }
    }

    private follow(editor: vscode.TextEditor): void {
        if (!this.panel || editor.document === this.shown) {
            return;
        }
        this.shown = editor.document;
        this.panel.title = `Preview ${nameOf(editor.document)}`;
        void this.render();
    }

    private async render(): Promise<void> {
        this.stale = true;
        if (this.asking) {
            return;
        }
        this.asking = true;
        while (this.stale && this.panel && this.shown) {
            this.stale = false;
            await this.renderNow(this.shown);
        }
        this.asking = false;
    }

    private async renderNow(document: vscode.TextDocument): Promise<void> {
        const rendering = await this.server.request<Rendering>(
            'incidentReport/preview',
            { textDocument: { uri: this.server.uri(document) } },
        );
        const editor = vscode.window.visibleTextEditors.find(
            one => one.document === document,
        );

        if (rendering && document === this.shown) {
            // We may have asked before the client told of the last change.
            this.stale ||= rendering.version < document.version;
            this.post({ kind: 'show', html: rendering.html });
            if (editor) {
                this.scroll(editor);
            }
        }
    }

    private scroll(editor: vscode.TextEditor): void {
        const [visible] = editor.visibleRanges;

        if (visible) {
            this.post({ kind: 'scroll', line: visible.start.line });
        }
    }

    private post(message: ToPage): void {
        void this.panel?.webview.postMessage(message);
    }

    private async goTo(line: number): Promise<void> {
        if (this.shown) {
            const place = new vscode.Position(line, 0);

            await vscode.window.showTextDocument(this.shown, {
                selection: new vscode.Range(place, place),
                viewColumn: columnOf(this.shown),
            });
        }
    }
}

function isReport(document: vscode.TextDocument): boolean {
    return vscode.languages.match(selector, document) > 0;
}

function nameOf(document: vscode.TextDocument): string {
    return document.uri.path.split('/').pop() ?? '';
}

// Where the document is on the screen, so that it doesn't open over the page.
function columnOf(document: vscode.TextDocument): vscode.ViewColumn {
    const editor = vscode.window.visibleTextEditors.find(
        one => one.document === document,
    );

    return editor?.viewColumn ?? vscode.ViewColumn.One;
}

// Nothing runs in the page but our script, and nothing is fetched by it: not
// even what a report might have got past the server.
function page(webview: vscode.Webview, pages: vscode.Uri): string {
    const nonce = crypto.randomUUID();
    const at = (name: string): string =>
        webview.asWebviewUri(vscode.Uri.joinPath(pages, name)).toString();

    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';
 style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" nonce="${nonce}" href="${at('preview.css')}">
</head>
<body>
<header>As Bugzilla will show it</header>
<main></main>
<script nonce="${nonce}" src="${at('preview.js')}"></script>
</body>
</html>`;
}
