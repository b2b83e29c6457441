// Files of the reader's: opened, saved, and put on the clipboard.

// Beside the report, what belongs to it: lists that it links to, settings.
export function isReport(file: File): boolean {
    return /\.(md|markdown|mdown|mkd)$/i.test(file.name);
}

export function isBeside(file: File): boolean {
    return /\.(csv|txt)$/i.test(file.name) || file.name === '.incident-ls.json';
}

export function save(name: string, text: string): void {
    const link = document.createElement('a');

    link.href = URL.createObjectURL(
        new Blob([text], { type: 'text/markdown;charset=utf-8' }),
    );
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// A page that came over http has no clipboard; the old way still works.
export async function copy(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyFromField(text);
    }
}

function copyFromField(text: string): boolean {
    const field = document.createElement('textarea');
    const before = document.activeElement;

    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');

    field.remove();
    if (before instanceof HTMLElement) {
        before.focus();
    }
    return copied;
}
