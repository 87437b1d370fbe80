/* gyre-program-library.c: Types of libraries that know nothing of Gyre
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A library says nowhere which types it has. By custom each has a function that ends in `_get_type`; its name has the words of the type in
 * small letters. So the one whose letters are those of the type is called, and no other: there are functions that end so and want arguments.
 */
#include "gyre-program-library.h"

#include <dlfcn.h>
#include <link.h>
#include <string.h>

#ifdef GYRE_HAVE_REPOSITORY
#include <girepository.h>
#endif

#define SUFFIX "_get_type"

#ifdef GYRE_HAVE_LIBELF
#include <fcntl.h>
#include <gelf.h>
#include <unistd.h>

static void
add_symbols (GPtrArray *names, Elf *elf, Elf_Scn *section, const GElf_Shdr *header)
{
  Elf_Data *data = elf_getdata (section, NULL);
  gsize length = data != NULL && header->sh_entsize > 0 ? header->sh_size / header->sh_entsize : 0;

  for (gsize index = 0; index < length; index++)
    {
      GElf_Sym symbol;
      const char *name = gelf_getsym (data, (int) index, &symbol) != NULL && symbol.st_shndx != SHN_UNDEF
                         && GELF_ST_TYPE (symbol.st_info) != STT_OBJECT ? elf_strptr (elf, header->sh_link, symbol.st_name) : NULL;

      if (name != NULL && g_str_has_suffix (name, SUFFIX) && *name != '_')
        g_ptr_array_add (names, g_strdup (name));
    }
}

/* Adds the names of the functions of a file that end as those of types do. */
static void
add_functions (GPtrArray *names, const char *file)
{
  int descriptor = open (file, O_RDONLY | O_CLOEXEC);
  Elf *elf = NULL;
  Elf_Scn *section = NULL;

  if (descriptor < 0)
    return;
  elf_version (EV_CURRENT);
  elf = elf_begin (descriptor, ELF_C_READ_MMAP, NULL);
  while (elf != NULL && (section = elf_nextscn (elf, section)) != NULL)
    {
      GElf_Shdr header;

      if (gelf_getshdr (section, &header) != NULL && header.sh_type == SHT_DYNSYM)
        add_symbols (names, elf, section, &header);
    }
  if (elf != NULL)
    elf_end (elf);
  close (descriptor);
}
#else
static void
add_functions (GPtrArray *names, const char *file)
{
}
#endif

/* "gst_bin_get_type" and "GstBin" have the same letters. */
static gboolean
has_letters_of (const char *function, const char *type)
{
  gsize length = strlen (function) - strlen (SUFFIX);

  for (gsize index = 0; index < length; index++)
    {
      if (function[index] == '_')
        continue;
      while (*type == '_')
        type++;
      if (g_ascii_tolower (*type) != function[index])
        return FALSE;
      type++;
    }
  return *type == '\0';
}

static const char *
get_file (gpointer handle)
{
  struct link_map *map = NULL;

  return dlinfo (handle, RTLD_DI_LINKMAP, &map) == 0 && map != NULL ? map->l_name : "";
}

static GType
call_function (const char *name)
{
  GType (*get_type) (void) = (GType (*) (void)) dlsym (RTLD_DEFAULT, name);

  return get_type != NULL ? get_type () : G_TYPE_INVALID;
}

/* What a function gave is taken only where it is the type that was meant. */
static GType
find_in_functions (GPtrArray *functions, const char *name)
{
  for (guint index = 0; index < functions->len; index++)
    if (has_letters_of (functions->pdata[index], name))
      {
        GType type = call_function (functions->pdata[index]);

        if (g_strcmp0 (g_type_name (type), name) == 0)
          return type;
      }
  return G_TYPE_INVALID;
}

static int
add_loaded (struct dl_phdr_info *information, gsize size, gpointer data)
{
  if (information->dlpi_name != NULL && *information->dlpi_name == '/')
    add_functions (data, information->dlpi_name);
  return 0;
}

static GPtrArray *
list_functions (const GyreCommand *command)
{
  GPtrArray *functions = g_ptr_array_new_with_free_func (g_free);

  for (guint index = 0; command->libraries != NULL && command->libraries[index] != NULL; index++)
    {
      gpointer handle = dlopen (command->libraries[index], RTLD_LAZY | RTLD_NOLOAD);

      if (handle != NULL)
        add_functions (functions, get_file (handle));
    }
  return functions;
}

