// What is kept in this browser between two visits: nothing, unless its user
// wants it.
const key = 'incident-ls.draft';

export interface Draft {
    readonly name: string;
    readonly text: string;
}

// Some browsers keep nothing for a page that was opened from a disk.
function storage(): Storage | undefined {
    try {
        return localStorage;
    } catch {
        return undefined;
    }
}

export const canKeepDrafts = storage() !== undefined;

export function keptDraft(): Draft | undefined {
    try {
        const kept = JSON.parse(storage()?.getItem(key) ?? 'null') as unknown;
        const draft = kept as Partial<Draft> | null;

        return typeof draft?.name === 'string' && typeof draft.text === 'string'
            ? { name: draft.name, text: draft.text }
            : undefined;
    } catch {
        return undefined;
    }
}

// False if there is no room for it.
export function keepDraft(draft: Draft): boolean {
    try {
        storage()?.setItem(key, JSON.stringify(draft));
        return canKeepDrafts;
    } catch {
        return false;
    }
}

export function forgetDraft(): void {
    storage()?.removeItem(key);
}
