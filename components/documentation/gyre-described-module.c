/* gyre-described-module.c: Which file brings a class, and of which version it is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing records it: it is seen by where the table of the class, one of its functions, or the text of one of its members lies in memory. A file says its
 * version by a symbol `gyre_module_version`, a text, or by the end of its name: `libgauss.so.1.2`.
 */
#include "gyre-class-private.h"
#include "gyre-described-private.h"
#include "gyre-routine-private.h"

#include <dlfcn.h>
#include <string.h>

static gconstpointer
find_in_members (GyreRequirement *requirement)
{
  GPtrArray *members = gyre_requirement_get_local_traits (requirement);

  if (GYRE_IS_ACTOR (requirement) && gyre_class_get_place (GYRE_ACTOR (requirement)) != NULL)
    return gyre_class_get_place (GYRE_ACTOR (requirement));
  for (guint index = 0; members != NULL && index < members->len; index++)
    {
      const GyreDescriptor *descriptor = members->pdata[index];
      const GyreBehavior *behavior = gyre_behavior_of_descriptor ((GyreDescriptor *) descriptor);

      if (behavior != NULL && behavior->function != NULL)
        return (gconstpointer) behavior->function;
      if (descriptor->identifier != NULL && descriptor->identifier != descriptor->name)
        return descriptor->identifier;
    }
  return NULL;
}

/* What the class does in another way than its parent is its own. */
static gconstpointer
find_in_class (GType type)
{
  g_autoptr (GTypeClass) class = G_TYPE_IS_OBJECT (type) ? g_type_class_ref (type) : NULL;
  GObjectClass *parent = class != NULL ? g_type_class_peek_parent (class) : NULL;
  GObjectClass *self = (GObjectClass *) class;

  if (class == NULL || type == G_TYPE_OBJECT)
    return class != NULL ? (gconstpointer) self->dispose : NULL;
  if (self->set_property != parent->set_property)
    return (gconstpointer) self->set_property;
  if (self->get_property != parent->get_property)
    return (gconstpointer) self->get_property;
  if (self->finalize != parent->finalize)
    return (gconstpointer) self->finalize;
  if (self->dispose != parent->dispose)
    return (gconstpointer) self->dispose;
  return self->constructed != parent->constructed ? (gconstpointer) self->constructed : NULL;
}

/* "GstVideoTestSrc" → "gst_video_test_src_get_type", as the macros that define types have it. */
static gconstpointer
find_type_function (GType type)
{
  const char *name = g_type_name (type);
  g_autoptr (GString) symbol = g_string_new (NULL);

  for (const char *letter = name; *letter != '\0'; letter++)
    {
      gboolean is_break = letter != name && g_ascii_isupper (*letter)
                          && (!g_ascii_isupper (letter[-1]) || g_ascii_islower (letter[1]));

      g_string_append_printf (symbol, "%s%c", is_break ? "_" : "", g_ascii_tolower (*letter));
    }
  g_string_append (symbol, "_get_type");
  return dlsym (RTLD_DEFAULT, symbol->str);
}

/* The end of a file's name: "1.2" of "libgauss.so.1.2". */
static char *
dup_name_version (const char *file)
{
  char *resolved = realpath (file, NULL);
  const char *end = resolved != NULL ? strstr (resolved, ".so.") : NULL;
  char *version = end != NULL ? g_strdup (end + strlen (".so.")) : NULL;

  free (resolved);
  return version;
}

static char *
dup_version (const char *file)
{
  gpointer handle = dlopen (file, RTLD_LAZY | RTLD_NOLOAD);
  const char *said = handle != NULL ? dlsym (handle, "gyre_module_version") : NULL;
  Dl_info place = { 0 };
  gboolean is_own = said != NULL && dladdr (said, &place) != 0 && g_strcmp0 (place.dli_fname, file) == 0;
  char *version = is_own ? g_strdup (said) : dup_name_version (file);

  if (handle != NULL)
    dlclose (handle);
  return version;
}

void
gyre_describe_module (GyreDescription *self, GType type, GyreRequirement *requirement)
{
  gconstpointer address = requirement != NULL ? find_in_members (requirement) : NULL;

  if (address == NULL && !g_type_is_a (type, GYRE_TYPE_COMPONENT))
    address = find_in_class (type);
  if (address == NULL || !gyre_routine_is_of_file (address))
    address = find_type_function (type);
  self->module = address != NULL ? gyre_routine_dup_module (address) : NULL;
  if (self->module != NULL)
    self->version = dup_version (self->module);
}
