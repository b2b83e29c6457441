// Makes a .vsix in build/:
//
//     npm run package                          without a server
//     npm run package -- --target linux-x64    with that of build/tarball
//     npm run package -- --target T --server PATH
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

function putServer(server, target) {
    const folder = path.join(here, 'server');
    const name = target.startsWith('win32')
        ? 'incident-ls.exe'
        : 'incident-ls';

    holdToTarget(server, target);
    mkdirSync(folder);
    copyFileSync(server, path.join(folder, name));
    chmodSync(path.join(folder, name), 0o755);
}

const { values } = parseArgs({
    options: {
        target: { type: 'string' },
        server: { type: 'string' },
        out: { type: 'string' },
    },
});
const { target } = values;

if (values.server && !target) {
    throw new Error('--server needs the --target it is for');
}
if (!values.server && target && target !== 'linux-x64') {
    throw new Error(`--target ${target} needs a --server`);
}

process.chdir(here);
rmSync('server', { recursive: true, force: true });
if (target) {
    putServer(
        values.server ?? path.join(root, 'build/tarball/server/incident-ls'),
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
