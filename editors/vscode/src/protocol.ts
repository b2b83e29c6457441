// What the server answers beyond the Language Server Protocol.
import type { Position, Range } from 'vscode-languageserver-protocol';

// How far one report has come: "Draft · 21 of 27 fields complete · 2 errors".
export interface Progress {
    readonly name: string;
    readonly range: Range;              // its heading
    readonly complete: number;
    readonly fields: number;
    readonly errors: number;
    readonly warnings: number;
    readonly words: string;
}

// Of incident-ls.progress and incident-ls.check. FIRST is the first error, or
// the first warning where there is no error. EDITED: we have been asked for an
// edit, and all ranges are those of the text before it.
export interface Standing {
    readonly reports: readonly Progress[];
    readonly first?: Range;
    readonly edited?: boolean;
}

// Of incident-ls.templates, an array. TEXT is a snippet.
export interface Template {
    readonly keyword: string;
    readonly name: string;
    readonly means: string;
    readonly text: string;
}

// Of incident-ls.add. TEXT is a snippet, and goes to POSITION.
export interface Addition {
    readonly position: Position;
    readonly text: string;
}

// Of incident-ls.explain. TEXT is Markdown.
export interface Explanation {
    readonly rule: string;
    readonly text: string;
    readonly href: string;
}

// Of incident-ls.bugzillaText: the report as it is to be posted, how many
// characters that has and may have, how many errors are in it, and how many
// lines of it stand above its heading.
export interface Posting {
    readonly text: string;
    readonly length: number;
    readonly limit: number;
    readonly errors: number;
    readonly above: number;
}
