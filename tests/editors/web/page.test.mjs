// The page that checks a report, in Chromium. Tests follow upon each other, as
// a user's doings do.
//
// PAGE is the page, MODULES the folder of node_modules, PICTURES where pictures
// of it go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const { CHROMIUM, MODULES, PAGE, PICTURES } = process.env;
const require = createRequire(path.join(MODULES, 'x.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const samples = fileURLToPath(new URL('../../samples', import.meta.url));

// In milliseconds. A slow machine that does other things beside needs it all.
const patience = Number(process.env.PATIENCE ?? 40_000);

let browser;
let page;
let server; // what was asked of it is in asked
let asked = [];
let said = []; // on the console, of failures and refusals

before(async () => {
    browser = await chromium.launch({
        executablePath: CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu'],
    });
    server = http.createServer((request, response) => {
        asked.push(request.url);
        response.setHeader('Content-Type', 'text/html');
        response.end(request.url === '/' ? readFileSync(PAGE) : '');
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    page = await visit(pathToFileURL(PAGE).href);
});
after(async () => {
    await browser?.close();
    server?.close();
});

async function visit(url, options) {
    const context = await browser.newContext({
        viewport: { width: 1280, height: 760 },
        colorScheme: 'light',
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
    });
    const visited = await context.newPage();

    visited.setDefaultTimeout(patience);
    visited.on('pageerror', error => said.push(error.message));
    visited.on('dialog', dialog => dialog.accept());
    await visited.goto(url);
    return visited;
}

function open(...files) {
    return page.setInputFiles(
        '#files',
        files.map(file =>
            typeof file === 'string'
                ? path.join(samples, file)
                : { mimeType: 'text/plain', ...file, buffer: Buffer.from(file.text) },
        ),
    );
}

function finding(words, at = page) {
    return at.locator('#findings li', { hasText: words }).first();
}

// Types over all that is there, as a user does.
async function write(text) {
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
}

function text() {
    return page.evaluate(
        () => document.querySelector('.cm-content').cmTile.view.state.doc.toString(),
    );
}

// Waits until LOOK, a function in the page, answers something.
function until(look, argument) {
    return page.waitForFunction(look, argument, { polling: 50 });
}

function line(words) {
    return page.locator('.cm-line', { hasText: words }).first();
}

async function picture(name, of = page) {
    await of.screenshot({
        path: path.join(PICTURES, `${name}.png`),
        animations: 'disabled',
    });
}

test('a report that is opened is checked, and shown as Bugzilla does', async () => {
    await open('faulty.md');
    await finding('There is no day 2026-06-31.').waitFor();
    await line('2026-06-31').locator('.cm-lintRange-error').waitFor();
    await page.locator('#preview h2', { hasText: 'Full Incident' }).waitFor();
    await page.locator('#standing', { hasText: /^\d+ of \d+ fields/ }).waitFor();
    await picture('page');
});

test('the list leads to the place', async () => {
    await finding('2026-06-31').locator('button.place').click();
    assert.equal(
        await page.evaluate(() => String(document.getSelection())),
        '2026-06-31',
    );
});

test('a fix is taken from the list, and its finding goes', async () => {
    const row = finding('"Related Incidents"');

    await row.getByRole('button', { name: /^Insert/ }).click();
    await row.waitFor({ state: 'detached' });
    assert.match(await text(), /^### Related Incidents$/m);
});

test('a fix is taken by keyboard alone', async () => {
    await write('## Full Incident Report\n\n### Sumary\n');
    await line('Sumary').locator('[class*=cm-lintRange]').waitFor();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+.');
    await page.locator('#choices button').first().waitFor();
    const fix = await page.locator('#choices button').first().innerText();
    await page.locator('#choices button').first().focus();
    await page.keyboard.press('Enter');
    await until(() => !document.querySelector('#choice').open);
    assert.doesNotMatch(await text(), /Sumary/, fix);
});

test('while a report is typed, what fits is offered', async () => {
    await write('');
    await page.keyboard.type('## F');
    const option = page
        .locator('.cm-tooltip-autocomplete li', { hasText: 'Full Incident' })
        .first();

    await option.waitFor();
    await option.click();
    await until(() =>
        document.querySelector('.cm-content').textContent.includes('Summary'),
    );
    await page.locator('.cm-snippetField').first().waitFor();
    await picture('page-completion');
});

test('a template is begun, and Tab goes through its fields', async () => {
    await page.locator('#new').click();
    await page
        .locator('#choices button', { hasText: 'Report Closure Summary' })
        .first()
        .click();
    await line(/^#+ .*Closure/).waitFor();
    await page.keyboard.type('first');
    await page.keyboard.press('Tab');
    await page.keyboard.type('second');
    const lines = (await text()).split('\n');

    assert.ok(
        lines.findIndex(one => one.includes('first')) <
            lines.findIndex(one => one.includes('second')),
    );
    assert.doesNotMatch(await text(), /\$\{|\\/);
});

test('what is under the mouse is explained', async () => {
    await open('faulty.md');
    await line('Relevant policies').locator('span', { hasText: 'Relevant' }).first().hover();
    await page.locator('.cm-tooltip-hover').first().waitFor();
    assert.match(
        await page.locator('.cm-tooltip-hover').innerText(),
        /polic/i,
    );
    await page.mouse.move(0, 0);
});

test('lists and settings beside a report count', async () => {
    const report = readFileSync(path.join(samples, 'full.md'), 'utf8').replace(
        /^### Appendix[^]*/m,
        '### Appendix\n\n[certificates.csv](certificates.csv)\n',
    );

    await open(
        { name: 'r.md', text: `${report}\n<b>bold</b>\n` },
        { name: 'certificates.csv', text: 'Serial #,Subject\n1,a\n' },
        { name: '.incident-ls.json', text: '{"rules": {"raw-html": "off"}}' },
    );
    await finding('certificates.csv').waitFor();
    assert.equal(await finding('<b>').count(), 0);
});

test('what is copied is what is to be posted', async () => {
    await open('full.md');
    await page.locator('#copy').click();
    await page.locator('#status', { hasText: 'Copied' }).waitFor();
    assert.match(
        await page.evaluate(() => navigator.clipboard.readText()),
        /^## Full Incident Report/,
    );
});

test('what is saved is the text', async () => {
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#save').click(),
    ]);

    assert.equal(download.suggestedFilename(), 'full.md');
    assert.equal(readFileSync(await download.path(), 'utf8'), await text());
});

test('a draft is kept if its user says so, and else it is not', async () => {
    await write('## Full Incident Report\n\nnot kept\n');
    await page.reload();
    await line('Type or paste').waitFor();
    assert.equal(await page.evaluate(() => localStorage.length), 0);

    await page.locator('#keep').check();
    await write('## Full Incident Report\n\nkept\n');
    await until(() => localStorage.getItem('incident-ls.draft')?.includes('kept'));
    await page.reload();
    await line('kept').waitFor();
    await finding('missing').waitFor().catch(() => {});
    await page.locator('#keep').uncheck();
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    await page.reload();
    await line('Type or paste').waitFor();
});

const hostile = `## Full Incident Report

### Summary

- **CA Owner CCADB unique ID:** <img src="https://evil.example/a" onerror="hurt()">
- **Incident description:** <script>hurt()</script> [x](javascript:hurt()) ![y](https://evil.example/b)
- **Relevant policies:** <svg onload=hurt()><style>*{background:url(https://evil.example/c)}</style>
- **Source of incident disclosure:** \`<iframe srcdoc="<script>parent.hurt()</script>">\`

| <b onclick=hurt()>a</b> | [z](data:text/html,<script>hurt()</script>) |
|-|-|
| <form action=https://evil.example><input autofocus onfocus=hurt()> | <https://example.com> |

[incident-ls]: # (<img src=x onerror=hurt()>)
`;

test('a hostile report does no harm', async () => {
    page = await visit(`http://127.0.0.1:${server.address().port}/`);
    await page.evaluate(() => {
        window.hurt = () => (window.hurting = true);
    });
    asked = [];
    await open({ name: 'hostile.md', text: hostile });
    await page.locator('#preview table').waitFor();
    await finding('CCADB').waitFor();
    for (const words of ['CCADB', 'Incident desc', 'Relevant', 'Source']) {
        await line(words).click();
        await page.keyboard.press('Control+.');
        await until(() => document.querySelector('#choice').open);
        await page.keyboard.press('Escape');
    }
    const links = await page
        .locator('#preview a[href]')
        .evaluateAll(all => all.map(one => one.getAttribute('href')));

    assert.ok(links.includes('https://example.com'));
    assert.deepEqual(links.filter(one => !one.startsWith('https:')), []);
    assert.equal(
        await page
            .locator(':is(#preview, #choice) :is(img, script, svg, style, iframe, form)')
            .count(),
        1, // our own, which closes the dialog
    );
    assert.equal(await page.evaluate(() => window.hurting), undefined);
    assert.deepEqual(asked, []);
});

// Each tries to reach the network, or to run what did not come with the page.
const attempts = {
    fetch: () => fetch('/fetched'),
    request: () =>
        new Promise((resolve, reject) => {
            const request = new XMLHttpRequest();

            request.open('GET', '/requested');
            request.onload = resolve;
            request.onerror = reject;
            request.send();
        }),
    // What it answers is that it has taken the order, not that it was carried
    // out.
    beacon: () => void navigator.sendBeacon('/beacon'),
    socket: () =>
        new Promise((resolve, reject) => {
            const socket = new WebSocket(`ws://${location.host}/socket`);

            socket.onopen = resolve;
            socket.onerror = reject;
        }),
    events: () =>
        new Promise((resolve, reject) => {
            const events = new EventSource('/events');

            events.onopen = resolve;
            events.onerror = reject;
        }),
    picture: () =>
        new Promise((resolve, reject) => {
            const picture = new Image();

            picture.onload = resolve;
            picture.onerror = reject;
            picture.src = '/picture';
        }),
    style: () =>
        new Promise((resolve, reject) => {
            const link = document.createElement('link');

            link.rel = 'stylesheet';
            link.onload = resolve;
            link.onerror = reject;
            link.href = '/style';
            document.head.append(link);
        }),
    font: () => new FontFace('x', 'url(/font)').load(),
    'picture in a style': () => {
        document.body.style.backgroundImage = 'url(/background)';
        return new Promise((_, reject) => setTimeout(reject, 200));
    },
    frame: () =>
        new Promise((resolve, reject) => {
            const frame = document.createElement('iframe');

            document.addEventListener('securitypolicyviolation', reject);
            frame.onload = resolve;
            frame.src = '/frame';
            document.body.append(frame);
        }),
    form: () =>
        new Promise((resolve, reject) => {
            const form = document.createElement('form');

            document.addEventListener('securitypolicyviolation', reject);
            form.action = '/form';
            document.body.append(form);
            form.submit();
        }),
    'another script': () => import('/script'),
    'a script element': () => {
        document.body.append(
            Object.assign(document.createElement('script'), {
                textContent: 'window.ran = true',
            }),
        );
        return window.ran || Promise.reject(new Error('refused'));
    },
    'an attribute': () => {
        document.body.insertAdjacentHTML(
            'beforeend',
            '<img src=x onerror="window.ran = true">',
        );
        return (
            document.querySelector('img') || Promise.reject(new Error('refused'))
        );
    },
    'text as a program': () => setTimeout('window.ran = true') && window.ran,
    'another worker': () =>
        new Worker(URL.createObjectURL(new Blob(['fetch("/worker")']))),
    'a shared worker': () => new SharedWorker('/shared'),
    'a service worker': () => navigator.serviceWorker.register('/service'),
};

for (const [name, attempt] of Object.entries(attempts)) {
    test(`the policy of the page refuses: ${name}`, async () => {
        const outcome = await page.evaluate(
            source =>
                Promise.resolve()
                    .then(() => (0, eval)(`(${source})`)())
                    .then(
                        value => (value ? 'done' : 'refused'),
                        () => 'refused',
                    ),
            String(attempt),
        ).catch(() => 'refused');

        assert.equal(outcome, 'refused');
        assert.equal(await page.evaluate(() => window.ran), undefined);
        assert.deepEqual(asked, []);
    });
}

for (const [name, options] of Object.entries({
    light: {},
    dark: { colorScheme: 'dark' },
    phone: {
        viewport: { width: 390, height: 780 },
        hasTouch: true,
        isMobile: true,
    },
})) {
    test(`axe finds nothing serious: ${name}`, async () => {
        page = await visit(pathToFileURL(PAGE).href, options);
        await open('faulty.md');
        await finding('2026-06-31').waitFor({ state: 'attached' });
        await page.locator('#standing', { hasText: 'of' }).waitFor({ state: 'attached' });
        const faults = [];

        for (const view of ['preview', 'findings', 'text']) {
            if (name === 'phone') {
                await page.locator(`[data-show=${view}]`).click();
                await picture(`page-${name}-${view}`);
            }
            faults.push(...(await serious()));
        }
        if (name === 'dark') {
            await picture('page-dark');
        }
        await page.locator('#new').click();
        await page.locator('#choices button').first().waitFor();
        faults.push(...(await serious()));
        assert.deepEqual(faults, []);
    });
}

// What axe finds in the page that is serious or worse.
async function serious() {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());

    return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
}

test('nothing has failed in the page', () => {
    assert.deepEqual(said, []);
});
