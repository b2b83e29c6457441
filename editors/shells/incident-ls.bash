# bash completion for incident-ls.
#
# What there is to complete, the program says itself: in its help, its list of
# rules, and what it answers to an option without a value.

# The words that begin the indented lines of what "$@" prints.
_incident_ls_listed()
{
    "$@" 2>/dev/null | sed -n 's/^  \([-a-z0-9]\{2,\}\) .*/\1/p'
}

# The values that PROGRAM COMMAND takes for OPTION. False if it takes none.
_incident_ls_values() # PROGRAM COMMAND OPTION
{
    local answer

    answer=$("$1" "$2" "$3=" 2>&1 </dev/null)
    case $answer in
    *' it must be the path '*) return 1 ;;
    *' it must be '*) ;;
    *) return 1 ;;
    esac
    # A value to be made up, such as a day, is described in several words.
    answer=${answer##* it must be }
    answer=${answer// or /, }
    printf '%s\n' "${answer//, /$'\n'}" | tr -d '"' | grep -v ' '
    return 0
}

# The files that can be reports or lists, and the folders on the way to them,
# if COMMAND reads files.
_incident_ls_files() # PROGRAM COMMAND WORD
{
    local ending

    "$1" "$2" --help 2>/dev/null | grep -q '^Usage:.* PATH' || return
    for ending in md markdown csv txt; do
        compgen -f -X "!*.$ending" -- "$3"
    done
    compgen -d -- "$3"
}

# What may stand where WORD is, not yet narrowed down to it.
_incident_ls_choices() # PROGRAM COMMAND WORD
{
    case $2,$3 in
    ,*) _incident_ls_listed "$1" --help ;;
    help,*) _incident_ls_listed "$1" --help | grep -v '^-' ;;
    *,-*) _incident_ls_listed "$1" "$2" --help ;;
    explain,*) _incident_ls_listed "$1" rules ;;
    new,*) _incident_ls_listed "$1" new --help | grep -v '^-' ;;
    esac
}

_incident_ls()
{
    local program=${1/#\~\//$HOME/}
    local word=${COMP_WORDS[COMP_CWORD]}
    local before=${COMP_WORDS[COMP_CWORD - 1]}
    local command=
    local choices

    [ "$COMP_CWORD" -gt 1 ] && command=${COMP_WORDS[1]}
    # "--option=" and its value are words apart, and so is the "=".
    if [ "$word" = = ]; then
        word=
    elif [ "$before" = = ]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi

    COMPREPLY=()
    case $command,$before in
    ?*,--*)
        if choices=$(_incident_ls_values "$program" "$command" "$before"); then
            mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
            return
        fi
        ;;
    esac
    choices=$(_incident_ls_choices "$program" "$command" "$word")
    if [ "$choices" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
    elif [ "$command" ]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < \
            <(_incident_ls_files "$program" "$command" "$word")
    fi
}

complete -F _incident_ls incident-ls
