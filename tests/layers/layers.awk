# Holds the arrows between sources against the order of the rooms; see "run".
#
#   awk -f layers.awk SYMBOLS
#
# SYMBOLS is what "nm -A -g" says of the objects.

# The room of a source: its folder, but for drawers, which are part of theirs.
function room_of(source, parts) {
    split(source, parts, "/")
    if (parts[1] == "server")
        return parts[3] == "" ? "main" : parts[2]
    return source ~ /^rules\/compiler\// ? "compiler" : parts[1]
}

# The source of an object: the object's path in the build's folder names it.
function source_of(object, at) {
    at = match(object, /\/(rules|protocol|server)\/(.*\/)?CMakeFiles\//)
    if (!at)
        return ""
    object = substr(object, at + 1)
    sub(/CMakeFiles\/[^\/]*\.dir\//, "", object)
    gsub(/\/\.\//, "/", object)
    gsub(/[^\/]+\/__\//, "", object)
    sub(/\.o(bj)?$/, "", object)
    return object
}

function complain(message) {
    print message
    failed = 1
}

function define(name, source) {
    if (name in home && home[name] != source && name != "main")
        complain(name "() is defined in " home[name] " and in " source)
    home[name] = source
}

function add_arrow(from, to, name) {
    if (from == to)
        return
    if (!((from, to) in arrow)) {
        targets[from] = targets[from] " " to
        arrow[from, to] = name
    }
    if (room[from] != room[to] && height[room[from]] <= height[room[to]] &&
        !seen[from, to, "up"]++)
        complain(from " uses " name "() of " to ": " room[from] \
                 " may not see " room[to])
}

# Tarjan's search: numbers each source as it is met, and closes a circle at the
# first of its sources.
function visit(source, list, count, i) {
    number[source] = low[source] = ++met
    stack[++depth] = source
    on_stack[source] = 1
    count = split(targets[source], list, " ")
    for (i = 1; i <= count; i++) {
        if (!(list[i] in number)) {
            visit(list[i])
            if (low[list[i]] < low[source])
                low[source] = low[list[i]]
        } else if (on_stack[list[i]] && number[list[i]] < low[source]) {
            low[source] = number[list[i]]
        }
    }
    if (low[source] == number[source])
        close_circle(source)
}

function close_circle(first, source, members) {
    do {
        source = stack[depth--]
        on_stack[source] = 0
        members = members source "\n"
    } while (source != first)
    if (members != first "\n")
        complain("a circle:\n" sorted(members) "with the arrows:\n" \
                 arrows_among(sorted(members)))
}

function arrows_among(members, list, count, i, j, text) {
    count = split(members, list, "\n") - 1
    for (i = 1; i <= count; i++)
        for (j = 1; j <= count; j++)
            if ((list[i], list[j]) in arrow)
                text = text "  " list[i] " uses " arrow[list[i], list[j]] \
                       "() of " list[j] "\n"
    return text
}

# Lines in the order of the alphabet.
function sorted(lines, list, count, i, j, line, text) {
    count = split(lines, list, "\n") - 1
    for (i = 2; i <= count; i++) {
        line = list[i]
        for (j = i - 1; j >= 1 && list[j] > line; j--)
            list[j + 1] = list[j]
        list[j + 1] = line
    }
    for (i = 1; i <= count; i++)
        text = text list[i] "\n"
    return text
}

BEGIN {
    # Each room sees those before it in this list; those of one line do not
    # see each other.
    floors = split("base|rules protocol|compiler platform|markdown|report|" \
                   "checks|features|settings|session command|loop|main",
                   floor, "|")
    for (i = 1; i <= floors; i++) {
        count = split(floor[i], list, " ")
        for (j = 1; j <= count; j++)
            height[list[j]] = i
    }
}

{
    source = source_of(substr($0, 1, index($0, ":") - 1))
    if (source == "")
        next
    room[source] = room_of(source)
    if (!(room[source] in height) && !seen[source]++)
        complain("layers.awk does not say where the room of " source " lies")
    if ($(NF - 1) == "U")
        use[source, $NF]
    else if ($(NF - 1) !~ /[a-z]/)
        define($NF, source)
}

END {
    for (pair in use) {
        split(pair, part, SUBSEP)
        if (part[2] in home)
            add_arrow(part[1], home[part[2]], part[2])
    }
    for (source in room) {
        sources++
        if (!(source in number))
            visit(source)
    }
    if (sources == 0)
        complain("there are no objects")
    exit failed
}