#ifdef GYRE_HAVE_REPOSITORY
/* "Gtk-3.0": the version is behind the last dash. */
static void
split_typelib (const char *typelib, char **name, const char **version)
{
  const char *dash = strrchr (typelib, '-');

  *name = dash != NULL ? g_strndup (typelib, (gsize) (dash - typelib)) : g_strdup (typelib);
  *version = dash != NULL ? dash + 1 : NULL;
}

/* Opened at once, and not with the first type, so that what the library wants to be called first can be called. */
static void
open_shared_libraries (const char *name)
{
  const char *files = g_irepository_get_shared_library (NULL, name);
  g_auto (GStrv) list = g_strsplit (files != NULL ? files : "", ",", -1);

  for (guint index = 0; list[index] != NULL; index++)
    dlopen (list[index], RTLD_LAZY | RTLD_GLOBAL | RTLD_NODELETE);
}

static gboolean
open_typelib (const char *typelib, GError **error)
{
  g_autofree char *name = NULL;
  const char *version;
  g_autoptr (GError) problem = NULL;

  split_typelib (typelib, &name, &version);
  if (g_irepository_require (NULL, name, version, 0, &problem) != NULL)
    {
      open_shared_libraries (name);
      return TRUE;
    }
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "--typelib=%s: %s", typelib, problem->message);
  return FALSE;
}

/* Interfaces and what derives from GObject; typelibs have other classes as well, that of GParamSpec for one. */
static gboolean
is_described (GIBaseInfo *information)
{
  GIObjectInfo *ancestor = GI_IS_OBJECT_INFO (information) ? g_base_info_ref (information) : NULL;
  gboolean is_object = FALSE;

  while (ancestor != NULL)
    {
      GIObjectInfo *parent = g_object_info_get_parent (ancestor);

      is_object = g_strcmp0 (g_object_info_get_type_name (ancestor), "GObject") == 0;
      g_base_info_unref (ancestor);
      ancestor = parent;
    }
  return is_object || GI_IS_INTERFACE_INFO (information);
}

/* The name in C, the one in the typelib, or both with a dot between typelib and name. */
static gboolean
is_called (GIBaseInfo *information, const char *name)
{
  g_autofree char *whole = g_strdup_printf ("%s.%s", g_base_info_get_namespace (information), g_base_info_get_name (information));

  return g_strcmp0 (g_registered_type_info_get_type_name ((GIRegisteredTypeInfo *) information), name) == 0
         || g_str_equal (g_base_info_get_name (information), name) || g_str_equal (whole, name);
}

static GType
find_in_typelib (const char *typelib, const char *name)
{
  g_autofree char *space = NULL;
  const char *version;
  GType type = G_TYPE_INVALID;

  split_typelib (typelib, &space, &version);
  for (gint index = 0; index < g_irepository_get_n_infos (NULL, space) && type == G_TYPE_INVALID; index++)
    {
      GIBaseInfo *information = g_irepository_get_info (NULL, space, index);

      if (is_described (information) && is_called (information, name))
        type = g_registered_type_info_get_g_type ((GIRegisteredTypeInfo *) information);
      g_base_info_unref (information);
    }
  return type > G_TYPE_NONE ? type : G_TYPE_INVALID;
}

/* An argument that nobody has named is `object` or `p0` in a repository. */
static gboolean
is_filler (const char *name)
{
  return g_str_equal (name, "object") || (name[0] == 'p' && name[1] != '\0' && strspn (name + 1, "0123456789") == strlen (name + 1));
}

static GISignalInfo *
find_signal (GType owner, const char *name)
{
  GIBaseInfo *information = g_irepository_find_by_gtype (NULL, owner);
  GISignalInfo *signal = NULL;

  if (information != NULL && GI_IS_OBJECT_INFO (information))
    signal = g_object_info_find_signal (information, name);
  else if (information != NULL && GI_IS_INTERFACE_INFO (information))
    signal = g_interface_info_find_signal (information, name);
  g_clear_pointer (&information, g_base_info_unref);
  return signal;
}

