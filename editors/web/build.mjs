// Makes the page, one file:
//
//     node build.mjs MODULE OUT
//
// MODULE is the server as WebAssembly. The same bytes each time.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('.', import.meta.url));
const [modulePath, out] = process.argv.slice(2).map(file => path.resolve(file));

async function bundle(entry, define = {}) {
    const { outputFiles } = await build({
        entryPoints: [entry],
        absWorkingDir: folder,
        bundle: true,
        minify: true,
        write: false,
        charset: 'utf8',
        format: 'iife',
        target: ['chrome111', 'firefox113', 'safari16.4'],
        define,
        logLevel: 'warning',
    });

    return outputFiles[0].text.trim();
}

function hash(text) {
    return createHash('sha256').update(text).digest('base64');
}

process.chdir(folder);
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc'], {
    stdio: 'inherit',
});
const worker = await bundle('src/worker.ts');
const script = (
    await bundle('src/main.ts', { workerSource: JSON.stringify(worker) })
).replaceAll('</script', '<\\/script');
const style = await bundle('src/page.css');
// The editor's own styles come later and have it, too. It is no secret: a
// style can do no harm here.
const nonce = hash(style).slice(0, 22);
const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src 'nonce-${nonce}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types parsing default',
].join('; ');
const parts = {
    policy,
    nonce,
    style,
    script,
    module: gzipSync(readFileSync(modulePath), { level: 9 }).toString('base64'),
};
const page = readFileSync('src/page.html', 'utf8').replace(
    /\{\{(\w+)\}\}/g,
    (_, name) => parts[name],
);

mkdirSync(path.dirname(out), { recursive: true });
writeFileSync(out, page);
console.log(
    `${out}: ${page.length} bytes, ${gzipSync(page, { level: 9 }).length} ` +
        'by gzip',
);
