// Runs the server, away from the page: it may take its time over a long text.
import { Server } from '../../wasm/server.mjs';
import type { FromWorker, ToWorker } from './messages';

const files = new Map<string, Uint8Array>();
let server: Server | undefined;

function say(message: FromWorker): void {
    postMessage(message);
}

// COMPRESSED is the module, by gzip.
async function begin(compressed: Uint8Array<ArrayBuffer>): Promise<void> {
    const stream = new Blob([compressed])
        .stream()
        .pipeThrough(new DecompressionStream('gzip'));
    const module = await WebAssembly.compile(
        await new Response(stream).arrayBuffer(),
    );

    server = new Server(module, {
        send: text => say({ kind: 'message', text }),
        log: line => say({ kind: 'log', line }),
        fetch: async path => files.get(path),
        fail: error => say({ kind: 'failure', reason: String(error) }),
    });
    say({ kind: 'begun' });
}

onmessage = ({ data }: MessageEvent<ToWorker>): void => {
    switch (data.kind) {
        case 'begin':
            begin(data.module).catch(error =>
                say({ kind: 'failure', reason: String(error) }),
            );
            break;
        case 'file':
            files.set(data.path, data.bytes);
            break;
        case 'message':
            server?.receive(data.text);
            break;
    }
};
