// The settings that the extension contributes are those that the server has.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { test } from 'node:test';

import {
    contributedSettings,
    ruleProperties,
} from '../../../editors/vscode/settings.mjs';

const { INCIDENT_LS } = process.env;
const manifest = JSON.parse(
    await readFile(
        new URL('../../../editors/vscode/package.json', import.meta.url),
        'utf8',
    ),
);
const settings = contributedSettings(manifest);
const own = /^incident-ls\.(server|trace)/;

// What the server says of VALUE as settings.
async function judge(value) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'settings-'));

    await writeFile(path.join(folder, 'report.md'), '');
    await writeFile(
        path.join(folder, '.incident-ls.json'),
        JSON.stringify(value),
    );
    const { stderr } = spawnSync(INCIDENT_LS, ['check', 'report.md'], {
        cwd: folder,
        encoding: 'utf8',
    });

    await rm(folder, { recursive: true });
    return stderr.split('\n').filter(line => line.includes('.json:'));
}

// The names in quotes behind "there are", which a wrong key is answered with.
async function known(value) {
    const [sentence] = await judge(value);
    const list = /there are (.*)\.$/.exec(sentence)[1];

    return list.match(/"\w+"/g).map(name => name.slice(1, -1));
}

test('every setting', async () => {
    assert.deepEqual(
        Object.keys(settings)
            .filter(name => !own.test(name))
            .map(name => name.replace('incident-ls.', ''))
            .sort(),
        (await known({ zzzzzzzz: 1 })).sort(),
    );
});

test('every feature, switched on', async () => {
    const features = settings['incident-ls.features'];
    const names = await known({ features: { zzzzzzzz: true } });

    assert.deepEqual(Object.keys(features.properties), names);
    assert.deepEqual(
        features.default,
        Object.fromEntries(names.map(name => [name, true])),
    );
});

test('every key of the CA Owner', async () => {
    assert.deepEqual(
        Object.keys(settings['incident-ls.caOwner'].properties),
        await known({ caOwner: { zzzzzzzz: '' } }),
    );
});

test('every version of the guidelines', async () => {
    const [sentence] = await judge({ guidelines: 'zzz' });
    const allowed = sentence.split('must be')[1].match(/[\d.]*\d/g);

    assert.deepEqual(
        settings['incident-ls.guidelines'].enum.filter(Boolean),
        allowed,
    );
});

test('every rule, as the server describes it', () => {
    // If not: npm run settings, in editors/vscode.
    assert.deepEqual(
        settings['incident-ls.rules'].properties,
        ruleProperties(INCIDENT_LS),
    );
});

test('the defaults, and each value that is offered', async () => {
    const defaults = Object.entries(settings)
        .filter(([name]) => !own.test(name))
        .map(([name, setting]) => [
            name.replace('incident-ls.', ''),
            setting.default,
        ]);

    assert.deepEqual(await judge(Object.fromEntries(defaults)), []);
    for (const guidelines of settings['incident-ls.guidelines'].enum) {
        assert.deepEqual(await judge({ guidelines }), []);
    }
    const [rule, { enum: severities }] = Object.entries(
        settings['incident-ls.rules'].properties,
    )[0];

    for (const severity of severities) {
        assert.deepEqual(await judge({ rules: { [rule]: severity } }), []);
    }
});
