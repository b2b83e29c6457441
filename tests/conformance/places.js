// Do the places in a message lie in the text they are about?
'use strict';
const { isObject } = require('./model');

const lengths = {
    'utf-8': (line) => Buffer.byteLength(line),
    'utf-16': (line) => line.length,
    'utf-32': (line) => [...line].length,
};

const isPosition = (value) =>
    isObject(value) && 'line' in value && 'character' in value;
const isRange = (value) =>
    isObject(value) && isPosition(value.start) && isPosition(value.end);
const isBefore = (one, other) =>
    one.line < other.line ||
    (one.line === other.line && one.character < other.character);

function positionFaults(position, lines, encoding) {
    const line = lines[position.line];
    const inside = line !== undefined &&
                   position.character <= lengths[encoding](line);
    return inside ? [] : [`${position.line}:${position.character} lies ` +
                          'outside the text'];
}

// Edits of one text must not overlap.
function editsFaults(edits) {
    const ranges = edits.map((edit) => edit.range)
        .sort((one, other) => (isBefore(one.start, other.start) ? -1 : 1));
    const clash = ranges.some((range, index) =>
        index > 0 && isBefore(range.start, ranges[index - 1].end));
    return clash ? ['edits overlap'] : [];
}

const areEdits = (value) =>
    Array.isArray(value) && value.length > 1 &&
    value.every((item) => isRange(item?.range) && 'newText' in item);

// Whose places the members of VALUE are.
const uriOf = (value, uri) =>
    value.targetUri ?? value.textDocument?.uri ?? value.uri ?? uri;

// Judges places in texts it was shown; those in others are let pass.
class Places {
    constructor() {
        this.encoding = 'utf-16';
        this.texts = new Map();     // the lines, by URI
    }

    show(uri, text) {
        this.texts.set(uri, text.split(/\r\n|\n|\r/));
    }

    faults(value, uri) {
        if (Array.isArray(value))
            return [...(areEdits(value) ? editsFaults(value) : []),
                    ...value.flatMap((item) => this.faults(item, uri))];
        if (!isObject(value))
            return [];
        if (isPosition(value))
            return this.position(value, uri);
        const about = uriOf(value, uri);
        return [...this.order(value),
                ...Object.entries(value).flatMap(([name, item]) =>
                    name === 'changes' ? this.changes(item)
                                       : this.faults(item, about))];
    }

    position(position, uri) {
        const lines = this.texts.get(uri);
        return lines ? positionFaults(position, lines, this.encoding) : [];
    }

    order(value) {
        return isRange(value) && isBefore(value.end, value.start)
            ? ['a range ends before it starts'] : [];
    }

    changes(changes) {
        return Object.entries(changes).flatMap(([uri, edits]) =>
            this.faults(edits, uri));
    }
}

module.exports = { Places };
