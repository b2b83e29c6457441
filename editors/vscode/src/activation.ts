// What the extension does from its start, wherever VS Code runs.
import * as vscode from 'vscode';

import { additionCommands, insert, makeCertificateList } from './additions';
import { Agenda } from './agenda';
import { Blanks } from './blanks';
import { Deadline } from './deadline';
import { Explanations } from './explanation';
import { answered, askFacts, posted } from './facts';
import { Preview } from './preview';
import type { Addition, Explanation } from './protocol';
import { check, copyReport, newReport } from './report';
import { Reports } from './reports';
import { type FindServer, Server } from './server';
import { Status } from './status';

// Settings that only a new server takes in.
const startSettings = [
    'incident-ls.serverPath',
    'incident-ls.serverArguments',
];

let server: Server | undefined;

export async function start(
    context: vscode.ExtensionContext,
    find: FindServer,
): Promise<void> {
    const started = new Server(find);
    const preview = new Preview(started, context.extensionUri);
    const explanations = new Explanations();
    const agenda = new Agenda(started);
    const blanks = new Blanks(started);
    const commands: Record<string, (argument: never) => unknown> = {
        'incident-ls.newReport': () => newReport(started),
        'incident-ls.checkReport': () => check(started),
        'incident-ls.showPreview': () => preview.show(),
        'incident-ls.copyReport': () => copyReport(started),
        'incident-ls.showExplanation': (explanation: Explanation) =>
            explanations.show(explanation),
        'incident-ls.insertAddition': (addition: Addition) => insert(addition),
        'incident-ls.askFacts': () => askFacts(started),
        'incident-ls.posted': () => posted(started),
        'incident-ls.answered': () => answered(started),
        ...additionCommands(started),
        'incident-ls.makeCertificateList': makeCertificateList,
        'incident-ls.nextBlank': () => blanks.next(),
        'incident-ls.refreshReports': () => agenda.ask(true),
        'incident-ls.restartServer': () => started.restart(),
        'incident-ls.showOutput': () => started.output.show(),
    };

    server = started;
    context.subscriptions.push(
        started,
        new Status(started, blanks),
        blanks,
        preview,
        explanations,
        agenda,
        new Reports(started, agenda),
        new Deadline(agenda),
        vscode.workspace.onDidChangeConfiguration(change => {
            if (startSettings.some(key => change.affectsConfiguration(key))) {
                void started.restart();
            }
        }),
        ...Object.entries(commands).map(([id, run]) =>
            vscode.commands.registerCommand(id, run),
        ),
    );
    await started.restart();
}

export function deactivate(): Promise<void> | undefined {
    return server?.stop();
}
