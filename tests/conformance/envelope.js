// What JSON-RPC wants of any message.
'use strict';
const { isObject } = require('./model');

const ids = ['string', 'number'];
const members = {
    request: ['jsonrpc', 'id', 'method', 'params'],
    notification: ['jsonrpc', 'method', 'params'],
    response: ['jsonrpc', 'id', 'result', 'error'],
};

function kindOf(message) {
    if (!('method' in message))
        return 'response';
    return 'id' in message ? 'request' : 'notification';
}

function errorFaults(error) {
    const faults = [];
    if (!isObject(error) || !Number.isInteger(error.code))
        faults.push('error.code is no whole number');
    if (typeof error?.message !== 'string' || !error.message)
        faults.push('error.message says nothing');
    return faults;
}

function responseFaults(message) {
    const faults = [];
    if (!ids.includes(typeof message.id) && message.id !== null)
        faults.push('id is neither string, number nor null');
    if (('result' in message) === ('error' in message))
        faults.push('not one of result and error');
    return 'error' in message
        ? [...faults, ...errorFaults(message.error)] : faults;
}

function envelopeFaults(message) {
    if (!isObject(message))
        return ['a message is no object'];
    const kind = kindOf(message);
    const faults = Object.keys(message)
        .filter((name) => !members[kind].includes(name))
        .map((name) => `a ${kind} with ${name}`);
    if (message.jsonrpc !== '2.0')
        faults.push('jsonrpc is not "2.0"');
    if (kind === 'response')
        faults.push(...responseFaults(message));
    else if (typeof message.method !== 'string')
        faults.push('method is no string');
    if (kind === 'request' && !ids.includes(typeof message.id))
        faults.push('id is neither string nor number');
    return faults;
}

module.exports = { envelopeFaults };
