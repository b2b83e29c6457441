// Which server is to run: the one set, the one that came along, the one found.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import * as path from 'node:path';

// Where a program may be. SET is the user's setting, "" if there is none.
export interface Places {
    readonly set: string;
    readonly bundled: string;       // a folder
    readonly path: string;          // as the environment has it
    readonly home: string;
    readonly platform: NodeJS.Platform;
}

// TRIED holds the places that were looked at in vain.
export type Program =
    | { readonly found: string }
    | { readonly found: undefined; readonly tried: readonly string[] };

async function isProgram(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return (await stat(file)).isFile();
    } catch {
        return false;
    }
}

function setPlace(places: Places): string {
    return places.set.replace(/^~(?=[/\\])/, places.home);
}

function looksLike(places: Places): string[] {
    const name =
        places.platform === 'win32' ? 'incident-ls.exe' : 'incident-ls';
    const folders = places.path
        .split(places.platform === 'win32' ? ';' : ':')
        .filter(folder => path.isAbsolute(folder));

    return [places.bundled, ...folders].map(folder => path.join(folder, name));
}

// What is set is meant: where it can't be run, nothing else is.
export async function findProgram(places: Places): Promise<Program> {
    const files = places.set ? [setPlace(places)] : looksLike(places);

    for (const file of files) {
        if (await isProgram(file)) {
            return { found: file };
        }
    }
    return { found: undefined, tried: files };
}
