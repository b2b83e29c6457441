// Files for a server that can't read any: what it may ask for, wherever VS Code
// has it from.
//
// The server knows of files with a path only. So a file of another file system
// goes by a path that begins with that system's scheme and authority: it can be
// told from others, since those begin with a folder, and a drive of Windows has
// one letter.
import * as vscode from 'vscode';

// Bytes. A list of more isn't read.
const most = 256 * 1024 * 1024;

const elsewhere = /^\/([a-z][a-z0-9+.-]+):\/([^/]*)(\/.*)?$/i;

// What VS Code calls a file may hold more than the path.
const known = new Map<string, vscode.Uri>();

export function toServer(uri: vscode.Uri): string {
    if (uri.scheme === 'file' || uri.scheme === 'untitled') {
        return uri.toString();
    }
    const path = `/${uri.scheme}:/${uri.authority}${uri.path}`;

    known.set(path, uri);
    return vscode.Uri.from({ scheme: 'file', path }).toString();
}

export function fromServer(uri: string): vscode.Uri {
    const parsed = vscode.Uri.parse(uri);

    return parsed.scheme === 'file' ? uriAt(parsed.path, parsed) : parsed;
}

function uriAt(path: string, file: vscode.Uri): vscode.Uri {
    const found = known.get(path);

    if (found) {
        return found;
    }
    const [, scheme, authority, rest] = elsewhere.exec(path) ?? [];

    return scheme
        ? vscode.Uri.from({ scheme, authority: authority ?? '', path: rest ?? '/' })
        : file;
}

// What the plain file at PATH of the server holds, if there is one.
export async function fileAt(path: string): Promise<Uint8Array | undefined> {
    const uri = uriAt(path, vscode.Uri.from({ scheme: 'file', path }));

    try {
        const { type, size } = await vscode.workspace.fs.stat(uri);

        return type & vscode.FileType.File &&
            size <= most &&
            (isSettings(uri) || !(await leadsAway(uri)))
            ? await vscode.workspace.fs.readFile(uri)
            : undefined;
    } catch {
        return undefined;
    }
}

// What is in the folder at PATH of the server, those that are folders with a
// slash after them; links are left out.
export async function namesIn(path: string): Promise<string[] | undefined> {
    const uri = uriAt(path, vscode.Uri.from({ scheme: 'file', path }));

    try {
        return (await vscode.workspace.fs.readDirectory(uri))
            .filter(([, type]) => !(type & vscode.FileType.SymbolicLink))
            .map(([name, type]) =>
                type & vscode.FileType.Directory ? `${name}/` : name,
            );
    } catch {
        return undefined;
    }
}

// These may lie anywhere.
function isSettings(uri: vscode.Uri): boolean {
    return uri.path.endsWith('/.incident-ls.json');
}

// Is it a symbolic link, or in a folder that is one? A list must be inside the
// folder it seems to be in; above the one that is open, links are the user's.
async function leadsAway(uri: vscode.Uri): Promise<boolean> {
    const top = vscode.workspace.getWorkspaceFolder(uri)?.uri.path;
    let at = uri;

    do {
        const { type } = await vscode.workspace.fs.stat(at);

        if (type & vscode.FileType.SymbolicLink) {
            return true;
        }
        at = vscode.Uri.joinPath(at, '..');
    } while (top !== undefined && at.path.length > top.length);
    return false;
}
