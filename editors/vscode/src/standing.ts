// How the reports of a document stand, while somebody may be writing in it.
import type * as vscode from 'vscode';

import type { Standing } from './protocol';
import type { Server } from './server';

// Nobody types faster than the server answers for longer than that.
const triesMost = 10;

/**
 * How DOCUMENT stands, as it is when this is answered. Undefined, and the user
 * told, if the server can't say.
 */
export async function standingOf(
    server: Server,
    document: vscode.TextDocument,
): Promise<Standing | undefined> {
    let standing: Standing | undefined;

    for (let tries = 0; tries < triesMost; tries++) {
        const { version } = document;

        standing = await server.ask<Standing>(
            'incident-ls.progress',
            server.uri(document),
        );
        if (!standing || document.version === version) {
            break;
        }
    }
    return standing;
}
