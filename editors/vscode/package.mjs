// Makes a .vsix in build/:
//
//     npm run package                  universal: for any system, and browsers
//     npm run package -- --target T    with the program for T in it, too
//
// The server as WebAssembly is in both; it is that of editors/build-for web, or
// --module PATH. A program is that of editors/build-for T, or --server PATH.
import { execFileSync } from 'node:child_process';
import {
    chmodSync,
    closeSync,
    copyFileSync,
    mkdirSync,
    openSync,
    readFileSync,
    readSync,
    rmSync,
} from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(here, '../..');

// How the programs of a target begin, and which byte says the processor.
const formats = {
    linux: { magic: '7f454c46', at: 18, x64: 0x3e, arm64: 0xb7 },
    alpine: { magic: '7f454c46', at: 18, x64: 0x3e, arm64: 0xb7 },
    darwin: { magic: 'cffaedfe', at: 4, x64: 0x07, arm64: 0x0c },
    win32: { magic: '4d5a' },
};

// Throws unless SERVER is a program that TARGET can run.
function holdToTarget(server, target) {
    const [system, processor] = target.split('-');
    const format = formats[system];
    const head = Buffer.alloc(20);
    const file = openSync(server, 'r');

    readSync(file, head, 0, head.length, 0);
    closeSync(file);
    if (!format) {
        throw new Error(`${target}: no such target`);
    }
    if (
        !head.toString('hex').startsWith(format.magic) ||
        (format.at && head[format.at] !== format[processor])
    ) {
        throw new Error(`${server} is no program for ${target}`);
    }
}

function nameOf(target) {
    return target.startsWith('win32') ? 'incident-ls.exe' : 'incident-ls';
}

function putServer(server, target) {
    const folder = path.join(here, 'server');
    const file = path.join(folder, nameOf(target));

    holdToTarget(server, target);
    mkdirSync(folder);
    copyFileSync(server, file);
    chmodSync(file, 0o755);
}

const { values } = parseArgs({
    options: {
        target: { type: 'string' },
        server: { type: 'string' },
        module: {
            type: 'string',
            default: path.join(root, 'build/web/server/incident-ls.wasm'),
        },
        out: { type: 'string' },
    },
});
const { target } = values;

if (values.server && !target) {
    throw new Error('--server needs the --target it is for');
}

process.chdir(here);
rmSync('server', { recursive: true, force: true });
if (target) {
    putServer(
        values.server ?? path.join(root, 'build', target, 'server', nameOf(target)),
        target,
    );
}
copyFileSync(path.join(root, 'LICENSE'), 'LICENSE');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const out = path.resolve(
    values.out ??
        path.join(
            root,
            'build',
            `incident-ls-${version}${target ? `-${target}` : ''}.vsix`,
        ),
);

mkdirSync(path.dirname(out), { recursive: true });
execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
copyFileSync(values.module, 'dist/incident-ls.wasm');
execFileSync(
    process.execPath,
    [
        'node_modules/@vscode/vsce/vsce',
        'package',
        '--no-dependencies',
        '--no-rewrite-relative-links',
        '--allow-missing-repository',
        ...(target ? ['--target', target] : []),
        '--out',
        out,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
);
// Not left here, where an extension run from its source would find it.
rmSync('server', { recursive: true, force: true });
console.log(out);
