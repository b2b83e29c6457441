// Real VS Code: its server, as npm's code-server brings it, and its workbench
// in headless Chromium. All that it writes is in one temporary folder.
//
// CODE is the folder of node_modules, see tests/vscode.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as http from 'node:http';
import { createRequire } from 'node:module';
import * as os from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';

const modules = path.join(process.env.CODE, 'node_modules');
const server = path.join(
    modules,
    'code-server/lib/vscode/out/server-main.js',
);
const { chromium } = createRequire(path.join(modules, 'x.js'))(
    'playwright-core',
);

// For the sake of those who listen to the end of this process.
process.once('SIGTERM', () => process.exit(1));

// In milliseconds. A slow machine that does other things beside needs it all.
const patience = Number(process.env.PATIENCE ?? 40_000);

const userSettings = {
    'security.workspace.trust.enabled': false,
    'workbench.activityBar.location': 'hidden',
    'workbench.startupEditor': 'none',
    'workbench.enableExperiments': false,
    'workbench.tips.enabled': false,
    'workbench.secondarySideBar.defaultVisibility': 'hidden',
    'chat.disableAIFeatures': true,
    'extensions.autoCheckUpdates': false,
    'extensions.autoUpdate': false,
    'extensions.ignoreRecommendations': true,
    'files.autoSave': 'off',
    'git.enabled': false,
    'editor.hover.delay': 100,
    'editor.minimap.enabled': false,
    'editor.cursorBlinking': 'solid',
    'telemetry.telemetryLevel': 'off',
};

// What LOOK answers, as soon as it is something; fails after PATIENCE.
export async function until(what, look) {
    const end = Date.now() + patience;

    while (Date.now() < end) {
        const seen = await look();

        if (seen) {
            return seen;
        }
        await sleep(50);
    }
    throw new Error(`waited in vain for ${what}`);
}

// Tests like node:test's; one that fails leaves a picture of what the workbench
// that BENCH answers had on the screen.
export function tester(bench) {
    return (name, body) =>
        test(name, async () => {
            try {
                await body();
            } catch (error) {
                await bench()?.picture(`failed-${name.replace(/\W+/g, '-')}`);
                throw error;
            }
        });
}

// Where the server PROGRAM listens, as soon as it says so.
async function listen(program, log) {
    let said = '';

    program.stderr.pipe(log);
    program.stdout.pipe(log);
    program.stdout.on('data', piece => (said += piece));
    return until('the server of VS Code', () => {
        if (program.exitCode !== null) {
            throw new Error(`VS Code's server has ended: ${said}`);
        }
        return /Web UI available at (http:\S+)/.exec(said)?.[1];
    });
}

export class Workbench {
    // Opens the folder WORKSPACE (a copy of it) with FILE in the editor.
    // PICTURES is where picture() puts its files.
    static async open({ vsix, workspace, file, settings, env, pictures }) {
        const bench = new Workbench();

        bench.pictures = pictures;
        bench.home = await fs.mkdtemp(path.join(os.tmpdir(), 'vscode-'));
        bench.folder = path.join(bench.home, 'reports');
        bench.socket = path.join(bench.home, 'probe');
        try {
            await fs.cp(workspace, bench.folder, { recursive: true });
            await bench.writeSettings(settings);
            await bench.startServer(vsix, env);
            await bench.startBrowser(file);
        } catch (error) {
            await bench.close();
            throw error;
        }
        return bench;
    }

    // To the browser the server is a remote machine: settings that belong to
    // a machine, as the place of a program does, count only from there.
    async writeSettings(settings) {
        for (const [place, value] of [
            ['User', userSettings],
            ['Machine', settings ?? {}],
        ]) {
            const folder = path.join(this.home, 'data', place);

            await fs.mkdir(folder, { recursive: true });
            await fs.writeFile(
                path.join(folder, 'settings.json'),
                JSON.stringify(value),
            );
        }
    }

    async startServer(vsix, env) {
        const options = [
            server,
            '--host=127.0.0.1',
            '--port=0',
            '--without-connection-token',
            '--accept-server-license-terms',
            '--disable-telemetry',
            `--server-data-dir=${this.home}/data`,
            `--user-data-dir=${this.home}/data`,
            `--extensions-dir=${this.home}/extensions`,
            '--start-server',
            ...vsix.map(file => `--install-extension=${file}`),
        ];

        // A group of its own: the extension host and the language server are
        // to end with it, whatever happens to us.
        process.on('exit', () => this.killServer());
        this.server = spawn(process.execPath, options, {
            detached: true,
            stdio: ['ignore', 'pipe', 'pipe'],
            env: {
                ...process.env,
                HOME: this.home,
                PROBE: this.socket,
                // Else it takes PATH from a login shell, with whatever that
                // finds installed.
                VSCODE_CLI: '1',
                ...env,
            },
        });
        this.url = await listen(
            this.server,
            createWriteStream(path.join(this.home, 'server.log')),
        );
    }

