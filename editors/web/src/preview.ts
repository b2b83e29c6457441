// The report as Bugzilla will show it, beside the editor.
import type { LSPClient } from '@codemirror/lsp-client';
import { EditorView } from '@codemirror/view';

import { safe } from './safe';

// Of incidentReport/preview. Blocks of the HTML carry the line they begin on,
// from 0, as data-line.
interface Rendering {
    readonly html: string;
    readonly version: number;
}

export class Preview {
    // What has changed while an answer was under way is asked for after it.
    private asking = false;
    private stale = false;

    constructor(
        private readonly page: HTMLElement,
        private readonly client: LSPClient,
        private readonly goTo: (line: number) => void,
    ) {
        page.addEventListener('dblclick', event => {
            const block = (event.target as Element).closest('[data-line]');

            if (block instanceof HTMLElement) {
                this.goTo(Number(block.dataset['line']));
            }
        });
    }

    async draw(uri: string): Promise<void> {
        this.stale = true;
        if (this.asking) {
            return;
        }
        this.asking = true;
        while (this.stale) {
            this.stale = false;
            const rendering = await this.client
                .request<unknown, Rendering | null>('incidentReport/preview', {
                    textDocument: { uri },
                })
                .catch(() => null);

            if (rendering) {
                this.page.innerHTML = safe(rendering.html);
            }
        }
        this.asking = false;
    }

    // Shows what stands at the top of VIEW.
    follow(view: EditorView): void {
        const top = view.lineBlockAtHeight(
            view.scrollDOM.getBoundingClientRect().top - view.documentTop,
        );
        const line = view.state.doc.lineAt(top.from).number - 1;
        const scroller = this.page.parentElement;

        if (scroller) {
            scroller.scrollTop = line ? this.placeOf(line, scroller) : 0;
        }
    }

    // Where LINE would be: between where its block begins and the next one
    // does, in proportion.
    private placeOf(line: number, scroller: HTMLElement): number {
        const zero = scroller.getBoundingClientRect().top - scroller.scrollTop;
        let above = { line: 0, top: 0 };

        for (const block of this.page.querySelectorAll('[data-line]')) {
            const next = {
                line: Number(block.getAttribute('data-line')),
                top: block.getBoundingClientRect().top - zero,
            };

            if (next.line > line) {
                const part = (line - above.line) / (next.line - above.line);

                return above.top + part * (next.top - above.top);
            }
            above = next;
        }
        return above.top;
    }
}
