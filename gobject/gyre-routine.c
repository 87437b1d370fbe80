/* gyre-routine.c: What debug information tells of a function
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libdw reads where a function stands and what its parameters are called. Without debug information the table of symbols still has its
 * name, if it was not stripped; what is not known is not guessed.
 */
#include "gyre-routine-private.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
parameter_free (gpointer data)
{
  GyreRoutineParameter *self = data;

  g_free (self->name);
  g_free (self->type);
  g_free (self);
}

static GyreRoutine *
function_new (void)
{
  GyreRoutine *self = g_new0 (GyreRoutine, 1);

  self->parameters = g_ptr_array_new_with_free_func (parameter_free);
  return self;
}

void
gyre_routine_free (GyreRoutine *self)
{
  g_free (self->name);
  g_free (self->file);
  g_free (self->result);
  g_ptr_array_unref (self->parameters);
  g_free (self);
}

#ifdef GYRE_HAVE_LIBDW
#include <dwarf.h>
#include <elfutils/libdwfl.h>
#include <link.h>

/* One session for the process: to open it is what costs. It is opened anew when it does not have the library of an address and
 * libraries have come or gone since. */
G_LOCK_DEFINE_STATIC (session);
static Dwfl *session;
static guint64 session_libraries;

static int
count_libraries (struct dl_phdr_info *library, size_t size, void *count)
{
  *(guint64 *) count = library->dlpi_adds + library->dlpi_subs;
  return 1;
}

/* How often libraries have come or gone. */
static guint64
get_libraries (void)
{
  guint64 count = 0;

  dl_iterate_phdr (count_libraries, &count);
  return count;
}

static Dwfl *
session_open (void)
{
  static const Dwfl_Callbacks callbacks = {
    .find_elf = dwfl_linux_proc_find_elf,
    .find_debuginfo = dwfl_standard_find_debuginfo,
  };
  Dwfl *opened = dwfl_begin (&callbacks);

  if (opened != NULL && dwfl_linux_proc_report (opened, getpid ()) == 0 && dwfl_report_end (opened, NULL, NULL) == 0)
    return opened;
  if (opened != NULL)
    dwfl_end (opened);
  return NULL;
}

/* N.B. libdw counts the gaps between libraries to those before them: what was loaded into one since seems to be a neighbour's. */
static gboolean
module_has (Dwfl_Module *module, Dwarf_Addr address)
{
  Dl_info place = { 0 };
  Dwarf_Addr start = 0;

  if (module == NULL || dladdr ((gconstpointer) (gsize) address, &place) == 0)
    return FALSE;
  dwfl_module_info (module, NULL, &start, NULL, NULL, NULL, NULL, NULL);
  return start == (Dwarf_Addr) (gsize) place.dli_fbase;
}

static Dwfl_Module *
find_module (Dwarf_Addr address)
{
  Dwfl_Module *module = session != NULL ? dwfl_addrmodule (session, address) : NULL;
  guint64 libraries = get_libraries ();

  if (module_has (module, address) || (session != NULL && libraries == session_libraries))
    return module;
  if (session != NULL)
    dwfl_end (session);
  session = session_open ();
  session_libraries = libraries;
  return session != NULL ? dwfl_addrmodule (session, address) : NULL;
}

static Dwarf_Die *
find_attribute_die (Dwarf_Die *die, unsigned int name, Dwarf_Die *found)
{
  Dwarf_Attribute attribute;

  return dwarf_attr_integrate (die, name, &attribute) != NULL ? dwarf_formref_die (&attribute, found) : NULL;
}

static char *dup_type (Dwarf_Die *die);

static const char *
get_name_or (Dwarf_Die *die, const char *otherwise)
{
  const char *name = dwarf_diename (die);

  return name != NULL ? name : otherwise;
}

/* "char" and "const" make "const char", "char *" and "const" make "char * const". */
static char *
dup_qualified (Dwarf_Die *target, const char *word)
{
  g_autofree char *inner = target != NULL ? dup_type (target) : g_strdup ("void");

  if (inner == NULL)
    return NULL;
  return g_str_has_suffix (inner, "*") ? g_strdup_printf ("%s %s", inner, word) : g_strdup_printf ("%s %s", word, inner);
}

static char *
dup_pointer (Dwarf_Die *target)
{
  g_autofree char *inner = target != NULL ? dup_type (target) : g_strdup ("void");

  if (inner == NULL)
    return NULL;
  return g_strdup_printf ("%s%s*", inner, g_str_has_suffix (inner, "*") ? "" : " ");
}

/* A type as C writes it; NULL for one that has no name of its own. */
static char *
dup_type (Dwarf_Die *die)
{
  Dwarf_Die other;
  Dwarf_Die *target = find_attribute_die (die, DW_AT_type, &other);

  switch (dwarf_tag (die))
    {
    case DW_TAG_pointer_type: return dup_pointer (target);
    case DW_TAG_const_type: return dup_qualified (target, "const");
    case DW_TAG_volatile_type: return dup_qualified (target, "volatile");
    case DW_TAG_structure_type: return g_strdup_printf ("struct %s", get_name_or (die, "(nameless)"));
    case DW_TAG_union_type: return g_strdup_printf ("union %s", get_name_or (die, "(nameless)"));
    case DW_TAG_enumeration_type: return g_strdup_printf ("enum %s", get_name_or (die, "(nameless)"));
    case DW_TAG_subroutine_type: return g_strdup ("function");
    default: return g_strdup (dwarf_diename (die));
    }
}

