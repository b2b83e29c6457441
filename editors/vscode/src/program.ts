// The server as a program: the one set, or the one that came along.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import * as path from 'node:path';

// Where a program may be. SET is the user's setting, "" if there is none.
export interface Places {
    readonly set: string;
    readonly bundled: string;       // a folder
    readonly home: string;
    readonly platform: NodeJS.Platform;
}

async function isProgram(file: string): Promise<boolean> {
    try {
        await access(file, constants.X_OK);
        return (await stat(file)).isFile();
    } catch {
        return false;
    }
}

function bundledPlace(places: Places): string {
    return path.join(
        places.bundled,
        places.platform === 'win32' ? 'incident-ls.exe' : 'incident-ls',
    );
}

// FOUND says whether there is one at PLACE.
export interface Program {
    readonly place: string;
    readonly found: boolean;
}

// What is set is meant: where it can't be run, nothing else is.
export async function findProgram(places: Places): Promise<Program> {
    const place = places.set
        ? places.set.replace(/^~(?=[/\\])/, places.home)
        : bundledPlace(places);

    return { place, found: await isProgram(place) };
}
