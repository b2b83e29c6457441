// The protocol's own meta model as a judge: is this value of that type? It is
// strict: a property that the model doesn't know is a fault.
'use strict';
const fs = require('fs');

const URI_FORM = /^[a-z][a-z0-9+.-]*:[^\s<>"\\^`{|}]*$/i;
const LONE_SURROGATE = /\p{Surrogate}/u;
const whole = (value, least) =>
    Number.isInteger(value) && value >= least && value < 2 ** 31;
const text = (value) =>
    typeof value === 'string' && !LONE_SURROGATE.test(value);

const bases = {
    URI: (value) => text(value) && URI_FORM.test(value),
    DocumentUri: (value) => text(value) && URI_FORM.test(value),
    integer: (value) => whole(value, -(2 ** 31)),
    uinteger: (value) => whole(value, 0),
    decimal: (value) => Number.isFinite(value),
    RegExp: text,
    string: text,
    boolean: (value) => typeof value === 'boolean',
    null: (value) => value === null,
};

const isObject = (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);

const byName = (items, name = 'name') =>
    new Map(items.map((item) => [item[name], item]));

class Model {
    constructor(path) {
        const model = JSON.parse(fs.readFileSync(path, 'utf8'));
        this.structures = byName(model.structures);
        this.enumerations = byName(model.enumerations);
        this.aliases = byName(model.typeAliases);
        this.requests = byName(model.requests, 'method');
        this.notifications = byName(model.notifications, 'method');
    }

    // All the properties of a structure, those it takes over included.
    properties(name) {
        const structure = this.structures.get(name);
        const parents = [...(structure.extends ?? []),
                         ...(structure.mixins ?? [])];
        const taken = parents.flatMap((parent) => this.properties(parent.name));
        const all = [...taken, ...structure.properties];
        return [...byName(all).values()];
    }

    // What is wrong with VALUE as a TYPE, sentences; none if nothing is.
    faults(value, type, path) {
        return this[type.kind](value, type, path);
    }

    base(value, type, path) {
        return bases[type.name](value)
            ? [] : [`${path} is no ${type.name}: ${JSON.stringify(value)}`];
    }

    reference(value, { name }, path) {
        if (name === 'LSPAny' || name === 'LSPObject' || name === 'LSPArray')
            return value === undefined ? [`${path} is missing`] : [];
        if (this.aliases.has(name))
            return this.faults(value, this.aliases.get(name).type, path);
        if (this.enumerations.has(name))
            return this.enumeration(value, this.enumerations.get(name), path);
        return this.object(value, this.properties(name), path);
    }

    enumeration(value, enumeration, path) {
        const known = enumeration.values.some((one) => one.value === value);
        if (known || (enumeration.supportsCustomValues &&
                      bases[enumeration.type.name](value)))
            return [];
        return [`${path} is no ${enumeration.name}: ${JSON.stringify(value)}`];
    }

    object(value, properties, path) {
        if (!isObject(value))
            return [`${path} is no object: ${JSON.stringify(value)}`];
        const known = byName(properties);
        const strange = Object.keys(value).filter((name) => !known.has(name));
        return [
            ...strange.map((name) => `${path}.${name} is unknown`),
            ...properties.flatMap((property) =>
                this.property(value, property, path)),
        ];
    }

    property(value, property, path) {
        const inner = `${path}.${property.name}`;
        if (property.name in value)
            return this.faults(value[property.name], property.type, inner);
        return property.optional ? [] : [`${inner} is missing`];
    }

    literal(value, type, path) {
        return this.object(value, type.value.properties, path);
    }

    array(value, type, path) {
        if (!Array.isArray(value))
            return [`${path} is no array: ${JSON.stringify(value)}`];
        return value.flatMap((item, index) =>
            this.faults(item, type.element, `${path}[${index}]`));
    }

    tuple(value, type, path) {
        if (!Array.isArray(value) || value.length !== type.items.length)
            return [`${path} is no tuple of ${type.items.length}`];
        return type.items.flatMap((item, index) =>
            this.faults(value[index], item, `${path}[${index}]`));
    }

    map(value, type, path) {
        if (!isObject(value))
            return [`${path} is no map: ${JSON.stringify(value)}`];
        return Object.entries(value).flatMap(([key, item]) => [
            ...this.faults(key, type.key, `key of ${path}`),
            ...this.faults(item, type.value, `${path}.${key}`),
        ]);
    }

    // The faults under whichever type has the fewest.
    or(value, type, path) {
        const tried = type.items.map((item) => this.faults(value, item, path));
        return tried.reduce((best, next) =>
            next.length < best.length ? next : best);
    }

    and(value, type, path) {
        return this.object(value, type.items.flatMap((item) =>
            this.properties(item.name)), path);
    }

    stringLiteral(value, type, path) {
        return value === type.value ? [] : [`${path} is not "${type.value}"`];
    }

    // A message that a server sends, but for responses. Its own one goes to
    // clients that have asked for what is due.
    call(message) {
        if (message.method === 'incidentReport/dueChanged')
            return [];
        const list = 'id' in message ? this.requests : this.notifications;
        const entry = list.get(message.method);
        if (!entry || entry.messageDirection === 'clientToServer')
            return [`${message.method} is nothing a server may say`];
        return this.parameters(message.params, entry.params);
    }

    parameters(params, type) {
        if (type)
            return this.faults(params, type, 'params');
        return params === undefined || params === null
            ? [] : ['params where there are none'];
    }

    // The result of METHOD, if the model knows it.
    result(value, method) {
        const entry = this.requests.get(method);
        return entry ? this.faults(value, entry.result, 'result') : [];
    }
}

// The model that the environment names, or else that lies where we were built.
function modelPath() {
    const { LSP_META_MODEL: named, META_MODEL_HERE: here } = process.env;
    return named || (here && fs.existsSync(here) ? here : null);
}

// Null where there is no model; that is said aloud.
function modelOfEnvironment() {
    const path = modelPath();
    if (!path)
        console.log('# SKIPPED: LSP_META_MODEL names no meta model to hold ' +
                    'messages against');
    return path ? new Model(path) : null;
}

module.exports = { isObject, modelOfEnvironment };