/* The names that the typelibs of the command line know. */
static GStrv
name_arguments (guint number)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  GISignalInfo *signal;
  GSignalQuery query;
  gboolean is_same;

  g_signal_query (number, &query);
  signal = find_signal (query.itype, query.signal_name);
  is_same = signal != NULL && g_callable_info_get_n_args (signal) == (gint) query.n_params;
  for (gint index = 0; is_same && index < (gint) query.n_params; index++)
    {
      GIArgInfo *argument = g_callable_info_get_arg (signal, index);
      const char *name = g_base_info_get_name (argument);

      g_strv_builder_add (names, is_filler (name) ? "" : name);
      g_base_info_unref (argument);
    }
  g_clear_pointer (&signal, g_base_info_unref);
  return is_same ? g_strv_builder_end (names) : NULL;
}

static void
add_typelib (GPtrArray *names, const char *typelib)
{
  g_autofree char *space = NULL;
  const char *version;

  split_typelib (typelib, &space, &version);
  for (gint index = 0; index < g_irepository_get_n_infos (NULL, space); index++)
    {
      GIBaseInfo *information = g_irepository_get_info (NULL, space, index);

      if (is_described (information))
        g_ptr_array_add (names, g_strdup (g_registered_type_info_get_type_name ((GIRegisteredTypeInfo *) information)));
      g_base_info_unref (information);
    }
}
#else
static gboolean
open_typelib (const char *typelib, GError **error)
{
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN,
               "--typelib=%s: this program was built without the repository of GObject introspection", typelib);
  return FALSE;
}

static GType
find_in_typelib (const char *typelib, const char *name)
{
  return G_TYPE_INVALID;
}

static GStrv
name_arguments (guint number)
{
  return NULL;
}

static void
add_typelib (GPtrArray *names, const char *typelib)
{
}
#endif

/* GStreamer's types can't be made before this; where the library is not loaded nobody has such a function. */
static void
initialize_libraries (void)
{
  void (*initialize) (int *, char ***) = (void (*) (int *, char ***)) dlsym (RTLD_DEFAULT, "gst_init");

  if (initialize != NULL)
    initialize (NULL, NULL);
}

/* N.B. a library is never closed: types can't be unregistered. */
gboolean
gyre_program_open_libraries (const GyreCommand *command, GError **error)
{
  for (guint index = 0; command->libraries != NULL && command->libraries[index] != NULL; index++)
    if (dlopen (command->libraries[index], RTLD_LAZY | RTLD_GLOBAL | RTLD_NODELETE) == NULL)
      {
        g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "--library=%s: %s", command->libraries[index], dlerror ());
        return FALSE;
      }
  for (guint index = 0; command->typelibs != NULL && command->typelibs[index] != NULL; index++)
    if (!open_typelib (command->typelibs[index], error))
      return FALSE;
  gyre_signal_set_namer (command->typelibs != NULL ? name_arguments : NULL);
  if (command->libraries != NULL || command->typelibs != NULL)
    initialize_libraries ();
  return TRUE;
}

GType
gyre_program_find_type (const GyreCommand *command, const char *name)
{
  GType type = g_type_from_name (name);
  g_autoptr (GPtrArray) functions = NULL;

  for (guint index = 0; type == G_TYPE_INVALID && command->typelibs != NULL && command->typelibs[index] != NULL; index++)
    type = find_in_typelib (command->typelibs[index], name);
  if (type != G_TYPE_INVALID)
    return type;
  functions = list_functions (command);
  type = find_in_functions (functions, name);
  if (type != G_TYPE_INVALID || !g_ascii_isupper (*name))
    return type;
  g_ptr_array_set_size (functions, 0);
  dl_iterate_phdr (add_loaded, functions);
  return find_in_functions (functions, name);
}

static int
compare_texts (gconstpointer first, gconstpointer second)
{
  return strcmp (*(const char * const *) first, *(const char * const *) second);
}

/* A function of a library tells the type by its words only: "gst_bin". */
GStrv
gyre_program_list_types (const GyreCommand *command)
{
  g_autoptr (GPtrArray) functions = list_functions (command);
  GPtrArray *names = g_ptr_array_new ();

  for (guint index = 0; index < functions->len; index++)
    g_ptr_array_add (names, g_strndup (functions->pdata[index], strlen (functions->pdata[index]) - strlen (SUFFIX)));
  for (guint index = 0; command->typelibs != NULL && command->typelibs[index] != NULL; index++)
    add_typelib (names, command->typelibs[index]);
  g_ptr_array_sort (names, compare_texts);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (names, FALSE);
}
