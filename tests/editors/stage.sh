# What the tests of editors have in common; a script sources this.
#
#   stage COMMAND...  makes the folder $work and goes to reports/ in it; if one
#                     of the COMMANDs is missing the test is skipped (77), or
#                     fails if CI is "true"
#   ended             fails unless all servers that were started have ended
#
# In $work are copies of the samples (reports/), a home for the editor's
# settings (home/), and bin/incident-ls, first in PATH, which starts the server
# and notes its process. With CLOCK_LIBRARY, that of world/clock.c, the server's
# time is what CLOCK_FILE says. $source is the project's folder. At the end, however
# it comes, the folder goes and so does each process in $processes.

source=$(cd "$(dirname "$0")/../.." && pwd)
processes=

unstage() {
    for process in $processes $(cat "$work/servers" 2>/dev/null); do
        kill "$process" 2>/dev/null || true
    done
    rm -rf "$work"
}

stage() {
    for command; do
        command -v "$command" >/dev/null && continue
        echo "SKIPPED: there is no $command to test with" >&2
        [ "${CI:-}" = true ] && exit 1
        exit 77
    done
    command -v incident-ls >/dev/null || {
        echo 'incident-ls is not in PATH' >&2
        exit 1
    }
    work=$(mktemp -d)
    trap unstage EXIT
    trap 'exit 1' HUP INT TERM
    mkdir "$work/bin" "$work/reports" "$work/home"
    cp "$source"/tests/samples/*.md "$work/reports"
    clock=
    if [ -n "${CLOCK_LIBRARY:-}" ]; then
        export CLOCK_FILE="$work/clock"
        touch "$CLOCK_FILE"
        clock="export CLOCK=9 LD_PRELOAD='$CLOCK_LIBRARY'; exec 9<'$CLOCK_FILE'"
    fi
    cat >"$work/bin/incident-ls" <<END
#!/bin/sh
case \$1 in --stdio) echo \$\$ >>"$work/servers" ;; esac
$clock
exec "$(command -v incident-ls)" "\$@"
END
    chmod +x "$work/bin/incident-ls"
    export PATH="$work/bin:$PATH" HOME="$work/home" LC_ALL=C.UTF-8
    export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/data"
    export XDG_STATE_HOME="$HOME/state" XDG_CACHE_HOME="$HOME/cache"
    cd "$work/reports"
}

# Not one that has ended and that nobody has waited for, its editor being gone.
is_running() {
    grep -qs '^State:[[:space:]]*[^Z[:space:]]' "/proc/$1/status"
}

# Is one of the servers still there? Five seconds are enough for it to go, and
# to look for leaks.
ended() {
    [ -s "$work/servers" ] || { echo 'no server was started' >&2; return 1; }
    for server in $(cat "$work/servers"); do
        tries=0
        while is_running "$server"; do
            tries=$((tries + 1))
            if [ "$tries" = 250 ]; then
                echo "server $server outlives its editor" >&2
                return 1
            fi
            sleep 0.02
        done
    done
}
