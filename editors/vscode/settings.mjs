// Brings the settings in package.json up to date with what the server says:
//
//     npm run settings [-- --server PATH]
//
// Each rule of the server is a property of incident-ls.rules.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const severities = ['error', 'warning', 'information', 'hint', 'off'];

// The properties of incident-ls.rules, one for each rule of PROGRAM.
export function ruleProperties(program) {
    const said = execFileSync(program, ['rules', '--format', 'json']);
    const properties = {};

    for (const rule of JSON.parse(said).rules) {
        properties[rule.id] = {
            type: 'string',
            enum: severities,
            markdownDescription:
                `*${rule.severity}* by default: finds ${rule.finds}.`,
        };
    }
    return properties;
}

// All settings that the manifest contributes, by name.
export function contributedSettings(manifest) {
    return Object.assign(
        {},
        ...manifest.contributes.configuration.map(part => part.properties),
    );
}

// One line for each rule: there are many, and they differ by little.
function write(manifest, properties) {
    const mark = 'here go the rules';
    const rules = contributedSettings(manifest)['incident-ls.rules'];
    const lines = Object.entries(properties).map(
        ([id, property]) =>
            `${' '.repeat(14)}${JSON.stringify(id)}: ` +
            JSON.stringify(property),
    );

    rules.properties = mark;
    return `${JSON.stringify(manifest, null, 2)}\n`.replace(
        JSON.stringify(mark),
        () => `{\n${lines.join(',\n')}\n${' '.repeat(12)}}`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { values } = parseArgs({
        options: {
            server: {
                type: 'string',
                default: fileURLToPath(
                    new URL(
                        '../../build/release/server/incident-ls',
                        import.meta.url,
                    ),
                ),
            },
        },
    });
    const file = new URL('package.json', import.meta.url);
    const manifest = JSON.parse(readFileSync(file, 'utf8'));

    writeFileSync(file, write(manifest, ruleProperties(values.server)));
}
