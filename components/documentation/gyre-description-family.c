/* gyre-description-family.c: From a family to its description, whoever tells of it
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-description.h"
#include "gyre-executive.h"

/**
 * gyre_description_new_for_family:
 * @executive: an executive
 * @family: a family
 * @error: return location for %GYRE_EXECUTIVE_ERROR_UNKNOWN, or what makes the class invalid
 *
 * Describes the class or the interface that has a family, or what a module's #GyreProvider tells of it. The module of the package is
 * loaded if nobody knows the family.
 *
 * Returns: (transfer full) (nullable): the description
 *
 * Since: 0.1
 */
GyreDescription *
gyre_description_new_for_family (GyreExecutive *executive, const char *family, GError **error)
{
  g_autoptr (GError) problem = NULL;
  const GyreProvider *provider;
  GyreRequirement *requirement;
  GyreDescription *description;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive) && family != NULL, NULL);

  requirement = gyre_executive_find_family (executive, family, NULL);
  if (requirement != NULL)
    return gyre_description_new (requirement);
  provider = gyre_executive_find_provider (executive, family);
  description = provider != NULL ? gyre_provider_describe (provider, family, &problem) : NULL;
  if (description != NULL)
    return description;
  /* Who has the family knows best why it can't be told; what nobody has may be a slip of the pen. */
  if (provider != NULL && gyre_provider_has_family (provider, family))
    g_propagate_error (error, g_steal_pointer (&problem));
  else
    gyre_executive_find_family (executive, family, error);
  return NULL;
}
