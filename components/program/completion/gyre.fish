# fish completion for gyre, and for programs that are built with it
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The program itself knows what could come next.

function __gyre_answer
    set -l current (commandline -ct)
    set -l words (commandline -opc)
    set -l answer ($argv fish $words "$current" 2>/dev/null)

    switch "$answer[1]"
        case words
            set -e answer[1]
            printf '%s\n' $answer
        case files
            printf "$answer[2]%s\n" (__fish_complete_path "$answer[3]")
        case folders
            printf "$answer[2]%s\n" (__fish_complete_directories "$answer[3]")
    end
end

function __gyre_complete
    set -l words (commandline -opc)
    __gyre_answer $words[1] complete
end

function __gyre_complete_program
    __gyre_answer gyre complete program
end

# Whose words are completed:
complete -c gyre -f -a '(__gyre_complete)'
