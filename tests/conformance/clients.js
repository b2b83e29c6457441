// Whom the server may have to serve: what editors say they can.
'use strict';
const fs = require('fs');
const path = require('path');
const { model } = require('./client');

const CAPTURED = path.join(__dirname,
                           '../../../shared/editors/initialize');

// One that can do all that the protocol has.
const rich = require('./rich.json');

// What editors have really sent, if the recordings lie beside this project.
function captured() {
    if (!fs.existsSync(CAPTURED)) {
        console.log(`# SKIPPED: no recordings of editors in ${CAPTURED}`);
        return [];
    }
    return fs.readdirSync(CAPTURED).filter((name) => name.endsWith('.json'))
        .map((name) => [path.basename(name, '.json'), JSON.parse(
            fs.readFileSync(path.join(CAPTURED, name), 'utf8'))]);
}

const clients = [
    ['poor', { capabilities: {} }],
    ['rich', { capabilities: rich }],
    ['rich, and not pulling', { capabilities: {
        ...rich,
        textDocument: { ...rich.textDocument, diagnostic: undefined } } }],
    ...captured(),
].map(([name, params]) => [name, { ...params, processId: null }]);

// The value of TYPE that can most.
function most(type) {
    switch (type.kind) {
    case 'base':
        return { boolean: true, string: '*', uinteger: 5000,
                 integer: 5000 }[type.name];
    case 'array':
        return mostOfAll(type.element);
    case 'literal':
        return mostOf(type.value.properties);
    case 'or':
        return most(type.items[type.items.length - 1]);
    case 'reference':
        return mostNamed(type.name);
    default:
        return undefined;
    }
}

const mostOf = (properties) => Object.fromEntries(properties
    .filter(({ name }) => name !== 'experimental')
    .map(({ name, type }) => [name, most(type)]));

// Of Markdown and plain text, Markdown is liked better.
function mostOfAll(type) {
    const enumeration = model.enumerations.get(type.name);
    const values = enumeration?.values.map(({ value }) => value);
    return type.name === 'MarkupKind' ? values.reverse()
                                      : values ?? [most(type)];
}

function mostNamed(name) {
    if (model.aliases.has(name))
        return most(model.aliases.get(name).type);
    if (model.enumerations.has(name))
        return model.enumerations.get(name).values[0].value;
    return mostOf(model.properties(name));
}

module.exports = { clients, most, rich };
