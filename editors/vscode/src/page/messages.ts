// What the page of the preview and the extension say to each other. Lines are
// those of the report, from 0.
export type ToPage =
    | { readonly kind: 'show'; readonly html: string }
    | { readonly kind: 'scroll'; readonly line: number };

export type FromPage =
    | { readonly kind: 'ready' }
    | { readonly kind: 'go'; readonly line: number };
