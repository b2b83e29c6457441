// Which server is found: the one set, the one that came along, that in PATH.
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
        path: [home, 'relative', '', path.join(home, 'bin')].join(':'),
        home,
        platform: 'linux',
    };
});
after(() => rm(home, { recursive: true }));

test('nothing is found, and it is known where', async () => {
    assert.deepEqual(await findProgram(places), {
        found: undefined,
        tried: ['bundled', '', 'bin'].map(folder =>
            path.join(home, folder, 'incident-ls'),
        ),
    });
});

test('PATH is searched for what can be run', async () => {
    await put('', 'incident-ls', 0o644);
    await mkdir(path.join(home, 'bundled/incident-ls'), { recursive: true });
    const found = await put('bin', 'incident-ls', 0o755);

    assert.deepEqual(await findProgram(places), { found });
    await rm(path.join(home, 'bundled'), { recursive: true });
});

test('what came along is before PATH', async () => {
    const found = await put('bundled', 'incident-ls', 0o755);

    assert.deepEqual(await findProgram(places), { found });
});

test('what is set is before all, and alone', async () => {
    const found = await put('own', 'server', 0o755);
    const missing = path.join(home, 'own/other');

    assert.deepEqual(await findProgram({ ...places, set: '~/own/server' }), {
        found,
    });
    assert.deepEqual(await findProgram({ ...places, set: missing }), {
        found: undefined,
        tried: [missing],
    });
});

test('a program of Windows has its own name', async () => {
    const found = await put('bundled', 'incident-ls.exe', 0o755);

    assert.deepEqual(await findProgram({ ...places, platform: 'win32' }), {
        found,
    });
});
