// What is due next, in the status bar.
import * as vscode from 'vscode';

import type { Agenda } from './agenda';
import { nameOf } from './reports';

export class Deadline implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem(
        'incident-ls.due',
        vscode.StatusBarAlignment.Left,
    );
    private readonly subscription: vscode.Disposable;

    constructor(private readonly agenda: Agenda) {
        this.item.name = 'Incident Reports: Next Deadline';
        this.item.command = 'incident-ls.reports.focus';
        this.subscription = agenda.onChanged(() => this.show());
    }

    dispose(): void {
        this.subscription.dispose();
        this.item.dispose();
    }

    // The first thread has the nearest deadline, if any has one.
    private show(): void {
        const [thread] = this.agenda.threads;
        const next = thread?.due[0];

        this.item.backgroundColor = next?.overdue
            ? new vscode.ThemeColor('statusBarItem.warningBackground')
            : undefined;
        if (thread && next) {
            this.item.text = `$(clock) ${next.title} ${next.when}`;
            this.item.tooltip = `${nameOf(thread)}: ${next.why}`;
        } else {
            this.item.text = `$(clock) ${thread ? 'Nothing due' : 'No incident report'}`;
            this.item.tooltip = thread
                ? 'What is due is read from the reports, and from what ' +
                  'Set the Facts of This Thread puts in them.'
                : 'There is no incident report in the folders that are ' +
                  'open. Click to begin one.';
        }
        this.item.show();
    }
}
