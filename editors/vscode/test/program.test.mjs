// Which program is found: the one set, or the one that came along.
import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

let findProgram;
let home;
let places;

async function put(folder, name, mode) {
    const file = path.join(home, folder, name);

    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, '');
    await chmod(file, mode);
    return file;
}

before(async () => {
    const source = new URL('../src/program.ts', import.meta.url);

    home = await mkdtemp(path.join(os.tmpdir(), 'program-'));
    buildSync({
        entryPoints: [fileURLToPath(source)],
        outfile: path.join(home, 'program.mjs'),
        format: 'esm',
        platform: 'node',
    });
    ({ findProgram } = await import(path.join(home, 'program.mjs')));
    places = {
        set: '',
        bundled: path.join(home, 'bundled'),
        home,
        platform: 'linux',
    };
});
after(() => rm(home, { recursive: true }));

test('what came along is found if it can be run', async () => {
    const place = await put('bundled', 'incident-ls', 0o644);

    assert.deepEqual(await findProgram(places), { place, found: false });
    await chmod(place, 0o755);
    assert.deepEqual(await findProgram(places), { place, found: true });
});

test('what is set is before that, and alone', async () => {
    const place = await put('own', 'server', 0o755);
    const missing = path.join(home, 'own/other');

    assert.deepEqual(await findProgram({ ...places, set: '~/own/server' }), {
        place,
        found: true,
    });
    assert.deepEqual(await findProgram({ ...places, set: missing }), {
        place: missing,
        found: false,
    });
});

test('a program of Windows has its own name', async () => {
    const place = await put('bundled', 'incident-ls.exe', 0o755);

    assert.deepEqual(await findProgram({ ...places, platform: 'win32' }), {
        place,
        found: true,
    });
});
