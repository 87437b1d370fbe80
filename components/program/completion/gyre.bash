# bash completion for gyre, and for programs that are built with it
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The program itself knows what could come next; it gets the line as it is, since bash takes words apart at `=` and `:`.

_gyre_answer ()
{
  local answer=() found=() entry

  COMPREPLY=()
  mapfile -t answer < <("$@" "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  case ${answer[0]-} in
    words)
      compopt -o nospace 2>/dev/null
      COMPREPLY=("${answer[@]:1}")
      ;;
    files|folders)
      compopt -o filenames 2>/dev/null
      if [[ ${answer[0]} == folders ]]; then entry=-d; else entry=-f; fi
      mapfile -t found < <(compgen "$entry" -- "${answer[2]}")
      for entry in "${found[@]}"; do
        entry=${answer[1]}$entry
        COMPREPLY+=("${entry:${answer[3]}}")
      done
      ;;
  esac
}

_gyre ()
{
  _gyre_answer "${1/#\~\//$HOME/}" complete bash
}

_gyre_program ()
{
  _gyre_answer gyre complete program bash
}

# Whose words are completed:
complete -F _gyre gyre
