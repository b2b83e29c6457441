// Runs in the page of the preview: shows what comes, and scrolls with the
// editor.
import type { FromPage, ToPage } from './messages';

declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const editor = acquireVsCodeApi();
const comment = document.querySelector('main') as HTMLElement;

interface Block {
    readonly line: number;
    readonly top: number; // of the page, in pixels
}

function blocks(): Block[] {
    const elements = comment.querySelectorAll<HTMLElement>('[data-line]');

    return [...elements].map(element => ({
        line: Number(element.dataset['line']),
        top: element.getBoundingClientRect().top + window.scrollY,
    }));
}

// Where LINE would be: between where its block begins and the next one does,
// in proportion.
function placeOf(line: number): number {
    let above: Block = { line: 0, top: 0 };

    for (const block of blocks()) {
        if (block.line > line) {
            const part = (line - above.line) / (block.line - above.line);

            return above.top + part * (block.top - above.top);
        }
        above = block;
    }
    return above.top;
}

window.addEventListener('message', (event: MessageEvent<ToPage>) => {
    const message = event.data;

    if (message.kind === 'show') {
        comment.innerHTML = message.html;
    } else {
        window.scrollTo(0, message.line ? placeOf(message.line) : 0);
    }
});

comment.addEventListener('dblclick', event => {
    const block = (event.target as Element).closest<HTMLElement>(
        '[data-line]',
    );

    if (block) {
        editor.postMessage({
            kind: 'go',
            line: Number(block.dataset['line']),
        });
    }
});

editor.postMessage({ kind: 'ready' });
