// What the server answers beyond the Language Server Protocol.
import type { Range } from 'vscode-languageserver-protocol';

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
// the first warning where there is no error. BLANKS wait to be filled in, and
// are empty where nothing stands in the place of an answer; BLANK is the number
// of the one that FIRST is about, if any. EDITED: we have been asked for an
// edit, and all ranges are those of the text before it.
export interface Standing {
    readonly reports: readonly Progress[];
    readonly first?: Range;
    readonly blanks: readonly Range[];
    readonly blank?: number;
    readonly edited?: boolean;
}

// Of incident-ls.templates, an array. TEXT is a snippet.
export interface Template {
    readonly keyword: string;
    readonly name: string;
    readonly means: string;
    readonly text: string;
}

// Of incident-ls.add. TEXT is a snippet, and takes the place of RANGE.
export interface Addition {
    readonly range: Range;
    readonly text: string;
}

// A place in a report. Lines count from 0.
export interface ReportFile {
    readonly uri: string;
    readonly line: number;
}

// Something that is due, told of at a place: "Full report", "due in 4 days,
// 2026-12-03 14:05 UTC", "within 14 days of ...".
export interface Due extends ReportFile {
    readonly title: string;
    readonly when: string;
    readonly why: string;
    readonly href: string;
    readonly overdue: boolean;
}

// The comments on one bug.
export interface Thread {
    readonly name?: string;
    readonly state: string;
    readonly closed: boolean;
    readonly files: readonly ReportFile[];
    readonly due: readonly Due[];
}

// Of incidentReport/due. READING: not all files have been read. It changes by
// itself after EXPIRES seconds.
export interface Agenda {
    readonly reading: boolean;
    readonly expires: number;
    readonly threads: readonly Thread[];
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
