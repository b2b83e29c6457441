// The view Incident Reports: the bugs that the reports are about, and what is
// due in each.
import * as vscode from 'vscode';

import type { Agenda } from './agenda';
import type { Due, ReportFile, Thread } from './protocol';
import type { Server } from './server';

export type Item = Thread | Due | ReportFile;

export class Reports
    implements vscode.TreeDataProvider<Item>, vscode.Disposable
{
    readonly onDidChangeTreeData: vscode.Event<void>;
    private readonly view: vscode.TreeView<Item>;
    private readonly subscription: vscode.Disposable;

    constructor(
        private readonly server: Server,
        private readonly agenda: Agenda,
    ) {
        this.onDidChangeTreeData = agenda.onChanged;
        this.view = vscode.window.createTreeView('incident-ls.reports', {
            treeDataProvider: this,
            showCollapseAll: true,
        });
        this.subscription = agenda.onChanged(() => this.tell());
    }

    dispose(): void {
        this.subscription.dispose();
        this.view.dispose();
    }

    getChildren(item?: Item): Item[] {
        if (!item) {
            return [...this.agenda.threads];
        }
        return 'files' in item ? [...item.due, ...filesBelow(item)] : [];
    }

    getTreeItem(item: Item): vscode.TreeItem {
        if ('files' in item) {
            return this.threadItem(item);
        }
        return 'title' in item ? this.dueItem(item) : this.fileItem(item);
    }

    // The number of what is overdue is seen while the view is closed.
    private tell(): void {
        const overdue = this.agenda.threads
            .flatMap(thread => thread.due)
            .filter(due => due.overdue).length;

        this.view.message = this.agenda.reading
            ? 'The reports are being read…'
            : '';
        this.view.badge = overdue
            ? { value: overdue, tooltip: `${overdue} overdue` }
            : undefined;
    }

    private threadItem(thread: Thread): vscode.TreeItem {
        const next = thread.due[0];
        const item = new vscode.TreeItem(
            thread.name ?? nameOf(thread),
            getsChildren(thread)
                ? vscode.TreeItemCollapsibleState.Collapsed
                : vscode.TreeItemCollapsibleState.None,
        );
        const target = next ?? thread.files[0];

        item.description = next ? `${next.title} ${next.when}` : thread.state;
        item.tooltip = [
            nameOf(thread),
            thread.state,
            ...thread.due.map(due => `${due.title} ${due.when}`),
        ].join('\n');
        item.iconPath = iconOf(thread);
        if (target) {
            item.id = idOf(thread, target);
            item.command = this.going(target);
        }
        return item;
    }

    private dueItem(due: Due): vscode.TreeItem {
        const item = new vscode.TreeItem(due.title);

        item.description = due.when;
        item.tooltip = new vscode.MarkdownString();
        item.tooltip.appendText(`${due.title} ${due.when}: ${due.why} `);
        item.tooltip.appendMarkdown(`([guidelines](${due.href}))`);
        item.iconPath = due.overdue ? overdueIcon : dueIcon;
        item.command = this.going(due);
        return item;
    }

    private fileItem(file: ReportFile): vscode.TreeItem {
        const item = new vscode.TreeItem(this.server.place(file.uri));

        item.iconPath = vscode.ThemeIcon.File;
        item.command = this.going(file);
        return item;
    }

    // Goes to the line of PLACE.
    private going(place: ReportFile): vscode.Command {
        const { uri, line } = place;

        return {
            command: 'vscode.open',
            title: 'Go There',
            arguments: [
                this.server.place(uri),
                { selection: new vscode.Range(line, 0, line, 0) },
            ],
        };
    }
}

const overdueIcon = new vscode.ThemeIcon(
    'warning',
    new vscode.ThemeColor('list.errorForeground'),
);
const dueIcon = new vscode.ThemeIcon('clock');

function iconOf(thread: Thread): vscode.ThemeIcon {
    if (thread.due.length) {
        return thread.due[0]?.overdue ? overdueIcon : dueIcon;
    }
    return new vscode.ThemeIcon(thread.closed ? 'pass' : 'note');
}

// A single file is its thread already.
function filesBelow(thread: Thread): readonly ReportFile[] {
    return thread.files.length > 1 ? thread.files : [];
}

function getsChildren(thread: Thread): boolean {
    return thread.due.length + filesBelow(thread).length > 0;
}

// What stays the same while files come and go: in one folder there is one
// thread of a name.
function idOf(thread: Thread, { uri }: ReportFile): string {
    return thread.name
        ? `${thread.name} ${uri.slice(0, uri.lastIndexOf('/'))}`
        : uri;
}

export function nameOf(thread: Thread): string {
    const [first] = thread.files;
    const path = first ? decodeURIComponent(first.uri) : '';

    return [thread.name, path.slice(path.lastIndexOf('/') + 1)]
        .filter(Boolean)
        .join(' · ');
}
