// The editor of the text, and how it looks.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
    deleteMarkupBackward,
    insertNewlineContinueMarkup,
    markdownLanguage,
} from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
    drawSelection,
    EditorView,
    highlightActiveLine,
    highlightActiveLineGutter,
    keymap,
    lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

const theme = EditorView.theme({
    '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
    '.cm-content': { caretColor: 'var(--ink)', padding: '12px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
    '.cm-gutters': {
        backgroundColor: 'var(--paper)',
        color: 'var(--faint)',
        border: 'none',
    },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--line)' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground':
        { backgroundColor: 'var(--selection)' },
    '.cm-selectionBackground': { backgroundColor: 'var(--selection)' },
    '.cm-selectionMatch': { backgroundColor: 'var(--match)' },
    '.cm-tooltip': {
        backgroundColor: 'var(--raised)',
        color: 'var(--ink)',
        border: '1px solid var(--rule)',
        borderRadius: '8px',
        boxShadow: '0 6px 24px rgb(0 0 0 / 18%)',
        overflow: 'hidden',
        maxWidth: 'min(34em, 92vw)',
    },
    '.cm-tooltip.cm-tooltip-autocomplete > ul': {
        fontFamily: 'var(--sans)',
        maxHeight: '15em',
    },
    '.cm-tooltip-autocomplete ul li[aria-selected]': {
        backgroundColor: 'var(--accent)',
        color: 'var(--on-accent)',
    },
    '.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
    '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.8' },
    '.cm-completionInfo': { padding: '8px 12px', maxWidth: '24em' },
    '.cm-lsp-documentation': { padding: '4px 12px', lineHeight: '1.45' },
    '.cm-tooltip-hover': { maxHeight: '20em', overflow: 'auto' },
    // The selection lies under it, and is to be seen.
    '.cm-snippetField': {
        backgroundColor: 'transparent',
        boxShadow: 'inset 0 -0.35em var(--match)',
    },
    '.cm-diagnostic': { padding: '8px 12px', border: 'none' },
    '.cm-diagnostic + .cm-diagnostic': {
        borderTop: '1px solid var(--rule)',
    },
    '.cm-panels': { backgroundColor: 'var(--bar)', color: 'var(--ink)' },
    '.cm-lintRange-error': { backgroundImage: 'none', ...wave('--error') },
    '.cm-lintRange-warning': { backgroundImage: 'none', ...wave('--warning') },
    '.cm-lintRange-info': { backgroundImage: 'none', ...wave('--info') },
    '.cm-lintRange-hint': {
        backgroundImage: 'none',
        textDecoration: 'underline dotted var(--faint)',
        textUnderlineOffset: '3px',
    },
    // Drawn by us: the page loads no pictures, not even those in its styles.
    '.cm-lint-marker': {
        content: 'normal',
        width: '8px',
        height: '8px',
        borderRadius: '50%',
        margin: '0.5em 0 0 2px',
    },
    '.cm-lint-marker-error': { backgroundColor: 'var(--error)' },
    '.cm-lint-marker-warning': { backgroundColor: 'var(--warning)' },
    '.cm-lint-marker-info': { backgroundColor: 'var(--info)' },
    '.cm-lint-marker-hint': { backgroundColor: 'var(--rule)' },
});

function wave(colour: string): Record<string, string> {
    return {
        textDecoration: `underline wavy var(${colour}) 1px`,
        textUnderlineOffset: '3px',
        textDecorationSkipInk: 'none',
    };
}

const highlighting = HighlightStyle.define([
    { tag: tags.heading, fontWeight: '700', color: 'var(--heading)' },
    { tag: tags.strong, fontWeight: '700' },
    { tag: tags.emphasis, fontStyle: 'italic' },
    { tag: tags.strikethrough, textDecoration: 'line-through' },
    { tag: [tags.link, tags.url], color: 'var(--link)' },
    { tag: tags.monospace, color: 'var(--code)' },
    { tag: tags.quote, color: 'var(--faint)' },
    {
        tag: [tags.processingInstruction, tags.contentSeparator, tags.meta],
        color: 'var(--faint)',
    },
]);

const fixed: Extension = [
    lineNumbers(),
    lintGutter({ tooltipFilter: () => [] }),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    closeBrackets(),
    markdownLanguage,
    syntaxHighlighting(highlighting),
    EditorState.lineSeparator.of('\n'),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
        'aria-label': 'Incident report, in Markdown',
        'aria-describedby': 'keys',
        tabindex: '0',
        spellcheck: 'true',
        autocapitalize: 'sentences',
    }),
    keymap.of([
        { key: 'Enter', run: insertNewlineContinueMarkup },
        { key: 'Backspace', run: deleteMarkupBackward },
        ...closeBracketsKeymap,
        ...lintKeymap.filter(binding => binding.key === 'F8'),
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
    ]),
    theme,
];

// The state of an editor of TEXT, with EXTENSIONS over what all have.
export function stateOf(text: string, extensions: Extension): EditorState {
    return EditorState.create({
        doc: text,
        extensions: [
            EditorView.cspNonce.of(nonceOfStyles()),
            extensions,
            fixed,
        ],
    });
}

// The styles that the editor writes for itself are the page's own, too.
function nonceOfStyles(): string {
    return document.querySelector('style')?.nonce ?? '';
}
