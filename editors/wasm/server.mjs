// A session whose files come from somewhere else, later: for a worker.
//
// The session asks for files in the middle of a message and can't wait. So what
// a message will make it ask for is fetched before the message is handled: the
// settings at and above the folder of a report that is opened, and those of
// them that have changed since. Lists, and the reports below a folder, are
// fetched when they are wanted.
import { Session } from './session.mjs';

const settingsFile = '.incident-ls.json';

// What is due at midnight is looked for this often, in milliseconds.
const hour = 3_600_000;

// What of a folder isn't looked at, as in platform/folder_walk.
const passedOver = /^\.|^node_modules\/$/;

// So many bytes of reports are held at a time, and no more.
const reportsMost = 64 * 1024 * 1024;

/**
 * @typedef {object} Outside
 * @property {(message: string) => void} send  takes the body of a message
 * @property {(line: string) => void} log
 * @property {(path: string) => Promise<Uint8Array | undefined>} fetch  what the
 *     plain file at PATH holds, if there is one
 * @property {(path: string) => Promise<string[] | undefined>} [list]  the names
 *     in the folder at PATH, if there is one; those of folders end in a slash
 * @property {(error: unknown) => void} fail  the server is no more
 */

/**
 * The path of the file that URI stands for, as the server has it.
 *
 * @param {string} uri
 * @returns {string | undefined}
 */
export function pathOf(uri) {
    try {
        return uri.startsWith('file:///')
            ? decodeURIComponent(uri.slice('file://'.length))
            : undefined;
    } catch {
        return undefined;
    }
}

/**
 * Where settings for the file at PATH may be.
 *
 * @param {string} path
 * @returns {string[]}
 */
function settingsOf(path) {
    const parts = path.split('/').slice(0, -1);

    return parts.map((_, index) =>
        [...parts.slice(0, index + 1), settingsFile].join('/'),
    );
}

export class Server {
    /** @type {Session} */
    #session;
    /** @type {Outside} */
    #outside;
    /** @type {Map<string, Uint8Array | undefined>} */
    #files = new Map();
    /** @type {Map<string, string[]>} */
    #folders = new Map();
    #turn = Promise.resolve();
    #waiting = 0;
    /** @type {ReturnType<typeof setInterval>} */
    #clock;

    /**
     * @param {WebAssembly.Module} module
     * @param {Outside} outside
     */
    constructor(module, outside) {
        this.#outside = outside;
        this.#session = new Session(module, {
            send: outside.send,
            log: outside.log,
            now: Date.now,
            file: path => this.#files.get(path),
            folder: path => this.#folders.get(path),
            start: (job, path, folder) =>
                folder
                    ? void this.#explore(job, path)
                    : this.#next(() => this.#work(job, path)),
        });
        this.#clock = setInterval(() => this.#next(async () => {}), hour);
    }

    /** True after the client has said exit. */
    get over() {
        return this.#session.status !== undefined;
    }

    /**
     * Takes in a message; what came before it has its turn before.
     *
     * @param {string} message
     */
    receive(message) {
        this.#next(async () => {
            await this.#prepare(JSON.parse(message));
            this.#session.say(message);
        });
    }

    /** @param {() => Promise<void>} task */
    #next(task) {
        this.#waiting++;
        this.#turn = this.#turn
            .then(task)
            .then(() => this.#rest())
            .catch(error => {
                clearInterval(this.#clock);
                this.#outside.fail(error);
            });
    }

    // Only after the last of a burst is anything said unasked: what a later
    // message supersedes is then never worked out.
    #rest() {
        if (--this.#waiting) {
            return;
        }
        setTimeout(() => {
            if (!this.#waiting) {
                this.#session.settle();
            }
        });
    }

    /** @param {{method?: string, params?: any}} message */
    async #prepare({ method, params }) {
        if (
            method === 'textDocument/didOpen' ||
            method === 'textDocument/didSave'
        ) {
            const path = pathOf(String(params?.textDocument?.uri));

            await this.#fetch(path ? settingsOf(path) : []);
        } else if (method === 'workspace/didChangeWatchedFiles') {
            const paths = [params?.changes ?? []]
                .flat()
                .map(change => pathOf(String(change?.uri)));

            await this.#fetch(
                paths.filter(path => path && this.#files.has(path)),
            );
        }
    }

    async #fetch(paths) {
        await Promise.all(
            paths.map(async path =>
                this.#files.set(path, await this.#outside.fetch(path)),
            ),
        );
    }

    // Settings are small, and kept; lists may be large.
    async #work(job, path) {
        await this.#fetch([path]);
        this.#workOn(job);
        this.#files.delete(path);
    }

    // Messages are handled meanwhile.
    async #explore(job, path) {
        const files = new Map();
        const folders = new Map();
        let left = reportsMost;

        for (const waiting = [path]; waiting.length; ) {
            const folder = waiting.shift();
            const names = ((await this.#outside.list?.(folder)) ?? []).filter(
                name => !passedOver.test(name) && /(\/|\.md)$/i.test(name),
            );

            folders.set(folder, names);
            for (const name of names) {
                const inner = `${folder.replace(/\/$/, '')}/${name}`;

                if (inner.endsWith('/')) {
                    waiting.push(inner.slice(0, -1));
                } else if (left > 0) {
                    const bytes = await this.#outside.fetch(inner);

                    left -= bytes?.length ?? 0;
                    files.set(inner, bytes);
                }
            }
        }
        this.#next(async () => {
            const before = this.#files;

            this.#files = files;
            this.#folders = folders;
            this.#session.work(job);
            this.#files = before;
            this.#folders = new Map();
        });
    }

    // What comes meanwhile has its turn between the parts of a job.
    #workOn(job) {
        if (this.#session.work(job)) {
            setTimeout(() => this.#next(async () => this.#workOn(job)));
        }
    }
}
