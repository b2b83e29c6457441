// Runs the server in a worker, of whatever kind.
import { Server } from '../../../wasm/server.mjs';
import type { FromWorker, ToWorker } from '../messages';

// Those who have asked for something, by its path, and in their order.
class Waiting<Answer> {
    private readonly all = new Map<
        string,
        ((answer: Answer | undefined) => void)[]
    >();

    wait(path: string, ask: () => void): Promise<Answer | undefined> {
        return new Promise(resolve => {
            this.all.set(path, [...(this.all.get(path) ?? []), resolve]);
            ask();
        });
    }

    take(path: string, answer: Answer | undefined): void {
        const [first, ...others] = this.all.get(path) ?? [];

        if (others.length) {
            this.all.set(path, others);
        } else {
            this.all.delete(path);
        }
        first?.(answer);
    }
}

// What is to be done with each message that comes; POST takes those that go.
export function serve(
    post: (message: FromWorker) => void,
): (message: ToWorker) => void {
    // Who waits for a file or for the names in a folder, by its path.
    const files = new Waiting<Uint8Array>();
    const folders = new Waiting<string[]>();
    let server: Server | undefined;

    // Here, where nothing else is to be done, a module may take its time.
    function begin(module: Uint8Array): Server {
        return new Server(new WebAssembly.Module(module as BufferSource), {
            send: text => post({ kind: 'message', text }),
            log: line => post({ kind: 'log', line }),
            fetch: path =>
                files.wait(path, () => post({ kind: 'fetch', path })),
            list: path =>
                folders.wait(path, () => post({ kind: 'list', path })),
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
            case 'file':
                files.take(message.path, message.bytes);
                break;
            case 'names':
                folders.take(message.path, message.names);
                break;
        }
    };
}
