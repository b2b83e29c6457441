// Where VS Code comes in, on a desktop or a remote machine.
import * as os from 'node:os';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import {
    LanguageClient,
    type LanguageClientOptions,
    TransportKind,
} from 'vscode-languageclient/node';

import { start } from './activation';
import type { FromWorker, ToWorker } from './messages';
import { findModule, type Port } from './module';
import { findProgram } from './program';
import type { Launch } from './server';

export { deactivate } from './activation';

export function activate(context: vscode.ExtensionContext): Promise<void> {
    return start(context, async output => {
        const { set, args } = startSettings();
        const { place, found } = await findProgram({
            set,
            bundled: context.asAbsolutePath('server'),
            home: os.homedir(),
            platform: process.platform,
        });

        if (set ? found : found && isOnDisk()) {
            return program(place, args, output);
        }
        return set
            ? { missing: place }
            : findModule(context.extensionUri, output, {
                  newPort: () =>
                      threadPort(context.asAbsolutePath('dist/thread.js')),
                  Client: LanguageClient,
              });
    });
}

// Other folders a program can't read.
function isOnDisk(): boolean {
    return (vscode.workspace.workspaceFolders ?? []).every(
        folder => folder.uri.scheme === 'file',
    );
}

// Which program the user has set, "" for none, and its arguments. The files of
// settings may hold anything.
function startSettings(): { set: string; args: string[] } {
    const settings = vscode.workspace.getConfiguration('incident-ls');
    const set = settings.get<unknown>('serverPath');
    const args = settings.get<unknown>('serverArguments');

    return {
        set: typeof set === 'string' ? set : '',
        args: Array.isArray(args) ? args.map(String) : [],
    };
}

function program(
    command: string,
    args: string[],
    output: vscode.LogOutputChannel,
): Launch {
    return {
        name: [command, ...args].join(' '),
        newClient: (options: LanguageClientOptions) =>
            new LanguageClient(
                'incident-ls',
                'Incident Report',
                { command, args, transport: TransportKind.stdio },
                {
                    ...options,
                    stdioOptions: {
                        // Only the client's own reader listens to stdout.
                        stdout: () => undefined,
                        stderr: lines => {
                            lines.setEncoding('utf8');
                            lines.on('data', (text: string) => {
                                output.info(text.trimEnd());
                            });
                        },
                    },
                },
            ),
    };
}

function threadPort(file: string): Port {
    const thread = new Worker(file, { name: path.basename(file) });

    return {
        post: (message: ToWorker) => thread.postMessage(message),
        listen: (hear, fail) => {
            thread.on('message', (message: FromWorker) => hear(message));
            thread.on('error', fail);
        },
        end: () => void thread.terminate(),
    };
}
