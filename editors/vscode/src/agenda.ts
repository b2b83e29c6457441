// What is due in the folders that are open, as it stands.
import * as vscode from 'vscode';

import type { Agenda as Answer, Thread } from './protocol';
import type { Server } from './server';

// Typing pauses for this long, in milliseconds, before we ask again.
const pause = 300;

// The longest time that a timer can be set for, in milliseconds.
const longest = 2_147_483_647;

export class Agenda implements vscode.Disposable {
    private readonly changedEmitter = new vscode.EventEmitter<void>();
    readonly onChanged = this.changedEmitter.event;
    private readonly subscriptions: vscode.Disposable[];
    private timer: ReturnType<typeof setTimeout> | undefined;
    private answer: Answer | undefined;

    constructor(private readonly server: Server) {
        this.subscriptions = [
            this.changedEmitter,
            server.onReady(() => void this.ask()),
            server.onDueChanged(() => this.askIn(pause)),
            vscode.workspace.onDidChangeWorkspaceFolders(() => void this.ask()),
        ];
    }

    dispose(): void {
        clearTimeout(this.timer);
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    // The most urgent one first.
    get threads(): readonly Thread[] {
        return this.answer?.threads ?? [];
    }

    // Not all files have been read.
    get reading(): boolean {
        return this.answer?.reading ?? true;
    }

    // AGAIN: the files are read again. What changes by itself is asked for when
    // it does; of all else the server tells us.
    async ask(again = false): Promise<void> {
        clearTimeout(this.timer);
        const answer = await this.server.request<Answer>('incidentReport/due', {
            folders: (vscode.workspace.workspaceFolders ?? []).map(folder =>
                this.server.uriOf(folder.uri),
            ),
            again,
        });

        if (answer) {
            this.answer = answer;
            this.askIn(answer.expires * 1000);
            this.changedEmitter.fire();
        }
    }

    private askIn(milliseconds: number): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(
            () => void this.ask(),
            Math.min(milliseconds, longest),
        );
    }
}
