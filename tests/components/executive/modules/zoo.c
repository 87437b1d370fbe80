/* zoo.c: A module that provides families and brings no class; the environment says how many
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static GPtrArray *
list (void)
{
  GPtrArray *families = g_ptr_array_new_with_free_func ((GDestroyNotify) gyre_provided_family_free);

  g_ptr_array_add (families, gyre_provided_family_new ("zoo.lion", "roars"));
  g_ptr_array_add (families, gyre_provided_family_new ("zoo.unicorn", NULL));
  if (g_getenv ("ZOO_HAS_ZEBRA") != NULL)
    g_ptr_array_add (families, gyre_provided_family_new ("zoo.zebra", NULL));
  return families;
}

static GyreDescription *
describe (const char *family, GError **error)
{
  GyreDescription *description;

  if (!g_str_equal (family, "zoo.lion"))
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "nobody has seen a %s", family + strlen ("zoo."));
      return NULL;
    }
  description = gyre_description_new (GYRE_REQUIREMENT (gyre_actor_get (G_TYPE_CANCELLABLE)));
  description->family = g_strdup (family);
  return description;
}

static char *
fingerprint (void)
{
  return g_strdup (g_getenv ("ZOO_HAS_ZEBRA") != NULL ? "with" : "without");
}

static GStrv
list_signs (void)
{
  return g_strsplit ("$ZOO_HAS_ZEBRA", " ", -1);
}

GYRE_MODULE_PROVIDER (.package = "zoo", .noun = "an animal", .list = list, .describe = describe, .fingerprint = fingerprint, .signs = list_signs)
