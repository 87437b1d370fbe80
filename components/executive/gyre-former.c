/* gyre-former.c: Names that traits had
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-former-private.h"
#include "gyre-executive-private.h"
#include "gyre-requirement-private.h"

#include <string.h>

static gboolean
has_former_names (const GyreDescriptor *descriptor)
{
  return descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && ((const GyreTrait *) descriptor)->options != NULL
         && ((const GyreTrait *) descriptor)->options->formerly != NULL;
}

GStrv
gyre_former_dup_names (const GyreTrait *trait)
{
  GStrv names = has_former_names (&trait->descriptor) ? g_strsplit (trait->options->formerly, ",", -1) : g_new0 (char *, 1);

  for (guint index = 0; names[index] != NULL; index++)
    g_strstrip (names[index]);
  return names;
}

const GyreTrait *
gyre_former_find (GyreRequirement *requirement, const char *name)
{
  GyreRecord *record = gyre_requirement_get_record (requirement);

  for (guint slot = 0; slot < record->n_slots; slot++)
    {
      g_auto (GStrv) names = NULL;

      if (!has_former_names (record->slots[slot]))
        continue;
      names = gyre_former_dup_names ((const GyreTrait *) record->slots[slot]);
      if (g_strv_contains ((const char * const *) names, name))
        return (const GyreTrait *) record->slots[slot];
    }
  return NULL;
}

gboolean
gyre_former_is_over (GyreExecutive *executive, GyreRequirement *requirement, const GyreTrait *trait)
{
  const char *package = gyre_requirement_get_package (requirement);
  const char *until = trait->options != NULL ? trait->options->formerly_until : NULL;
  g_autofree char *version = package != NULL && until != NULL ? gyre_executive_dup_package_version (executive, package) : NULL;

  return version != NULL && strverscmp (version, until) >= 0;
}

GyreDescriptor *
gyre_former_resolve (GyreExecutive *executive, GyreRequirement *requirement, const char *name)
{
  GyreDescriptor *descriptor = gyre_requirement_find_trait (requirement, name);
  const GyreTrait *trait = descriptor == NULL ? gyre_former_find (requirement, name) : NULL;

  if (trait != NULL && !gyre_former_is_over (executive, requirement, trait))
    return (GyreDescriptor *) &trait->descriptor;
  return descriptor;
}
