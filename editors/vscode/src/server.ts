// The running server: started, restarted, and missed aloud but once.
import * as vscode from 'vscode';
import {
    type BaseLanguageClient,
    CloseAction,
    type CloseHandlerResult,
    ErrorAction,
    ExecuteCommandRequest,
    type LanguageClientOptions,
    RevealOutputChannelOn,
    State,
} from 'vscode-languageclient';
import { endAtQuestions } from './snippets';

// Reports are on a disk, nowhere yet, or in the folders that are open, wherever
// those are.
export const selector = [
    ...new Set([
        'file',
        'untitled',
        ...(vscode.workspace.workspaceFolders ?? []).map(
            folder => folder.uri.scheme,
        ),
    ]),
].map(scheme => ({ scheme, language: 'markdown' }));

// A server that can be started.
export interface Launch {
    readonly name: string; // for the user
    newClient(options: LanguageClientOptions): BaseLanguageClient;
}

// The server to start, or the program that the user has set if there is none.
export type FindServer = (
    output: vscode.LogOutputChannel,
) => Promise<Launch | { readonly missing: string }>;

// A server that dies more often than this in so short a time stays dead.
const crashesMost = 4;
const crashesWithin = 3 * 60 * 1000;

// What the client would show on its own account, we log: what the user has to
// know, Server says once and with a way out.
function quiet(client: BaseLanguageClient): BaseLanguageClient {
    const error = client.error.bind(client);

    client.error = (message, data) => error(message, data, false);
    return client;
}

export class Server implements vscode.Disposable {
    readonly output = vscode.window.createOutputChannel('Incident Report', {
        log: true,
    });
    private readonly readyEmitter = new vscode.EventEmitter<void>();
    // The server has come up, for the first time or again.
    readonly onReady = this.readyEmitter.event;

    private readonly dueEmitter = new vscode.EventEmitter<void>();
    // What is due may be something else than it was when we last asked.
    readonly onDueChanged = this.dueEmitter.event;

    private client: BaseLanguageClient | undefined;
    private crashes: number[] = [];
    private turn: Promise<void> = Promise.resolve();
    private told = false;

    constructor(private readonly find: FindServer) {}

    dispose(): void {
        this.readyEmitter.dispose();
        this.dueEmitter.dispose();
        this.output.dispose();
    }

    get running(): boolean {
        return this.client?.state === State.Running;
    }

    // Ends the server if it runs, and starts it anew; one turn after another.
    restart(): Promise<void> {
        this.told = false;
        this.crashes = [];
        return this.next(async () => {
            await this.end();
            await this.begin();
        });
    }

    stop(): Promise<void> {
        return this.next(() => this.end());
    }

    // What the server answers to COMMAND; undefined, and the user told, if it
    // can't.
    async ask<Answer>(
        command: string,
        ...args: unknown[]
    ): Promise<Answer | undefined> {
        if (!this.client || !this.running) {
            this.told = false;
            await this.tell('The server of Incident Report is not running.', [
                'Restart Server',
                'Show Output',
            ]);
            return undefined;
        }
        return this.client.sendRequest(ExecuteCommandRequest.type, {
            command,
            arguments: args,
        });
    }

    // The same for what nobody has asked for: no word if it can't.
    async askQuietly<Answer>(
        command: string,
        ...args: unknown[]
    ): Promise<Answer | undefined> {
        try {
            return this.running
                ? await this.ask<Answer>(command, ...args)
                : undefined;
        } catch (error) {
            this.output.warn(`${command}: ${String(error)}`);
            return undefined;
        }
    }

    // The same of a request beyond the protocol.
    async request<Answer>(
        method: string,
        params: unknown,
    ): Promise<Answer | undefined> {
        try {
            return this.running
                ? await this.client?.sendRequest<Answer>(method, params)
                : undefined;
        } catch (error) {
            this.output.warn(`${method}: ${String(error)}`);
            return undefined;
        }
    }

    uri(document: vscode.TextDocument): string {
        return this.uriOf(document.uri);
    }

    // As the server has it, and back.
    uriOf(uri: vscode.Uri): string {
        return this.client
            ? this.client.code2ProtocolConverter.asUri(uri)
            : uri.toString();
    }

    place(uri: string): vscode.Uri {
        return this.client
            ? this.client.protocol2CodeConverter.asUri(uri)
            : vscode.Uri.parse(uri);
    }

