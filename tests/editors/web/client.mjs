// What a client sends, as bytes.

export function frame(message) {
    const body =
        typeof message === 'string' ? message : JSON.stringify(message);

    return Buffer.from(
        `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
}

const pulling = {
    general: { positionEncodings: ['utf-8'] },
    textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: {} },
        completion: { completionItem: { snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
    },
};

// All that is asked of a whole document.
const ofDocument = [
    'textDocument/diagnostic',
    'textDocument/documentSymbol',
    'textDocument/foldingRange',
    'textDocument/documentLink',
    'textDocument/codeLens',
    'incidentReport/preview',
];

// A client that opens TEXT, asks all that can be asked of it and at the end of
// every fourth line, and leaves.
export function questions(text) {
    const textDocument = { uri: 'untitled:report.md' };
    const lines = text.split('\n');
    const whole = {
        start: { line: 0, character: 0 },
        end: { line: lines.length, character: 0 },
    };
    const messages = [];
    let id = 0;
    const ask = (method, params) =>
        messages.push({ jsonrpc: '2.0', id: ++id, method, params });
    const tell = (method, params) =>
        messages.push({ jsonrpc: '2.0', method, params });

    ask('initialize', { processId: null, rootUri: null, capabilities: pulling });
    tell('initialized', {});
    tell('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'markdown', version: 1, text },
    });
    for (const method of ofDocument) {
        ask(method, { textDocument });
    }
    ask('textDocument/inlayHint', { textDocument, range: whole });
    ask('textDocument/codeAction', {
        textDocument,
        range: whole,
        context: { diagnostics: [] },
    });
    ask('textDocument/formatting', {
        textDocument,
        options: { tabSize: 4, insertSpaces: true },
    });
    for (let line = 0; line < lines.length; line += 4) {
        const position = { line, character: Buffer.byteLength(lines[line]) };

        ask('textDocument/completion', { textDocument, position });
        ask('textDocument/hover', {
            textDocument,
            position: { line, character: 4 },
        });
    }
    ask('shutdown');
    tell('exit');
    return Buffer.concat(messages.map(frame));
}
