// What HTML gets into the page. The server makes it, of texts that others have
// written: so nothing of it may run or load, whatever the server let through.

// What the policy of the page asks for where a browser knows of it.
interface Policy {
    createHTML(html: string): string;
    createScriptURL(url: string): string;
}

declare const trustedTypes:
    | { createPolicy(name: string, policy: Partial<Policy>): Policy }
    | undefined;

const tags = new Set(
    (
        'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr input li ol p pre ' +
        'span strong table tbody td th thead tr ul'
    ).split(' '),
);

const address = /^(https?|mailto):/i;

// The attributes of these elements that may stay, by what they may be.
function mayStay(element: Element, { name, value }: Attr): boolean {
    switch (name) {
        case 'href':
            return element.matches('a') && address.test(value);
        case 'data-line':
        case 'start':
            return /^\d{1,9}$/.test(value);
        case 'align':
            return /^(left|center|right)$/.test(value);
        case 'class':
            // Of highlighted code.
            return element.matches('span, code');
        case 'type':
            return element.matches('input') && value === 'checkbox';
        case 'checked':
        case 'disabled':
            return element.matches('input');
        default:
            return false;
    }
}

function clean(element: Element): void {
    if (!tags.has(element.localName)) {
        element.remove();
        return;
    }
    for (const attribute of [...element.attributes]) {
        if (!mayStay(element, attribute)) {
            element.removeAttribute(attribute.name);
        }
    }
    if (element.matches('a')) {
        element.setAttribute('target', '_blank');
        element.setAttribute('rel', 'noopener noreferrer');
    }
    if (element.matches('input')) {
        element.setAttribute('type', 'checkbox');
        element.setAttribute('disabled', '');
    }
    [...element.children].forEach(clean);
}

// Only for a document of its own, in which nothing runs.
const parsing =
    typeof trustedTypes === 'undefined'
        ? undefined
        : trustedTypes.createPolicy('parsing', { createHTML: html => html });

// HTML without anything that does more than show text.
export function safe(html: string): string {
    const { body } = new DOMParser().parseFromString(
        parsing ? parsing.createHTML(html) : html,
        'text/html',
    );

    [...body.children].forEach(clean);
    return body.innerHTML;
}

let own: string | undefined;

// All that anything in the page writes as HTML goes through here.
if (typeof trustedTypes !== 'undefined') {
    trustedTypes.createPolicy('default', {
        createHTML: safe,
        createScriptURL(url) {
            if (url !== own) {
                throw new TypeError('no script is loaded here');
            }
            return url;
        },
    });
}

// A URL for a worker's SOURCE, which came with the page.
export function ownScript(source: string): string {
    own = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    return own;
}
