#compdef gyre
# zsh completion for gyre, and for programs that are built with it
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The program itself knows what could come next.

_gyre_answer ()
{
  local -a answer texts shown open_texts open_shown
  local line text summary current=$PREFIX

  [[ -z $compstate[quote] ]] && current=${(Q)PREFIX}
  answer=("${(@f)$("$@" zsh "${(@Q)words[1,CURRENT-1]}" "$current" 2>/dev/null)}")
  case $answer[1] in
    words)
      for line in "${(@)answer[2,-1]}"; do
        text=${${line#?$'\t'}%%$'\t'*}
        summary=${line##*$'\t'}
        [[ -n $summary ]] && summary="$text  -- $summary" || summary=$text
        if [[ $line == +* ]]; then
          texts+=("$text")
          shown+=("$summary")
        else
          open_texts+=("$text")
          open_shown+=("$summary")
        fi
      done
      (( $#texts )) && compadd -l -d shown -a texts
      (( $#open_texts )) && compadd -S '' -l -d open_shown -a open_texts
      ;;
    files|folders)
      [[ -n $answer[2] ]] && compset -P '*[=:]'
      if [[ $answer[1] == folders ]]; then _files -/; else _files; fi
      ;;
  esac
}

_gyre ()
{
  _gyre_answer "${(Q)words[1]/#\~\//$HOME/}" complete
}

_gyre_program ()
{
  _gyre_answer gyre complete program
}

# As a file of the function path it is the function; sourced, it names it.
# Whose words are completed:
if (( $+compstate )); then
  _gyre "$@"
else
  compdef _gyre gyre
fi