    async startBrowser(file) {
        const { host } = new URL(this.url);
        const place = `vscode-remote://${host}${this.folder}/${file}`;
        const query = new URLSearchParams({
            folder: this.folder,
            payload: JSON.stringify(file ? [['openFile', place]] : []),
        });

        this.browser = await chromium.launch({
            executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
            args: ['--no-sandbox', '--disable-gpu', '--disable-sync'],
        });
        this.page = await this.browser.newPage({
            viewport: { width: 1100, height: 680 },
            reducedMotion: 'reduce',
            permissions: ['clipboard-read', 'clipboard-write'],
        });
        this.page.setDefaultTimeout(patience);
        await this.page.goto(`${this.url}/?${query}`);
        await this.page.locator('.monaco-workbench').waitFor();
        if (file) {
            await this.page
                .locator('.editor-instance .view-line')
                .first()
                .waitFor();
        }
        await this.run(vscode =>
            vscode.commands.executeCommand('workbench.action.closeSidebar'),
        );
    }

    async close() {
        await this.browser?.close();
        this.killServer();
        await fs.rm(this.home, { recursive: true, force: true });
    }

    killServer() {
        try {
            process.kill(-this.server.pid, 'SIGKILL');
        } catch {
            // It has ended, or had never begun.
        }
    }

    // What WORK, a function of the API of VS Code and of ARGS, answers in the
    // extension host. It sees nothing of the file it is written in.
    async run(work, ...args) {
        const body = JSON.stringify({ code: String(work), args });
        const { value, error } = await until('the probe', () =>
            post(this.socket, body),
        );

        if (error) {
            throw new Error(error);
        }
        return value;
    }

    // Runs WORK until it answers something.
    until(what, work, ...args) {
        return until(what, () => this.run(work, ...args));
    }

    // Runs the command whose TITLE the palette shows.
    async command(title) {
        const { page } = this;
        const box = page.locator('.quick-input-widget input').first();

        await page.keyboard.press('F1');
        await box.waitFor();
        await box.fill(`>${title}`);
        await page
            .locator('.quick-input-list .monaco-list-row', { hasText: title })
            .first()
            .waitFor();
        await page.keyboard.press('Enter');
    }

    // Opens the list of fixes at the cursor, with ITEM in it. What VS Code
    // learns meanwhile of the place closes it again.
    async openFixes(item) {
        await until('the list of fixes', async () => {
            if (!(await item.count())) {
                await this.page.keyboard.press('Control+.');
            }
            return item
                .waitFor({ timeout: 3000 })
                .then(() => true)
                .catch(() => false);
        });
    }

    // Puts the cursor there; both count from 1.
    async go(line, column) {
        await this.run(
            (vscode, at) => {
                const editor = vscode.window.activeTextEditor;
                const place = new vscode.Position(at[0] - 1, at[1] - 1);

                editor.selection = new vscode.Selection(place, place);
                editor.revealRange(
                    editor.selection,
                    vscode.TextEditorRevealType.InCenter,
                );
                return vscode.window.showTextDocument(editor.document).then(
                    () => true,
                );
            },
            [line, column],
        );
    }

    text() {
        return this.run(vscode =>
            vscode.window.activeTextEditor.document.getText(),
        );
    }

    picture(name) {
        return this.page.screenshot({
            path: path.join(this.pictures, `${name}.png`),
            animations: 'disabled',
        });
    }

    // The processes that run a program of the extensions.
    async servers() {
        const found = [];

        for (const pid of await fs.readdir('/proc')) {
            const program = /^[0-9]+$/.test(pid)
                ? await fs.readlink(`/proc/${pid}/exe`).catch(() => '')
                : '';

            if (program.startsWith(this.home)) {
                found.push(Number(pid));
            }
        }
        return found;
    }
}

// The answer of the probe at SOCKET; undefined while it isn't up.
function post(socket, body) {
    return new Promise((resolve, reject) => {
        const request = http.request(
            { socketPath: socket, method: 'POST', timeout: patience },
            async response => {
                let said = '';

                for await (const piece of response) {
                    said += piece;
                }
                resolve(JSON.parse(said));
            },
        );

        request.on('timeout', () =>
            request.destroy(new Error(`no answer to ${body}`)),
        );
        request.on('error', error =>
            ['ENOENT', 'ECONNREFUSED'].includes(error.code)
                ? resolve(undefined)
                : reject(error),
        );
        request.end(body);
    });
}
