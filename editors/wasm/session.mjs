// The server as WebAssembly: what its module (server/web.c, platform/none)
// imports and exports, as JavaScript has it.

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const badDescriptor = 8; // as WASI has it

// In milliseconds. So long input may wait for work, and so long work takes when
// users come to see how far it is.
const part = 50;
const shown = 200;

/**
 * What a session reaches of the outside; nothing else can it reach.
 *
 * @typedef {object} Host
 * @property {(message: string) => void} send  takes the body of a message
 * @property {(line: string) => void} log
 * @property {() => number} now  in milliseconds, like Date.now()
 * @property {(path: string) => Uint8Array | undefined} file  what the plain
 *     file at PATH holds, if there is one
 * @property {(path: string) => string[] | undefined} folder  the names in the
 *     folder at PATH, if there is one; those of folders end in a slash
 * @property {(job: number, path: string, folder: boolean) => void} start  has
 *     work(JOB) called later, when file(PATH) can tell what is there, or if
 *     FOLDER folder(PATH), with the files *.md below it
 */

/** @param {string[] | undefined} names */
function lines(names) {
    return names && encoder.encode(names.map(name => `${name}\n`).join(''));
}

export class Session {
    /** @type {any} */
    #exports;
    /** @type {Host} */
    #host;
    /** @type {Map<number, number>} when each job was begun */
    #begun = new Map();

    /**
     * @param {WebAssembly.Module} module
     * @param {Host} host
     */
    constructor(module, host) {
        this.#host = host;
        this.#exports = new WebAssembly.Instance(module, {
            host: {
                now: () => host.now() / 1000,
                send: (at, length) => host.send(this.#text(at, length)),
                log: (at, length) => host.log(this.#text(at, length)),
                start: (job, at, length, folder) =>
                    host.start(job, this.#text(at, length), folder !== 0),
                file: (at, length, answer) =>
                    this.#give(host.file(this.#text(at, length)), answer),
                folder: (at, length, answer) =>
                    this.#give(
                        lines(host.folder(this.#text(at, length))),
                        answer,
                    ),
            },
            wasi_snapshot_preview1: {
                clock_time_get: (clock, precision, answer) => {
                    this.#view().setBigUint64(
                        answer,
                        BigInt(Math.round(host.now())) * 1_000_000n,
                        true,
                    );
                    return 0;
                },
                // For what the C library writes to stderr before it gives up.
                fd_close: () => badDescriptor,
                fd_seek: () => badDescriptor,
                fd_write: () => badDescriptor,
            },
        }).exports;
        this.#exports._initialize();
        this.#exports.begin();
    }

    #view() {
        return new DataView(this.#exports.memory.buffer);
    }

    #bytes(at, length) {
        return new Uint8Array(this.#exports.memory.buffer, at, length);
    }

    #text(at, length) {
        return decoder.decode(this.#bytes(at, length));
    }

    // Puts at ANSWER where BYTES are and how many; the module frees them.
    // Without ANSWER it only wants to know whether there are any.
    #give(bytes, answer) {
        if (!bytes) {
            return false;
        }
        if (answer) {
            const at = this.#exports.allot(bytes.length);

            this.#bytes(at, bytes.length).set(bytes);
            this.#view().setUint32(answer, at, true);
            this.#view().setUint32(answer + 4, bytes.length, true);
        }
        return true;
    }

    /**
     * Takes in BYTES of the client, frames cut anywhere, and handles the
     * messages that are whole.
     *
     * @param {Uint8Array} bytes
     */
    receive(bytes) {
        const at = this.#exports.room(bytes.length);

        this.#bytes(at, bytes.length).set(bytes);
        this.#exports.receive(bytes.length);
        while (this.#exports.step()) {
            // Each step is one message.
        }
    }

    /**
     * The same of the body of one message.
     *
     * @param {string} message
     */
    say(message) {
        const body = encoder.encode(message);
        const head = encoder.encode(`Content-Length: ${body.length}\r\n\r\n`);
        const frame = new Uint8Array(head.length + body.length);

        frame.set(head);
        frame.set(body, head.length);
        this.receive(frame);
    }

    /** When no input is at hand: sends what is due to be said unasked. */
    settle() {
        while (this.#exports.settle()) {
            // Each time it is one document.
        }
    }

    /**
     * Does a part of a job.
     *
     * @param {number} job  that the host was given
     * @returns {boolean}  is there more to do, after the input that is at hand?
     */
    work(job) {
        const now = this.#host.now();
        const begun = this.#begun.get(job) ?? now;

        this.#begun.set(job, begun);
        while (this.#exports.work(job)) {
            if (this.#host.now() - now < part) {
                continue;
            }
            if (this.#host.now() - begun >= shown) {
                this.#exports.wait(job);
            }
            return true;
        }
        this.#begun.delete(job);
        return false;
    }

    /**
     * What a process would return after exit; undefined before.
     *
     * @returns {number | undefined}
     */
    get status() {
        const status = this.#exports.status();

        return status < 0 ? undefined : status;
    }
}
