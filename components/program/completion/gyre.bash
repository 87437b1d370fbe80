# bash completion for gyre
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Families are asked from the program itself, with the module path of the line, so they are those that it would find.

_gyre_families ()
{
  local word previous='' path=()
  for word in "${COMP_WORDS[@]}"; do
    case $word in
      --module-path=*) path=("$word") ;;
    esac
    # Where `=` breaks words, the value stands two words behind the option.
    [[ $previous == '--module-path=' ]] && path=("--module-path=$word")
    if [[ $word == '=' && $previous == '--module-path' ]]; then previous='--module-path='; else previous=$word; fi
  done
  "${COMP_WORDS[0]}" list families "${path[@]}" --no-pager 2>/dev/null | cut -d ' ' -f 1
}

# The programs that run and can be reached.
_gyre_programs ()
{
  "${COMP_WORDS[0]}" list programs --no-pager 2>/dev/null | cut -d ' ' -f 1
}

_gyre ()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]:-}
  local options='--config= --module-path= --format= --strict --isolated --json --color= --no-pager --version --help'
  local verb='' second='' word count=0 index

  COMPREPLY=()
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=${COMP_WORDS[index]}
    [[ $word == -* || $word == '=' || ${COMP_WORDS[index-1]} == '=' ]] && continue
    count=$((count + 1))
    [[ $count -eq 1 ]] && verb=$word
    [[ $count -eq 2 ]] && second=$word
  done

  if [[ $current == '=' ]]; then current=''; previous='='; fi
  if [[ $verb == configuration && $second == migrate ]]; then options+=' --write --check'; fi
  case $verb in
    run) options+=' --frames= --rate= --clock= --seed= --trace= --name= --print-level= --log-level= --log-file=' ;;
    top) options+=' --at= --interval= --once' ;;
    post) options+=' --at= --delay=' ;;
    inspect) options+=' --at= --exists --library= --typelib=' ;;
    get|set|call|pause|resume|list) options+=' --at=' ;;
  esac
  # The option whose value is written, with `=` or without.
  local option=''
  if [[ $previous == '=' ]]; then option=${COMP_WORDS[COMP_CWORD-2]:-}; fi
  if [[ $current == '' && ${COMP_WORDS[COMP_CWORD]:-} == '=' ]]; then option=${COMP_WORDS[COMP_CWORD-1]:-}; fi
  if [[ $option == --at ]]; then
    COMPREPLY=($(compgen -W "$(_gyre_programs)" -- "$current"))
  elif [[ $option == --clock ]]; then
    COMPREPLY=($(compgen -W 'real virtual' -- "$current"))
  elif [[ $option == --rate ]]; then
    COMPREPLY=($(compgen -W 'fastest on-demand 60' -- "$current"))
  elif [[ $option == --print-level || $option == --log-level ]]; then
    COMPREPLY=($(compgen -W 'error warning notice information detail debug' -- "$current"))
  elif [[ $previous == '=' && ${COMP_WORDS[COMP_CWORD-2]:-} == --format || ( $current == '' && ${COMP_WORDS[COMP_CWORD-1]:-} == --format ) ]]; then
    COMPREPLY=($(compgen -W 'pfg cfg yaml json pml' -- "$current"))
  elif [[ $previous == '=' ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  elif [[ $current == -* ]]; then
    compopt -o nospace 2>/dev/null
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif [[ $count -eq 0 ]]; then
    COMPREPLY=($(compgen -W 'run inspect list top get set call post pause resume configuration' -- "$current"))
  elif [[ $verb == run || $verb == inspect ]] && [[ $count -eq 1 ]]; then
    COMPREPLY=($(compgen -W "$(_gyre_families)" -- "$current"))
  elif [[ $verb == list && $count -eq 1 ]]; then
    COMPREPLY=($(compgen -W 'families interfaces instances modules programs' -- "$current"))
  elif [[ $verb == configuration && $count -eq 1 ]]; then
    COMPREPLY=($(compgen -W 'check diff dump explain events migrate order schema template' -- "$current"))
  elif [[ $verb == configuration && ( $second == schema || ( $second == template && $count -eq 2 ) ) ]]; then
    COMPREPLY=($(compgen -W "$(_gyre_families)" -- "$current"))
  elif [[ $verb == configuration && ( $second == check || $second == diff || $second == events || $second == migrate ) ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}

complete -F _gyre gyre
