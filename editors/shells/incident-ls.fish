# fish completion for incident-ls.
#
# What there is to complete, the program says itself: in its help, its list of
# rules, and what it answers to an option without a value.

# The indented lines of what incident-ls ARGUMENT... prints, as a name, a tab
# and what it is.
function __incident_ls_listed
    command incident-ls $argv 2>/dev/null |
        string replace -rf '^  ([-a-z0-9]{2,})(?: \S+)? +(.*)' '$1\t$2'
end

# What the values of OPTION are, in words; nothing if it takes none.
function __incident_ls_answer # COMMAND OPTION
    command incident-ls $argv[1] $argv[2]= 2>&1 </dev/null |
        string replace -rf '.* it must be ' ''
end

# The values that COMMAND takes for OPTION.
function __incident_ls_values # COMMAND OPTION
    # A value to be made up, such as a day, is described in several words.
    __incident_ls_answer $argv | string replace ' or ' ', ' |
        string split ', ' | string trim -c '"' | string match -v '* *'
end

# The option whose value may stand where the cursor is.
function __incident_ls_option
    if string match -q -- '--*=*' (commandline -ct)
        string replace -r -- '=.*' '' (commandline -ct)
    else
        string match -- '--*' (commandline -opc)[-1]
    end
end

# What may stand where the cursor is, files apart.
function __incident_ls_choices
    set -l part (commandline -opc)[2]
    set -l option (__incident_ls_option)
    set -l word (commandline -ct)
    set -l values

    if not set -q part[1]
        __incident_ls_listed --help
        return
    end
    if set -q option[1]
        set values (__incident_ls_values $part $option)
    end
    if set -q values[1]
        string match -q -- '--*=*' $word || set option
        string replace -r -- '^' "$option=" $values | string trim -l -c =
    else if test $part = help
        __incident_ls_listed --help | string match -rv '^-'
    else if string match -q -- '-*' $word
        __incident_ls_listed $part --help
    else if test $part = explain
        __incident_ls_listed rules
    else if test $part = new
        __incident_ls_listed new --help | string match -rv '^-'
    end
end

# Whether a file may stand there: the command reads files, says its help.
function __incident_ls_reads_files
    set -l part (commandline -opc)[2]
    set -l option (__incident_ls_option)

    set -q part[1] || return
    if set -q option[1] && __incident_ls_answer $part $option |
            string match -vq 'the path *'
        return 1
    end
    command incident-ls $part --help 2>/dev/null |
        string match -rq '^Usage:.* PATH'
end

complete -c incident-ls -f -a '(__incident_ls_choices)'
complete -c incident-ls -n __incident_ls_reads_files -F
