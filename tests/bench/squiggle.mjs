// Prints what VS Code takes from opening a report, the first file in a new
// window, to its first squiggle: the extension is activated and its server
// started meanwhile. See tests/bench/artifacts.
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { Workbench } from '../editors/vscode/workbench.mjs';

const samples = fileURLToPath(new URL('../samples', import.meta.url));
const { PROBE_VSIX, VSIX } = process.env;
const windows = 5;

// Milliseconds since 1970, in the page, when something at SELECTOR is shown.
function shown(page, selector) {
    return page.evaluate(
        wanted =>
            new Promise(resolve => {
                const look = () =>
                    document.querySelector(wanted)
                        ? resolve(performance.timeOrigin + performance.now())
                        : requestAnimationFrame(look);

                look();
            }),
        selector,
    );
}

async function measure() {
    const bench = await Workbench.open({
        vsix: [VSIX, PROBE_VSIX],
        workspace: samples,
        env: { PATH: '/usr/bin:/bin' },
    });

    try {
        await sleep(3000); // VS Code's own start-up has ended by then
        const begun = performance.timeOrigin + performance.now();
        const [text, squiggle] = await Promise.all([
            shown(bench.page, '.editor-instance .view-line span span'),
            shown(bench.page, '.squiggly-error'),
            bench.run(
                (vscode, file) =>
                    vscode.window
                        .showTextDocument(vscode.Uri.file(file))
                        .then(() => true),
                path.join(bench.folder, 'faulty.md'),
            ),
        ]);
        return { text: text - begun, all: squiggle - begun };
    } finally {
        await bench.close();
    }
}

function median(values) {
    return values.sort((a, b) => a - b)[values.length >> 1].toFixed(0);
}

const times = [];

while (times.length < windows) {
    times.push(await measure());
}
console.log(
    `${median(times.map(({ all }) => all))} ms after the report is opened, ` +
        `${median(times.map(({ all, text }) => all - text))} ms after its ` +
        'text is shown',
);
