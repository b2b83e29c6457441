// Checks the types and bundles the extension into dist/.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

import { contributedSettings } from './settings.mjs';

// What only an editor can know: which server to start, and how.
const editorOnly = /^incident-ls\.(server|trace)/;

// The schema of .incident-ls.json: the settings without those of the editor.
function settingsSchema(manifest) {
    const properties = Object.entries(contributedSettings(manifest))
        .filter(([name]) => !editorOnly.test(name))
        .map(([name, { order, ...property }]) => [
            name.replace('incident-ls.', ''),
            property,
        ]);

    return {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Settings for the incident reports in this folder',
        type: 'object',
        properties: Object.fromEntries(properties),
        additionalProperties: false,
    };
}

process.chdir(fileURLToPath(new URL('.', import.meta.url)));
for (const project of ['.', 'src/page']) {
    execFileSync(
        process.execPath,
        ['node_modules/typescript/bin/tsc', '--project', project],
        { stdio: 'inherit' },
    );
}
const common = {
    outdir: 'dist',
    bundle: true,
    minify: true,
    logLevel: 'warning',
};
const ofBrowser = { ...common, platform: 'browser', target: 'chrome120' };

await build({
    ...common,
    entryPoints: ['src/extension.ts', 'src/worker/thread.ts'],
    entryNames: '[name]',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
});
await build({
    ...ofBrowser,
    entryPoints: ['src/browser.ts'],
    format: 'cjs',
    external: ['vscode'],
});
await build({
    ...ofBrowser,
    entryPoints: ['src/worker/worker.ts'],
    entryNames: '[name]',
});
await build({
    ...ofBrowser,
    entryPoints: ['src/page/preview.ts', 'src/page/preview.css'],
    outdir: 'dist/page',
});
writeFileSync(
    'dist/settings.schema.json',
    JSON.stringify(
        settingsSchema(JSON.parse(readFileSync('package.json', 'utf8'))),
    ),
);