static void
read_parameters (GyreRoutine *self, Dwarf_Die *function)
{
  Dwarf_Die child, type;

  if (dwarf_child (function, &child) != 0)
    return;
  do
    if (dwarf_tag (&child) == DW_TAG_formal_parameter)
      {
        GyreRoutineParameter *parameter = g_new0 (GyreRoutineParameter, 1);

        parameter->name = g_strdup (dwarf_diename (&child));
        parameter->type = find_attribute_die (&child, DW_AT_type, &type) != NULL ? dup_type (&type) : NULL;
        g_ptr_array_add (self->parameters, parameter);
      }
  while (dwarf_siblingof (&child, &child) == 0);
}

/* N.B. for libdw number 0 is no file. Since DWARF 5 it is the file of the unit, and clang says so of what stands there. */
static const char *
find_file (Dwarf_Die *unit, Dwarf_Die *function)
{
  const char *file = dwarf_decl_file (function);
  Dwarf_Attribute attribute;
  Dwarf_Word number;

  if (file == NULL && dwarf_formudata (dwarf_attr_integrate (function, DW_AT_decl_file, &attribute), &number) == 0 && number == 0)
    file = dwarf_diename (unit);
  while (file != NULL && g_str_has_prefix (file, "../"))
    file += strlen ("../");
  return file;
}

static void
read_function (GyreRoutine *self, Dwarf_Die *unit, Dwarf_Die *function)
{
  int line = 0;
  Dwarf_Die type;

  self->name = g_strdup (dwarf_diename (function));
  self->file = g_strdup (find_file (unit, function));
  if (dwarf_decl_line (function, &line) == 0)
    self->line = (guint) line;
  self->result = find_attribute_die (function, DW_AT_type, &type) != NULL ? dup_type (&type) : g_strdup ("void");
  read_parameters (self, function);
}

static gboolean
find_in_unit (GyreRoutine *self, Dwarf_Die *unit, Dwarf_Addr address)
{
  Dwarf_Die child;
  Dwarf_Addr low;

  if (unit == NULL || dwarf_child (unit, &child) != 0)
    return FALSE;
  do
    if (dwarf_tag (&child) == DW_TAG_subprogram && dwarf_entrypc (&child, &low) == 0 && low == address)
      {
        read_function (self, unit, &child);
        return TRUE;
      }
  while (dwarf_siblingof (&child, &child) == 0);
  return FALSE;
}

/* Not every compiler writes the table of address ranges that the short way wants; then each unit is asked. */
static void
find_in_module (GyreRoutine *self, Dwfl_Module *module, Dwarf_Addr address)
{
  Dwarf_Addr bias = 0;
  Dwarf_Die *unit = dwfl_module_addrdie (module, address, &bias);

  if (find_in_unit (self, unit, address - bias))
    return;
  unit = NULL;
  while ((unit = dwfl_module_nextcu (module, unit, &bias)) != NULL)
    if (find_in_unit (self, unit, address - bias))
      return;
}

/* The table of symbols has an exact place for each name; one that only lies before the address is another's. */
static char *
dup_symbol (Dwfl_Module *module, Dwarf_Addr address)
{
  GElf_Sym symbol;
  GElf_Off offset = 0;
  const char *name = dwfl_module_addrinfo (module, address, &offset, &symbol, NULL, NULL, NULL);

  return name != NULL && offset == 0 ? g_strdup (name) : NULL;
}

static void
find_with_debug_information (GyreRoutine *self, gconstpointer function)
{
  Dwarf_Addr address = (Dwarf_Addr) (gsize) function;
  Dwfl_Module *module;

  G_LOCK (session);
  module = find_module (address);
  if (module != NULL)
    find_in_module (self, module, address);
  if (module != NULL && self->name == NULL)
    self->name = dup_symbol (module, address);
  G_UNLOCK (session);
}
#else
static void
find_with_debug_information (GyreRoutine *self, gconstpointer function)
{
}
#endif

gboolean
gyre_routine_is_of_file (gconstpointer address)
{
  Dl_info place = { 0 };

  return dladdr (address, &place) != 0 && place.dli_fname != NULL;
}

GyreRoutine *
gyre_routine_find (GCallback function)
{
  GyreRoutine *self = function_new ();
  Dl_info symbol = { 0 };

  /* What was made at run time is in no file; to look for it there would open the session anew each time. */
  if (gyre_routine_is_of_file ((gconstpointer) function))
    find_with_debug_information (self, (gconstpointer) function);
  if (self->name == NULL && dladdr ((gconstpointer) function, &symbol) != 0 && symbol.dli_saddr == (gpointer) function)
    self->name = g_strdup (symbol.dli_sname);
  return self;
}

/* N.B. the dynamic linker calls the program by the name that it was started with. */
char *
gyre_routine_dup_module (gconstpointer address)
{
  Dl_info place = { 0 };
  char program[PATH_MAX];
  char *file = NULL;
  char *own = realpath ("/proc/self/exe", program);
  char *module = NULL;

  if (dladdr (address, &place) == 0 || place.dli_fname == NULL)
    return NULL;
  file = realpath (place.dli_fname, NULL);
  if (file != NULL && g_strcmp0 (file, own) != 0)
    module = g_strdup (place.dli_fname);
  free (file);
  return module;
}
