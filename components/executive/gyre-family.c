/* gyre-family.c: From a family to its class
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-executive-private.h"
#include "gyre-name.h"

GyreRequirement *
gyre_executive_peek_family (GyreExecutive *self, const char *family)
{
  GyreRequirement *record = gyre_registrar_find (gyre_registrar_get_default (), family);

  /* Another thread may still be making the class: this waits for it. */
  if (record != NULL && G_TYPE_IS_CLASSED (gyre_requirement_get_gtype (record)))
    g_type_class_unref (g_type_class_ref (gyre_requirement_get_gtype (record)));
  return record;
}

char *
gyre_executive_explain_missing (GyreExecutive *self, const char *family)
{
  g_autofree char *package = gyre_name_dup_package (family);
  g_autoptr (GError) problem = NULL;

  if (*package != '\0' && !gyre_executive_load_package (self, package, &problem) &&
      g_error_matches (problem, GYRE_LINKER_ERROR, GYRE_LINKER_ERROR_REFUSED))
    return g_strdup_printf ("no family '%s': its module can't be loaded: %s", family, problem->message);
  if (*package != '\0' && gyre_provider_get (package) != NULL && gyre_provider_has_family (gyre_provider_get (package), family))
    return g_strdup_printf ("'%s' is %s: it can be read with gyre inspect, and not yet be built or configured",
                            family, gyre_provider_get (package)->noun);
  return g_strdup_printf ("no family '%s'", family);
}

static void
set_missing (GyreExecutive *self, const char *family, GError **error)
{
  const GyreProvider *provider = gyre_executive_find_provider (self, family);
  g_autofree char *message = NULL;
  g_autofree char *hint = NULL;

  /* Nobody wants to know, and to list what is provided can take its time. */
  if (error == NULL)
    return;
  message = gyre_executive_explain_missing (self, family);
  if (provider == NULL)
    hint = gyre_registrar_suggest_family (gyre_registrar_get_default (), family);
  else if (!gyre_provider_has_family (provider, family))
    hint = gyre_provider_suggest (provider, family);
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "%s%s%s", message,
               hint != NULL ? "; " : "", hint != NULL ? hint : "");
}

/**
 * gyre_executive_find_family:
 * @self: an executive
 * @family: a family
 * @error: return location for %GYRE_EXECUTIVE_ERROR_UNKNOWN, or what makes the class invalid
 *
 * Finds the class or the interface that has a family; loads the module of its package if nobody knows it.
 *
 * Returns: (transfer none) (nullable): the record
 *
 * Since: 0.1
 */
GyreRequirement *
gyre_executive_find_family (GyreExecutive *self, const char *family, GError **error)
{
  GyreRequirement *record;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && family != NULL, NULL);

  record = gyre_executive_peek_family (self, family);
  if (record == NULL)
    {
      g_autofree char *package = gyre_name_dup_package (family);

      if (*package != '\0' && gyre_executive_load_package (self, package, NULL))
        record = gyre_executive_peek_family (self, family);
    }
  if (record == NULL)
    set_missing (self, family, error);
  else if (!gyre_requirement_is_valid (record, error))
    record = NULL;
  return record;
}

/**
 * gyre_executive_find_provider: (skip)
 * @self: an executive
 * @family: a family, which need not be there
 *
 * Finds who can tell of the families of a package that are not ours; loads the package's module if nobody has.
 *
 * Returns: (transfer none) (nullable): the provider
 *
 * Since: 0.1
 */
const GyreProvider *
gyre_executive_find_provider (GyreExecutive *self, const char *family)
{
  g_autofree char *package = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self) && family != NULL, NULL);

  package = gyre_name_dup_package (family);
  if (*package != '\0' && gyre_provider_get (package) == NULL)
    gyre_executive_load_package (self, package, NULL);
  return gyre_provider_get (package);
}
