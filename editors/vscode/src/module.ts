// The server as the WebAssembly that came along, in a worker.
import * as vscode from 'vscode';
import {
    AbstractMessageReader,
    AbstractMessageWriter,
    type BaseLanguageClient,
    type DataCallback,
    type LanguageClientOptions,
    type Message,
    type MessageTransports,
} from 'vscode-languageclient';

import { fileAt, fromServer, namesIn, toServer } from './files';
import type { FromWorker, ToWorker } from './messages';
import type { Launch } from './server';

// A worker.
export interface Port {
    post(message: ToWorker): void;
    // Once, before anything is posted. What a worker dies of comes to FAIL.
    listen(
        hear: (message: FromWorker) => void,
        fail: (error: Error) => void,
    ): void;
    end(): void;
}

// What there is to run a module with, and to speak with it.
export interface Host {
    newPort(): Port;
    readonly Client: new (
        id: string,
        name: string,
        transports: () => Promise<MessageTransports>,
        options: LanguageClientOptions,
    ) => BaseLanguageClient;
}

class Reader extends AbstractMessageReader {
    private hear: DataCallback | undefined;
    // What has come before anybody listened.
    private early: Message[] = [];

    listen(hear: DataCallback): vscode.Disposable {
        this.hear = hear;
        this.early.forEach(hear);
        this.early = [];
        return new vscode.Disposable(() => (this.hear = undefined));
    }

    take(message: Message): void {
        if (this.hear) {
            this.hear(message);
        } else {
            this.early.push(message);
        }
    }

    close(): void {
        this.fireClose();
    }
}

class Writer extends AbstractMessageWriter {
    constructor(private readonly port: Port) {
        super();
    }

    write(message: Message): Promise<void> {
        this.port.post({ kind: 'message', text: JSON.stringify(message) });
        return Promise.resolve();
    }

    end(): void {}

    override dispose(): void {
        super.dispose();
        this.port.end();
    }
}

async function answer(port: Port, path: string): Promise<void> {
    port.post({ kind: 'file', path, bytes: await fileAt(path) });
}

async function list(port: Port, path: string): Promise<void> {
    port.post({ kind: 'names', path, names: await namesIn(path) });
}

function connect(
    port: Port,
    module: Uint8Array,
    output: vscode.LogOutputChannel,
): MessageTransports {
    const reader = new Reader();
    const fail = (reason: string): void => {
        output.error(`The server has failed: ${reason}`);
        port.end();
        reader.close();
    };

    port.listen(message => {
        switch (message.kind) {
            case 'message':
                reader.take(JSON.parse(message.text) as Message);
                break;
            case 'log':
                output.info(message.line.trimEnd());
                break;
            case 'fetch':
                void answer(port, message.path);
                break;
            case 'list':
                void list(port, message.path);
                break;
            case 'failure':
                fail(message.reason);
                break;
        }
    }, error => fail(error.message));
    port.post({ kind: 'begin', module });
    return { reader, writer: new Writer(port) };
}

export async function findModule(
    home: vscode.Uri,
    output: vscode.LogOutputChannel,
    host: Host,
): Promise<Launch> {
    const module = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(home, 'dist/incident-ls.wasm'),
    );

    return {
        name: 'incident-ls.wasm',
        newClient: options =>
            new host.Client(
                'incident-ls',
                'Incident Report',
                () => Promise.resolve(connect(host.newPort(), module, output)),
                {
                    ...options,
                    uriConverters: {
                        code2Protocol: toServer,
                        protocol2Code: fromServer,
                    },
                },
            ),
    };
}
