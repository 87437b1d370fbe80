# fish completion for gyre
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The program itself knows what could come next.

function __gyre_complete
    set -l current (commandline -ct)
    set -l words (commandline -opc)
    set -l answer ($words[1] complete fish $words "$current" 2>/dev/null)

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

complete -c gyre -f -a '(__gyre_complete)'
