// Whatever a client says, the server as WebAssembly answers what the program
// does, byte for byte.
//
// MODULE is the module, INCIDENT_LS the program. TRANSCRIPTS is a folder of
// what the unit tests' clients have sent, CORPUS one of what fuzzers have found
// that clients may send.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
    closeSync,
    mkdtempSync,
    openSync,
    readdirSync,
    readFileSync,
    rmSync,
} from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { Session } from '../../../editors/wasm/session.mjs';
import { frame, questions } from './client.mjs';

const { CORPUS, INCIDENT_LS, MODULE, TRANSCRIPTS } = process.env;
const tests = fileURLToPath(new URL('../..', import.meta.url));
const module = new WebAssembly.Module(readFileSync(MODULE));
const folder = mkdtempSync(path.join(os.tmpdir(), 'answers-'));
let outputs = 0; // so far

after(() => rmSync(folder, { recursive: true }));

function filesOf(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => path.join(entry.parentPath ?? entry.path, entry.name));
}

// What the program writes, given all of INPUT at once: to a file, since it waits
// only a moment for who doesn't read when it has to leave.
async function ofProgram(input) {
    const place = path.join(folder, `output-${++outputs}`);
    const file = openSync(place, 'w');
    const program = spawn(INCIDENT_LS, ['--stdio'], {
        stdio: ['pipe', file, 'ignore'],
    });

    closeSync(file);
    program.stdin.on('error', () => {}); // it may leave before the end
    program.stdin.end(input);
    await once(program, 'close');
    const output = readFileSync(place, 'utf8');

    rmSync(place);
    return output;
}

function ofModule(input) {
    const output = [];
    const session = new Session(module, {
        send: body => output.push(frame(body)),
        log() {},
        now: Date.now,
        file: () => undefined,
        start() {},
    });

    session.receive(input);
    if (session.status === undefined) {
        session.settle();
    }
    return Buffer.concat(output).toString();
}

// Without the second at which the server began.
function timeless(output) {
    return output.replaceAll(/"resultId":"\d+-/g, '"resultId":"-');
}

// The minute, or the day, may be another one in between.
async function compareOne(name, bytes) {
    for (let tries = 3; ; tries--) {
        const expected = timeless(await ofProgram(bytes));
        const actual = timeless(ofModule(bytes));

        if (actual === expected || !tries) {
            assert.equal(actual, expected, name);
            return;
        }
    }
}

// The inputs are [a name, the bytes]; two programs run at a time.
async function compare(inputs) {
    const left = [...inputs];
    const work = async () => {
        for (let next = left.pop(); next; next = left.pop()) {
            await compareOne(...next);
        }
    };

    assert.notEqual(left.length, 0);
    await Promise.all([work(), work()]);
}

test('all that is said of the reports among the tests', () =>
    compare(
        ['reports', 'samples', 'features', 'fuzz/seeds']
            .flatMap(folder => filesOf(path.join(tests, folder)))
            .map(file => [file, questions(readFileSync(file, 'utf8'))]),
    ));

test('the transcripts of the unit tests', () =>
    compare(
        filesOf(TRANSCRIPTS).map(file => [file, readFileSync(file)]),
    ));

const opening = [
    {
        jsonrpc: '2.0',
        id: 'begin',
        method: 'initialize',
        params: {
            capabilities: {
                textDocument: {
                    completion: { completionItem: { snippetSupport: true } },
                },
            },
        },
    },
    { jsonrpc: '2.0', method: 'initialized', params: {} },
].map(frame);

test('what fuzzers have found that clients may send', () =>
    compare(
        [CORPUS, path.join(tests, 'fuzz/seeds/messages')]
            .flatMap(folder => filesOf(folder))
            .flatMap(file => {
                const bytes = readFileSync(file);
                const lines = bytes.toString('latin1').split('\n');

                return [
                    [file, bytes],
                    [
                        `${file}, line by line`,
                        Buffer.concat([
                            ...opening,
                            ...lines.map(line =>
                                Buffer.concat([
                                    Buffer.from(
                                        `Content-Length: ${line.length}` +
                                            '\r\n\r\n',
                                    ),
                                    Buffer.from(line, 'latin1'),
                                ]),
                            ),
                        ]),
                    ],
                ];
            }),
    ));
