// An editor that judges all that the server says to it.
'use strict';
const { spawn } = require('child_process');
const protocol = require('vscode-languageserver-protocol/node');
const { envelopeFaults } = require('./envelope');
const { modelOfEnvironment } = require('./model');
const { obligationFaults } = require('./obligations');
const { Places } = require('./places');

const model = modelOfEnvironment();
const PATIENCE = 30000; // milliseconds

class Reader extends protocol.StreamMessageReader {
    constructor(stream, judge) {
        super(stream);
        this.judge = judge;
    }

    listen(callback) {
        return super.listen((message) => {
            this.judge(message);
            callback(message);
        });
    }
}

class Writer extends protocol.StreamMessageWriter {
    constructor(stream, note) {
        super(stream);
        this.note = note;
    }

    write(message) {
        this.note(message);
        return super.write(message);
    }
}

class Client {
    // PARAMS are those of initialize; nothing is sent yet.
    constructor(params = {}) {
        this.params = { processId: null, rootUri: null, capabilities: {},
                        ...params };
        this.faults = [];
        this.asked = new Map();     // requests that wait, by id
        this.applied = [];          // edits that the server had applied
        this.progress = [];         // what came as $/progress
        this.waiting = [];          // [a condition, what to call then]
        this.diagnostics = new Map();
        this.places = new Places();
        this.start();
    }

    start() {
        this.server = spawn(process.env.INCIDENT_LS, ['--stdio'],
                            { stdio: ['pipe', 'pipe', 'ignore'] });
        this.exit = new Promise((resolve) =>
            this.server.once('exit', (status, signal) =>
                resolve(status ?? signal)));
        this.server.stdin.on('error', () => {});
        this.connection = protocol.createProtocolConnection(
            new Reader(this.server.stdout, (message) => this.judge(message)),
            new Writer(this.server.stdin, (message) => this.note(message)));
        this.answerCalls();
        this.connection.onUnhandledNotification(() => {});
        this.connection.onError(([error]) => this.faults.push(error.message));
        this.connection.listen();
    }

    note(message) {
        if ('id' in message && 'method' in message)
            this.asked.set(message.id, message);
    }

    judge(message) {
        const request = this.asked.get(message.id);
        const answers = !('method' in message);
        this.say(message, envelopeFaults(message));
        if (answers && message.id !== null && !request)
            this.say(message, ['an answer to nothing that was asked']);
        if (answers && request)
            this.asked.delete(message.id);
        this.judgeContent(message, answers ? request : undefined);
        this.remember(message);
    }

    judgeContent(message, request) {
        if (!request && !('method' in message))
            return;
        if (model && 'method' in message)
            this.say(message, model.call(message));
        if (model && 'result' in message)
            this.say(message, model.result(message.result, request.method));
        this.say(message, obligationFaults(this.params.capabilities, message,
                                           request?.method));
        // It may be a place in what an edit inserts that is not made here.
        if (message.method === 'window/showDocument')
            return;
        this.say(message, this.places.faults(
            message.params ?? message.result,
            message.params?.uri ?? request?.params?.textDocument?.uri));
    }

    say(message, faults) {
        const name = message.method ?? `answer ${message.id}`;
        this.faults.push(...faults.map((fault) => `${name}: ${fault}`));
    }

    remember(message) {
        if (message.method === 'textDocument/publishDiagnostics')
            this.diagnostics.set(message.params.uri, message.params);
        if (message.method === '$/progress')
            this.progress.push(message.params);
        this.waiting = this.waiting.filter(([holds, go]) => {
            if (holds(message))
                go(message);
            return !holds(message);
        });
    }

    // The next message of the server for which CONDITION holds.
    hear(condition) {
        return new Promise((resolve, reject) => {
            const timer = setTimeout(
                () => reject(new Error('the server does not say it')),
                PATIENCE);
            this.waiting.push([condition, (message) => {
                clearTimeout(timer);
                resolve(message);
            }]);
        });
    }

    answerCalls() {
        this.connection.onRequest((method, params) => {
            if (method === 'workspace/configuration')
                return params.items.map(() => null);
            if (method === 'workspace/applyEdit') {
                this.applied.push(params.edit);
                return { applied: true };
            }
            return null;
        });
    }

    async initialize() {
        const result = await this.ask('initialize', this.params);
        this.capabilities = result.capabilities;
        this.places.encoding = result.capabilities.positionEncoding ??
                               'utf-16';
        await this.tell('initialized', {});
        return result;
    }

    ask(method, params) {
        return this.connection.sendRequest(method, params);
    }

    tell(method, params) {
        return this.connection.sendNotification(method, params);
    }

    // The error code that METHOD gets; undefined if it succeeds.
    async errorOf(method, params) {
        try {
            await this.ask(method, params);
        } catch (error) {
            return error.code;
        }
        return undefined;
    }

    async open(uri, text) {
        this.places.show(uri, text);
        await this.tell('textDocument/didOpen', { textDocument: {
            uri, languageId: 'markdown', version: 1, text } });
    }

    async close(uri) {
        await this.tell('textDocument/didClose', { textDocument: { uri } });
    }

    // Bytes as they are.
    write(bytes) {
        this.server.stdin.write(bytes);
    }

    // Messages as they are, or strings, at once and past the client's books.
    frame(...messages) {
        this.write(messages.map((message) => {
            const body = typeof message === 'string' ? message
                                                     : JSON.stringify(message);
            return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
        }).join(''));
    }

    // The exit status, once shutdown and exit were said.
    async leave() {
        await this.ask('shutdown');
        if (this.asked.size)
            this.faults.push(`unanswered: ${[...this.asked.keys()]}`);
        await this.tell('exit');
        return this.exit;
    }

    stop() {
        this.connection.dispose();
        this.server.kill('SIGKILL');
    }
}

// Runs TALK with a client, whatever comes of it.
async function withClient(params, talk) {
    const client = new Client(params);
    try {
        return await talk(client);
    } finally {
        client.stop();
    }
}

module.exports = { model, withClient };
