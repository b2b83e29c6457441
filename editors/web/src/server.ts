// The worker, as the page sees it: a transport of messages.
import type { Transport } from '@codemirror/lsp-client';

import type { FromWorker, ToWorker } from './messages';
import { ownScript } from './safe';

// Texts that the build puts in.
declare const workerSource: string;

export class ServerWorker implements Transport {
    private readonly worker: Worker;
    private readonly handlers = new Set<(text: string) => void>();
    // Resolves when it takes messages.
    readonly begun: Promise<void>;

    constructor(failed: (reason: string) => void) {
        this.worker = new Worker(ownScript(workerSource));
        this.begun = new Promise(resolve => {
            this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
                switch (data.kind) {
                    case 'begun':
                        resolve();
                        break;
                    case 'message':
                        this.handlers.forEach(handle => handle(data.text));
                        break;
                    case 'log':
                        console.info(data.line.trimEnd());
                        break;
                    case 'failure':
                        failed(data.reason);
                        break;
                }
            };
        });
        this.worker.onerror = event => failed(event.message);
        this.tell({ kind: 'begin', module: moduleInPage() });
    }

    stop(): void {
        this.worker.terminate();
    }

    // The server may ask for the file at PATH from now on.
    offer(path: string, bytes: Uint8Array): void {
        this.tell({ kind: 'file', path, bytes });
    }

    send(text: string): void {
        this.tell({ kind: 'message', text });
    }

    subscribe(handler: (text: string) => void): void {
        this.handlers.add(handler);
    }

    unsubscribe(handler: (text: string) => void): void {
        this.handlers.delete(handler);
    }

    private tell(message: ToWorker): void {
        this.worker.postMessage(message);
    }
}

// It lies in the page itself, by gzip and in base64: nothing is loaded.
function moduleInPage(): Uint8Array<ArrayBuffer> {
    const written = document.getElementById('module')?.textContent ?? '';

    return Uint8Array.from(atob(written.trim()), byte => byte.charCodeAt(0));
}
