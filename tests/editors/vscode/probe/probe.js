// Runs functions in the extension host: what a test posts to the socket PROBE,
// {code, args}, is called with the API of VS Code, and answered with {value}
// or {error}. See workbench.mjs.
const http = require('node:http');
const vscode = require('vscode');

async function run({ code, args }) {
    return (0, eval)(`(${code})`)(vscode, ...args);
}

async function answer(request, response) {
    let body = '';

    for await (const piece of request) {
        body += piece;
    }
    try {
        const value = await run(JSON.parse(body));

        response.end(JSON.stringify({ value: value ?? null }));
    } catch (error) {
        response.end(JSON.stringify({ error: String(error?.stack ?? error) }));
    }
}

exports.activate = () => http.createServer(answer).listen(process.env.PROBE);