    private next(task: () => Promise<void>): Promise<void> {
        this.turn = this.turn.then(task, task);
        return this.turn;
    }

    private async end(): Promise<void> {
        const client = this.client;

        this.client = undefined;
        try {
            await client?.dispose();
        } catch (error) {
            // It had never come up, or is gone already.
            this.output.info(`Stopping the server: ${String(error)}`);
        }
    }

    private async begin(): Promise<void> {
        const launch = await this.find(this.output);

        if ('missing' in launch) {
            this.output.error(`There is no program ${launch.missing}`);
            // Not awaited: the extension is up, whenever the user answers.
            void this.tell(
                `There is no program ${launch.missing}: see the setting ` +
                    'incident-ls.serverPath.',
                ['Open Settings'],
            );
            return;
        }
        await this.run(launch);
    }

    private async run(launch: Launch): Promise<void> {
        this.output.info(`Starting ${launch.name}`);
        this.client = this.newClient(launch);
        try {
            await this.client.start();
        } catch (error) {
            this.output.error(String(error));
            this.failed(launch);
        }
    }

    private failed(launch: Launch): void {
        void this.tell(`${launch.name} can't be run as the server.`, [
            'Show Output',
            'Open Settings',
        ]);
    }

    private newClient(launch: Launch): BaseLanguageClient {
        const client: BaseLanguageClient = quiet(
            launch.newClient({
                documentSelector: selector,
                outputChannel: this.output,
                revealOutputChannelOn: RevealOutputChannelOn.Never,
                initializationFailedHandler: () => false,
                middleware: {
                    executeCommand: executing,
                    provideCompletionItem: async (text, at, how, stop, next) =>
                        endAtQuestions(await next(text, at, how, stop)),
                },
                errorHandler: {
                    error: () => ({ action: ErrorAction.Continue }),
                    closed: () => this.closed(client, launch),
                },
            }),
        );

        client.onNotification('incidentReport/dueChanged', () =>
            this.dueEmitter.fire(),
        );
        client.onDidChangeState(change => {
            if (change.newState === State.Running) {
                this.told = false;
                this.readyEmitter.fire();
            }
        });
        return client;
    }

    // A server that has run is started again; one that hasn't would only fail
    // again.
    private closed(
        client: BaseLanguageClient,
        launch: Launch,
    ): CloseHandlerResult {
        const now = Date.now();

        if (client.state !== State.Running) {
            this.failed(launch);
            return { action: CloseAction.DoNotRestart, handled: true };
        }
        this.crashes = this.crashes.filter(then => now - then < crashesWithin);
        this.crashes.push(now);
        if (this.crashes.length <= crashesMost) {
            return { action: CloseAction.Restart, handled: true };
        }
        void this.tell(
            'The server of Incident Report has stopped again and again.',
            ['Restart Server', 'Show Output'],
        );
        return { action: CloseAction.DoNotRestart, handled: true };
    }

    // One message until the user asks for the server again.
    private async tell(message: string, ways: Way[]): Promise<void> {
        if (this.told) {
            return;
        }
        this.told = true;
        const way = await vscode.window.showErrorMessage(message, ...ways);

        if (way) {
            await this.go(way);
        }
    }

    private async go(way: Way): Promise<void> {
        switch (way) {
            case 'Restart Server':
                await this.restart();
                break;
            case 'Show Output':
                this.output.show();
                break;
            case 'Open Settings':
                // Where the server runs elsewhere, so do its settings.
                await vscode.commands.executeCommand(
                    vscode.env.remoteName
                        ? 'workbench.action.openRemoteSettings'
                        : 'workbench.action.openSettings',
                    { query: 'incident-ls.server' },
                );
                break;
        }
    }
}

// Commands of code actions whose answer is shown or inserted here: TRUE, as a
// further argument, keeps the server from seeing to that with its own means.
const answered: Record<string, string> = {
    'incident-ls.explain': 'incident-ls.showExplanation',
    'incident-ls.add': 'incident-ls.insertAddition',
};

async function executing(
    command: string,
    args: unknown[],
    next: (command: string, args: unknown[]) => vscode.ProviderResult<unknown>,
): Promise<unknown> {
    const then = answered[command];

    if (!then) {
        return next(command, args);
    }
    const answer = await next(command, [...args, true]);

    if (answer) {
        await vscode.commands.executeCommand(then, answer);
    }
    return answer;
}

type Way = 'Restart Server' | 'Show Output' | 'Open Settings';
