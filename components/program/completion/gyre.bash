# bash completion for gyre
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The program itself knows what could come next; it gets the line as it is, since bash takes words apart at `=` and `:`.

_gyre ()
{
  local answer=() found=() entry program=${1/#\~\//$HOME/}

  COMPREPLY=()
  mapfile -t answer < <("$program" complete bash "$COMP_WORDBREAKS" "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
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

complete -F _gyre gyre
