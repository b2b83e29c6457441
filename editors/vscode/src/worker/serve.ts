// Runs the server in a worker, of whatever kind.
import { Server } from '../../../wasm/server.mjs';
import type { FromWorker, ToWorker } from '../messages';

type Bytes = Uint8Array | undefined;

// What is to be done with each message that comes; POST takes those that go.
export function serve(
    post: (message: FromWorker) => void,
): (message: ToWorker) => void {
    // Who waits for a file, by its path.
    const waiting = new Map<string, ((bytes: Bytes) => void)[]>();
    let server: Server | undefined;

    function fetch(path: string): Promise<Bytes> {
        return new Promise(resolve => {
            waiting.set(path, [...(waiting.get(path) ?? []), resolve]);
            post({ kind: 'fetch', path });
        });
    }

    // Here, where nothing else is to be done, a module may take its time.
    function begin(module: Uint8Array): Server {
        return new Server(new WebAssembly.Module(module as BufferSource), {
            send: text => post({ kind: 'message', text }),
            log: line => post({ kind: 'log', line }),
            fetch,
            fail: error => post({ kind: 'failure', reason: String(error) }),
        });
    }

    return message => {
        switch (message.kind) {
            case 'begin':
                server = begin(message.module);
                break;
            case 'message':
                server?.receive(message.text);
                break;
            case 'file': {
                const [first, ...others] = waiting.get(message.path) ?? [];

                waiting.set(message.path, others);
                first?.(message.bytes);
                break;
            }
        }
    };
}
