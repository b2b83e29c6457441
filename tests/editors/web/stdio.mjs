#!/usr/bin/env node
// The server as WebAssembly on stdin and stdout, in the place of the program:
// what a test asks of the one can be asked of the other. MODULE is the module.
import {
    readFileSync,
    readdirSync,
    realpathSync,
    statSync,
    writeSync,
} from 'node:fs';

import { Session } from '../../../editors/wasm/session.mjs';

// Waits until all is written, whatever stdout is.
function writeAll(bytes) {
    let at = 0;

    while (at < bytes.length) {
        try {
            at += writeSync(1, bytes, at);
        } catch (error) {
            if (error.code !== 'EAGAIN') {
                process.exit(1);
            }
        }
    }
}

function file(path) {
    try {
        const real = realpathSync(path);

        return statSync(real).isFile() ? readFileSync(real) : undefined;
    } catch {
        return undefined;
    }
}

function folder(path) {
    try {
        return readdirSync(path, { withFileTypes: true }).map(entry =>
            entry.isDirectory() ? `${entry.name}/` : entry.name,
        );
    } catch {
        return undefined;
    }
}

const session = new Session(
    new WebAssembly.Module(readFileSync(process.env.MODULE)),
    {
        send: body =>
            writeAll(
                Buffer.from(
                    `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
                ),
            ),
        log: line => process.stderr.write(line),
        now: Date.now,
        file,
        folder,
        start: job => setImmediate(work, job),
    },
);

// A part at a time: input comes in between.
function work(job) {
    if (session.work(job)) {
        setImmediate(work, job);
    }
    rest();
}

// After the input that is at hand by now.
let resting;
function rest() {
    clearImmediate(resting);
    resting = setImmediate(() => session.settle());
}

process.stdin.on('data', bytes => {
    session.receive(bytes);
    if (session.status !== undefined) {
        process.exit(session.status);
    }
    rest();
});
process.stdin.on('end', () => {
    session.settle();
    process.exit(session.status ?? 1);
});
