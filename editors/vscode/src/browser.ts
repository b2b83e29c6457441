// Where VS Code comes in, in a browser.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';

import { start } from './activation';
import type { FromWorker } from './messages';
import { findModule, type Port } from './module';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): Promise<void> {
    const worker = vscode.Uri.joinPath(context.extensionUri, 'dist/worker.js');

    return start(context, output =>
        findModule(context.extensionUri, output, {
            newPort: () => workerPort(worker.toString(true)),
            Client: LanguageClient,
        }),
    );
}

function workerPort(url: string): Port {
    const worker = new Worker(url);

    return {
        post: message => worker.postMessage(message),
        listen: (hear, fail) => {
            worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
                hear(data);
            worker.onerror = event => fail(new Error(event.message));
        },
        end: () => worker.terminate(),
    };
}
