/* gyre-address.c: Which line of the program an address of code belongs to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A setter that keeps its return address tells where it was called from for the price of one store. The work is done here,
 * when somebody asks: libdw reads the line table; without it, or without debug information, the dynamic linker names the
 * function and the module.
 */
#include "gyre-address-private.h"

#include <dlfcn.h>

#ifdef GYRE_HAVE_LIBDW
#include <elfutils/libdwfl.h>
#include <unistd.h>

/* Not every compiler writes the table of address ranges that libdw's short way wants; then each unit is asked. */
static const char *
find_in_units (Dwfl *session, Dwarf_Addr address, int *number)
{
  Dwfl_Module *module = dwfl_addrmodule (session, address);
  Dwarf_Die *unit = NULL;
  Dwarf_Addr bias = 0;

  while (module != NULL && (unit = dwfl_module_nextcu (module, unit, &bias)) != NULL)
    {
      Dwarf_Line *row = dwarf_haspc (unit, address - bias) > 0 ? dwarf_getsrc_die (unit, address - bias) : NULL;

      if (row != NULL && dwarf_lineno (row, number) == 0)
        return dwarf_linesrc (row, NULL, NULL);
    }
  return NULL;
}

static const char *
find_line (Dwfl *session, Dwarf_Addr address, int *number)
{
  Dwfl_Line *row = dwfl_getsrc (session, address);

  return row != NULL ? dwfl_lineinfo (row, NULL, number, NULL, NULL, NULL) : find_in_units (session, address, number);
}

static gboolean
resolve_with_debug_information (gconstpointer address, char **file, guint *line)
{
  static const Dwfl_Callbacks callbacks = {
    .find_elf = dwfl_linux_proc_find_elf,
    .find_debuginfo = dwfl_standard_find_debuginfo,
  };
  Dwfl *session = dwfl_begin (&callbacks);
  const char *name = NULL;
  int number = 0;

  if (session == NULL)
    return FALSE;
  if (dwfl_linux_proc_report (session, getpid ()) == 0 && dwfl_report_end (session, NULL, NULL) == 0)
    name = find_line (session, (Dwarf_Addr) (gsize) address, &number);
  if (name != NULL)
    {
      *file = g_path_get_basename (name);
      *line = (guint) number;
    }
  dwfl_end (session);
  return name != NULL;
}
#else
static gboolean
resolve_with_debug_information (gconstpointer address, char **file, guint *line)
{
  return FALSE;
}
#endif

/* The call stands before the address that it returns to, so the byte before is the one that belongs to the line. */
void
gyre_address_resolve (gconstpointer address, char **file, guint *line, char **function)
{
  const char *call = (const char *) address - 1;
  Dl_info symbol = { 0 };

  *file = NULL;
  *function = NULL;
  *line = 0;
  if (dladdr (call, &symbol) != 0 && symbol.dli_sname != NULL)
    *function = g_strdup (symbol.dli_sname);
  if (!resolve_with_debug_information (call, file, line) && symbol.dli_fname != NULL)
    *file = g_path_get_basename (symbol.dli_fname);
}
